"""The day that a relation counts from, and steps away from a day."""

from __future__ import annotations

from datetime import date

from dragoman.reading.times.almanac import Span as Days
from dragoman.reading.times.almanac import unit_span
from dragoman.reading.times.grammar import Match, UndatedError
from dragoman.reading.times.periods import move
from dragoman.reading.times.signs import Amount, Sign

NO_ANCHOR = "counts from an earlier day, and none is known"


def anchor_of(match: Match) -> Days:
    """The last days named before: in this text, or in an earlier sentence."""
    for sign in reversed(match.before):
        if sign.kind == "SPAN" and sign.span and sign.span.whole and sign.span.type in ("DATE", "TIME"):
            return sign.span.whole
    if match.frame.earlier is None:
        raise UndatedError(NO_ANCHOR)
    return match.frame.earlier


def moved_by(match: Match, base: date, amount: Amount, way: int, basis: str, *, loose: bool = False) -> Sign:
    """The day so many units before (`way` -1) or after a base; `loose` takes whole months and years."""
    day = move(base, amount, way)
    if day is None:
        first, last = (None, base) if way < 0 else (base, None)
        return match.span(first, last, basis + "; how many is not told")
    unit = amount[0][1]
    if (
        loose
        and len(amount) == 1
        and unit in ("month", "year", "quarter", "decade")
        and amount[0][0] % 1 == 0
    ):
        unit = "year" if unit == "decade" else unit
        return match.span(*unit_span(day, unit), f"{basis}, the {unit} as a whole", unit)
    return match.span(day, day, basis)
