"""From a noun phrase to ranked resolutions: name, office and state, body, people, role, state, place."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from dragoman.model import Resolution
from dragoman.registry.lexicon import Lexicon, Organisation, Sense, Sighting
from dragoman.registry.naming import Circumstance, Naming
from dragoman.registry.offices import Office, Role
from dragoman.registry.phrase import Phrase, take_apart
from dragoman.registry.places import Places
from dragoman.registry.polities import Polities

_UNIQUE = frozenset(
    {
        "head of state",
        "head of government",
        "vice president",
        "foreign minister",
        "defence minister",
        "interior minister",
        "finance minister",
        "justice minister",
        "secretary-general",
        "director-general",
        "military chief",
        "security adviser",
    }
)
_ARM_SECTOR = {"ministry": "GOV", "military": "MIL", "intelligence": "SPY", "parliament": "LEG"}
# These speak for the state as such; rebels, refugees or workers of a state do not.
_OF_THE_STATE = frozenset({"government", "military", "police", "parliament", "court", "intelligence"})
_SPLIT = re.compile(r"\s+(?:and|&)\s+")


class Resolver:
    """Combines what a phrase shows with what the tables know of the day."""

    def __init__(self, lexicon: Lexicon, naming: Naming, polities: Polities, places: Places) -> None:
        self._lexicon = lexicon
        self._naming = naming
        self._polities = polities
        self._places = places

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
            self._by_office(phrase, day)
            or self._by_body(phrase, day)
            or self._by_people(phrase, day)
            or self._by_arm(phrase, day)
            or self._by_role(phrase, day)
            or self._by_state(phrase, day)
            or self._by_place(phrase, words)
            or Resolution(why=f"no state, office, body or person that the tables know in “{words}”")
        )
        if day is None and found.entity is not None:
            found = replace(found, score=round(found.score * 0.8, 3), why=found.why + "; no day given")
        return (found,)

    def _by_name(self, phrase: Phrase, day: date | None) -> tuple[Resolution, ...]:
        if not phrase.name or self._is_owned(phrase):
            return ()
        beside = Circumstance(self._belongs(phrase), tuple(o for _, o in phrase.offices), day, phrase.former)
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
        polities = self._belongs(phrase)
        if not (phrase.offices or polities or candidates):
            return None
        if not phrase.offices and (
            phrase.bodies or phrase.peoples or phrase.roles or phrase.states or phrase.arms
        ):
            return None
        office = self._head_office(phrase)
        codes = {c.code for c in candidates}
        close = [c.name for c in candidates[:3]]
        why = (
            f"“{name}” could be {', '.join(filter(None, close))}"
            if close
            else f"“{name}” is not in the tables"
        )
        code = self._code(polities, day) or (
            codes.pop() if len(codes) == 1 and len(phrase.name) > 1 else None
        )
        return Resolution(
            code=code,
            sector=self._office_sector(phrase, office),
            office=office.kind if office else None,
            score=0.3,
            why=why + ("; state and sector from the words beside it" if polities else ""),
        )

    def _is_owned(self, phrase: Phrase) -> bool:
        """Whether the name only owns what the phrase is about ("Milosevic's troops")."""
        last = phrase.name[-1]
        later = [s for s in phrase.sightings if phrase.words[s.start].start > last.start]
        return last.possessive and bool(later)

    def _belongs(self, phrase: Phrase) -> tuple[str, ...]:
        """The polities and bodies that the words name, the nearest to the head first."""
        found = [(s.start, sense.key) for s, sense in (*phrase.states, *phrase.arms)]
        found += [(s.start, people.polity) for s, people in phrase.peoples if people.polity]
        found += [(s.start, body.polity or f"org:{body.key}") for s, body in phrase.bodies]
        found += [(s.start, f"org:{body.key}") for s, body in phrase.bodies if body.polity]
        return tuple(dict.fromkeys(key for _, key in sorted(found)))

    def _code(self, polities: tuple[str, ...], day: date | None) -> str | None:
        return self._naming.code(polities[0], day) if polities else None

    def _head_office(self, phrase: Phrase) -> Office | None:
        """The office that the phrase is about: the last one before "of", the most telling of its senses."""
        polities = set(self._belongs(phrase))
        fit = [(s, o) for s, o in phrase.offices if not o.polities or not polities or o.polities & polities]
        if not fit:
            return None
        stop = next(
            (i for i, w in enumerate(phrase.words) if i and w.folded in {"of", "from"}), len(phrase.words)
        )
        front = [(s, o) for s, o in fit if s.start < stop] or fit
        last = max(s.start for s, _ in front)
        return next(o for s, o in front if s.start == last)

    def _office_sector(self, phrase: Phrase, office: Office | None) -> str | None:
        if phrase.former:
            return "ELI"
        for _, body in phrase.bodies:
            if office is None or office.sector in {"GOV", "IGO", "MIL", "REB", "JUD"}:
                return body.sector
        for _, people in phrase.peoples:
            if office is not None and office.sector == "GOV":
                return _people_sector(people.sector, "government")
        if office is None:
            return "GOV" if phrase.states else None
        if office.sector == "IGO" and phrase.states:
            return "GOV"
        return office.sector

    # -- descriptions -------------------------------------------------------------------------

    def _by_office(self, phrase: Phrase, day: date | None) -> Resolution | None:
        office = self._head_office(phrase)
        if office is None or self._role_is_head(phrase):
            return None
        polities = self._belongs(phrase) or self._owner(phrase, day) or _only(office)
        if office.many:
            return self._collective(phrase, office, day)
        holder = self._holder(phrase, office, polities, day)
        if holder is not None:
            return holder
        code = self._code(polities, day)
        shown = "state and sector" if code else "sector"
        return Resolution(
            code=code,
            sector=self._office_sector(phrase, office),
            office=office.kind,
            score=0.45,
            why=f"unnamed {office.kind}: {shown} from the words; the tables name no single holder",
        )

    def _role_is_head(self, phrase: Phrase) -> bool:
        """Whether a common noun closes the phrase ("the president's troops")."""
        if not phrase.roles:
            return False
        stop = next(
            (i for i, w in enumerate(phrase.words) if i and w.folded in {"of", "from"}), len(phrase.words)
        )
        role = max((s.start for s, _ in phrase.roles if s.start < stop), default=-1)
        return role > max((s.start for s, _ in phrase.offices if s.start < stop), default=-1)

    def _collective(self, phrase: Phrase, office: Office, day: date | None) -> Resolution:
        """Officials in the plural speak for their state or body."""
        if phrase.bodies:
            return self._body(phrase.bodies[0][1], f"{office.kind}s speak for it", day)
        if phrase.peoples:
            return self._people_of(phrase, "government" if office.sector == "GOV" else office.sector, day)
        polities = self._belongs(phrase)
        sector = self._office_sector(phrase, office)
        if not polities:
            return Resolution(sector=sector, office=office.kind, score=0.3, why="offices without a state")
        polity = polities[0]
        return self._state(polity, sector, day, 0.8, f"its {office.kind}s speak for the state", office.kind)

    def _holder(
        self, phrase: Phrase, office: Office, polities: tuple[str, ...], day: date | None
    ) -> Resolution | None:
        if day is None or phrase.indefinite or phrase.former or not polities:
            return None
        kinds: tuple[str, ...] = (office.kind,) if office.kind in _UNIQUE else ()
        if office.kind == "leader" and phrase.offices and not phrase.peoples:
            kinds = ("party leader", "head of state", "head of government", "rebel leader")
        for polity in reversed(polities) if phrase.bodies else polities:
            for kind in kinds:
                found = self._naming.holder(polity, kind, day)
                if found is not None:
                    return found
        return None

    def _by_body(self, phrase: Phrase, day: date | None) -> Resolution | None:
        if not phrase.bodies:
            return None
        sighting, body = phrase.bodies[-1]
        role = self._head_role(phrase)
        note = "named" + (", though not on that day" if sighting.stale else "")
        found = self._body(body, note, day, stale=sighting.stale)
        if role is not None and body.sector in {"GOV", "PTY", "OPP"} and role.sort != "government":
            return replace(found, sector=role.sector)
        return found

    def _body(self, body: Organisation, note: str, day: date | None, *, stale: bool = False) -> Resolution:
        code = self._polities.code(body.polity, day) if body.polity else body.code
        known = _period_words(body)
        return Resolution(
            entity=f"org:{body.key}",
            name=body.name,
            code=code,
            sector=body.sector,
            score=0.55 if stale else 0.9,
            why=f"{body.name}{known}: {note}",
        )

    def _by_people(self, phrase: Phrase, day: date | None) -> Resolution | None:
        if not phrase.peoples:
            return None
        role = self._head_role(phrase)
        if role is not None and role.sort in _OF_THE_STATE and self._own_states(phrase):
            return None
        if role is None and self._own_states(phrase) and not self._same_words(phrase):
            return None
        return self._people_of(phrase, role.sort if role else "", day, role)

    def _own_states(self, phrase: Phrase) -> bool:
        return bool(phrase.states)

    def _same_words(self, phrase: Phrase) -> bool:
        """Whether the state word and the people's name are the same words ("Serbs")."""
        return {s.start for s, _ in phrase.states} <= {s.start for s, _ in phrase.peoples}

    def _people_of(self, phrase: Phrase, sort: str, day: date | None, role: Role | None = None) -> Resolution:
        people = phrase.peoples[-1][1]
        states = [sense.key for s, sense in phrase.states if s.start != phrase.peoples[-1][0].start]
        polity = people.polity or (states[0] if states else "")
        code = people.code or (self._polities.code(polity, day) if polity else None)
        sector = role.sector if role and sort != "government" else _people_sector(people.sector, sort)
        return Resolution(
            entity=f"people:{people.key}",
            name=people.name,
            code=code,
            sector=sector,
            score=0.8 if code else 0.55,
            why=f"{people.name} as an actor" + (f", of {code} on the day" if code else ", state not shown"),
        )

    def _by_arm(self, phrase: Phrase, day: date | None) -> Resolution | None:
        if not phrase.arms:
            return None
        sense = phrase.arms[-1][1]
        return self._state(sense.key, _ARM_SECTOR[sense.kind], day, 0.85, f"its {sense.kind}")

    def _head_role(self, phrase: Phrase) -> Role | None:
        if not phrase.roles:
            return None
        stop = next(
            (i for i, w in enumerate(phrase.words) if i and w.folded in {"of", "from"}), len(phrase.words)
        )
        front = [(s, r) for s, r in phrase.roles if s.start < stop] or phrase.roles
        return max(front, key=lambda pair: pair[0].start)[1]

    def _by_role(self, phrase: Phrase, day: date | None) -> Resolution | None:
        role = self._head_role(phrase)
        if role is None:
            return None
        polities = self._belongs(phrase) or self._owner(phrase, day)
        if not polities:
            return Resolution(
                sector=role.sector, score=0.3, why=f"“{role.words}”: sector by the noun, no state shown"
            )
        if role.sort in _OF_THE_STATE and not phrase.indefinite:
            return self._state(polities[0], role.sector, day, 0.82, f"its {role.words}")
        code = self._code(polities, day)
        return Resolution(
            code=code,
            sector=role.sector,
            score=0.45,
            why=f"“{role.words}” of {code}: not a body the tables know",
        )

    def _owner(self, phrase: Phrase, day: date | None) -> tuple[str, ...]:
        """The polity of a person who owns what the phrase is about."""
        if not phrase.name:
            return ()
        beside = Circumstance((), tuple(o for _, o in phrase.offices), day)
        ranked = self._naming.rank([word.folded for word in phrase.name], beside)
        if not self._naming.is_clear(ranked) or ranked[0].code is None:
            return ()
        return (ranked[0].code,)

    def _by_state(self, phrase: Phrase, day: date | None) -> Resolution | None:
        if not phrase.states:
            return None
        sighting, sense = _main_state(phrase)
        score, stale = (0.5, "; out of use on that day") if sighting.stale else (0.9, "")
        if sense.kind in {"city", "region"}:
            return self._whereabouts(sense, day)
        if sense.kind == "seat":
            return self._state(
                sense.key, "GOV", day, score - 0.1, f"its seat stands for the government{stale}"
            )
        if sense.kind == "name":
            sector = self._state_sector(sense.key, day)
            return self._state(
                sense.key, sector, day, score, f"the {'state' if sector else 'territory'}{stale}"
            )
        people = sense.kind == "demonym" or phrase.definite
        if people and (phrase.definite or phrase.words[-1].folded.endswith("s")):
            return self._state(sense.key, "GOV" if phrase.definite else "CVL", day, 0.6, f"its people{stale}")
        code = self._polities.code(sense.key, day)
        return Resolution(
            code=code, sector="CVL", score=0.35, why=f"somebody of {code}: no office or role shown"
        )

    def _state_sector(self, polity: str, day: date | None) -> str | None:
        """States act through governments; a territory not yet its own state has none."""
        return "GOV" if polity != "KOS" or day is None or day >= date(2008, 2, 17) else None

    def _whereabouts(self, sense: Sense, day: date | None) -> Resolution:
        code = self._polities.code(sense.key, day)
        return Resolution(code=code, score=0.4, why=f"a {sense.kind} of {code}: tells where, not who")

    def _state(
        self,
        polity: str,
        sector: str | None,
        day: date | None,
        score: float,
        why: str,
        office: str | None = None,
    ) -> Resolution:
        code, name = self._polities.code(polity, day), self._polities.name(polity, day)
        on = f" on {day}" if day else ""
        return Resolution(
            f"state:{polity}", name, code, sector, office, round(score, 3), f"{name} ({code}{on}): {why}"
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
            sense = _main_state(phrase)[1]
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


def _only(office: Office) -> tuple[str, ...]:
    """The one polity that has such an office (there is one Pope)."""
    return tuple(office.polities) if len(office.polities) == 1 else ()


def _main_state(phrase: Phrase) -> tuple[Sighting, Sense]:
    """The state a phrase is about: what stands after "of" ("the province of Kosovo"), else the first."""
    turn = next((i for i, w in enumerate(phrase.words) if i and w.folded == "of"), len(phrase.words))
    after = [pair for pair in phrase.states if pair[0].start > turn and pair[1].kind != "adjective"]
    plain = [pair for pair in phrase.states if pair[1].kind in {"name", "seat", "city", "region"}]
    ranked = after or plain or phrase.states
    return ranked[-1] if phrase.owner_ends else ranked[0]


def _people_sector(sector: str, sort: str) -> str:
    """Leaders of a people that has no government are opposition."""
    if sector == "CVL" and sort == "government":
        return "OPP"
    return sector if sort in {"", "government", "civilians"} else sort if len(sort) == 3 else sector


def _period_words(body: Organisation) -> str:
    start, end = body.period.start, body.period.end
    if start is None and end is None:
        return ""
    return f" ({start or '?'} to {end or 'now'})"
