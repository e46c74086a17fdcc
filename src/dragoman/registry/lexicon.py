"""Every phrase the registry knows, with what it may mean and when, and the finding of them in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from dragoman.registry.offices import Office, Role, Titles, plural_phrase
from dragoman.registry.polities import Period
from dragoman.registry.source import PACKAGE, Source
from dragoman.registry.spelling import Word, fold_phrase
from dragoman.registry.tables import spread

ALWAYS = Period()
_SHORTEST = 2
_WAYS = ("any", "Capital", "UPPER")


@dataclass(frozen=True, slots=True)
class Organisation:
    """A body, alliance, party or armed group, as it was in a period."""

    key: str
    name: str
    code: str
    sector: str
    polity: str
    period: Period


@dataclass(frozen=True, slots=True)
class People:
    """A people as an actor, with the polity it belongs to and its usual sector in a period."""

    key: str
    name: str
    polity: str
    code: str
    sector: str
    period: Period


@dataclass(frozen=True, slots=True)
class Group:
    """States that one expression stands for in a period, by their polities."""

    members: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sense:
    """One thing a phrase may mean.

    `kind` is name, adjective, demonym, seat, city, region, ministry, military, intelligence or
    parliament (of the polity `key`), or organisation, people, group, office, role, person (of `key`).
    `written` says which letters it takes: "any", "Capital" or "UPPER".
    """

    kind: str
    key: str
    period: Period = ALWAYS
    written: str = "Capital"
    what: Organisation | People | Group | Office | Role | None = None


@dataclass(frozen=True, slots=True)
class Sighting:
    """A known phrase among the words: from word `start` up to `end`, and what it may mean that day."""

    start: int
    end: int
    senses: tuple[Sense, ...]
    stale: bool = False


class Lexicon:
    """Phrases by their folded words. Longest match first, from left to right."""

    def __init__(self) -> None:
        self._senses: dict[tuple[str, ...], list[Sense]] = {}
        self._longest: dict[str, int] = {}

    def __len__(self) -> int:
        return len(self._senses)

    def __contains__(self, words: object) -> bool:
        return words in self._senses

    def add(self, words: tuple[str, ...], sense: Sense) -> None:
        """Enter a phrase."""
        if not words:
            return
        self._senses.setdefault(words, []).append(sense)
        if len(words) > self._longest.get(words[0], 0):
            self._longest[words[0]] = len(words)

    def entries(self) -> Iterator[tuple[tuple[str, ...], list[Sense]]]:
        """Every phrase with its senses."""
        return iter(self._senses.items())

    def words_for(self, key: str) -> tuple[str, ...]:
        """The phrases, in folded words, that may mean an organisation or people."""
        kinds = {"organisation", "people"}
        return tuple(
            " ".join(words)
            for words, senses in self._senses.items()
            if any(sense.key == key and sense.kind in kinds for sense in senses)
        )

    def sightings(self, words: Sequence[Word], day: date | None) -> tuple[Sighting, ...]:
        """The known phrases in the words, without overlap."""
        found = []
        at = 0
        while at < len(words):
            sighting = self._sighting(words, at, day)
            if sighting is not None:
                found.append(sighting)
            at = sighting.end if sighting else at + 1
        return tuple(found)

    def _sighting(self, words: Sequence[Word], at: int, day: date | None) -> Sighting | None:
        stale: Sighting | None = None
        for length in range(min(self._longest.get(words[at].folded, 0), len(words) - at), 0, -1):
            part = words[at : at + length]
            senses = self._senses.get(tuple(word.folded for word in part))
            if not senses:
                continue
            fit = tuple(sense for sense in senses if is_written(sense.written, part))
            today = tuple(sense for sense in fit if sense.period.holds(day))
            if today:
                return Sighting(at, at + length, today)
            if fit and stale is None:
                nearest = fit if day is None else (min(fit, key=lambda s: abs(s.period.distance(day))),)
                stale = Sighting(at, at + length, nearest, stale=True)
        return stale


def is_written(written: str, part: Sequence[Word]) -> bool:
    """Whether words have the letters that a phrase wants: "any", "Capital" or "UPPER"."""
    if written == "any":
        return True
    if written == "UPPER":
        return all(word.text == word.text.upper() for word in part)
    return any(word.capital for word in part)


def letters_of(words: str) -> str:
    """How a phrase of the tables wants to be written, by how the table writes it."""
    if words.islower():
        return "any"
    plain = words.replace(".", "")
    return "UPPER" if plain.isupper() and len(plain) <= 5 else "Capital"


def load_lexicon(source: Source = PACKAGE) -> Lexicon:
    """The lexicon from the tables: states, organisations, peoples, offices, roles."""
    lexicon = Lexicon()
    for words, sense in (
        *_state_senses(source),
        *_organisation_senses(source),
        *_people_senses(source),
        *_group_senses(source),
        *_common_senses(source),
    ):
        lexicon.add(words, sense)
    for words, sense in _outlet_senses(source):
        if words not in lexicon:
            lexicon.add(words, sense)
    return lexicon


def _state_senses(source: Source) -> Iterator[tuple[tuple[str, ...], Sense]]:
    for words, polity, kind, start, end, _ in source.table("state_words.tsv"):
        sense = Sense(kind, polity, Period.of(start, end), letters_of(words))
        folded = fold_phrase(words)
        yield folded, sense
        if kind == "adjective" and folded[-1].endswith(("an", "i", "k", "t", "b", "sh", "se", "ch")):
            plural = (*folded[:-1], folded[-1] + ("" if folded[-1].endswith(("sh", "se", "ch")) else "s"))
            yield plural, Sense("demonym", polity, sense.period, sense.written)


def _organisation_senses(source: Source) -> Iterator[tuple[tuple[str, ...], Sense]]:
    for row in source.rows("by_hand/organisations.tsv"):
        period = Period.of(row["start"], row["end"])
        what = Organisation(row["id"], row["name"], row["code"], row["sector"], row["polity"], period)
        senses = {way: Sense("organisation", row["id"], period, way, what) for way in _WAYS}
        for words in row["words"].split("|"):
            yield fold_phrase(words), senses[letters_of(words)]


def _people_senses(source: Source) -> Iterator[tuple[tuple[str, ...], Sense]]:
    for row in source.rows("by_hand/peoples.tsv"):
        period = Period.of(row["start"], row["end"])
        what = People(row["id"], row["name"], row["polity"], row["code"], row["sector"], period)
        sense = Sense("people", row["id"], period, "Capital", what)
        for words in row["words"].split("|"):
            folded = fold_phrase(words)
            for form in {folded, (*folded[:-1], folded[-1] + "s")}:
                yield form, sense


def _outlet_senses(source: Source) -> Iterator[tuple[tuple[str, ...], Sense]]:
    """News agencies by every name, other outlets by names of two words and more ("Independent" is a word)."""
    for row in source.rows("../outlets/outlets.tsv"):
        period = Period.of(row["since"], row["until"])
        key = "-".join(fold_phrase(row["name"]))
        what = Organisation(key, row["name"], row["country"], "JRN", row["country"], period)
        sense = Sense("organisation", key, period, "Capital", what)
        for words in (row["name"], *row["aliases"].split("|")):
            folded = fold_phrase(words.removeprefix("The "))
            told = len(folded) > 1 or (row["kind"] == "agency" and len(words) > _SHORTEST)
            if folded and told:
                yield folded, sense


def _group_senses(source: Source) -> Iterator[tuple[tuple[str, ...], Sense]]:
    for words, row in spread(source.rows("by_hand/groups.tsv")):
        period = Period.of(row["start"], row["end"])
        yield fold_phrase(words), Sense("group", words, period, "any", Group(tuple(row["members"].split())))


def _common_senses(source: Source) -> Iterator[tuple[tuple[str, ...], Sense]]:
    for phrase, offices in Titles(source.rows("by_hand/offices.tsv")).offices().items():
        for office in offices:
            yield phrase, Sense("office", office.kind, ALWAYS, "any", office)
            several = Office(office.kind, office.sector, office.rank, office.polities, many=True)
            yield plural_phrase(phrase), Sense("office", office.kind, ALWAYS, "any", several)
    for words, row in spread(source.rows("by_hand/roles.tsv")):
        role = Role(words, row["sector"], row["sort"])
        yield fold_phrase(words), Sense("role", words, ALWAYS, "any", role)
