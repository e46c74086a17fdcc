"""Who bears a name, given the state, body and office named beside it and the day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from rapidfuzz import fuzz

from dragoman.model import Resolution
from dragoman.registry.offices import Office
from dragoman.registry.organisations import Organisations
from dragoman.registry.people import People, Person, Term
from dragoman.registry.polities import Polities
from dragoman.registry.source import OWN
from dragoman.registry.spelling import fold, fold_phrase

# Below this no entity is named; the figures are set by judgement and checked on tests/registry/gold.tsv.
THRESHOLD = 0.5
_MARGIN = 0.06
_AFTER_DAYS = 30 * 365
_BEFORE_DAYS = 20 * 365
_SPELLINGS = 85
_FOR_LIFE = frozenset({"officer", "royal", "cleric"})
"""Styles that people keep when they leave office: General Pinochet."""
_STYLED = 0.08
"""What it tells that a person is spelt with the style that stands beside the name: King Hassan."""
_KNOWN = 4
"""Former holders of an office of this rank are still called by surname alone."""
_BEARS = 0.7
_HANDOVER = timedelta(days=10)
_FITS_WELL = 0.95
_NEAR_TERM = 200
_NEAR_CAREER = 5 * 365
# Words for an office that say little of which office it is.
_LOOSE = frozenset(
    {"leader", "official", "minister", "officer", "royal", "adviser", "diplomat", "envoy", "commissioner"}
)
_SAME = {
    "leader": {"head of state", "head of government", "party leader", "opposition leader", "rebel leader"},
    "party leader": {"head of state", "leader"},
    "head of state": {"party leader", "leader", "royal", "cleric"},
    "head of government": {"leader"},
    "rebel leader": {"leader", "opposition leader", "officer"},
    "opposition leader": {"leader", "rebel leader"},
    "officer": {"military chief", "rebel leader", "head of state", "defence minister", "officer"},
    "envoy": {"ambassador"},
    "royal": {"head of state", "foreign minister"},
    "cleric": {"head of state"},
    "minister": {
        "economy minister",
        "finance minister",
        "justice minister",
        "energy minister",
        "interior minister",
    },
    "commissioner": {"director-general", "judge", "envoy"},
    "secretary-general": {"party leader"},
    "local chief": {"head of government"},
}
_OF_THE_GROUP = frozenset(
    {"leader", "party leader", "opposition leader", "rebel leader", "secretary-general"}
)


@dataclass(frozen=True, slots=True)
class Circumstance:
    """What stands beside a name: polities ("RUS", "org:nato"), offices, the day, "former", "king"."""

    polities: tuple[str, ...]
    offices: tuple[Office, ...]
    day: date | None
    former: bool = False
    styles: frozenset[str] = frozenset()


def _same_man(one: Resolution, other: Resolution) -> bool:
    """Whether two rows are, by all that the tables tell, one person whom two sources spell differently."""
    ours, theirs = (set(fold_phrase(name or "")) for name in (one.name, other.name))
    if min(len(ours), len(theirs)) > 1 and (ours <= theirs or theirs <= ours):
        return True
    if one.code != other.code:
        return False
    return fuzz.ratio(fold(one.name or ""), fold(other.name or "")) >= _SPELLINGS


class Naming:
    """Ranks the persons who may be meant by a name."""

    def __init__(
        self, people: People, polities: Polities, sectors: dict[str, Office], bodies: Organisations
    ) -> None:
        self._people = people
        self._polities = polities
        self._sectors = sectors
        self._bodies = bodies

    def rank(self, name: Sequence[str], beside: Circumstance) -> tuple[Resolution, ...]:
        """Candidates, best first; empty where nobody in the tables fits."""
        loosely = bool(beside.polities or beside.offices)
        scored = []
        for person, fit in self._people.named(name, loosely=loosely):
            found = self._weigh(person, fit, len(name), beside)
            if found is not None:
                styled = any(beside.styles & set(spelling) for spelling in person.spellings)
                scored.append((found[0] + (_STYLED if styled else 0.0), found[1]))
        scored.sort(key=lambda pair: (-pair[0], pair[1].entity or ""))
        return tuple(replace(found, score=round(min(score, 0.99), 3)) for score, found in scored[:5])

    def is_clear(self, candidates: Sequence[Resolution]) -> bool:
        """Whether the first candidate stands far enough before the second, and high enough."""
        if not candidates or candidates[0].score < THRESHOLD:
            return False
        first = candidates[0]
        rivals = [other for other in candidates[1:] if not _same_man(first, other)]
        return not rivals or first.score - rivals[0].score >= _MARGIN

    def in_office(self, name: Sequence[str], beside: Circumstance) -> list[tuple[Person, Term]]:
        """Everybody who may bear a name and held the office beside it, with the terms in that office."""
        kinds = {office.kind for office in beside.offices}
        held = kinds | {other for kind in kinds for other in _SAME.get(kind, ())}
        return [
            (person, term)
            for person, fit in self._people.named(name, loosely=True)
            if fit >= _BEARS
            for term in self._people.terms(person.key)
            if term.kind in held and self._fits(term, beside)
        ]

    def above(self, name: Sequence[str], beside: Circumstance) -> tuple[Person, Term] | None:
        """The first term in a higher office than those beside a name; None where several may bear it."""
        bearers = [person for person, fit in self._people.named(name) if fit >= _FITS_WELL]
        if len(bearers) != 1:
            return None
        rank = max(office.rank for office in beside.offices)
        terms = [t for t in self._people.terms(bearers[0].key) if self._fits(t, beside) and t.exact]
        higher = [t for t in terms if self.rank_of(t) > rank and t.period.start is not None]
        lower = [t for t in terms if self.rank_of(t) == rank]
        if not higher or lower:
            return None
        return bearers[0], min(higher, key=lambda t: t.period.start or date.max)

    def neighbour(self, entity: str, day: date, *, later: bool) -> Resolution | None:
        """Who held a person's office next, or before; of several terms that nearest to the day."""
        terms = [t for t in self._people.terms(entity) if self.rank_of(t) >= _KNOWN]
        if not terms:
            return None
        own = min(terms, key=lambda t: (abs(t.period.distance(day)), -self.rank_of(t)))
        rows = [row for row in self._people.of_office(own.polity, own.kind) if row[0].key != entity]
        starts = {id(row[1]): row[1].period.start or date.min for row in rows}
        if later:
            edge = own.period.end or day
            after = [row for row in rows if starts[id(row[1])] >= edge - _HANDOVER]
            found = min(after, key=lambda row: starts[id(row[1])], default=None)
        else:
            edge = own.period.start or day
            before = [row for row in rows if starts[id(row[1])] < edge]
            found = max(before, key=lambda row: starts[id(row[1])], default=None)
        order = "after" if later else "before"
        return found and self.describe(*found, day, 0.6, f"next {order} the one named")

    def holder(self, polity: str, kind: str, day: date) -> Resolution | None:
        """The one holder of an office on a day; None where the tables know none or several."""
        held = self._people.holders(polity, kind, day)
        held = [(p, t) for p, t in held if t.source.startswith(OWN)] or held
        if len({person.key for person, _ in held}) > 1:
            held = [(p, t) for p, t in held if t.exact and t.period.end is not None and t.period.start != day]
        if len({person.key for person, _ in held}) > 1:
            return None
        if not held:
            return None
        person, term = max(held, key=lambda pair: pair[1].exact)
        score = 0.88 if term.exact else 0.72
        return self.describe(person, term, day, score, "in office")

    def _weigh(
        self, person: Person, fit: float, length: int, beside: Circumstance
    ) -> tuple[float, Resolution] | None:
        terms = [t for t in self._people.terms(person.key) if self._fits(t, beside)]
        if not terms:
            return None
        day = beside.day
        if day is None:
            term = max(terms, key=lambda t: self.rank_of(t))
            score = 0.55 * fit + (0.1 if beside.offices and self._meets(term, beside) else 0.0)
            return score + (0.1 if length > 1 else -0.1), self.describe(person, term, None, 0, "no day given")
        inside = [t for t in terms if t.period.holds(day)]
        if inside and not beside.former:
            return self._serving(person, fit, length, inside, beside)
        return self._outside(person, fit, length, terms, beside)

    def _serving(
        self, person: Person, fit: float, length: int, inside: list[Term], beside: Circumstance
    ) -> tuple[float, Resolution]:
        assert beside.day is not None
        term = max(
            inside,
            key=lambda t: (self._meets(t, beside), self.rank_of(t), t.exact, not t.source.startswith("CIA")),
        )
        rank = self.rank_of(term)
        score = 0.4 + 0.08 * rank if length == 1 else 0.8 + 0.02 * rank
        weight = 0.7 if length == 1 else 0.9
        score *= 1 - weight + weight * min(1.0, fit + (0.25 if length == 1 else 0.0))
        why = "in office"
        if beside.offices:
            meets = self._meets(term, beside)
            score += 0.12 if meets else -0.17
            why += "" if meets else ", though the words name another office"
        if beside.polities:
            score += 0.1
        if not term.exact:
            score -= 0.03
        return score, self.describe(person, term, beside.day, score, why)

    def _outside(
        self, person: Person, fit: float, length: int, terms: list[Term], beside: Circumstance
    ) -> tuple[float, Resolution] | None:
        assert beside.day is not None
        day = beside.day
        term = min(terms, key=lambda t: (not self._meets(t, beside), abs(t.period.distance(day))))
        away = term.period.distance(day)
        if away > _AFTER_DAYS or away < -_BEFORE_DAYS or (beside.former and away < 0):
            return None
        rank = max((self.rank_of(t) for t in terms if t.period.distance(day) >= 0), default=0)
        alone = 0.38 if rank < _KNOWN else 0.62
        full = min(1.0, fit + 0.25) if length == 1 else fit
        score = (0.68 if length > 1 else alone) * (0.5 + 0.5 * full) - 0.2 * min(1.0, abs(away) / _AFTER_DAYS)
        if beside.former:
            score += 0.04 * self.rank_of(term)
            score += 0.2 if not beside.offices or self._meets(term, beside) else -0.3
        elif beside.offices:
            score -= self._misfit(term, beside, min(abs(t.period.distance(day)) for t in terms), length)
        if beside.polities:
            score += 0.1
        why = "no longer in office" if away > 0 else "not yet in office"
        sector = "ELI" if away > 0 else None
        if beside.offices and not beside.former:
            sector = beside.offices[0].sector
            why += ", and the words name an office that the tables do not give"
        return score, self.describe(person, term, day, score, why, sector=sector)

    def _misfit(self, term: Term, beside: Circumstance, away: int, length: int) -> float:
        """What it costs that the office in the words is not the one in the tables.

        A full name whose bearer held any office within five years is still likely the same person.
        """
        if self._meets(term, beside):
            lasting = all(office.kind in _FOR_LIFE for office in beside.offices)
            if away < _NEAR_TERM or lasting or length > 1:
                return 0.05
        return 0.08 if length > 1 and away < _NEAR_CAREER else 0.3

    def _fits(self, term: Term, beside: Circumstance) -> bool:
        if not beside.polities:
            return True
        ours = {self.code(p, beside.day) for p in beside.polities}
        code = self.code(term.polity, beside.day)
        # An organ of the United Nations is of the United Nations: IGOUNOSCM begins with IGOUNO.
        return code in ours or any(our.startswith("IGO") and code.startswith(our) for our in ours)

    def code(self, polity: str, day: date | None) -> str:
        """The code of a polity or body on the day."""
        if polity.startswith("org:"):
            return self._bodies.code(polity[4:])
        return self._polities.code(polity, day)

    def _meets(self, term: Term, beside: Circumstance) -> bool:
        kinds = {office.kind for office in beside.offices}
        return any(
            term.kind == kind
            or term.kind in _SAME.get(kind, ())
            or (kind in _LOOSE and self.rank_of(term) >= 2)
            for kind in kinds
        )

    def rank_of(self, term: Term) -> int:
        """How high the office of a term is, from 1 to 5."""
        office = self._sectors.get(term.kind)
        return office.rank if office else 1

    def describe(
        self, person: Person, term: Term, day: date | None, score: float, why: str, sector: str | None = ""
    ) -> Resolution:
        """A resolution to a person by a term, with the reason in words."""
        office = self._sectors.get(term.kind)
        home = self._home(term.polity, day)
        title = term.title or term.kind.capitalize()
        label = f"{title} of {home}"
        on = f" on {day}" if day else ""
        return Resolution(
            entity=person.key,
            name=person.name,
            code=self.code(term.polity, day),
            sector=self._sector(term, office, day) if sector == "" else sector,
            office=label,
            score=score,
            why=f"{person.name}, {label}, {term.dates} ({term.source}): {why}{on}",
        )

    def _sector(self, term: Term, office: Office | None, day: date | None) -> str:
        """The sector of a holder: that of a party or group, or of a state without recognition."""
        sector = office.sector if office else "GOV"
        if term.polity.startswith("org:") and term.kind in _OF_THE_GROUP:
            return self._bodies.sector(term.polity[4:], day) or sector
        return self._polities.sector(term.polity, day) or sector if sector == "GOV" else sector

    def _home(self, polity: str, day: date | None) -> str:
        if polity.startswith("org:"):
            return polity[4:].upper()
        return self._polities.name(polity, day)
