"""What a phrase without a known name stands for: office, body, people, arm of a state, role, state."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from dragoman.model import Resolution
from dragoman.registry.lexicon import Organisation, Sense
from dragoman.registry.naming import Naming
from dragoman.registry.offices import Office, Role
from dragoman.registry.phrase import Phrase
from dragoman.registry.polities import Polities
from dragoman.registry.standing import Circumstance

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
        "UN representative",
    }
)
_WITHOUT_NAME = {"secretary-general": "org:un"}
"""Whose office it is where the words name none: "the secretary-general" is that of the United Nations."""
_VAGUE = frozenset("west eastbloc intlcommunity arabworld africa europe asia latam".split())
"""Expressions for many states of which none is named."""
_ARM_SECTOR = {"ministry": "GOV", "military": "MIL", "intelligence": "SPY", "parliament": "LEG"}
# These speak for the state as such; rebels, refugees or workers of a state do not.
_OF_THE_STATE = frozenset({"government", "military", "police", "parliament", "court", "intelligence"})


class Descriptions:
    """Resolves descriptions; each method gives None where the phrase shows nothing of its sort."""

    def __init__(self, naming: Naming, polities: Polities) -> None:
        self._naming = naming
        self._polities = polities

    def resolve(self, phrase: Phrase, day: date | None) -> Resolution | None:
        """The first that fits, from the most telling part of the phrase to the least."""
        return (
            self.by_office(phrase, day)
            or self.by_body(phrase, day)
            or self.by_people(phrase, day)
            or self.by_arm(phrase, day)
            or self.by_role(phrase, day)
            or self.by_state(phrase, day)
        )

    def code(self, polities: tuple[str, ...], day: date | None) -> str | None:
        """The code of the first of some polities or bodies on the day."""
        return self._naming.standing.code(polities[0], day) if polities else None

    def state(self, polity: str, day: date | None) -> Resolution:
        """A state as such."""
        return self._state(polity, "GOV", day, 0.8, "the state")

    def by_office(self, phrase: Phrase, day: date | None) -> Resolution | None:
        """The holder of an office, or what the words show of whoever holds it."""
        office = phrase.head_office
        if office is None or phrase.closes_with_role:
            return None
        seat = (phrase.seat,) if phrase.seat and office.sector in {"GOV", "MIL"} else ()
        polities = phrase.belongs or self._owner(phrase, day) or _only(office) or seat
        if office.many:
            return self._collective(phrase, office, day)
        holder = self._holder(phrase, office, polities, day)
        if holder is not None:
            return holder
        code = self.code(polities, day)
        shown = "state and sector" if code else "sector"
        return Resolution(
            code=code,
            sector=office_sector(phrase, office),
            office=office.kind,
            score=0.45,
            why=f"unnamed {office.kind}: {shown} from the words; the tables name no single holder",
        )

    def _collective(self, phrase: Phrase, office: Office, day: date | None) -> Resolution:
        """Officials in the plural speak for their state or body."""
        if phrase.bodies:
            return self._body(phrase.bodies[0][1], f"{office.kind}s speak for it", day)
        if phrase.peoples:
            return self._people_of(phrase, "government" if office.sector == "GOV" else office.sector, day)
        polities = phrase.belongs
        sector = office_sector(phrase, office)
        if not polities:
            return Resolution(sector=sector, office=office.kind, score=0.3, why="offices without a state")
        if sector not in {"GOV", "MIL", "LEG", "JUD", "COP", "SPY"}:
            why = f"{office.kind}s of a state, none of them named"
            return Resolution(
                code=self.code(polities, day), sector=sector, office=office.kind, score=0.4, why=why
            )
        polity = polities[0]
        return self._state(polity, sector, day, 0.8, f"its {office.kind}s speak for the state", office.kind)

    def _holder(
        self, phrase: Phrase, office: Office, polities: tuple[str, ...], day: date | None
    ) -> Resolution | None:
        if day is None or phrase.indefinite or not polities:
            return None
        kinds: tuple[str, ...] = (office.kind,) if office.kind in _UNIQUE else ()
        if phrase.former:
            return self._naming.deposed(polities[-1], kinds[0], day) if phrase.deposed and kinds else None
        if office.kind == "leader" and phrase.offices and self._has_leaders(phrase, day):
            kinds = ("party leader", "head of state", "head of government", "rebel leader")
            kinds += ("secretary-general", "director-general", "leader") if phrase.bodies else ()
        for polity in reversed(polities) if phrase.bodies else polities:
            for kind in kinds:
                found = self._naming.holder(polity, kind, day, latest=phrase.new)
                if found is not None:
                    return found
        return None

    def _has_leaders(self, phrase: Phrase, day: date) -> bool:
        """Whether those named have leaders of their own: a state, or a people that governs part of one."""
        own = [people.polity for _, people in phrase.peoples]
        return all(polity and self._polities.code(polity, day) != polity for polity in own)

    def by_body(self, phrase: Phrase, day: date | None) -> Resolution | None:
        """An organisation."""
        if not phrase.bodies:
            return None
        sighting, body = phrase.bodies[-1]
        role = phrase.head_role
        note = "named" + (", though not on that day" if sighting.stale else "")
        found = self._body(body, note, day, stale=sighting.stale)
        if role is not None and body.sector in {"GOV", "PTY", "OPP"} and role.sort != "government":
            return replace(found, sector=role.sector)
        return found

    def _body(self, body: Organisation, note: str, day: date | None, *, stale: bool = False) -> Resolution:
        code = self._polities.code(body.polity, day) if body.polity else body.code
        if body.key in _VAGUE:
            return Resolution(code=code, sector=body.sector, score=0.3, why=f"{body.name}: which is open")
        known = _period_words(body)
        return Resolution(
            entity=f"org:{body.key}",
            name=body.name,
            code=code,
            sector=body.sector,
            score=0.55 if stale else 0.9,
            why=f"{body.name}{known}: {note}",
        )

    def by_people(self, phrase: Phrase, day: date | None) -> Resolution | None:
        """A people as an actor."""
        if not phrase.peoples:
            return None
        role = phrase.head_role
        if role is not None and role.sort in _OF_THE_STATE and phrase.states:
            return None
        closes = phrase.peoples[-1][0].end == len(phrase.words)
        if role is None and phrase.states and not closes and not _same_words(phrase):
            return None
        return self._people_of(phrase, role.sort if role else "", day, role)

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

    def by_arm(self, phrase: Phrase, day: date | None) -> Resolution | None:
        """A state's ministry, forces, services or parliament."""
        if not phrase.arms:
            return None
        sense = phrase.arms[-1][1]
        others = [state.key for _, state in phrase.states if state.key != sense.key]
        if others:
            return self._state(others[0], _ARM_SECTOR[sense.kind], day, 0.8, f"its {sense.kind}")
        return self._state(sense.key, _ARM_SECTOR[sense.kind], day, 0.85, f"its {sense.kind}")

    def by_role(self, phrase: Phrase, day: date | None) -> Resolution | None:
        """Whom a common noun stands for ("Israeli troops")."""
        role = phrase.head_role
        if role is None:
            return None
        polities = phrase.belongs or self._owner(phrase, day)
        if not polities and phrase.head_office is not None:
            polities = _only(phrase.head_office)
        if not polities and role.sort in _OF_THE_STATE and phrase.seat:
            polities = (phrase.seat,)
        if not polities:
            return Resolution(
                sector=role.sector, score=0.3, why=f"“{role.words}”: sector by the noun, no state shown"
            )
        if role.sort in _OF_THE_STATE and not phrase.indefinite:
            return self._state(polities[0], role.sector, day, 0.82, f"its {role.words}")
        code = self.code(polities, day)
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

    def by_state(self, phrase: Phrase, day: date | None) -> Resolution | None:
        """A state by name, by its seat, or by its people."""
        if not phrase.states:
            return None
        if phrase.names_ground:
            code = self._polities.code(phrase.main_state[1].key, day)
            return Resolution(code=code, score=0.3, why=f"of {code}; who is not shown")
        sighting, sense = phrase.main_state
        score, stale = (0.5, "; out of use on that day") if sighting.stale else (0.9, "")
        if sense.kind in {"city", "region"}:
            return self._whereabouts(sense, day)
        if sense.kind == "seat":
            return self._state(
                sense.key, "GOV", day, score - 0.1, f"its seat stands for the government{stale}"
            )
        if sense.kind == "name":
            return self._state(sense.key, "GOV", day, score, f"the state{stale}")
        people = sense.kind == "demonym" or phrase.definite
        if people and (phrase.definite or phrase.words[-1].folded.endswith("s")):
            return self._state(sense.key, "GOV" if phrase.definite else "CVL", day, 0.6, f"its people{stale}")
        code = self._polities.code(sense.key, day)
        return Resolution(
            code=code, sector="CVL", score=0.35, why=f"somebody of {code}: no office or role shown"
        )

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


def office_sector(phrase: Phrase, office: Office | None) -> str | None:
    """The sector of whoever holds an office of the state, body or people that the words name."""
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


def _same_words(phrase: Phrase) -> bool:
    """Whether the state word and the people's name are the same words ("Serbs")."""
    return {s.start for s, _ in phrase.states} <= {s.start for s, _ in phrase.peoples}


def _only(office: Office) -> tuple[str, ...]:
    """The one polity that has such an office (there is one Pope), or whose is meant without a name."""
    if office.kind in _WITHOUT_NAME:
        return (_WITHOUT_NAME[office.kind],)
    return tuple(office.polities) if len(office.polities) == 1 else ()


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
