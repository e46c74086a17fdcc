"""From a noun phrase to ranked resolutions: several parties, a person by name, a description, a place."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from dragoman.model import Resolution
from dragoman.registry.describing import Descriptions, office_sector
from dragoman.registry.lexicon import Lexicon
from dragoman.registry.naming import Naming
from dragoman.registry.phrase import KNOWN, SAID, Phrase, take_apart
from dragoman.registry.places import Places
from dragoman.registry.polities import Polities
from dragoman.registry.several import members_of
from dragoman.registry.spelling import fold_phrase
from dragoman.registry.standing import Circumstance
from dragoman.registry.surroundings import Context

_AT = re.compile(r" (?:at|with|in|from) ")
_MEETINGS = frozenset("talks conference summit meeting negotiations accord accords agreement process".split())
"""What takes place somewhere, and is named after the place: "the Astana talks"."""


class Resolver:
    """Combines what a phrase shows with what the tables know of the day."""

    def __init__(self, lexicon: Lexicon, naming: Naming, polities: Polities, places: Places) -> None:
        self._lexicon = lexicon
        self._naming = naming
        self._polities = polities
        self._places = places
        self._descriptions = Descriptions(naming, polities)

    def resolve(self, words: str, day: date | None, context: Context) -> tuple[Resolution, ...]:
        """Ranked candidates, best first, never empty."""
        phrase = self._take(words, day, person=context.person)
        meets = bool(phrase.words) and phrase.words[-1].folded in _MEETINGS
        if (context.place or meets) and self._only_where(phrase, words):
            return self._as_place(phrase, words, day)
        if context.place and not context.person and phrase.name and not phrase.sightings:
            lies_in = self._take(context.before, day).states
            if lies_in:
                code = self._polities.code(lies_in[0][1].key, day)
                return (Resolution(None, words, code, None, None, 0.4, f"{words}, a place in {code}"),)
        several = self._several(words, day, phrase)
        return several or self._one(self._with(context, phrase, words, day), words, day)

    def phrase(self, words: str, day: date | None, context: Context) -> Phrase:
        """A mention taken apart together with what stands beside it."""
        return self._with(context, self._take(words, day, person=context.person), words, day)

    def _take(self, words: str, day: date | None, *, person: bool = False) -> Phrase:
        """The phrase taken apart; words that are a known person's name, or said to be one's, are a name."""
        said = fold_phrase(words) if person else ()

        def names(run: tuple[str, ...]) -> str:
            return KNOWN if self._naming.bears(run) else SAID if run == said else ""

        return take_apart(self._lexicon, words, day, names)

    def _only_where(self, phrase: Phrase, words: str) -> bool:
        """Whether the words can name a place, and show nobody in it."""
        if phrase.offices or phrase.roles or phrase.bodies or phrase.peoples or phrase.arms:
            return False
        return bool(phrase.states) or self._places.find(words) is not None

    # -- what stands beside -------------------------------------------------------------------

    def _with(self, context: Context, phrase: Phrase, words: str, day: date | None) -> Phrase:
        """The phrase with what stands beside it, where that can tell more of a name or an office."""
        if not (phrase.name or phrase.offices or phrase.roles):
            return phrase
        before = context.before if phrase.name or not phrase.belongs else ""
        parts = [before, words, context.after if not phrase.belongs else ""]
        apposed = self._take(context.apposed, day)
        titled = apposed.offices or (apposed.roles and apposed.words[0].folded in {"a", "an", "the"})
        if phrase.name and titled and not apposed.name:
            told = context.apposed[: apposed.words[-1].end]
            parts.insert(0, told if apposed.belongs else _AT.sub(" of ", context.apposed))
        elif not phrase.name and apposed.name and not apposed.sightings:
            parts.append(context.apposed[: apposed.words[-1].end])
        whole = " ".join(part for part in parts if part)
        joined = phrase if whole == words else self._take(whole, day)
        if joined.name and joined.offices and not joined.belongs and _AT.search(whole):
            return self._take(_AT.sub(" of ", whole), day)
        return joined

    # -- several parties in one phrase --------------------------------------------------------

    def _several(self, words: str, day: date | None, phrase: Phrase) -> tuple[Resolution, ...]:
        """The parties of "Russia and China" or "the Baltic states"; each is a candidate, and says so."""
        if phrase.group is not None and not phrase.bodies:
            return self._together([self._descriptions.state(key, day) for key in phrase.group.members])
        pieces = members_of(words, phrase, lambda part: self._take(part, day))
        return self._together([self._one(self._take(part, day), part, day)[0] for part in pieces])

    def _together(self, found: list[Resolution]) -> tuple[Resolution, ...]:
        note = f"one of {len(found)} parties named together; "
        return tuple(replace(f, why=note + f.why, together=len(found)) for f in found)

    # -- one party ----------------------------------------------------------------------------

    def _one(self, phrase: Phrase, words: str, day: date | None) -> tuple[Resolution, ...]:
        by_name = self._by_name(phrase, day)
        if by_name:
            return by_name
        found = (
            self._descriptions.resolve(phrase, day)
            or self._by_place(phrase, words, day)
            or Resolution(why=f"no state, office, body or person that the tables know in “{words}”")
        )
        if day is None and found.entity is not None:
            found = replace(found, score=round(found.score * 0.8, 3), why=found.why + "; no day given")
        return (found,)

    def _by_name(self, phrase: Phrase, day: date | None) -> tuple[Resolution, ...]:
        if not phrase.name or phrase.name_only_owns:
            return ()
        offices = tuple(o for _, o in phrase.offices)
        beside = Circumstance(phrase.belongs, offices, day, phrase.former, phrase.styles)
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
        if not phrase.offices and phrase.others and not phrase.name_leads:
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

    def _by_place(self, phrase: Phrase, words: str, day: date | None) -> Resolution | None:
        if phrase.name and phrase.name_only_owns:
            return None
        place = self._places.find(" ".join(word.text for word in phrase.name) or words)
        if place is None or place.country is None:
            return None
        country = self._polities.code(place.country, day)
        return Resolution(code=country, score=0.35, why=f"{place.name} lies in {country}; who is not shown")

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
        country = self._polities.code(place.country, day) if place.country else None
        return (Resolution(None, place.name, country, None, None, place.score, f"{place.name} (GeoNames)"),)
