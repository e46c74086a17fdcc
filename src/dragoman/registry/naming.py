"""Who bears a name, given the state, body and office named beside it and the day; and who holds an office."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from rapidfuzz import fuzz

from dragoman.model import Resolution
from dragoman.registry.holding import holder_of, lately_deposed
from dragoman.registry.people import People, Person, Term
from dragoman.registry.spelling import fold, fold_phrase
from dragoman.registry.standing import Circumstance, Standing
from dragoman.registry.weighing import Weighing

THRESHOLD = 0.5
"""Below this score no entity is named."""
_MARGIN = 0.06
_SPELLINGS = 85
_STYLED = 0.08
"""What it tells that a person is spelt with the style that stands beside the name: King Hassan."""
_RANKED = 8
_NEARLY = 0.05
"""What it costs a candidate among others to be spelt otherwise."""
_BEARS = 0.7
_OF_NOTE = 3
"""The rank from which on an office has successors that are told of."""
_LATELY = 400
_HANDOVER = 10
_FITS_WELL = 0.95


class Naming:
    """Ranks the persons who may be meant by a name."""

    def __init__(self, people: People, standing: Standing) -> None:
        self.standing = standing
        self._people = people
        self._weighing = Weighing(people, standing)

    def rank(self, name: Sequence[str], beside: Circumstance) -> tuple[Resolution, ...]:
        """Candidates, best first; empty where nobody in the tables fits."""
        loosely = bool(beside.polities or beside.offices)
        scored = []
        for person, fit in self._people.named(name, loosely=loosely):
            found = self._weighing.weigh(person, fit, len(name), beside)
            if found is not None:
                styled = any(beside.styles & set(spelling) for spelling in person.spellings)
                scored.append((found[0] + (_STYLED if styled else 0.0), found[1]))
        scored.sort(key=lambda pair: (-pair[0], pair[1].entity or ""))
        scored = self._spelt_first(name, scored[:_RANKED])
        return tuple(replace(found, score=round(min(score, 0.99), 3)) for score, found in scored[:5])

    def _spelt_first(
        self, name: Sequence[str], scored: list[tuple[float, Resolution]]
    ) -> list[tuple[float, Resolution]]:
        """The candidates, those spelt as the name is before those spelt nearly so: Henry before Henri."""
        said = set(name)
        exact = {
            found.entity: any(
                said <= set(fold_phrase(known)) for known in self._people.names(found.entity or "")
            )
            for _, found in scored
        }
        weighed = [(score - (0.0 if exact[found.entity] else _NEARLY), found) for score, found in scored]
        return sorted(weighed, key=lambda pair: (-pair[0], pair[1].entity or ""))

    def bears(self, name: tuple[str, ...]) -> bool:
        """Whether somebody in the tables bears a full name (folded words)."""
        return bool(self._people.bearer(name))

    def is_clear(self, candidates: Sequence[Resolution]) -> bool:
        """Whether the first candidate stands far enough before the second, and high enough."""
        if not candidates or candidates[0].score < THRESHOLD:
            return False
        first = candidates[0]
        rivals = [other for other in candidates[1:] if not _same_man(first, other)]
        return not rivals or first.score - rivals[0].score >= _MARGIN

    def in_office(self, name: Sequence[str], beside: Circumstance) -> list[tuple[Person, Term]]:
        """Everybody who may bear a name and held the office beside it, with the terms in that office."""
        held = self.standing.kinds(beside)
        return [
            (person, term)
            for person, fit in self._people.named(name, loosely=True)
            if fit >= _BEARS
            for term in self._people.terms(person.key)
            if term.kind in held and self.standing.fits(term, beside)
        ]

    def above(self, name: Sequence[str], beside: Circumstance) -> tuple[Person, Term] | None:
        """The first term in a higher office than those beside a name; None where several may bear it."""
        bearers = [person for person, fit in self._people.named(name) if fit >= _FITS_WELL]
        if len(bearers) != 1:
            return None
        rank = max(office.rank for office in beside.offices)
        terms = [t for t in self._people.terms(bearers[0].key) if self.standing.fits(t, beside) and t.exact]
        higher = [t for t in terms if self.standing.rank_of(t) > rank and t.period.start is not None]
        lower = [t for t in terms if self.standing.rank_of(t) == rank]
        if not higher or lower:
            return None
        return bearers[0], min(higher, key=lambda t: t.period.start or date.max)

    def lately(self, name: Sequence[str], day: date) -> str:
        """Who of a name holds an office of note, or left one lately; "" where nobody did."""
        found = [
            (self.standing.rank_of(term), -abs(term.period.distance(day)), person.key)
            for person, fit in self._people.named(name)
            if fit >= _BEARS
            for term in self._people.terms(person.key)
            if self.standing.rank_of(term) >= _OF_NOTE and 0 <= term.period.distance(day) <= _LATELY
        ]
        return max(found)[2] if found else ""

    def neighbour(self, entity: str, day: date, *, later: bool) -> Resolution | None:
        """Who held a person's office next, or before; of several terms that nearest to the day."""
        terms = [t for t in self._people.terms(entity) if self.standing.rank_of(t) >= _OF_NOTE]
        if not terms:
            return None
        left = [t for t in terms if 0 < t.period.distance(day) <= _LATELY] if later else []
        own = min(left or terms, key=lambda t: (abs(t.period.distance(day)), -self.standing.rank_of(t)))
        rows = [row for row in self._people.of_office(own.polity, own.kind) if row[0].key != entity]
        starts = {id(row[1]): row[1].period.start or date.min for row in rows}
        if later:
            edge = own.period.end or day
            after = [row for row in rows if (starts[id(row[1])] - edge).days >= -_HANDOVER]
            found = min(after, key=lambda row: starts[id(row[1])], default=None)
        else:
            edge = own.period.start or day
            before = [row for row in rows if starts[id(row[1])] < edge]
            found = max(before, key=lambda row: starts[id(row[1])], default=None)
        order = "after" if later else "before"
        return found and self.standing.describe(*found, day, 0.6, f"next {order} the one named")

    def holder(self, polity: str, kind: str, day: date, *, latest: bool = False) -> Resolution | None:
        """The one holder of an office on a day; None where the tables know none or several.

        On the day of handing over it is who leaves, with `latest` who comes.
        """
        found = holder_of(self._people, polity, kind, day, latest=latest)
        return (
            self.standing.describe(*found, day, 0.88 if found[1].exact else 0.72, "in office")
            if found
            else None
        )

    def deposed(self, polity: str, kind: str, day: date) -> Resolution | None:
        """Who lost an office in the year before a day."""
        found = lately_deposed(self._people, polity, kind, day)
        return self.standing.describe(*found, day, 0.65, "the last to leave", sector="ELI") if found else None


def _same_man(one: Resolution, other: Resolution) -> bool:
    """Whether two rows are, by all that the tables tell, one person whom two sources spell differently."""
    ours, theirs = (set(fold_phrase(name or "")) for name in (one.name, other.name))
    if min(len(ours), len(theirs)) > 1 and (ours <= theirs or theirs <= ours):
        return True
    if one.code != other.code:
        return False
    return fuzz.ratio(fold(one.name or ""), fold(other.name or "")) >= _SPELLINGS
