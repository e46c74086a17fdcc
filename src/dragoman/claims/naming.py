"""The parties that the words of an act's part name: from the words that the network marks to mentions.

The network marks words, now and then too few of a phrase or two of one list. Here they become phrases: a
modifier ("Western" of "Western commandants") stands for its noun, "who" for the noun it takes up, and the
members of a list are a party each.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.claims.mentions import mention_of
from dragoman.claims.scene import Scene
from dragoman.claims.syntax import Tree
from dragoman.model import Mention

_MODIFIERS = frozenset({"amod", "compound", "flat", "det", "nummod", "appos"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "ADJ", "NUM", "DET", "X"})
_RELATIVE = frozenset({"WP", "WDT"})


def parties(scene: Scene, tree: Tree, words: Sequence[int]) -> tuple[Mention, ...]:
    """The parties that some words name: those that the trade's words know, else the phrases as they stand."""
    heads = list(dict.fromkeys(heads_of(scene, tree, words)))
    known = [m for head in heads for m in _members(scene, tree, head, words)]
    return _told_once(known or [m for head in heads for m in _plain(scene, tree, head)])


def head_of(tree: Tree, words: Sequence[int]) -> int:
    """The word of some words that governs the others: the first whose head lies outside them."""
    inside = set(words)
    return next((w for w in words if tree.tokens[w].head not in inside), words[0])


def heads_of(scene: Scene, tree: Tree, words: Sequence[int]) -> Iterator[int]:
    """The heads of the phrases that some words belong to; members of a list are phrases of their own."""
    inside = set(words)
    for w in words:
        token = tree.tokens[w]
        if token.xpos in _RELATIVE and (noun := _taken_up(tree, w)) is not None:
            yield noun
        elif token.upos in _NOMINAL and (token.head not in inside or tree.relation(w) == "conj"):
            yield _phrase_of(scene, tree, w)


def _phrase_of(scene: Scene, tree: Tree, w: int) -> int:
    """The noun that a word only modifies, where that noun can act; else the word itself."""
    at = w
    while tree.relation(at) in _MODIFIERS and scene.parties.acts(tree, tree.tokens[at].head):
        at = tree.tokens[at].head
    return at


def _taken_up(tree: Tree, w: int) -> int | None:
    """The noun that a relative pronoun stands for."""
    return next(
        (
            tree.tokens[k].head
            for k in (w, *tree.above(w))
            if tree.relation(k) == "acl" and tree.tokens[k].head >= 0
        ),
        None,
    )


def _members(scene: Scene, tree: Tree, head: int, words: Sequence[int]) -> Iterator[Mention]:
    """The known parties of a phrase; members of a list only so far as the network marks them."""
    marked = {tree.tokens[w].start for w in words} | {tree.tokens[head].start}
    for mention in scene.mentions(tree, [head], owners=True):
        if mention.head.start in marked or mention.anchor.start in marked:
            yield mention


def _plain(scene: Scene, tree: Tree, head: int) -> Iterator[Mention]:
    """A phrase as it stands; none where it is a pronoun that takes nothing up."""
    whole = scene.memory.resolved(mention_of(tree, head))
    if whole.form != "pronoun" or whole.antecedent is not None:
        yield whole


def _told_once(found: Sequence[Mention]) -> tuple[Mention, ...]:
    """The mentions without those within another, or that stand for one told before ("Mr Brown ... he")."""
    unique: dict[str, Mention] = {}
    anchors = {mention.anchor for mention in found}
    for mention in found:
        if not any(other != mention.anchor and other.covers(mention.anchor) for other in anchors):
            unique.setdefault(mention.words.lower(), mention)
    return tuple(unique.values())
