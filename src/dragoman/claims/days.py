"""When the act itself took or will take place, and by when it is due."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.claims.syntax import CLAUSES, Tree
from dragoman.model import Act, Days, Time


def times_of(tree: Tree, times: Sequence[Time]) -> list[Time]:
    """The times that stand in a sentence."""
    anchor = tree.sentence.anchor
    return [t for t in times if anchor.covers(t.anchor)]


def when_of(tree: Tree, i: int, times: Sequence[Time]) -> Days | None:
    """The days of the act at a word: of its own clause, else of a clause around it.

    Durations and repetitions are not days of an act.
    """
    dated = [t for t in times if t.type in ("DATE", "TIME") and t.days.known]
    for words in _circles(tree, i):
        inside = [t for t in dated if not words.isdisjoint(tree.begun_in(t.anchor))]
        if inside:
            return min(inside, key=lambda t: abs(t.anchor.start - tree.tokens[i].start)).days
    return None


def told_in(tree: Tree, act: Act, times: Sequence[Time]) -> Days | None:
    """The days of the words that the network takes for those of an act's day."""
    words = frozenset(act.parts["time"])
    inside = [t for t in times if t.days.known and not words.isdisjoint(tree.begun_in(t.anchor))]
    return max(inside, key=lambda t: len(t.anchor.text)).days if inside else None


def _circles(tree: Tree, i: int) -> Iterator[frozenset[int]]:
    """Sets of words from the predicate outwards: own clause, its whole block, clauses above."""
    yield frozenset(_own(tree, i))
    yield frozenset(tree.block(i))
    for head in tree.above(i):
        if tree.relation(i) in ("ccomp", "parataxis"):
            return
        yield frozenset(_own(tree, head))
        i = head


def _own(tree: Tree, i: int) -> list[int]:
    """The words of a clause without the clauses within and beside it."""
    out = [i]
    for kid in tree.children[i]:
        relation = tree.relation(kid)
        if relation not in CLAUSES and not (relation == "conj" and _verbal(tree, kid)):
            out.extend(_own(tree, kid))
    return out


def _verbal(tree: Tree, i: int) -> bool:
    return tree.tokens[i].upos in ("VERB", "AUX") or bool(tree.kids(i, "cop", "nsubj"))
