"""Dates in figures: 1998-06-12, 12.6.1998, 6/12/98, 1998-06, 1989-91."""

from __future__ import annotations

import re
from datetime import date

from dragoman.reading.times import words
from dragoman.reading.times.almanac import month_span
from dragoman.reading.times.grammar import Match, Rule
from dragoman.reading.times.signs import Sign
from dragoman.reading.times.written import WEEKDAYS, calendar_day, dated, full_year, year_in


def _figures(match: Match) -> Sign | None:
    """1998-06-12, 12.6.1998, 6/12/98, 1998-06, 6/1998."""
    sign = match.signs[0]
    figures = re.findall(r"\d+", sign.word)
    numbers = [int(figure) for figure in figures[:3]]
    if match.previous is not None and match.previous.word.lower() in words.designators():
        return None
    if sign.kind == "ISO":
        return calendar_day(match, numbers[1], numbers[2], numbers[0])
    if sign.kind == "DMY":
        year = full_year(numbers[2], len(figures[2]), match.frame.today)
        day, month = numbers[:2] if "." in sign.word else numbers[1::-1]
        if month > 12:
            day, month = month, day
        return calendar_day(match, month, day, year)
    if sign.kind == "MD":
        cued = match.previous is not None and match.previous.kind in (
            "ON",
            "FROM",
            "BETWEEN",
            "TILL",
            "BY",
            "SINCE",
            "BEFORE",
            "AFTER",
            "WEEKDAY",
            "COMMA",
            "SPAN",
            "TO",
        )
        month, day = numbers if numbers[0] <= 12 else numbers[::-1]
        return (
            calendar_day(match, month, day, year_in(match))
            if cued or match.has(*WEEKDAYS) or match.has("YEAR")
            else None
        )
    year, month = numbers if sign.kind == "YM" else numbers[::-1]
    if (
        sign.kind == "YM"
        and month == (year + 1) % 100
        and len(figures[1]) == 2
        and (month > 12 or "/" in sign.word)
    ):
        return dated(
            match, (date(year, 1, 1), date(year + 1, 12, 31)), "year", "two years", (year, None, None)
        )
    if sign.kind == "YM" and month > max(12, year % 100):
        last = year // 100 * 100 + month
        return dated(match, (date(year, 1, 1), date(last, 12, 31)), "range", "years", (year, None, None))
    if not 1 <= month <= 12 or not 1400 <= year < 2200:
        return None
    return dated(match, month_span(year, month), "month", "a month of a year", (year, month, None))


def _weekday_figures(match: Match) -> Sign | None:
    inner = Match(match.signs[-1:], [*match.before, *match.signs[:-1]], match.after, match.frame)
    found = _figures(inner)
    if found is None or found.span is None:
        return None
    return match.sign("SPAN", span=found.span)


FIGURES: tuple[Rule, ...] = (
    ("(?:weekday COMMA?)? (?:ISO|DMY)", _weekday_figures),
    ("(?:weekday COMMA?)? MD", _weekday_figures),
    ("YM|MY", _figures),
)
