"""Which of several days is meant, where the words do not say: nearest to publication, by the tense."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, timedelta

from dragoman.reading.times import words
from dragoman.reading.times.almanac import Span as Days
from dragoman.reading.times.almanac import (
    easter,
    hebrew,
    hijri_in,
    month_span,
    pascha,
    season_span,
    weekday_of,
)
from dragoman.reading.times.grammar import Frame

AGAINST = 3
"""How many times farther a day looks that lies against the tense (a heuristic, set by hand)."""

DOUBT = 1.5
"""Likewise for a day to come where no tense is known: news tells more of what was (set by hand)."""


def gap(days: Days, today: date) -> int:
    """Days from today to the nearer end, negative in the past, 0 within."""
    if days[0] > today:
        return (days[0] - today).days
    return min(0, (days[1] - today).days)


def choose(candidates: Iterable[Days], today: date, tense: str) -> Days:
    """The nearest of the candidates; one that lies against the tense counts three times as far.

    The tense "ahead" leaves only what begins today or later, if anything does.
    """

    def cost(days: Days) -> float:
        far = gap(days, today)
        against = (tense == "past" and far > 0) or (tense == "future" and far < 0)
        return abs(far) * (AGAINST if against else DOUBT if not tense and far > 0 else 1)

    known = list(candidates)
    if tense == "ahead":
        known = [days for days in known if days[0] >= today] or known
    return min(known, key=cost)


def year_of(make: Callable[[int], Days | None], frame: Frame, tense: str, reach: int = 1) -> Days:
    """The year whose span is meant, of those within reach; raises ValueError where none exists."""
    today = frame.day
    years = range(today.year - reach, today.year + reach + 1)
    candidates = [days for year in years if (days := make(year)) is not None]
    if not candidates and reach < 8:
        return year_of(make, frame, tense, 8)
    return choose(candidates, today, tense)


def day_of(year: int, month: int, day: int) -> Days | None:
    """A day as a span, None where the calendar has none such."""
    try:
        found = date(year, month, day)
    except ValueError:
        return None
    return found, found


def weekday(today: date, which: int, tense: str) -> date:
    """The weekday (0 Monday) nearest before or on today, or nearest after or on it where future."""
    if tense in ("future", "ahead"):
        return today + timedelta(days=(which - today.weekday()) % 7)
    return today - timedelta(days=(today.weekday() - which) % 7)


def holiday(name: str, year: int) -> Days | None:
    """The day of a holiday in a year, by its rule."""
    rule = words.holidays()[name]
    if rule[2] == "-":
        return day_of(year, int(rule[:2]), int(rule[3:]))
    if rule.startswith(("easter", "pascha")):
        start = easter(year) if rule[0] == "e" else pascha(year)
        found = start + timedelta(days=int(rule[6:]))
        return found, found
    first, *rest = rule.split("/")
    if first == "hebrew":
        found = hebrew(year, int(rest[0]), int(rest[1]))
        return found, found
    if first == "hijri":
        found_days = hijri_in(year, int(rest[0]), int(rest[1]))
        if not found_days:
            return None
        one, length = timedelta(days=1), timedelta(days=int(rest[2]) - 1)
        return found_days[0] - one, found_days[0] + length + one
    nth = weekday_of(*month_span(year, int(first)), int(rest[0]), int(rest[1]))
    return (nth, nth) if nth else None


def weekend_beside(feast: Days) -> Days:
    """The weekend that a feast lies in or nearest to, from a Thursday or Friday, to a Monday."""
    day = feast[0]
    saturday = day + timedelta(days=(5 - day.weekday()) if day.weekday() > 2 else -2 - day.weekday())
    sunday = saturday + timedelta(days=1)
    beside = day.weekday() in (0, 3, 4)
    return (min(saturday, day), max(sunday, day)) if beside else (saturday, sunday)


def month(year: int, number: int) -> Days | None:
    """A month as a span; here so that it can be chosen among years like a day."""
    return month_span(year, number)


def season(year: int, number: int) -> Days | None:
    """A season as a span, likewise."""
    return season_span(year, number)
