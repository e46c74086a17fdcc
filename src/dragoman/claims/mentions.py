"""Finds the phrases that stand for a party, one mention for each member of a list.

Whether a noun can act is told by names, by proper nouns and by the lexicon's list of parties.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from dragoman.claims.syntax import Tree
from dragoman.model import Mention, MentionForm

PRONOUNS = frozenset(
    "he she they it we i him her them us me his its their our himself herself itself themselves".split()
)
_OUTSIDE = frozenset(
    {
        "acl",
        "conj",
        "cc",
        "parataxis",
        "advcl",
        "case",
        "dep",
        "cop",
        "punct",
        "discourse",
        "mark",
        "nsubj",
        "aux",
        "ccomp",
    }
)
_KEPT = frozenset({"of", "from"})
_STATIVE = frozenset(["JJ", "JJR", "JJS", "NNP", "NNPS"])


@dataclass(frozen=True, slots=True)
class Parties:
    """Tells which phrases of a tree stand for a party; `animate` knows the common nouns that do."""

    animate: Callable[[str], bool]

    def acts(self, tree: Tree, i: int) -> bool:
        """Whether the noun can stand for somebody who acts."""
        token = tree.tokens[i]
        if token.xpos in ("PRP", "PRP$"):
            return token.text.lower() in PRONOUNS
        if token.upos not in ("NOUN", "PROPN", "ADJ", "X", "NUM"):
            return False
        if token.upos == "PROPN" or tree.label(i):
            return not _dated(tree, i)
        if tree.lemma(i) in _AMOUNTS:
            return any(prep == "of" and self.acts(tree, k) for prep, k in tree.phrases(i))
        return token.upos == "NOUN" and (self.animate(tree.lemma(i)) or (token.text[:1].isupper() and i > 0))

    def of(self, tree: Tree, i: int | None) -> tuple[Mention, ...]:
        """The parties a phrase stands for: none, one, or the members of a list."""
        if i is None:
            return ()
        return tuple(self._members(tree, i))

    def owner(self, tree: Tree, i: int) -> tuple[Mention, ...]:
        """Whose a thing is, by a name before or after it: "Danish ships", "the town of Split"."""
        for kid in tree.kids(i, "nmod:poss", "amod", "compound", "nmod"):
            token = tree.tokens[kid]
            near = token.deprel != "nmod" or tree.case(kid) in ("of", "from")
            if (
                near
                and token.text[:1].isupper()
                and (token.upos == "PROPN" or token.xpos == "NNP" or token.upos == "ADJ")
            ):
                return (mention_of(tree, kid),)
        return ()

    def _members(self, tree: Tree, i: int) -> Iterator[Mention]:
        heads = [k for k in tree.conjuncts(i) if self.acts(tree, k)]
        if not heads:
            return
        bare = [
            k
            for k in heads[1:]
            if not tree.kids(k, "det", "amod", "compound", "nmod", "flat", "nummod", "appos")
        ]
        shared = [k for k in bare if tree.tokens[k].upos == "NOUN" and tree.tokens[heads[0]].upos == "NOUN"]
        yield mention_of(tree, heads[0], also=shared)
        for k in heads[1:]:
            if k not in shared:
                yield mention_of(tree, k)


def _dated(tree: Tree, i: int) -> bool:
    """Whether a proper noun names a day or a month."""
    return tree.lemma(i) in _CALENDAR


_AMOUNTS = frozenset(
    "thousand hundred dozen million score number majority minority most some many several few half".split()
)
"""Nouns of amount stand for those of whom they tell an amount."""

_CALENDAR = frozenset(
    (
        "monday tuesday wednesday thursday friday saturday sunday january february march april may "
        "june july august september october november december jan feb mar apr jun jul aug sep sept "
        "oct nov dec"
    ).split()
)


def mention_of(tree: Tree, i: int, also: list[int] | None = None) -> Mention:
    """The phrase around a noun: its modifiers and names, without clauses and further members."""
    words = [i]
    for kid in tree.children[i]:
        if _belongs(tree, kid):
            words.extend(tree.block(kid))
    for other in also or ():
        words.extend([*range(i, other), other])
    words = _trimmed(tree, sorted(set(words)), i)
    token = tree.tokens[i]
    form: MentionForm = (
        "pronoun" if token.xpos in ("PRP", "PRP$") else "name" if _proper(tree, words) else "description"
    )
    return Mention(tree.anchor(words), tree.anchor([i]), form)


def _proper(tree: Tree, words: list[int]) -> bool:
    return any(tree.tokens[w].upos == "PROPN" for w in words)


def _belongs(tree: Tree, kid: int) -> bool:
    relation = tree.relation(kid)
    if relation == "appos":
        return tree.tokens[kid].upos == "PROPN" and not tree.kids(kid, "conj")
    if relation == "nmod" and (prep := tree.case(kid)) and tree.tokens[kid].deprel != "nmod:poss":
        return prep in _KEPT and not tree.kids(kid, "acl")
    if tree.tokens[kid].xpos in ("WRB", "WDT", "WP"):
        return False
    return relation not in _OUTSIDE


def _trimmed(tree: Tree, words: list[int], i: int) -> list[int]:
    """One unbroken run of words around the head."""
    run = [i]
    for step in (-1, 1):
        at = i
        while at + step in words or (
            0 <= at + step < len(tree.tokens) and _joins(tree, at + step, step, words)
        ):
            at += step
            run.append(at)
    return [w for w in sorted(run) if min(words) <= w <= max(words)]


def _joins(tree: Tree, at: int, step: int, words: list[int]) -> bool:
    """Whether a mark lies between two words of the phrase (Primakov's comma, a hyphen)."""
    return tree.tokens[at].deprel in ("punct", "case") and at + step in words
