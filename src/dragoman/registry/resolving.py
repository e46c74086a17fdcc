"""From a noun phrase to ranked resolutions: several parties, a person by name, a description, a place."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from dragoman.model import Resolution
from dragoman.registry.describing import Descriptions, office_sector
from dragoman.registry.lexicon import Lexicon
from dragoman.registry.naming import Circumstance, Naming
from dragoman.registry.phrase import Phrase, take_apart
from dragoman.registry.places import Places
from dragoman.registry.polities import Polities

_SPLIT = re.compile(r"\s+(?:and|&)\s+")


class Resolver:
    """Combines what a phrase shows with what the tables know of the day."""

    def __init__(self, lexicon: Lexicon, naming: Naming, polities: Polities, places: Places) -> None:
        self._lexicon = lexicon
        self._naming = naming
        self._polities = polities
        self._places = places
        self._descriptions = Descriptions(naming, polities)

    def resolve(self, words: str, day: date | None, *, as_place: bool) -> tuple[Resolution, ...]:
        """Ranked candidates, best first, never empty."""
        phrase = take_apart(self._lexicon, words, day)
        if as_place:
            return self._as_place(phrase, words, day)
        return self._several(words, day, phrase) or self._one(phrase, words, day)

    # -- several parties in one phrase --------------------------------------------------------

    def _several(self, words: str, day: date | None, phrase: Phrase) -> tuple[Resolution, ...]:
        """The parties of "Russia and China"; each is a candidate, and the first says so."""
        parts = _SPLIT.split(words)
        if len(parts) < 2 or any(" and " in words[s:e] for s, e in self._spans(phrase)):
            return ()
        pieces = [part for chunk in parts for part in chunk.split(", ")]
        phrases = [take_apart(self._lexicon, part, day) for part in pieces]
        if not all(p.states or p.bodies or p.peoples or p.name or p.arms for p in phrases):
            return ()
        noun = min((s.start for s, _ in (*phrases[-1].offices, *phrases[-1].roles)), default=None)
        if noun is not None and not phrases[-1].name:
            tail = " ".join(word.text for word in phrases[-1].words[noun:])
            pieces = [
                part if p.offices or p.roles or p.name else f"{part} {tail}"
                for p, part in zip(phrases, pieces, strict=True)
            ]
            phrases = [take_apart(self._lexicon, part, day) for part in pieces]
        found = [self._one(p, part, day)[0] for p, part in zip(phrases, pieces, strict=True)]
        note = f"one of {len(found)} parties named together; "
        return tuple(replace(f, why=note + f.why) for f in found)

    def _spans(self, phrase: Phrase) -> list[tuple[int, int]]:
        return [(phrase.words[s.start].start, phrase.words[s.end - 1].end) for s in phrase.sightings]

    # -- one party ----------------------------------------------------------------------------

    def _one(self, phrase: Phrase, words: str, day: date | None) -> tuple[Resolution, ...]:
        by_name = self._by_name(phrase, day)
        if by_name:
            return by_name
        found = (
            self._descriptions.resolve(phrase, day)
            or self._by_place(phrase, words)
            or Resolution(why=f"no state, office, body or person that the tables know in “{words}”")
        )
        if day is None and found.entity is not None:
            found = replace(found, score=round(found.score * 0.8, 3), why=found.why + "; no day given")
        return (found,)

    def _by_name(self, phrase: Phrase, day: date | None) -> tuple[Resolution, ...]:
        if not phrase.name or phrase.name_only_owns:
            return ()
        beside = Circumstance(phrase.belongs, tuple(o for _, o in phrase.offices), day, phrase.former)
        candidates = self._naming.rank([word.folded for word in phrase.name], beside)
        if self._naming.is_clear(candidates):
            return candidates
        text = " ".join(word.text for word in phrase.name)
        unnamed = self._nobody(phrase, day, text, candidates)
        if unnamed is None:
            return ()
        return (unnamed, *candidates)

    def _nobody(
        self, phrase: Phrase, day: date | None, name: str, candidates: tuple[Resolution, ...]
    ) -> Resolution | None:
        """What the words show of a person whom the tables do not know for sure."""
        polities = phrase.belongs
        if not (phrase.offices or polities or candidates):
            return None
        if not phrase.offices and (
            phrase.bodies or phrase.peoples or phrase.roles or phrase.states or phrase.arms
        ):
            return None
        office = phrase.head_office
        codes = {c.code for c in candidates}
        close = [c.name for c in candidates[:3]]
        why = (
            f"“{name}” could be {', '.join(filter(None, close))}"
            if close
            else f"“{name}” is not in the tables"
        )
        code = self._descriptions.code(polities, day) or (
            codes.pop() if len(codes) == 1 and len(phrase.name) > 1 else None
        )
        return Resolution(
            code=code,
            sector=office_sector(phrase, office),
            office=office.kind if office else None,
            score=0.3,
            why=why + ("; state and sector from the words beside it" if polities else ""),
        )

    # -- places -------------------------------------------------------------------------------

    def _by_place(self, phrase: Phrase, words: str) -> Resolution | None:
        place = self._places.find(" ".join(word.text for word in phrase.name) or words)
        if place is None or place.country is None:
            return None
        return Resolution(
            code=place.country, score=0.35, why=f"{place.name} lies in {place.country}; who is not shown"
        )

    def _as_place(self, phrase: Phrase, words: str, day: date | None) -> tuple[Resolution, ...]:
        if phrase.states:
            sense = phrase.main_state[1]
            code = self._polities.code(sense.key, day)
            name = self._polities.name(sense.key, day)
            if sense.kind in {"name", "region"}:
                return (
                    Resolution(
                        f"state:{sense.key}", name, code, None, None, 0.85, f"the territory of {name}"
                    ),
                )
            place = self._places.find(words)
            where = place.name if place else words
            return (Resolution(None, where, code, None, None, 0.6, f"{where}, in {name}: tells only where"),)
        place = self._places.find(words)
        if place is None:
            return (Resolution(why=f"no place that the tables know in “{words}”"),)
        return (
            Resolution(None, place.name, place.country, None, None, place.score, f"{place.name} (GeoNames)"),
        )
