"""Contradictions: the same act asserted and denied, told on other days, counted otherwise."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import Literal

from dragoman.model import Contradiction, Days, Entry
from dragoman.views.dossier import Dossier, matter
from dragoman.views.gist import clipped, gist, same_matter, stem
from dragoman.views.joining import ids
from dragoman.views.parties import keys
from dragoman.views.wordlists import table

_Sort = Literal["denied", "count", "day", "linked"]
_YES, _NO = ("CT+", "PR+"), ("CT-", "PR-")
_NEAR_DAYS = 2
_LEAST = 0.6
_ABOUT = 0.25
_COUNT = re.compile(
    r"(?P<number>\d{1,3}(?:,\d{3})+|\d+|[A-Za-z]+)\s+(?P<counted>(?:[a-z-]+\s+){0,1}?[A-Za-z-]+)"
)


def contradictions(dossier: Dossier) -> tuple[Contradiction, ...]:
    """Accounts that cannot all be true, each pair once, not settled.

    First those that a contradicts link ties. The rest are heuristics over claims of one PLOVER type with
    like words: one side asserts what the other denies; same-act links whose days do not meet; or the
    same thing counted differently about the same time ("at least" and "up to" read as bounds).
    """
    lines = [*_linked(dossier), *_denied(dossier), *_days(dossier), *_counts(dossier)]
    once: dict[frozenset[str], Contradiction] = {}
    for line in lines:
        once.setdefault(frozenset(line.claims), line)
    return tuple(once.values())


def _line(sort: _Sort, one: Entry, other: Entry) -> Contradiction:
    sides = (clipped(one.claim.evidence.text), clipped(other.claim.evidence.text))
    what = clipped(one.claim.content or one.claim.evidence.text, 90)
    return Contradiction(claims=ids((one, other)), sort=sort, what=what, sides=sides)


def _linked(dossier: Dossier) -> Iterator[Contradiction]:
    for link in dossier.links:
        one, other = dossier.entry(link.claim), dossier.entry(link.other)
        if link.sort == "contradicts" and one and other:
            yield _line("linked", one, other)


def _denied(dossier: Dossier) -> Iterator[Contradiction]:
    for one, other in _pairs(dossier.entries):
        firm = one.claim.factuality, other.claim.factuality
        against = (firm[0] in _YES and firm[1] in _NO) or (firm[0] in _NO and firm[1] in _YES)
        denial = "denial" in (one.claim.kind, other.claim.kind) and one.claim.kind != other.claim.kind
        if (against or denial) and _acts_agree(one, other):
            yield _line("denied", one, other)


def _acts_agree(one: Entry, other: Entry) -> bool:
    actors = keys(one.actors), keys(other.actors)
    if all(actors) and not actors[0] & actors[1]:
        return False
    return same_matter(matter(one), matter(other), _LEAST)


def _pairs(entries: Iterable[Entry]) -> Iterator[tuple[Entry, Entry]]:
    """Pairs of claims of one PLOVER type that may speak of one act by their days."""
    by_type: dict[str | None, list[Entry]] = {}
    for entry in entries:
        if entry.claim.event.type:
            by_type.setdefault(entry.claim.event.type, []).append(entry)
    for alike in by_type.values():
        for one, other in combinations(alike, 2):
            if not _apart(one.claim.when, other.claim.when):
                yield one, other


def _apart(one: Days, other: Days, within: int = _NEAR_DAYS) -> bool:
    """Whether two intervals are known and more than so many days from meeting."""
    if not (one.earliest and one.latest and other.earliest and other.latest):
        return False
    gap = max((other.earliest - one.latest).days, (one.earliest - other.latest).days)
    return gap > within


def _days(dossier: Dossier) -> Iterator[Contradiction]:
    for link in dossier.links:
        one, other = dossier.entry(link.claim), dossier.entry(link.other)
        if link.sort != "same-act" or one is None or other is None:
            continue
        if _apart(one.claim.when, other.claim.when, 0):
            yield _line("day", one, other)


@dataclass(frozen=True, slots=True)
class Count:
    """A number as an interval, and the stems of what is counted."""

    low: float
    high: float
    counted: frozenset[str]


def counts(text: str) -> tuple[Count, ...]:
    """The counts in a passage: "at least 40 villagers" is 40 or more of villager."""
    numbers = {row[0]: float(row[1]) for row in table("numbers") if row[1]}
    found = []
    for match in _COUNT.finditer(text):
        written = match["number"].lower()
        value = float(written.replace(",", "")) if written[0].isdigit() else numbers.get(written)
        if value is not None:
            low, high = _bounds(value, text[: match.start()])
            found.append(Count(low, high, frozenset(map(stem, gist_words(match["counted"])))))
    return tuple(found)


def gist_words(text: str) -> tuple[str, ...]:
    """The words of a short phrase that tell what it is about."""
    return tuple(word for word in text.split() if gist(word))


def _bounds(value: float, before: str) -> tuple[float, float]:
    """The interval a number stands for, by the words right before it."""
    for words, _, bound in (row for row in table("numbers") if row[2]):
        if re.search(rf"\b{re.escape(words)}\s+$", before, re.IGNORECASE):
            spread = {"low": (value, float("inf")), "high": (0.0, value)}
            return spread.get(bound, (value * (1 - _ABOUT), value * (1 + _ABOUT)))
    return value, value


def _counts(dossier: Dossier) -> Iterator[Contradiction]:
    told = {entry.claim.id: counts(entry.claim.evidence.text) for entry in dossier.entries}
    counting = [entry for entry in dossier.entries if told[entry.claim.id]]
    for one, other in _pairs(counting):
        if one.claim.sentence == other.claim.sentence and one.claim.dispatch == other.claim.dispatch:
            continue
        clash = any(_clash(a, b) for a in told[one.claim.id] for b in told[other.claim.id])
        if clash and _acts_agree(one, other):
            yield _line("count", one, other)


def _clash(one: Count, other: Count) -> bool:
    return bool(one.counted & other.counted) and (one.high < other.low or other.high < one.low)
