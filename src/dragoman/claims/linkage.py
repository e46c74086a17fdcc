"""Pledges made to hang on something else: "linked the withdrawal to a halt of the raids"."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.claims.certainty import Certainty
from dragoman.claims.draft import Draft
from dragoman.claims.frames import Frame
from dragoman.claims.kinds import sort_of
from dragoman.claims.matching import Match
from dragoman.claims.objects import objects
from dragoman.claims.scene import Scene
from dragoman.claims.speech import attributions
from dragoman.claims.syntax import Tree
from dragoman.model import Condition, Event

_HOOKS = frozenset({"to", "on", "upon"})
_TIED = Certainty("PR+", ("future", "hypothetical"))


def linkages(scene: Scene, tree: Tree, found: list[Match]) -> Iterator[tuple[Draft, set[int]]]:
    """A draft for each pledge that a verb links to a condition, with the words it takes up."""
    for i, token in enumerate(tree.tokens):
        marker = scene.lexicon.condition(tree.lemma(i), "verb") if token.upos == "VERB" else None
        hooks = [k for prep, k in tree.phrases(i) if prep in _HOOKS]
        pledged = objects(tree, i)
        if marker is None or not hooks or not pledged:
            continue
        subject = tree.subject(i)
        actors = scene.mentions(tree, [subject] if subject is not None and not tree.passive(i) else [])
        hook = tree.anchor(tree.stretch(hooks[0], frozenset({"case"})))
        condition = Condition(hook, marker.role, marker.polarity)
        words = tree.stretch(i, frozenset({"conj", "cc"}))
        frame = Frame.bare(tree.lemma(i), "promise")
        draft = Draft(
            Match(i, frame), "promise", _pledge(tree, pledged[0], i, found), actors, (), _TIED, condition,
            attributions(tree, i, scene.lexicon), words, tree.block(pledged[0]),
        )  # fmt: skip
        yield draft, {w for k in (*pledged, *hooks) for w in tree.block(k)} | {i}


def _pledge(tree: Tree, pledged: int, verb: int, found: list[Match]) -> Event:
    """What was pledged: the act the noun names; for a pronoun, the act told before it in the sentence."""
    named = [m for m in found if m.word == pledged]
    before = [m for m in found if m.word < verb and tree.tokens[pledged].upos == "PRON"]
    for match in (*named, *reversed(before)):
        event = Event(match.frame.type, match.frame.mode)
        return sort_of("event", event, _TIED, conditional=True)[1]
    return Event("AGREE")
