"""What is doubtful in the tables: overlaps, gaps, terms that cannot be."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from dragoman.registry.people import People, Person, Term
from dragoman.registry.polities import Polities

CHAINS = ("head of state", "head of government", "foreign minister", "defence minister", "secretary-general")
"""Offices that one person holds at a time, and that are never long vacant."""
_HANDING_OVER = timedelta(days=45)
_VACANCY = timedelta(days=120)
_LONGEST = timedelta(days=75 * 366)


@dataclass(frozen=True, slots=True)
class Finding:
    """One doubtful thing: what sort (overlap, gap, impossible), of which office, told in words."""

    sort: str
    polity: str
    office: str
    words: str


def check(people: People, polities: Polities, of: str = "") -> Iterator[Finding]:
    """Everything doubtful, of one polity or body if it is named; in the order of polities and offices."""
    held: dict[tuple[str, str], list[tuple[Person, Term]]] = defaultdict(list)
    for key, _ in people.spellings():
        for term in people.terms(key):
            if not of or term.polity == of:
                held[term.polity, term.kind].append((people.person(key), term))
    for (polity, office), rows in sorted(held.items()):
        for words in _impossible(rows, polities):
            yield Finding("impossible", polity, office, words)
        if office in CHAINS:
            line = sorted(rows, key=lambda row: (row[1].period.start or date.min, row[0].key))
            yield from (Finding("overlap", polity, office, words) for words in _overlaps(line))
            yield from (Finding("gap", polity, office, words) for words in _gaps(line))


def _impossible(rows: Sequence[tuple[Person, Term]], polities: Polities) -> Iterator[str]:
    for person, term in rows:
        start, end = term.period.start, term.period.end
        told = f"{person.name}, {term.dates} ({term.source})"
        if start and end and start > end:
            yield f"{told} ends before it begins"
        elif start and end and end - start > _LONGEST:
            yield f"{told} lasts more than 75 years"
        elif start and term.kind in CHAINS and _outlives(term, polities):
            yield f"{told} lies outside the time of the state"


def _outlives(term: Term, polities: Polities) -> bool:
    """Whether a term lies outside its state's time; leaders of a land that was to become one do not."""
    return not term.polity.startswith("org:") and not polities.existed(term.polity, term.period)


def _overlaps(line: Sequence[tuple[Person, Term]]) -> Iterator[str]:
    """Two persons in the office for more than a hand-over; terms known to the day only."""
    exact = [(p, t) for p, t in line if t.exact and len(t.dates.split(" to ")[1]) == 10]
    for (one, term), (other, later) in pairwise(exact):
        if one.key == other.key:
            continue
        end, start = term.period.end, later.period.start
        if end and start and end - start > _HANDING_OVER:
            yield (
                f"{one.name}, {term.dates} ({term.source}), and {other.name}, {later.dates} ({later.source})"
            )


def _gaps(line: Sequence[tuple[Person, Term]]) -> Iterator[str]:
    reached: date | None = None
    last = ""
    for person, term in line:
        start, end = term.period.start, term.period.end or date.max
        if reached and start and start - reached > _VACANCY:
            yield f"nobody from {reached} ({last}) to {start} ({person.name})"
        if reached is None or end > reached:
            reached, last = end, person.name
