"""The registry: who is that, on that day."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from dragoman.model import Place, Resolution
from dragoman.registry.bodies import Bodies, Body
from dragoman.registry.lexicon import ALWAYS, Lexicon, Sense, load_lexicon, scan
from dragoman.registry.naming import Naming
from dragoman.registry.offices import Office
from dragoman.registry.people import People
from dragoman.registry.places import Places
from dragoman.registry.polities import Period, Polities
from dragoman.registry.resolving import Resolver
from dragoman.registry.spelling import fold_phrase
from dragoman.registry.tables import read_rows

_REMEMBERED = 50_000
_SPOKEN = {"name", "seat", "organisation", "people", "ministry", "military", "intelligence", "parliament"}
_LABELS = {"name": "LOC", "seat": "LOC", "person": "PER", "organisation": "ORG"} | dict.fromkeys(
    ("ministry", "military", "intelligence", "parliament"), "ORG"
)


class Registry:
    """Dated tables of states, offices, persons, bodies and places, and the questions to ask them."""

    def __init__(self) -> None:
        self.polities = Polities(read_rows("polities.tsv"))
        self.people = People.load()
        self.lexicon = load_lexicon()
        offices: dict[str, Office] = {}
        for row in read_rows("by_hand/offices.tsv"):
            offices.setdefault(row["kind"], Office(row["kind"], row["sector"], int(row["rank"])))
        organisations = read_rows("by_hand/organisations.tsv")
        codes = {row["id"]: row["code"] for row in organisations}
        periods = {row["id"]: Period.of(row["start"], row["end"]) for row in organisations}
        self.bodies = Bodies(self.polities, codes, periods)
        self.places = Places()
        naming = Naming(self.people, self.polities, offices, codes)
        self._resolver = Resolver(self.lexicon, naming, self.polities, self.places)
        self._resolve = lru_cache(maxsize=_REMEMBERED)(self._resolve_anew)
        self._names: Lexicon | None = None

    @classmethod
    def load(cls) -> Registry:
        """The registry of the package's tables, read once per process."""
        return _load()

    def resolve(self, words: str, day: date | None, *, as_place: bool = False) -> tuple[Resolution, ...]:
        """Who a noun phrase stands for on a day: ranked candidates, best first, never empty.

        `as_place`: the words only tell where, so no sector is given. Without a day only what
        holds at any time counts, at a lower score. The first candidate has `entity` None where
        nobody known fits or several do; code and sector then still say what the words show.
        """
        return self._resolve(" ".join(words.split()), day, as_place)

    def _resolve_anew(self, words: str, day: date | None, as_place: bool) -> tuple[Resolution, ...]:
        return self._resolver.resolve(words, day, as_place=as_place)

    def place(self, words: str, day: date | None = None) -> Place | None:
        """Where a place lies, or None; the country is that of today, so the day decides nothing yet."""
        del day
        return self.places.find(words)

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
        found = []
        for start, end, sighting in scan(self._scanner(), text):
            sense = sighting.senses[0]
            prefix = {"organisation": "org:", "people": "people:", "person": ""}.get(sense.kind, "state:")
            found.append((start, end, prefix + sense.key))
        return tuple(found)

    def labels_in(self, text: str) -> tuple[tuple[int, int, str], ...]:
        """The same names as (start, end, PER, ORG or LOC); those of peoples, which are no names, left out."""
        return tuple(
            (start, end, label)
            for start, end, sighting in scan(self._scanner(), text)
            if (label := _LABELS.get(sighting.senses[0].kind)) is not None
        )

    def _scanner(self) -> Lexicon:
        if self._names is None:
            self._names = self._build_scanner()
        return self._names

    def _build_scanner(self) -> Lexicon:
        names = Lexicon()
        for words, senses in self.lexicon.entries():
            for sense in senses:
                if sense.kind in _SPOKEN:
                    names.add(words, Sense(sense.kind, sense.key, ALWAYS, sense.written))
        for key, spellings in self.people.spellings():
            for spelling in spellings:
                words = fold_phrase(spelling)
                if len(words) > 1:
                    names.add(words, Sense("person", key))
                    names.add((words[0], words[-1]), Sense("person", key))
        return names


@lru_cache(maxsize=1)
def _load() -> Registry:
    return Registry()
