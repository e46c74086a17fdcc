"""Who held an office of a polity on a day, told from rivals that the tables name for the same day."""

from __future__ import annotations

from collections import Counter
from datetime import date

from dragoman.registry.people import People, Person, Term
from dragoman.registry.source import OWN

Row = tuple[Person, Term]
_LATELY = 400


def holder_of(people: People, polity: str, kind: str, day: date, *, latest: bool = False) -> Row | None:
    """The one holder, with the term to quote; None where the tables know none, or do not tell several apart.

    An overlay's row goes before the package's, other sources before the Factbook's editions. On the day of
    handing over it is who leaves, with `latest` who comes. Of terms known to the year or month only, that
    counts which surely ran; last, whom the most sources name.
    """
    held = people.holders(polity, kind, day)
    held = [row for row in held if row[1].source.startswith(OWN)] or held
    held = [row for row in held if not row[1].source.startswith("CIA")] or held
    if latest and held:
        newest = max(term.period.start or date.min for _, term in held)
        held = [row for row in held if row[1].period.start == newest]
    for narrower in (_stays_on, _holds_surely, _named_most):
        if _persons(held) > 1:
            held = narrower(held, day) or held
    if _persons(held) != 1:
        return None
    return max(held, key=lambda row: row[1].exact)


def lately_deposed(people: People, polity: str, kind: str, day: date) -> Row | None:
    """Who was the last to leave an office in the year before a day; None where nobody did."""
    ended = [row for row in people.of_office(polity, kind) if 0 < row[1].period.distance(day) <= _LATELY]
    return min(ended, key=lambda row: row[1].period.distance(day), default=None)


def _persons(held: list[Row]) -> int:
    return len({person.key for person, _ in held})


def _stays_on(held: list[Row], day: date) -> list[Row]:
    """Those in terms that are known to the day, have an end, and did not begin that day."""
    return [(p, t) for p, t in held if t.exact and t.period.end is not None and t.period.start != day]


def _holds_surely(held: list[Row], day: date) -> list[Row]:
    """Those whose term holds the day even where it is taken as short as its dates allow."""
    return [row for row in held if row[1].core.holds(day)]


def _named_most(held: list[Row], _: date) -> list[Row]:
    """Those whom the most sources name."""
    counts = Counter(person.key for person, _ in held)
    most = max(counts.values())
    return [row for row in held if counts[row[0].key] == most]
