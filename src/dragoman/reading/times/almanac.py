"""Calendar arithmetic: the first and last day of weeks, months, seasons, quarters, centuries, feasts.

Every span is a pair of days, both included. Weeks begin on Monday (ISO 8601); seasons are the
meteorological ones of the northern half of the world, three whole months each.
"""

from __future__ import annotations

import calendar
from datetime import date, timedelta

Span = tuple[date, date]


def shift(day: date, count: float, unit: str) -> date:
    """The day that lies `count` units after the given one (before it, where negative).

    Months and years keep the day of the month, or take the last day where a month is shorter.
    Raises OverflowError or ValueError outside the years 1 to 9999.
    """
    days = {"hour": 1 / 24, "minute": 0.0, "second": 0.0, "day": 1, "fortnight": 14}
    days |= {"week": 7, "weekend": 7, "workweek": 7}
    if unit in days:
        return day + timedelta(days=int(count * days[unit]))
    months = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200, "millennium": 12000}
    index = day.year * 12 + day.month - 1 + round(count * months[unit])
    year, month = divmod(index, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def shift_working(day: date, count: int) -> date:
    """The day that lies `count` working days away, Saturdays and Sundays left out."""
    step = timedelta(days=1 if count > 0 else -1)
    for _ in range(abs(count)):
        day += step
        while day.weekday() > 4:
            day += step
    return day


def month_span(year: int, month: int) -> Span:
    """The first and last day of a month."""
    return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])


def year_span(year: int, years: int = 1) -> Span:
    """The first and last day of a year, or of several years in a row."""
    return date(year, 1, 1), date(year + years - 1, 12, 31)


def season_span(year: int, season: int) -> Span:
    """Spring (0) to winter (3) of a year; winter runs on to the end of the next February."""
    first = date(year, 3 * season + 3, 1)
    return first, shift(first, 3, "month") - timedelta(days=1)


def months_span(year: int, part: int, months: int) -> Span:
    """The nth stretch of so many months of a year: quarters (3) and halves (6), counted from 1."""
    first = date(year, months * (part - 1) + 1, 1)
    return first, shift(first, months, "month") - timedelta(days=1)


def unit_span(day: date, unit: str) -> Span:
    """The calendar unit (day, week, weekend, month, quarter, year, decade ...) that holds a day."""
    if unit == "week":
        first = day - timedelta(days=day.weekday())
        return first, first + timedelta(days=6)
    if unit == "workweek":
        return unit_span(day, "week")[0], unit_span(day, "week")[0] + timedelta(days=4)
    if unit == "fortnight":
        return unit_span(day, "week")[0], unit_span(day, "week")[1] + timedelta(days=7)
    if unit == "weekend":
        last = unit_span(day, "week")[1]
        return last - timedelta(days=1), last
    if unit == "month":
        return month_span(day.year, day.month)
    if unit == "quarter":
        return months_span(day.year, (day.month + 2) // 3, 3)
    years = {"year": 1, "decade": 10, "century": 100, "millennium": 1000}.get(unit)
    if years is None:
        return day, day
    return year_span(max(1, day.year - day.year % years), years)


def week_of(first: date, last: date, which: int) -> Span:
    """The nth week of a month or year (-1 for the last): a week belongs where its Thursday lies."""
    thursday = first + timedelta(days=(3 - first.weekday()) % 7)
    if which < 0:
        thursday = last - timedelta(days=(last.weekday() - 3) % 7)
        which = -which - 1
        return unit_span(thursday - timedelta(days=7 * which), "week")
    return unit_span(thursday + timedelta(days=7 * (which - 1)), "week")


def weekday_of(first: date, last: date, weekday: int, which: int) -> date | None:
    """The nth Monday (0) to Sunday (6) of a stretch, -1 for the last; None where there is none."""
    if which < 0:
        return last - timedelta(days=(last.weekday() - weekday) % 7)
    day = first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (which - 1))
    return day if day <= last else None


def easter(year: int) -> date:
    """Easter Sunday of the western churches (the anonymous Gregorian computus)."""
    golden, century, rest = year % 19, year // 100, year % 100
    moon = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    week = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (golden + 11 * moon + 22 * week) // 451
    month, day = divmod(moon + week - 7 * late + 114, 31)
    return date(year, month, day + 1)


def pascha(year: int) -> date:
    """Easter Sunday of the eastern churches, as a Gregorian day (Julian computus, Meeus)."""
    moon = (19 * (year % 19) + 15) % 30
    week = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
    month, day = divmod(moon + week + 114, 31)
    return date(year, month, day + 1) + timedelta(days=year // 100 - year // 400 - 2)


def hijri(year: int, month: int, day: int) -> date:
    """The Gregorian day of a day of the tabular Islamic calendar (civil epoch).

    The day begins at sunset and the month by sighting, so a feast may lie a day to either side.
    """
    days = (year - 1) * 354 + (3 + 11 * year) // 30 + 29 * (month - 1) + month // 2 + day
    return date.fromordinal(227014 + days)


def hijri_in(gregorian: int, month: int, day: int) -> list[date]:
    """The days of a Gregorian year on which a day of the Islamic calendar falls: mostly one."""
    near = round((gregorian - 622) * 1.030684)
    days = [hijri(year, month, day) for year in range(max(1, near - 1), near + 3)]
    return [found for found in days if found.year == gregorian]


def _hebrew_elapsed(year: int) -> int:
    months = (235 * year - 234) // 19
    parts = 12084 + 13753 * months
    day = 29 * months + parts // 25920
    return day + 1 if (3 * (day + 1)) % 7 < 3 else day


def _hebrew_new_year(year: int) -> int:
    before, here, after = (_hebrew_elapsed(y) for y in (year - 1, year, year + 1))
    delay = 2 if after - here == 356 else 1 if here - before == 382 else 0
    return -1373427 + here + delay - 1  # Calendrical Calculations: epoch of the calendar as a day number


def hebrew(year: int, month: int, day: int) -> date:
    """The day in a Gregorian year of 1 or 10 Tishri (month 7) or of 15 Nisan (month 1).

    Passover lies 163 days before the next new year, whatever the length of the year.
    """
    if month == 7:
        return date.fromordinal(_hebrew_new_year(year + 3761) + day)
    return date.fromordinal(_hebrew_new_year(year + 3761) + 1 - 163 + day - 15)
