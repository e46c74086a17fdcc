"""Tells which rows of different sources speak of the same person, and gives each an id."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache

from rapidfuzz import fuzz

from dragoman.registry.building.record import Term
from dragoman.registry.people import FAMILY_FIRST
from dragoman.registry.spelling import fold_phrase, skeleton
from dragoman.registry.tables import first_day, last_day, read_rows

# Source by source, whose spelling is shown: Wikidata's first, the Factbook's last.
_ORDER = ("Wikidata", "by hand", "IfG", "congress", "CIA")
_NEAR_DAYS = 550
_SAME_NAME_DAYS = 25 * 365
_SAME_SEAT_DAYS = 75
_SAME_BEGIN_DAYS = 5
_CAREER_DAYS = 12 * 365
_STYLES = frozenset(
    "lord lady sir baroness earl viscount king queen pope patriarch prince princess crown dame emir sheikh "
    "shaykh sardar emperor shah haji dr general gen colonel col marshal admiral archbishop".split()
)
_LONG = 5
_SPELLINGS = 78
_FIRST_NAMES = 68
_PARTICLES = frozenset("al el as ad bin ben ibn de da van von der di du la ould abu".split())
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
    known = _Known()
    for term in ordered:
        person = known.by_number.get(term.wikidata) if term.wikidata else known.find(term)
        known.enter(person or Person(), term)
    return known.persons


class _Known:
    """The persons met so far, by number, by a word of the name, and by the high office they took."""

    def __init__(self) -> None:
        self.persons: list[Person] = []
        self.by_number: dict[str, Person] = {}
        self._by_word: dict[tuple[str, str], list[Person]] = defaultdict(list)
        self._by_name: dict[tuple[str, ...], list[Person]] = defaultdict(list)
        self._by_seat: dict[tuple[str, str], list[tuple[int, Person]]] = defaultdict(list)

    def _abroad(self, term: Term) -> Iterator[Person]:
        """Those of the same full name elsewhere, where the term or theirs is with a body or a group."""
        for name in term.names:
            words = fold_phrase(name)
            for person in self._by_name.get(words, ()) if len(words) > 1 else ():
                places = {other.polity for other in person.terms} | {term.polity}
                if (
                    any(place.startswith("org:") for place in places)
                    and person.days_from(term) <= _CAREER_DAYS
                ):
                    yield person

    def enter(self, person: Person, term: Term) -> None:
        """Give a person a term, and remember by what to find the person."""
        if not person.terms:
            self.persons.append(person)
        person.add(term)
        if term.wikidata:
            self.by_number[term.wikidata] = person
        if _is_seat(term):
            self._by_seat[term.polity, term.kind].append((_span(term)[0], person))
        for name in term.names:
            if person not in self._by_name[fold_phrase(name)]:
                self._by_name[fold_phrase(name)].append(person)
        for key in _keys(term):
            if person not in self._by_word[key]:
                self._by_word[key].append(person)

    def find(self, term: Term) -> Person | None:
        """The person of a term by name and time: who took the same high office then, else the nearest."""
        if _is_seat(term):
            for begun, person in self._by_seat[term.polity, term.kind]:
                apart = abs(begun - _span(term)[0])
                if apart <= _SAME_SEAT_DAYS and (_share_surname(term, person) or _share_all(term, person)):
                    return person
                if apart <= _SAME_BEGIN_DAYS and _share_word(term, person):
                    return person
        found = {id(p): p for key in sorted(_keys(term)) for p in self._by_word.get(key, ())}
        found |= {id(p): p for p in self._abroad(term)}
        near = [(person.days_from(term), n, person) for n, person in enumerate(found.values())]
        fit = [row for row in near if _is_same(term, row[2], row[0])]
        return min(fit)[2] if fit else None


def _is_seat(term: Term) -> bool:
    return term.kind in _SEATS and len(term.start) == 10


def _keys(term: Term) -> set[tuple[str, str]]:
    return {(term.polity, key) for name in term.names for key in _surnames(term, name)}


def _surnames(term: Term, name: str) -> set[str]:
    words = fold_phrase(term.surname or name)
    return {skeleton(word) for word in words if len(word) > 2 and word not in _STYLES} or {
        skeleton(words[-1])
    }


def _is_same(term: Term, person: Person, distance: int) -> bool:
    """Whether a person's names and time allow the term to be his or hers."""
    same = any(fold_phrase(a) == fold_phrase(b) for a in term.names for b in person.names)
    if same:
        return distance <= _SAME_NAME_DAYS
    first = term.polity in FAMILY_FIRST
    pairs = ((a, b) for a in term.names for b in person.names)
    return distance <= _NEAR_DAYS and any(_alike(a, b, family_first=first) for a, b in pairs)


def _share_surname(term: Term, person: Person) -> bool:
    """Whether a name begins and ends as one of the person's does."""
    return any(
        _spelt_alike(ours[-1], theirs[-1]) and (len(ours) == len(theirs) == 1 or _first_alike(ours, theirs))
        for ours in map(_forms, term.names)
        for theirs in map(_forms, person.names)
        if 1 not in (len(ours), len(theirs)) or ours == theirs
    )


def _share_all(term: Term, person: Person) -> bool:
    """Whether all words of a name, two or more, stand in one of the person's, in whatever order."""
    pairs = (sorted((_forms(a), _forms(b)), key=len) for a in term.names for b in person.names)
    return any(
        len(short) > 1 and all(any(_spelt_alike(w, v) for v in long) for w in short) for short, long in pairs
    )


def _share_word(term: Term, person: Person) -> bool:
    """Whether a long word stands in a name of both; enough where both took one office within days."""
    ours, theirs = ({w for name in names for w in _forms(name)} for names in (term.names, person.names))
    return any(len(w) >= _LONG and _spelt_alike(w, v) for w in ours for v in theirs)


def _first_alike(ours: list[str], theirs: list[str]) -> bool:
    one, other = ours[0], theirs[0]
    if 1 in (len(one), len(other)) or _nicknames().get(one, -1) == _nicknames().get(other, -2):
        return one[:1] == other[:1] or 1 not in (len(one), len(other))
    return one[:1] == other[:1] and fuzz.ratio(one, other) >= _FIRST_NAMES


@cache
def _nicknames() -> dict[str, int]:
    """Given names by the number of the group that stand for one another."""
    groups = enumerate(read_rows("by_hand/nicknames.tsv"))
    return {skeleton(name): number for number, row in groups for name in row["names"].split()}


def _forms(name: str) -> list[str]:
    """The words of a name without particles and styles, as spellings share them."""
    words = [word for word in fold_phrase(name) if word not in _PARTICLES]
    while len(words) > 1 and words[0] in _STYLES:
        words = words[1:]
    return [skeleton(word) for word in words] or [skeleton(name)]


def _alike(name: str, other: str, *, family_first: bool) -> bool:
    """Whether two spellings can be one person: the words of the shorter stand in the longer in their order.

    Both begin and end with the same name; where the family's name comes first, both have as many words.
    """
    short, long = sorted((_forms(name), _forms(other)), key=len)
    if len(short) < 2 or (family_first and len(short) < len(long)):
        return False
    if not (_spelt_alike(short[0], long[0]) and _spelt_alike(short[-1], long[-1])):
        return False
    rest = iter(long)
    return all(any(_spelt_alike(word, against) for against in rest) for word in short)


def _spelt_alike(word: str, other: str) -> bool:
    """Whether two words are one name: equal, or long, of one initial and nearly so."""
    if word == other:
        return True
    long = min(len(word), len(other)) >= _LONG and word[0] == other[0]
    return long and fuzz.ratio(word, other) >= _SPELLINGS


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
