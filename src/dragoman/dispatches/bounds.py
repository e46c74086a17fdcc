"""What office-holders named in the texts tell of their days, each text's alone and those of a dossier."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from dragoman.dispatches.dossier import possible_days, redate_with
from dragoman.dispatches.evidence import FIRST_YEAR, LAST_YEAR, Evidence
from dragoman.model import Bound, Dispatch

COMPANY = timedelta(days=92)
"""How far apart texts of one crisis are taken to be, beyond what their own words leave open (heuristic)."""
_FIRST, _LAST = date(FIRST_YEAR, 1, 1), date(LAST_YEAR, 12, 31)
_WEAK = 0.4
_SHORT = 92
"""The longest stretch that office-holders alone may give as the time of publication, in days."""

Span = tuple[date, date]


@dataclass(frozen=True, slots=True)
class Dated:
    """A dispatch with the stretches of days on which it may have been published; none where all are open."""

    dispatch: Dispatch
    candidates: tuple[Span, ...]


def date_by_offices(
    dispatches: Sequence[Dispatch], bounds: Mapping[str, Sequence[Bound]]
) -> tuple[Dated, ...]:
    """The dispatches, those of open day dated anew by the office-holders that all of them name.

    `bounds` are by the dispatches' ids. All are taken to be of one crisis, and the reasons say so;
    a dispatch whose own evidence decides the day stays as it is.
    """
    windows = {d.id: _window(d, bounds.get(d.id, ())) for d in dispatches}
    return tuple(_dated(d, _evidence(d, dispatches, bounds, windows)) for d in dispatches)


def _dated(dispatch: Dispatch, told: Sequence[Evidence]) -> Dated:
    days = dispatch.published
    if days.earliest is not None and days.earliest == days.latest:
        return Dated(dispatch, ((days.earliest, days.earliest),))
    again = redate_with(dispatch, told)
    possible = possible_days(dispatch, [replace(piece, alone=True) for piece in told])
    return Dated(again, _joined([(day, day) for day in possible]))


def _evidence(
    dispatch: Dispatch,
    dispatches: Sequence[Dispatch],
    bounds: Mapping[str, Sequence[Bound]],
    windows: Mapping[str, tuple[Span, ...]],
) -> list[Evidence]:
    own = list(of_bounds(bounds.get(dispatch.id, ())))
    others = [other for other in dispatches if other.id != dispatch.id and windows[other.id]]
    return own + [_of_other(other, windows[other.id]) for other in others]


def of_bounds(bounds: Sequence[Bound]) -> Iterator[Evidence]:
    """The time that most of the bounds allow; those that do not are set aside and said so."""
    spans = agreed(bounds)
    if not spans:
        return
    fits = [b for b in bounds if any(_meets(b, span) for span in spans)]
    says = " and ".join(dict.fromkeys(bound.says for bound in fits))
    told = f"the text names {says}: so {_told(spans)}"
    yield Evidence(told, _days(spans), fits[0].anchor.text, alone=_length(spans) <= _SHORT)
    for bound in bounds:
        if bound not in fits:
            yield Evidence(bound.says, frozenset(), bound.anchor.text)


def agreed(bounds: Sequence[Bound]) -> tuple[Span, ...]:
    """The stretches of days that fit the most bounds, a weak one counting less than half of another."""
    edges = sorted({_FIRST, *(day for bound in bounds for span in bound.periods for day in _edges(span))})
    pieces = [(a, b - timedelta(days=1)) for a, b in zip(edges, [*edges[1:], _LAST], strict=True) if a < b]
    weights = [sum(_weight(b) for b in bounds if _meets(b, piece)) for piece in pieces]
    best = max(weights, default=0.0)
    if not best:
        return ()
    return _joined([piece for piece, weight in zip(pieces, weights, strict=True) if weight == best])


def _weight(bound: Bound) -> float:
    return _WEAK if bound.weak else 1.0


def _edges(span: tuple[date | None, date | None]) -> Iterator[date]:
    """The first day of a period, and the first day after it."""
    start, end = span
    if start is not None:
        yield max(start, _FIRST)
    if end is not None and end < _LAST:
        yield end + timedelta(days=1)


def _meets(bound: Bound, piece: Span) -> bool:
    return any(
        (start is None or start <= piece[1]) and (end is None or piece[0] <= end)
        for start, end in bound.periods
    )


def _joined(pieces: list[Span]) -> tuple[Span, ...]:
    out: list[Span] = []
    for start, end in pieces:
        if out and start - out[-1][1] <= timedelta(days=1):
            out[-1] = (out[-1][0], end)
        else:
            out.append((start, end))
    return tuple(out)


def _days(spans: Sequence[Span]) -> frozenset[date]:
    return frozenset(
        date.fromordinal(number)
        for start, end in spans
        for number in range(start.toordinal(), end.toordinal() + 1)
    )


def _length(spans: Sequence[Span]) -> int:
    return sum((end - start).days + 1 for start, end in spans)


def _told(spans: Sequence[Span]) -> str:
    return " or ".join(f"{a}" if a == b else f"{a} to {b}" for a, b in spans[:4])


def _window(dispatch: Dispatch, bounds: Sequence[Bound]) -> tuple[Span, ...]:
    """The time a dispatch may be of: its own day, else what its office-holders allow."""
    days = dispatch.published
    if days.earliest is not None and days.latest is not None:
        return ((days.earliest, days.latest),)
    return agreed(bounds) if bounds else ()


def _of_other(other: Dispatch, spans: tuple[Span, ...]) -> Evidence:
    wide = [(max(start - COMPANY, _FIRST), min(end + COMPANY, _LAST)) for start, end in spans]
    says = f"{other.path or 'another dispatch'} is of {_told(spans)}, and both are taken to be of one crisis"
    return Evidence(says, _days(_joined(sorted(wide))), alone=False, quiet=True)
