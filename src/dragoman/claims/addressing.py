"""To whom an act is addressed, where its own words do not say.

A heuristic, the *condition's party*: what somebody promises, asks or threatens on a condition is addressed to
whoever must fulfil it ("if Belgrade withdraws"). Its worth is in docs/claims.md.
"""

from __future__ import annotations

from dragoman.claims.draft import Draft
from dragoman.claims.scene import Scene
from dragoman.claims.syntax import Tree
from dragoman.model import Mention

_ADDRESSED = frozenset({"demand", "proposal", "promise", "threat"})


def addressee(scene: Scene, tree: Tree, draft: Draft) -> tuple[Mention, ...]:
    """The subject of the condition's clause, if that is not the actor; nobody without a condition."""
    if draft.condition is None or draft.kind not in _ADDRESSED:
        return ()
    words = tree.begun_in(draft.condition.anchor)
    subjects = [w for w in words if tree.relation(w) == "nsubj"][:1]
    own = {m.words.lower() for m in draft.actors}
    return tuple(m for m in scene.mentions(tree, subjects, owners=True) if m.words.lower() not in own)
