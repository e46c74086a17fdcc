"""Persons and their terms in office, found by name as it may be spelt, or by office and day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from rapidfuzz import fuzz, process
from rapidfuzz.distance import Levenshtein

from dragoman.registry.polities import Period
from dragoman.registry.source import PACKAGE, Source
from dragoman.registry.spelling import fold_phrase, skeleton
from dragoman.registry.tables import first_day, last_day

FAMILY_FIRST = frozenset({"CHN", "TWN", "PRK", "KOR", "HKG"})
"""Polities where the family's name comes first."""
_REMEMBERED = 20_000
_OUT_OF_ORDER = 0.15
"""What it costs that words stand otherwise than in the name: Ben Ali is not Ali Ben Bongo."""
_SHORT, _LONG = 5, 9
"""Forms from the first length on may differ in one letter, from the second in two."""
_CLOSES = 0.8
_EITHER = frozenset(
    {"THA", "MYS", "SGP", "VNM", "VDR", "RVN", "KHM", "LAO", "MMR", "IDN", "IRQ", "ETH", "ERI"}
)
_TAIL = frozenset({"jr", "sr", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xvi", "xxiii"})
PARTICLES = frozenset(
    {
        "al",
        "el",
        "de",
        "da",
        "do",
        "dos",
        "la",
        "le",
        "van",
        "von",
        "bin",
        "ibn",
        "der",
        "den",
        "di",
        "ul",
        "d",
        "e",
    }
)
_STYLES = frozenset(
    "king queen pope patriarch prince princess emperor lord lady sir baroness archbishop mullah".split()
)


@dataclass(frozen=True, slots=True)
class Term:
    """A person's time in an office of a polity ("RUS", "org:nato")."""

    polity: str
    kind: str
    title: str
    period: Period
    dates: str
    source: str
    exact: bool

    @property
    def core(self) -> Period:
        """The days on which the term surely ran, as short as the precision of its dates allows."""
        start, end = self.dates.split(" to ")
        return Period(last_day(start), None if end == "?" else first_day(end))


@dataclass(frozen=True, slots=True)
class Person:
    """A person: id, the name to show, for each spelling the forms of its words, and the surnames among them.

    Forms are those that spellings share (`skeleton`), without particles.
    """

    key: str
    name: str
    spellings: tuple[tuple[str, ...], ...]
    surnames: frozenset[str]


class People:
    """The persons of the registry; `named`, `bearer` and `holders` are the ways in.

    Rows stay the lines that were read until somebody asks for them, so that loading is quick and small.
    """

    def __init__(
        self, persons: Iterable[str], terms: Iterable[str], nicknames: Iterable[Sequence[str]]
    ) -> None:
        self._lines: dict[str, str] = {}
        self._by_word: dict[str, str] = {}
        for line in persons:
            key, rest = line.split("\t", 1)
            self._lines[key] = rest
            for form in rest[rest.rindex("\t") + 1 :].split(" "):
                held = self._by_word.get(form)
                self._by_word[form] = f"{held} {key}" if held else key
        self._term_lines: dict[str, str] = {}
        self._by_office: dict[tuple[str, str], list[str]] = {}
        for line in terms:
            key, polity, kind, _ = line.split("\t", 3)
            held = self._term_lines.get(key)
            rest = line[len(key) + 1 :]
            self._term_lines[key] = f"{held}\n{rest}" if held else rest
            self._by_office.setdefault((polity, kind), []).append(key)
        self._by_initial: dict[str, list[str]] = {}
        for form in self._by_word:
            self._by_initial.setdefault(form[:1], []).append(form)
        self._nicknames: dict[str, set[int]] = {}
        for group, names in enumerate(nicknames):
            for name in names:
                self._nicknames.setdefault(skeleton(name), set()).add(group)
        self.bearer = lru_cache(maxsize=_REMEMBERED)(self._bearer)
        self._remembered = lru_cache(maxsize=_REMEMBERED)(self._named)
        self._persons: dict[str, Person] = {}
        self._terms: dict[str, tuple[Term, ...]] = {}

    @classmethod
    def load(cls, source: Source = PACKAGE) -> People:
        """Everybody in the tables."""
        nicknames = [row["names"].split() for row in source.rows("by_hand/nicknames.tsv")]
        return cls(source.lines("persons.tsv.gz"), source.lines("terms.tsv.gz"), nicknames)

    def __len__(self) -> int:
        return len(self._lines)

    def spellings(self) -> Iterator[tuple[str, list[str]]]:
        """Everybody's id and names as they are spelt."""
        return ((key, _names(rest)) for key, rest in self._lines.items())

    def names(self, key: str) -> list[str]:
        """A person's names as they are spelt, the one to show first; none of an id that is not known."""
        return _names(self._lines[key]) if key in self._lines else []

    def person(self, key: str) -> Person:
        """A person by id."""
        if key not in self._persons:
            names, surnames = self._lines[key].split("\t")
            spelt = names.split("|")
            spellings = tuple(dict.fromkeys(_forms(fold_phrase(name)) for name in spelt))
            self._persons[key] = Person(key, spelt[0], spellings, frozenset(surnames.split(" ")))
        return self._persons[key]

    def terms(self, key: str) -> tuple[Term, ...]:
        """A person's terms."""
        if key not in self._terms:
            self._terms[key] = tuple(map(_term, self._term_lines.get(key, "").splitlines()))
        return self._terms[key]

    def holders(self, polity: str, kind: str, day: date) -> list[tuple[Person, Term]]:
        """Who held an office of a polity on a day, by the tables."""
        return [row for row in self.of_office(polity, kind) if row[1].period.holds(day)]

    def of_office(self, polity: str, kind: str) -> list[tuple[Person, Term]]:
        """Everybody who ever held an office of a polity, with the terms in it."""
        keys = dict.fromkeys(self._by_office.get((polity, kind), ()))
        return [
            (self.person(key), term)
            for key in keys
            for term in self.terms(key)
            if (term.polity, term.kind) == (polity, kind)
        ]

    def named(self, words: Sequence[str], *, loosely: bool = False) -> tuple[tuple[Person, float], ...]:
        """Persons who may bear a name (folded words), with how well it fits from 0 to 1, best first.

        `loosely` lets near spellings of the last word in, for names that stand beside a title.
        """
        return self._remembered(tuple(words), loosely)

    def _bearer(self, words: tuple[str, ...]) -> str:
        """The first person of whom words are a full name, or its first and last word; "" for none."""
        forms = _forms(words)
        if len(forms) < 2:
            return ""
        for word in (forms[-1], forms[0]):
            for key in self._by_word.get(word, "").split():
                for spelling in self.person(key).spellings:
                    if spelling == forms or (len(forms) == 2 and (spelling[0], spelling[-1]) == forms):
                        return key
        return ""

    def _named(self, words: tuple[str, ...], loosely: bool) -> tuple[tuple[Person, float], ...]:
        core = [word for word in words if word not in _TAIL or len(words) == 1]
        if not core:
            return ()
        said = _forms(words)
        forms = list(dict.fromkeys(_forms(core) or said))
        last = forms[-1] if forms else ""
        if last not in self._by_word and loosely and len(last) >= 5:
            near = process.extract(
                last, self._by_initial.get(last[:1], ()), scorer=fuzz.ratio, score_cutoff=83
            )
            forms += [form for form, _, _ in near]
        found: dict[str, tuple[Person, float]] = {}
        for form in forms:
            for key in self._by_word.get(form, "").split():
                person = self.person(key)
                fit = max((self._fit(said, spelling, person) for spelling in person.spellings), default=0.0)
                if fit > 0 and key not in found:
                    found[key] = (person, fit)
        return tuple(sorted(found.values(), key=lambda pair: (-pair[1], pair[0].key)))

    def _fit(self, forms: Sequence[str], theirs: Sequence[str], person: Person) -> float:
        total, places = 0.0, []
        for form in forms:
            likeness = [self._likeness(form, other) for other in theirs]
            best = max(likeness, default=0.0)
            if best < 0.7:
                return 0.0
            places.append(likeness.index(best))
            total += best
        near = any(
            form in person.surnames or any(self._likeness(form, s) >= 0.7 for s in person.surnames)
            for form in forms
        )
        if not near:
            return 0.0
        if len(forms) > 1:
            return total / len(forms) - (0.0 if places == sorted(set(places)) else _OUT_OF_ORDER)
        closes = self._likeness(forms[0], theirs[-1]) >= _CLOSES
        return total - (0.25 if closes or person.surnames <= {theirs[0]} else 0.35)

    def _likeness(self, form: str, other: str) -> float:
        if form == other:
            return 1.0
        if len(form) == 1 or len(other) == 1:
            return 0.8 if form[:1] == other[:1] else 0.0
        if self._nicknames.get(form, set()) & self._nicknames.get(other, set()):
            return 0.95
        if form[:1] != other[:1]:
            return 0.0
        edits = Levenshtein.distance(form, other, score_cutoff=2)
        allowed = 0 if len(form) < _SHORT else 1 if len(form) < _LONG else 2
        return 1 - 0.1 * edits if edits <= allowed else 0.0


def _forms(words: Sequence[str]) -> tuple[str, ...]:
    """The forms of the words of a name, particles left out."""
    return tuple(skeleton(word) for word in words if word not in PARTICLES)


def _names(line: str) -> list[str]:
    """The spellings in a person's line without its key."""
    return line[: line.index("\t")].split("|")


def _term(line: str) -> Term:
    polity, kind, title, start, end, source = line.split("\t")
    return Term(
        polity, kind, title, Period.of(start, end), f"{start} to {end or '?'}", source, len(start) == 10
    )


def surname_forms(names: Sequence[str], surnames: Sequence[str], polities: set[str]) -> list[str]:
    """The forms of the words by which a person is called alone, for the tables."""
    marked = {form for name in surnames for form in _forms(fold_phrase(name))}
    for name in names:
        marked |= _surnames(fold_phrase(name), polities)
    return sorted(marked)


def _surnames(words: tuple[str, ...], polities: set[str]) -> set[str]:
    """The words of a name by which its bearer is called alone."""
    core = [word for word in words if word not in _TAIL and word not in _STYLES]
    plain = [word for word in core if word not in PARTICLES]
    if not plain:
        return {skeleton(words[-1])}
    if words[0] in _STYLES or words[-1] in _TAIL:
        return {skeleton(word) for word in plain}
    if polities & FAMILY_FIRST:
        return {skeleton(plain[0])}
    marked = {skeleton(plain[-1])} | {skeleton(word) for word in plain[1:]}
    return marked | ({skeleton(plain[0])} if polities & _EITHER else set())
