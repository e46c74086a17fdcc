"""Tells which rows of different sources speak of the same person, and gives each an id."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from rapidfuzz import fuzz

from dragoman.registry.building.record import Term
from dragoman.registry.spelling import fold_phrase, skeleton
from dragoman.registry.tables import first_day, last_day

# Source by source, whose spelling is shown: Wikidata's first, the Factbook's last.
_ORDER = ("Wikidata", "by hand", "IfG", "congress", "CIA")
_NEAR_DAYS = 550
_SAME_NAME_DAYS = 25 * 365
_SAME_SEAT_DAYS = 75
_STYLES = frozenset(
    {"lord", "lady", "sir", "baroness", "earl", "viscount", "king", "queen", "pope", "prince", "dame"}
)
_SEATS = frozenset({"head of state", "head of government", "foreign minister", "defence minister"})


class Person:
    """A person under construction: every spelling and every term found."""

    def __init__(self) -> None:
        self.terms: list[Term] = []
        self.spans: list[tuple[int, int]] = []

    def add(self, term: Term) -> None:
        """Take in another term."""
        self.terms.append(term)
        self.spans.append(_span(term))

    def days_from(self, term: Term) -> int:
        """How far the term lies from this person's nearest one; 0 where they overlap."""
        start, end = _span(term)
        return min(max(0, s - end, start - e) for s, e in self.spans)

    @property
    def names(self) -> tuple[str, ...]:
        """Every spelling, the one to show first."""
        ranked = sorted(self.terms, key=lambda t: _rank(t.source))
        return tuple(dict.fromkeys(name for term in ranked for name in term.names))

    @property
    def wikidata(self) -> str:
        """The Q number, where one is known."""
        return next((t.wikidata for t in self.terms if t.wikidata), "")


def _rank(source: str) -> int:
    return next((i for i, name in enumerate(_ORDER) if source.startswith(name)), len(_ORDER))


def _span(term: Term) -> tuple[int, int]:
    start, end = first_day(term.start), last_day(term.end)
    assert start is not None
    return start.toordinal(), (end.toordinal() if end else start.toordinal() + 400)


def gather(terms: Iterable[Term]) -> list[Person]:
    """The persons behind the terms, in a fixed order."""
    ordered = sorted(
        terms, key=lambda t: (_rank(t.source), t.polity, t.wikidata, t.names, t.start, t.kind, t.title)
    )
    by_number: dict[str, Person] = {}
    by_surname: dict[tuple[str, str], list[Person]] = defaultdict(list)
    persons: list[Person] = []
    for term in ordered:
        person = by_number.get(term.wikidata) if term.wikidata else None
        keys = {(term.polity, key) for name in term.names for key in _surnames(term, name)}
        if person is None and not term.wikidata:
            person = _find(term, keys, by_surname)
        if person is None:
            person = Person()
            persons.append(person)
        person.add(term)
        if term.wikidata:
            by_number[term.wikidata] = person
        for key in sorted(keys):
            if person not in by_surname[key]:
                by_surname[key].append(person)
    return persons


def _surnames(term: Term, name: str) -> set[str]:
    words = fold_phrase(term.surname or name)
    return {skeleton(word) for word in words if len(word) > 2 and word not in _STYLES} or {
        skeleton(words[-1])
    }


def _find(
    term: Term, keys: set[tuple[str, str]], by_surname: dict[tuple[str, str], list[Person]]
) -> Person | None:
    for key in sorted(keys):
        for person in by_surname.get(key, ()):
            distance = person.days_from(term)
            if _same_seat(term, person):
                return person
            same = any(_folded(a) == _folded(b) for a in term.names for b in person.names)
            alike = same or any(_alike(a, b) for a in term.names for b in person.names)
            if (alike and distance <= _NEAR_DAYS) or (same and distance <= _SAME_NAME_DAYS):
                return person
    return None


def _same_seat(term: Term, person: Person) -> bool:
    """Whether they took the same high office under one surname within days of each other."""
    if term.kind not in _SEATS or len(term.start) < 10:
        return False
    begun = _span(term)[0]
    return any(
        other.kind == term.kind
        and other.polity == term.polity
        and len(other.start) == 10
        and abs(_span(other)[0] - begun) <= _SAME_SEAT_DAYS
        for other in person.terms
    )


def _folded(name: str) -> tuple[str, ...]:
    return fold_phrase(name)


def _alike(name: str, other: str) -> bool:
    """Whether two spellings can be one person: the shorter's words all stand in the longer."""
    ours, theirs = ([skeleton(w) for w in fold_phrase(n) if w not in _STYLES] for n in (name, other))
    short, long = sorted((ours, theirs), key=len)
    return len(short) > 1 and all(any(w == v or fuzz.ratio(w, v) >= 75 for v in long) for w in short)


def number(persons: list[Person]) -> Iterator[tuple[str, Person]]:
    """Each person with an id: the Q number, else the polity and the name."""
    used: set[str] = set()
    for person in persons:
        name = "-".join(fold_phrase(person.names[0]))
        polity = person.terms[0].polity.removeprefix("org:").lower()
        key = person.wikidata or f"person:{polity}-{name}"
        serial = 2
        while key in used:
            key = f"person:{polity}-{name}-{serial}"
            serial += 1
        used.add(key)
        yield key, person
