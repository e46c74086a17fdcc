"""Parts of a period and days counted within it: "early June", "the first week of July"."""

from __future__ import annotations

from datetime import date, timedelta

from dragoman.reading.times.almanac import Span as Days
from dragoman.reading.times.almanac import shift, unit_span, week_of, weekday_of
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


def _nth(match: Match) -> Sign | None:
    """The first week of July, the last Monday of May, the first ten days of 1999, the 24th of this month."""
    outer = match.signs[-1].span if match.signs[-1].kind == "SPAN" else period(match)
    if match.signs[-1].kind in ("UNIT", "QUARTER"):
        outer = Span(*unit_span(match.frame.day, match.signs[-1].word), match.signs[-1].word)
    ordinal = match.get("ORD")
    which = int(ordinal.number) if ordinal else -1
    if outer is None or outer.whole is None or outer.grain == "day":
        return None
    days = _inside(match, outer.whole, which)
    return (
        match.sign(
            "SPAN", span=Span(*days, "day" if days[0] == days[1] else "week", "counted within the period")
        )
        if days
        else None
    )


def _half(match: Match) -> Sign | None:
    """The second half of July, of last year, the latter half of the 1990s."""
    outer, word = period(match), match.need("ORD", "LAST", "OTHER")
    which = 2 if word.kind == "LAST" or word.word == "latter" else int(word.number)
    if outer is None or outer.whole is None or outer.grain == "day" or which not in (1, 2):
        return None
    if word.kind == "OTHER" and word.word != "latter":
        return None
    first, last = outer.whole
    middle = _middle(first, last, outer.grain)
    days = (first, middle - timedelta(days=1)) if which == 1 else (middle, last)
    return match.sign("SPAN", span=Span(*days, "part", "a half of: " + outer.basis))


def _middle(first: date, last: date, grain: str) -> date:
    """The first day of the second half: the 16th of a month, else by whole months where they divide."""
    if grain == "month":
        return first.replace(day=16)
    months = round((last - first).days / 30.44)
    if months and months % 2 == 0:
        return shift(first, months // 2, "month")
    return first + ((last - first) + timedelta(days=1)) // 2


def _nth_of_owner(match: Match) -> Sign | None:
    """Next month's first week: as the first week of next month."""
    turned = Match((*match.signs[2:], match.signs[0]), match.before, match.after, match.frame)
    found = _nth(turned)
    return match.sign("SPAN", span=found.span) if found else None


def _year_end(match: Match) -> Sign | None:
    """Year-end, the year's end."""
    unit = match.need("UNIT").word
    if unit not in ("year", "month", "week") or (unit != "year" and not match.has("DASH", "POSS")):
        return None
    day = unit_span(match.frame.day, unit)[1]
    return match.span(day, day, f"the last day of the {unit}", "end")


def _inside(match: Match, outer: Days, which: int) -> Days | None:
    inner = match.get("SPAN", "AMOUNT", "UNIT", "QUARTER", "WEEKDAY", "WEEKEND")
    if inner is None:
        return None
    weekday = int(inner.number) if inner.kind == "WEEKDAY" else inner.span.weekday if inner.span else None
    if weekday is not None:
        day = weekday_of(*outer, weekday, which)
        return (day, day) if day else None
    count, unit = inner.amount[0] if inner.amount else (1.0, inner.word)
    return _stretch(outer, which, int(count), unit)


def _stretch(outer: Days, which: int, count: int, unit: str) -> Days | None:
    first, last = outer
    if unit == "week":
        start, end = week_of(first, last, which if which < 0 else (which - 1) * count + 1)
        extra = timedelta(days=7 * (count - 1))
        return (start - extra, end) if which < 0 else (start, end + extra)
    if unit == "weekend":
        day = weekday_of(first, last, 5, which)
        return (day, day + timedelta(days=1)) if day else None
    if unit not in ("day", "month", "quarter", "year", "decade"):
        return None
    if which < 0:
        return shift(last + timedelta(days=1), -count, unit), last
    start = shift(first, (which - 1) * count, unit)
    return (start, shift(start, count, unit) - timedelta(days=1)) if start <= last else None


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


_CHANGES = set("rose risen fell fallen grew grown increased dropped climbed declined jumped up down".split())


def _days_inner(match: Match) -> Sign | None:
    """From 4 to 22 this month."""
    span = match.signs[-1].span
    first, last = (int(match.need("INT", "ORD", "CARD", nth=n).number) for n in (0, 1))
    if any(sign.word.lower() in _CHANGES for sign in match.before[-2:]):
        return None
    if span is None or span.whole is None or span.grain != "month" or not 1 <= first < last:
        return None
    start = span.whole[0]
    return match.span(start.replace(day=first), start.replace(day=last), "days of that month")


_UNIT = "(?:UNIT|WEEKEND|QUARTER)"
ORDINALS = Stage(
    [
        ("SPAN POSS THE? (?:ORD|LAST) (?:UNIT|QUARTER|AMOUNT|WEEKEND|WEEKDAY)", _nth_of_owner),
        (
            "THE? (?:ORD|LAST) BUSINESS? (?:UNIT|QUARTER|AMOUNT|SPAN DAYPART?|WEEKEND|WEEKDAY)"
            "(?:OF|IN)? (?:SPAN)",
            _nth,
        ),
        ("THE? (?:ORD|LAST) (?:UNIT|AMOUNT|SPAN|WEEKEND|WEEKDAY) (?:OF|IN) THE (?:UNIT|QUARTER)", _nth),
        ("THE? (?:ORD|LAST|OTHER) DASH? HALF OF (?:THE? SPAN|THE UNIT)", _half),
        ("THE ORD OF THE (?:UNIT)", lambda m: _day_of_unit(m)),
        ("(?:FROM|BETWEEN)? THE? day (?:to|AND) THE? day OF? SPAN", _days_inner),
        ("FROM THE? day to THE? day IN SPAN", _days_inner),
    ]
)


def _day_of_unit(match: Match) -> Sign | None:
    number, unit = int(match.need("ORD").number), match.need("UNIT").word
    if unit != "month" or number > 31:
        return None
    day = match.frame.day.replace(day=number)
    return match.span(day, day, "a day of the month of publication")


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
