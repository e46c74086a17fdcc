"""How likely a person is meant by a name: by the terms in office, the day, and what stands beside it.

The figures are set by judgement and checked on tests/registry/mentions.tsv.
"""

from __future__ import annotations

from dragoman.model import Resolution
from dragoman.registry.people import People, Person, Term
from dragoman.registry.standing import Circumstance, Standing

_AFTER_DAYS = 30 * 365
_BEFORE_DAYS = 20 * 365
_FOR_LIFE = frozenset({"officer", "royal", "cleric"})
"""Styles that people keep when they leave office: General Pinochet."""
KNOWN = 4
"""Those who lately held an office of this rank are still called by surname alone."""
_RECENT = 3 * 365
_NEAR_TERM = 200
_NEAR_CAREER = 5 * 365


class Weighing:
    """Scores persons for a name."""

    def __init__(self, people: People, standing: Standing) -> None:
        self._people = people
        self._standing = standing

    def weigh(
        self, person: Person, fit: float, length: int, beside: Circumstance
    ) -> tuple[float, Resolution] | None:
        """The score of a person of whom `length` words of a name fit so well, with the term it rests on.

        None where no term of his or hers suits what stands beside the name, or none is near the day.
        """
        terms = [t for t in self._people.terms(person.key) if self._standing.fits(t, beside)]
        if not terms:
            return None
        day = beside.day
        if day is None:
            term = max(terms, key=lambda t: self._standing.rank_of(t))
            score = 0.55 * fit + (0.1 if beside.offices and self._standing.meets(term, beside) else 0.0)
            return score + (0.1 if length > 1 else -0.1), self._standing.describe(
                person, term, None, 0, "no day given"
            )
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
            key=lambda t: (
                self._standing.meets(t, beside),
                self._standing.rank_of(t),
                t.exact,
                not t.source.startswith("CIA"),
            ),
        )
        rank = self._standing.rank_of(term)
        score = 0.4 + 0.08 * rank if length == 1 else 0.8 + 0.02 * rank
        weight = 0.7 if length == 1 else 0.9
        score *= 1 - weight + weight * min(1.0, fit + (0.25 if length == 1 else 0.0))
        why = "in office"
        if beside.offices:
            meets = self._standing.meets(term, beside)
            score += 0.12 if meets else -0.3 if length == 1 else -0.17
            why += "" if meets else ", though the words name another office"
        if beside.polities:
            score += 0.1
        if not term.exact:
            score -= 0.03
        return score, self._standing.describe(person, term, beside.day, score, why)

    def _outside(
        self, person: Person, fit: float, length: int, terms: list[Term], beside: Circumstance
    ) -> tuple[float, Resolution] | None:
        assert beside.day is not None
        day = beside.day
        term = min(terms, key=lambda t: (not self._standing.meets(t, beside), abs(t.period.distance(day))))
        away = term.period.distance(day)
        if away > _AFTER_DAYS or away < -_BEFORE_DAYS or (beside.former and away < 0):
            return None
        rank = max((self._standing.rank_of(t) for t in terms if t.period.distance(day) >= 0), default=0)
        alone = 0.62 if rank >= KNOWN and abs(away) <= _RECENT else 0.38
        full = min(1.0, fit + 0.25) if length == 1 else fit
        score = (0.68 if length > 1 else alone) * (0.5 + 0.5 * full) - 0.2 * min(1.0, abs(away) / _AFTER_DAYS)
        if beside.former:
            score += 0.04 * self._standing.rank_of(term)
            score += 0.2 if not beside.offices or self._standing.meets(term, beside) else -0.3
        elif beside.offices:
            score -= self._misfit(term, beside, min(abs(t.period.distance(day)) for t in terms), length)
        if beside.polities:
            score += 0.1
        why = "no longer in office" if away > 0 else "not yet in office"
        sector = "ELI" if away > 0 else None
        if beside.offices and not beside.former:
            sector = beside.offices[0].sector
            why += ", and the words name an office that the tables do not give"
        return score, self._standing.describe(person, term, day, score, why, sector=sector)

    def _misfit(self, term: Term, beside: Circumstance, away: int, length: int) -> float:
        """What it costs that the office in the words is not the one in the tables.

        A full name whose bearer held any office within five years is still likely the same person.
        """
        if self._standing.meets(term, beside):
            lasting = all(office.kind in _FOR_LIFE for office in beside.offices)
            if away < _NEAR_TERM or lasting or length > 1:
                return 0.05
        return 0.08 if length > 1 and away < _NEAR_CAREER else 0.3
