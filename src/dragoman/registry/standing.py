"""What a term in office says of its holder: code, rank, sector, and whether it suits what the words show."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from dragoman.model import Resolution
from dragoman.registry.offices import Office
from dragoman.registry.organisations import Organisations
from dragoman.registry.people import Person, Term
from dragoman.registry.polities import Polities

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


class Standing:
    """Judges terms by the tables of polities, offices and organisations."""

    def __init__(self, polities: Polities, sectors: dict[str, Office], bodies: Organisations) -> None:
        self._polities = polities
        self._sectors = sectors
        self._bodies = bodies

    def fits(self, term: Term, beside: Circumstance) -> bool:
        """Whether a term is of one of the polities or bodies beside the name; of any where there is none."""
        if not beside.polities:
            return True
        # The servants of a body have states of their own: a Norwegian mediator of the United Nations.
        if term.polity.startswith("org:") and not any(p.startswith("org:") for p in beside.polities):
            return self._bodies.sector(term.polity[4:], beside.day) == "IGO"
        ours = {self.code(p, beside.day) for p in beside.polities}
        code = self.code(term.polity, beside.day)
        # An organ of the United Nations is of the United Nations: IGOUNOSCM begins with IGOUNO.
        return code in ours or any(our.startswith("IGO") and code.startswith(our) for our in ours)

    def code(self, polity: str, day: date | None) -> str:
        """The code of a polity or body on the day."""
        if polity.startswith("org:"):
            return self._bodies.code(polity[4:])
        return self._polities.code(polity, day)

    def meets(self, term: Term, beside: Circumstance) -> bool:
        """Whether a term's office is one of those beside the name, or may go by its name."""
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
        title = term.title or term.kind[:1].upper() + term.kind[1:]
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
        if term.polity.startswith("org:") and (sector == "GOV" or term.kind in _OF_THE_GROUP):
            return self._bodies.sector(term.polity[4:], day) or sector
        return self._polities.sector(term.polity, day) or sector if sector == "GOV" else sector

    def _home(self, polity: str, day: date | None) -> str:
        if polity.startswith("org:"):
            return polity[4:].upper()
        return self._polities.name(polity, day)

    def kinds(self, beside: Circumstance) -> set[str]:
        """The kinds of office that the offices beside a name may be."""
        own = {office.kind for office in beside.offices}
        return own | {other for kind in own for other in _SAME.get(kind, ())}
