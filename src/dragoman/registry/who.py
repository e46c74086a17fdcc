"""The registry: who is that, on that day."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import cached_property, lru_cache
from pathlib import Path

from dragoman.errors import RegistryError
from dragoman.model import Bound, Name, Place, Reading, Resolution
from dragoman.registry.bodies import Bodies, Body
from dragoman.registry.dating import bounds_of
from dragoman.registry.lexicon import load_lexicon
from dragoman.registry.mentions import Mentions
from dragoman.registry.naming import Naming
from dragoman.registry.offices import Office, Titles
from dragoman.registry.organisations import Organisations
from dragoman.registry.overlay import read_overlay
from dragoman.registry.people import People
from dragoman.registry.phrase import Phrase
from dragoman.registry.places import Places
from dragoman.registry.polities import Polities
from dragoman.registry.relatives import PRONOUNS, Relative, relative_of, whom
from dragoman.registry.resolving import Resolver
from dragoman.registry.scanning import PERSON, Scanner
from dragoman.registry.source import PACKAGE, Source
from dragoman.registry.standing import Standing
from dragoman.registry.surroundings import ALONE, Context
from dragoman.registry.terms import Asked, held_on
from dragoman.registry.upkeep import Finding, check

_REMEMBERED = 50_000
_LIKELY, _BY_COMPANY = 0.5, 0.6
"""The score that a namesake must have to be told from others by the sentence, and the most it has then."""
_LABELS = {"name": "LOC", "seat": "LOC", PERSON: "PER", "organisation": "ORG"} | dict.fromkeys(
    ("ministry", "military", "intelligence", "parliament"), "ORG"
)


class Registry:
    """Dated tables of states, offices, persons, bodies and places, and the questions to ask them."""

    def __init__(self, source: Source = PACKAGE) -> None:
        self.polities = Polities(source.rows("polities.tsv"), source.rows("by_hand/de_facto.tsv"))
        self.people = People.load(source)
        self.lexicon = load_lexicon(source)
        offices: dict[str, Office] = {}
        titles = source.rows("by_hand/offices.tsv")
        self._titles = Titles(titles)
        for row in titles:
            offices.setdefault(row["kind"], Office(row["kind"], row["sector"], int(row["rank"])))
        self._organisations = Organisations(source.rows("by_hand/organisations.tsv"))
        self.bodies = Bodies(self.polities, self._organisations, source)
        self.places = Places(source)
        self._naming = Naming(self.people, Standing(self.polities, offices, self._organisations))
        self._resolver = Resolver(self.lexicon, self._naming, self.polities, self.places)
        self._resolve = lru_cache(maxsize=_REMEMBERED)(self._resolve_anew)

    @classmethod
    def load(cls, overlay: Path | None = None) -> Registry:
        """The registry of the package's tables, with a user's overlay if there is one; read once per process.

        Raises RegistryError where the overlay does not hold what it should.
        """
        return _load(overlay)

    def resolve(self, words: str, day: date | None, context: Context = ALONE) -> tuple[Resolution, ...]:
        """Who a noun phrase stands for on a day: ranked candidates, best first, never empty.

        `context` is what the sentence shows beside it (`surroundings`): a title, an apposition, or
        that the words only tell where, so that no sector is given. Without a day only what
        holds at any time counts, at a lower score. The first candidate has `entity` None where
        nobody known fits or several do; code and sector then still say what the words show.
        """
        return self._resolve(unicodedata.normalize("NFC", " ".join(words.split())), day, context)

    def _resolve_anew(self, words: str, day: date | None, context: Context) -> tuple[Resolution, ...]:
        relative = relative_of(words) if day else None
        if relative is not None and day is not None and relative.owner.lower() not in PRONOUNS:
            owner = self._resolver.resolve(relative.owner, day, ALONE)[0]
            found = self._whom(relative, owner, day)
            return (found or Resolution(why=f"the tables do not tell who “{words}” is"),)
        return self._resolver.resolve(words, day, context)

    def resolve_at(
        self, mentions: Mentions, start: int, end: int, day: date | None
    ) -> tuple[Resolution, ...]:
        """Who is meant by the words from `start` to `end` of a text that has been read.

        What the sentence shows beside them counts; pronouns and bare surnames stand for the words
        that they take up. The candidates are as `resolve` gives them.
        """
        matched = self._relative(mentions, start, end, day)
        first = mentions.taken_up(start, end)
        if matched is not None:
            return (matched,)
        if first is None:
            found = self.resolve(mentions.text[start:end], day, mentions.context(start, end))
            return self._settled(found, mentions, start, day)
        words = mentions.text[slice(*first)]
        found = self.resolve(words, day, mentions.context(*first))
        return tuple(replace(one, why=f"takes up “{words}”: {one.why}") for one in found)

    def _settled(
        self, found: tuple[Resolution, ...], mentions: Mentions, start: int, day: date | None
    ) -> tuple[Resolution, ...]:
        """A people of no state gets that of the places named in its sentence, where they lie in one."""
        best = found[0]
        if best.entity is None and len(found) > 1:
            return self._by_company(found, mentions, start, day)
        if best.code is not None or not (best.entity or "").startswith("people:"):
            return found
        places = [self.places.find(name) for name in mentions.places(start)]
        codes = {self.polities.code(place.country, day) for place in places if place and place.country}
        if len(codes) != 1:
            return found
        code = codes.pop()
        told = best.why.removesuffix(", state not shown")
        return (replace(best, code=code, why=f"{told}, in a sentence about {code}"), *found[1:])

    def _by_company(
        self, found: tuple[Resolution, ...], mentions: Mentions, start: int, day: date | None
    ) -> tuple[Resolution, ...]:
        """Of several whom a name may mean, the one whose state its sentence names besides."""
        beside = self.names_in(mentions.sentence_text(start))
        states = [key.removeprefix("state:") for _, _, key in beside if key.startswith("state:")]
        codes = {self.polities.code(state, day) for state in states}
        likely = [one for one in found[1:] if one.code in codes and one.score >= _LIKELY]
        if len(likely) != 1:
            return found
        told = f"{likely[0].why}; the sentence names {likely[0].code}"
        rest = (one for one in found[1:] if one is not likely[0])
        return (replace(likely[0], score=min(likely[0].score, _BY_COMPANY), why=told), *rest)

    def _relative(self, mentions: Mentions, start: int, end: int, day: date | None) -> Resolution | None:
        relative = relative_of(mentions.text[start:end])
        if relative is None or day is None or relative.owner.lower() not in PRONOUNS:
            return None
        span = mentions.taken_up(start, start + len(relative.owner))
        return self._whom(relative, self.resolve_at(mentions, *span, day)[0], day) if span else None

    def _whom(self, relative: Relative, owner: Resolution, day: date) -> Resolution | None:
        def polity_of(words: str) -> str:
            return next(iter(self._resolver.phrase(words, day, ALONE).belongs), "")

        return whom(relative, owner, day, self._naming, self.people, polity_of)

    def bounds(self, reading: Reading) -> tuple[Bound, ...]:
        """What the office-holders that a text names tell of its day."""
        mentions = Mentions(reading)
        names = [n for s in reading.sentences for n in s.names if n.label == "PER"]
        return tuple(bounds_of(self._naming, [(n, self._phrase(mentions, n)) for n in names]))

    def _phrase(self, mentions: Mentions, name: Name) -> Phrase:
        start, end = name.anchor.start, name.anchor.end
        return self._resolver.phrase(name.anchor.text, None, mentions.context(start, end))

    def spellings(self, entity: str) -> tuple[str, ...]:
        """Every name under which the tables know a person, body or people by its id; none of others."""
        if entity.startswith(("org:", "people:")):
            return self.lexicon.words_for(entity.partition(":")[2])
        return tuple(self.people.names(entity))

    def place(self, words: str, day: date | None = None) -> Place | None:
        """Where a place lies, or None; the country is that of today, so the day decides nothing yet."""
        del day
        return self.places.find(words)

    def polity(self, words: str) -> str:
        """The key of a state or body by its code, id or name: "RUS", "org:nato".

        Raises RegistryError where it is none that the tables know.
        """
        if self.polities.has(words) or words.removeprefix("org:") in self._organisations:
            return words if self.polities.has(words) else "org:" + words.removeprefix("org:")
        entity = self.resolve(words, None)[0].entity or ""
        if entity.startswith(("state:", "org:")):
            return entity.removeprefix("state:")
        mend = "Give a code such as RUS, a name such as Russia, or a body such as NATO"
        raise RegistryError(f"no state or body {words!r} is known", mend=mend)

    def office(self, office: str, state: str, day: date) -> Asked:
        """Who held an office of a state or body on a day; RegistryError where either is not known."""
        return held_on(self.people, self._titles, office, self.polity(state), day)

    def doubts(self, polity: str = "") -> Iterator[Finding]:
        """What is doubtful in the tables: overlaps, gaps and impossible terms, of one polity if named."""
        return check(self.people, self.polities, polity)

    def body(self, entity_or_name: str, day: date) -> Body | None:
        """A decision body as it stood on a day, by its id ("org:nato") or a name.

        None where it is unknown or was not in being.
        """
        key = entity_or_name.removeprefix("org:")
        found = self.bodies.get(key, day)
        if found is None:
            entity = self.resolve(entity_or_name, day)[0].entity or ""
            found = self.bodies.get(entity.removeprefix("org:"), day) if entity.startswith("org:") else None
        return found

    def names_in(self, text: str) -> tuple[tuple[int, int, str], ...]:
        """Every known name of an actor in a text: start, end (code points), entity.

        States and their seats come as "state:RUS", bodies as "org:nato", peoples as "people:...",
        persons by full name as their id. The day is not asked: any name of any time counts.
        """
        prefix = {"organisation": "org:", "people": "people:", PERSON: ""}
        return tuple(
            (start, end, prefix.get(kind, "state:") + key)
            for start, end, kind, key in self._scanner.names(text)
        )

    def labels_in(self, text: str) -> tuple[tuple[int, int, str], ...]:
        """The same names as (start, end, PER, ORG or LOC); those of peoples, which are no names, left out."""
        return tuple(
            (start, end, _LABELS[kind])
            for start, end, kind, _ in self._scanner.names(text)
            if kind in _LABELS
        )

    @cached_property
    def _scanner(self) -> Scanner:
        return Scanner(self.lexicon, self.people)


@lru_cache(maxsize=2)
def _load(overlay: Path | None) -> Registry:
    return Registry(read_overlay(overlay) if overlay else PACKAGE)
