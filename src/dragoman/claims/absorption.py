"""Which acts are told as the content, object or name of another act, and so are no claims of their own."""

from __future__ import annotations

from dragoman.claims.matching import Match
from dragoman.claims.objects import objects
from dragoman.claims.roles import contents
from dragoman.claims.syntax import Tree

_ABSORBING = frozenset({"demand", "promise", "proposal", "threat", "plan", "accusation", "denial"})
_BESIDE = frozenset({"in", "during", "at", "after", "before", "following", "over"})


def absorbed(tree: Tree, found: list[Match]) -> set[int]:
    """The words of such acts."""
    words = {m.word: m for m in found}
    out: set[int] = set()
    for m in found:
        if m.frame.pos == "verb" and m.frame.constraint("obj") is not None:
            out.update(k for o in objects(tree, m.word) for k in tree.conjuncts(o))
        if m.frame.kind in _ABSORBING or m.frame.type in ("REJECT", "SUPPORT"):
            for head in contents(tree, m.word, m.frame):
                out.update(
                    w for w in tree.block(head) if w in words and not _stands_alone(tree, words[w], head)
                )
    out.update(
        m.word for m in found if m.frame.pos == "noun" and tree.relation(m.word) in ("compound", "amod")
    )
    return out & set(words)


def _stands_alone(tree: Tree, match: Match, content: int) -> bool:
    """Whether an act within a content is a claim by itself.

    It is in a clause that tells of another thing, or it is a meeting at which the thing was said.
    """
    word = match.word
    if match.frame.type == "CONSULT" and word != content and tree.case(word) in _BESIDE:
        return True
    for head in (word, *tree.above(word)):
        if head == content:
            return False
        relation = tree.tokens[head].deprel
        if relation in ("acl:relcl", "parataxis"):
            return True
        if relation.startswith("advcl") and tree.kids(head, "nsubj"):
            return True
    return False
