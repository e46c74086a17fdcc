"""Parts of a period: "early June", "the end of the month", "later this week", "June of next year"."""

from __future__ import annotations

from datetime import date, timedelta

from dragoman.reading.times.almanac import Span as Days
from dragoman.reading.times.almanac import shift, unit_span, weekday_of
from dragoman.reading.times.grammar import Match, Stage
from dragoman.reading.times.signs import Sign, Span

_PART = {"EARLY": 0, "BEGINNING": 0, "MID": 1, "MIDDLE": 1, "LATE": 2, "END": 2}
_WEEK = ((0, 2), (1, 4), (3, 6))
_MONTH = ((1, 15), (10, 20), (16, 31))
_MONTHS = ((0, 4), (4, 8), (8, 12))
_DECADE = ((0, 4), (4, 7), (7, 10))
_CENTURY = ((0, 33), (33, 67), (67, 100))


def part_of(days: Days, grain: str, part: int) -> Days:
    """The early (0), middle (1) or late (2) part of a period.

    A convention: halves of a month and its 10th to 20th, thirds of a year, of a decade the years
    0-3, 4-6 and 7-9, of a week Monday to Wednesday, Tuesday to Friday, Thursday to Sunday; otherwise thirds.
    """
    first, last = days
    if grain == "day" or (last - first).days < 3:
        return days
    if grain == "week":
        return first + timedelta(days=_WEEK[part][0]), first + timedelta(days=_WEEK[part][1])
    if grain == "month":
        return first.replace(day=_MONTH[part][0]), min(last, first + timedelta(days=_MONTH[part][1] - 1))
    if grain in ("year", "decade"):
        unit, bounds = ("month", _MONTHS) if grain == "year" else ("year", _DECADE)
        return shift(first, bounds[part][0], unit), shift(first, bounds[part][1], unit) - timedelta(days=1)
    if grain == "century":
        first_year, next_year = _CENTURY[part]
        return shift(first, first_year, "year"), shift(first, next_year, "year") - timedelta(days=1)
    third = ((last - first).days + 1) // 3
    start = first + timedelta(days=third * part)
    return start, last if part == 2 else start + timedelta(days=third - 1)


def period(match: Match) -> Span | None:
    """The period spoken of: a span already read, or "the month" as that of publication."""
    sign = match.get("SPAN")
    if sign is not None:
        return sign.span
    unit = match.need("UNIT", "WEEKEND", "QUARTER").word
    if unit in ("hour", "minute", "second"):
        return None
    return Span(*unit_span(match.frame.day, unit), unit, f"the {unit} of publication")


def _edge(match: Match) -> Sign | None:
    span = period(match)
    if span is None or span.whole is None:
        return match.sign("SPAN", span=span) if span else None
    kind = next(sign.kind for sign in match.signs if sign.kind in _PART)
    before = match.previous.kind if match.previous else ""
    limit = before in ("BY", "TILL", "BEFORE", "TO", "THROUGH")
    if (limit and kind in ("END", "BEGINNING")) or (before == "AFTER" and kind == "BEGINNING"):
        day = span.whole[1] if kind == "END" else span.whole[0]
        basis = "the last day of the period" if kind == "END" else "the first day of the period"
        return match.span(day, day, basis, "end" if kind == "END" else "day")
    days = part_of(span.whole, span.grain, _PART[kind])
    return match.sign(
        "SPAN",
        span=Span(
            *days,
            span.grain if span.grain == "day" else "part",
            "a part of: " + span.basis,
            span.type,
            span.form,
            span.open,
            span.weekday,
        ),
    )


def _hours(match: Match) -> Sign | None:
    """The early hours of Sunday."""
    span = match.need("SPAN").span
    if match.need("UNIT").word != "hour" or span is None:
        return None
    return match.sign("SPAN", span=Span(span.earliest, span.latest, "day", span.basis, "TIME"))


def _side(match: Match) -> Sign | None:
    """Earlier this month, later in the week: the period up to publication, or from it on."""
    span = period(match)
    today = match.frame.day
    if span is None or span.whole is None:
        return None
    first, last = span.whole
    if match.has("EARLIER"):
        last = max(first, min(last, today))
    elif first <= today <= last:
        first = today
    return match.sign(
        "SPAN",
        span=Span(first, last, "part", "the part of the period before or after publication", span.type),
    )


def _rest(match: Match) -> Sign | None:
    span, today = period(match), match.frame.day
    if span is None or span.whole is None or not span.whole[0] <= today <= span.whole[1]:
        return None
    return match.span(today, span.latest, "from publication to the end of the period", "part")


def _year_end(match: Match) -> Sign | None:
    """Year-end, the year's end."""
    unit = match.need("UNIT").word
    if unit not in ("year", "month", "week") or (unit != "year" and not match.has("DASH", "POSS")):
        return None
    day = unit_span(match.frame.day, unit)[1]
    return match.span(day, day, f"the last day of the {unit}", "end")


def within(outer: Days, span: Span) -> Days | None:
    """The days of a month, season, weekday or day of the month that was meant within a longer period."""
    first, last = outer
    _, month, day = span.form
    if span.weekday is not None and (last - first).days < 8:
        found = weekday_of(first, last, span.weekday, 1)
        return (found, found) if found else None
    if month is None and day is not None:
        found = first.replace(day=day)
        return found, found
    if span.whole is None or (last - first).days < 360:
        return None
    moved = date(first.year, span.whole[0].month, 1)
    if day is not None and month is not None:
        found = date(first.year, month, day)
        return found, found
    length = span.whole[1].year * 12 + span.whole[1].month - span.whole[0].year * 12 - span.whole[0].month + 1
    if span.whole[0].day != 1:
        return span.whole[0].replace(year=first.year), span.whole[1].replace(year=first.year)
    return moved, min(
        shift(moved, length, "month") - timedelta(days=1),
        span.whole[1].replace(year=first.year) if span.grain == "part" else date.max,
    )


def _inner(match: Match) -> Sign | None:
    """June of next year, Wednesday of next week, the 15th of last month, next week on Monday."""
    one, two = match.signs[0].span, match.signs[-1].span
    if one is None or two is None:
        return None
    order = {
        "day": 0,
        "part": 1,
        "week": 1,
        "weekend": 1,
        "month": 2,
        "quarter": 3,
        "season": 3,
        "half": 3,
        "year": 4,
    }
    rank = [order.get(span.grain, 9) for span in (one, two)]
    inner, outer = (one, two) if rank[0] < rank[1] else (two, one)
    if (
        9 in rank
        or rank[0] == rank[1]
        or outer.whole is None
        or not (inner.open or inner.weekday is not None)
    ):
        return None
    if outer is one and not (inner.weekday is not None and one.grain == "week"):
        return None
    if match.has("DASH") and outer is not one:
        return None
    days = within(outer.whole, inner)
    return (
        match.sign(
            "SPAN",
            span=Span(*days, inner.grain, "within the longer period", inner.type, weekday=inner.weekday),
        )
        if days
        else None
    )


_UNIT = "(?:UNIT|WEEKEND|QUARTER)"


INNER = Stage([("SPAN COMMA? (?:OF|IN|ON)? SPAN", _inner)])
EDGES = Stage(
    [
        ("THE? UNIT (?:DASH|POSS)? END", _year_end),
        ("SPAN COMMA? (?:OF|IN|ON)? SPAN|SPAN DASH SPAN", _inner),
        ("THE? EARLY UNIT OF SPAN", _hours),
        ("THE? (?:EARLY|LATE|MID) DASH? (?:IN|ON)? (?:THE (?:UNIT) OF?)? SPAN", _edge),
        ("(?:EARLY|LATE|MID) IN THE UNIT", _edge),
        (f"THE? (?:BEGINNING|MIDDLE|END) OF THE? (?:SPAN|{_UNIT})", _edge),
        (f"(?:EARLIER|LATER) (?:IN|ON)? (?:SPAN|THE {_UNIT})", _side),
        (f"THE? REST OF? (?:THE|THIS|CURRENT)? (?:SPAN|{_UNIT})", _rest),
    ]
)
