"""Persons and their terms in office, found by name as it may be spelt, or by office and day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from rapidfuzz import fuzz, process

from dragoman.registry.polities import Period
from dragoman.registry.spelling import fold_phrase, skeleton
from dragoman.registry.tables import read_rows, read_table

_FAMILY_FIRST = frozenset({"CHN", "TWN", "PRK", "KOR", "HKG"})
_EITHER = frozenset({"VNM", "VDR", "RVN", "KHM", "LAO", "MMR", "IDN", "IRQ", "ETH", "ERI"})
_TAIL = frozenset({"jr", "sr", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xvi", "xxiii"})
_PARTICLES = frozenset(
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


@dataclass(frozen=True, slots=True)
class Person:
    """A person: id, the name to show, and for each spelling its words, and the surnames among them."""

    key: str
    name: str
    spellings: tuple[tuple[str, ...], ...]
    surnames: frozenset[str]


class People:
    """The persons of the registry; `named` and `holders` are the two ways in.

    Rows stay as they were read until somebody asks for them, so that loading is quick.
    """

    def __init__(
        self, persons: list[list[str]], terms: list[list[str]], nicknames: Iterable[Sequence[str]]
    ) -> None:
        self._rows = {row[0]: row for row in persons}
        self._term_rows: dict[str, list[list[str]]] = {}
        self._by_office: dict[tuple[str, str], list[list[str]]] = {}
        for row in terms:
            self._term_rows.setdefault(row[0], []).append(row)
            self._by_office.setdefault((row[1], row[2]), []).append(row)
        self._by_word: dict[str, list[str]] = {}
        for key, _, _, words in persons:
            for form in words.split(" "):
                self._by_word.setdefault(form, []).append(key)
        self._by_initial: dict[str, list[str]] = {}
        for form in self._by_word:
            self._by_initial.setdefault(form[:1], []).append(form)
        self._nicknames: dict[str, set[int]] = {}
        for group, names in enumerate(nicknames):
            for name in names:
                self._nicknames.setdefault(skeleton(name), set()).add(group)
        self._persons: dict[str, Person] = {}
        self._terms: dict[str, tuple[Term, ...]] = {}

    @classmethod
    def load(cls) -> People:
        """Everybody in the tables."""
        nicknames = [row["names"].split() for row in read_rows("by_hand/nicknames.tsv")]
        return cls(read_table("persons.tsv.gz")[1], read_table("terms.tsv.gz")[1], nicknames)

    def __len__(self) -> int:
        return len(self._rows)

    def spellings(self) -> Iterator[tuple[str, list[str]]]:
        """Everybody's id and names as they are spelt."""
        return ((key, row[1].split("|")) for key, row in self._rows.items())

    def person(self, key: str) -> Person:
        """A person by id."""
        if key not in self._persons:
            _, names, surnames, _ = self._rows[key]
            spelt = names.split("|")
            spellings = tuple(dict.fromkeys(fold_phrase(name) for name in spelt))
            self._persons[key] = Person(key, spelt[0], spellings, frozenset(surnames.split(" ")))
        return self._persons[key]

    def terms(self, key: str) -> tuple[Term, ...]:
        """A person's terms."""
        if key not in self._terms:
            self._terms[key] = tuple(_term(row) for row in self._term_rows.get(key, ()))
        return self._terms[key]

    def holders(self, polity: str, kind: str, day: date) -> list[tuple[Person, Term]]:
        """Who held an office of a polity on a day, by the tables."""
        keys = dict.fromkeys(row[0] for row in self._by_office.get((polity, kind), ()))
        return [
            (self.person(key), term)
            for key in keys
            for term in self.terms(key)
            if (term.polity, term.kind) == (polity, kind) and term.period.holds(day)
        ]

    def named(self, words: Sequence[str], *, loosely: bool = False) -> list[tuple[Person, float]]:
        """Persons who may bear a name (folded words), with how well it fits from 0 to 1.

        `loosely` lets near spellings of the last word in, for names that stand beside a title.
        """
        core = [word for word in words if word not in _TAIL or len(words) == 1]
        if not core:
            return []
        last = skeleton(core[-1])
        forms = [last]
        if last not in self._by_word and loosely and len(last) >= 5:
            near = process.extract(
                last, self._by_initial.get(last[:1], ()), scorer=fuzz.ratio, score_cutoff=83
            )
            forms = [form for form, _, _ in near]
        if core[0] != core[-1] and len(core) > 1:
            forms.append(skeleton(core[0]))
        found: dict[str, tuple[Person, float]] = {}
        for form in forms:
            for key in self._by_word.get(form, ()):
                person = self.person(key)
                fit = max((self._fit(words, spelling, person) for spelling in person.spellings), default=0.0)
                if fit > 0:
                    found[person.key] = (person, fit if form == last else fit - 0.05)
        return sorted(found.values(), key=lambda pair: (-pair[1], pair[0].key))

    def _fit(self, words: Sequence[str], spelling: Sequence[str], person: Person) -> float:
        forms = [skeleton(word) for word in words if word not in _PARTICLES]
        theirs = [skeleton(word) for word in spelling if word not in _PARTICLES]
        total = 0.0
        for form in forms:
            best = max((self._likeness(form, other) for other in theirs), default=0.0)
            if best < 0.7:
                return 0.0
            total += best
        near = any(
            form in person.surnames or any(fuzz.ratio(form, s) >= 83 for s in person.surnames if len(s) > 4)
            for form in forms
        )
        if not near:
            return 0.0
        return total / len(forms) - (0.0 if len(forms) > 1 else 0.25)

    def _likeness(self, form: str, other: str) -> float:
        if form == other:
            return 1.0
        if len(form) == 1 or len(other) == 1:
            return 0.8 if form[:1] == other[:1] else 0.0
        if self._nicknames.get(form, set()) & self._nicknames.get(other, set()):
            return 0.95
        if form[:1] != other[:1]:
            return 0.0
        return fuzz.ratio(form, other) / 100 - 0.05


def _term(row: list[str]) -> Term:
    _, polity, kind, title, start, end, source = row
    return Term(
        polity, kind, title, Period.of(start, end), f"{start} to {end or '?'}", source, len(start) == 10
    )


def index_forms(
    names: Sequence[str], surnames: Sequence[str], polities: set[str]
) -> tuple[list[str], list[str]]:
    """The skeletons of a person's surnames and of every word of the names, for the tables."""
    spellings = [fold_phrase(name) for name in names]
    marked = {skeleton(w) for name in surnames for w in fold_phrase(name) if w not in _PARTICLES}
    for words in spellings:
        marked |= _surnames(words, polities)
    forms = {skeleton(word) for words in spellings for word in words if word not in _PARTICLES}
    return sorted(marked), sorted(forms or marked)


def _surnames(words: tuple[str, ...], polities: set[str]) -> set[str]:
    """The words of a name by which its bearer is called alone."""
    core = [word for word in words if word not in _TAIL and word not in _STYLES]
    plain = [word for word in core if word not in _PARTICLES]
    if not plain:
        return {skeleton(words[-1])}
    if words[0] in _STYLES or words[-1] in _TAIL:
        return {skeleton(word) for word in plain}
    if polities & _FAMILY_FIRST:
        return {skeleton(plain[0])}
    marked = {skeleton(plain[-1])} | {skeleton(word) for word in plain[1:]}
    return marked | ({skeleton(plain[0])} if polities & _EITHER else set())
