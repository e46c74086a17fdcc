"""Days and parts counted within a period: "the first week of July", "the second half of 1998"."""

from __future__ import annotations

from datetime import date, timedelta

from dragoman.reading.times.almanac import Span as Days
from dragoman.reading.times.almanac import shift, unit_span, week_of, weekday_of
from dragoman.reading.times.edges import period
from dragoman.reading.times.grammar import Match, Stage
from dragoman.reading.times.signs import Sign, Span


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


def _nth_of_owner(match: Match) -> Sign | None:
    """Next month's first week: as the first week of next month."""
    turned = Match((*match.signs[2:], match.signs[0]), match.before, match.after, match.frame)
    found = _nth(turned)
    return match.sign("SPAN", span=found.span) if found else None


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


def _day_of_unit(match: Match) -> Sign | None:
    number, unit = int(match.need("ORD").number), match.need("UNIT").word
    if unit != "month" or number > 31:
        return None
    day = match.frame.day.replace(day=number)
    return match.span(day, day, "a day of the month of publication")


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
        ("THE ORD OF THE (?:UNIT)", _day_of_unit),
        ("(?:FROM|BETWEEN)? THE? day (?:to|AND) THE? day OF? SPAN", _days_inner),
        ("FROM THE? day to THE? day IN SPAN", _days_inner),
    ]
)
