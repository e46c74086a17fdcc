"""Days and periods by name: weekdays, holidays, seasons, quarters, years, decades, centuries."""

from __future__ import annotations

import re
from datetime import date

from dragoman.reading.times import nearest
from dragoman.reading.times.almanac import months_span, season_span, shift, year_span
from dragoman.reading.times.grammar import Match, Rule
from dragoman.reading.times.signs import Sign
from dragoman.reading.times.written import DAYS, WEEKDAYS, dated, year_in
from dragoman.reading.times.years import is_year


def _year_alone(match: Match) -> Sign | None:
    unit = match.get("UNIT")
    if not is_year(match) or (unit is not None and unit.word != "year"):
        return None
    year = int(match.need("YEAR").number)
    return dated(match, year_span(year), "year", "a year", (year, None, None))


def _short_year(match: Match) -> Sign | None:
    """In '98."""
    if match.previous is None or match.previous.kind not in ("IN", "OF", "SINCE", "BY", "TILL"):
        return None
    year = year_in(match)
    return dated(match, year_span(year), "year", "a year", (year, None, None)) if year else None


def _decade(match: Match) -> Sign | None:
    sign = match.need("DECADE")
    start = int(sign.number)
    if (
        (start < 100 or sign.word.isalpha())
        and match.previous is not None
        and match.previous.kind == "OTHER"
        and not match.has("THE")
    ):
        return None
    if start < 100:
        start += 1900 if start >= 20 else 2000
    return dated(match, year_span(start, 10), "decade", "ten years", (start, None, None))


def _century(match: Match) -> Sign | None:
    number = int(match.need("ORD").number)
    if match.need("UNIT").word != "century" or not 10 <= number <= 22:
        return None
    return dated(
        match,
        year_span(number * 100 - 100, 100),
        "century",
        "a hundred years",
        (number * 100 - 100, None, None),
    )


def _weekday(match: Match) -> Sign | None:
    sign = match.need(*WEEKDAYS)
    if sign.kind != "WEEKDAY" and not _short_weekday(match):
        return None
    tense = match.tense
    day = nearest.weekday(match.frame.day, int(sign.number), tense)
    side = "at or after" if tense in ("future", "ahead") else "at or before"
    return dated(
        match,
        (day, day),
        "day",
        f"the weekday nearest {side} publication",
        (None, None, None),
        int(sign.number),
    )


def _short_weekday(match: Match) -> bool:
    """Whether "Sat" or "Mon" is a weekday: before an hour, or after a week."""
    before, after = match.previous, match.following
    return match.has("SHORTWEEKDAY") and (
        (before is not None and before.kind == "SPAN") or (after is not None and after.kind == "CLOCK")
    )


def _weekday_day(match: Match) -> Sign | None:
    """Friday the 11th: the nearest month in which the day is that weekday."""
    weekday, day = int(match.need(*WEEKDAYS).number), int(match.need(*DAYS).number)
    found = _month_with(match, day, weekday)
    return (
        dated(match, (found, found), "day", "the nearest month with that day", (None, None, day), weekday)
        if found
        else None
    )


def _month_with(match: Match, day: int, weekday: int | None = None) -> date | None:
    today = match.frame.day
    reach = 14 if weekday is not None else 2
    months = [shift(today.replace(day=1), n, "month") for n in range(-reach, reach + 1)]
    days = [
        d for m in months if (d := nearest.day_of(m.year, m.month, day)) and weekday in (None, d[0].weekday())
    ]
    return nearest.choose(days, today, match.tense)[0] if days else None


def _nth(match: Match) -> Sign | None:
    """The 12th: of the month in which it lies nearest."""
    sign = match.need("ORD")
    after = match.following
    if not match.has("THE") and not (match.previous and match.previous.kind == "ON"):
        return None
    if sign.word == "words" or not 1 <= sign.number <= 31:
        return None
    if after is not None and (
        after.kind
        not in (
            "OTHER",
            "COMMA",
            "SPAN",
            "TO",
            "DASH",
            "AND",
            "AT",
            "TILL",
            "OF",
            "THIS",
            "THROUGH",
            "IN",
            "NEXT",
            "LAST",
        )
        or (after.word[:1].isalpha() and after.kind == "OTHER" and not _ends_phrase(after))
    ):
        return None
    day = _month_with(match, int(sign.number))
    return (
        dated(match, (day, day), "day", "the nearest month with that day", (None, None, int(sign.number)))
        if day
        else None
    )


def _ends_phrase(sign: Sign) -> bool:
    return sign.word.lower() in {
        "when",
        "while",
        "but",
        "as",
        "that",
        "with",
        "he",
        "she",
        "they",
        "it",
        "because",
        "if",
        "unless",
        "where",
    }


def _holiday(match: Match) -> Sign | None:
    name, year = match.need("HOLIDAY").word, year_in(match)
    days = (
        nearest.holiday(name, year)
        if year
        else nearest.year_of(lambda y: nearest.holiday(name, y), match.frame, match.tense)
    )
    if days is None:
        return None
    return dated(
        match,
        days,
        "day",
        f"the day of {name}",
        (year, days[0].month, days[0].day),
    )


def _holiday_weekend(match: Match) -> Sign | None:
    """Easter weekend, the Memorial Day weekend of 1998: Saturday to Sunday, and the feast beside them."""
    found = _holiday(match)
    if found is None or found.span is None or found.span.whole is None:
        return found
    days = nearest.weekend_beside(found.span.whole)
    return dated(match, days, "weekend", "the weekend of the feast", (days[0].year, None, None))


def _season(match: Match) -> Sign | None:
    sign, year = match.need("SEASON"), year_in(match)
    season = int(sign.number)
    if (
        year is None
        and sign.word in ("fall", "spring")
        and not (
            match.previous
            and match.previous.kind in ("THE", "THIS", "IN", "LAST", "NEXT", "EARLY", "LATE", "MID", "BY")
        )
    ):
        return None
    if year is None and sign.word == "fall" and (match.following and match.following.kind == "OF"):
        return None
    if (
        sign.word == "spring"
        and match.previous
        and match.previous.kind == "OTHER"
        and match.previous.number == 1
    ):
        return None
    days = (
        season_span(year, season)
        if year
        else nearest.year_of(lambda y: nearest.season(y, season), match.frame, match.tense)
    )
    return dated(
        match, days, "season", "three whole months, as seasons of the northern half", (year, None, None)
    )


def _quarter(match: Match) -> Sign | None:
    ordinal = match.get("ORD")
    big = match.get("BIG")
    if big is not None:
        if not re.fullmatch(r"[QqHh][1-4]", big.word):
            return None
        number, months = int(big.word[1]), 3 if big.word[0] in "Qq" else 6
    else:
        number, months = int(ordinal.number) if ordinal else 0, 6 if match.has("HALF") else 3
    if not 1 <= number <= 12 // months or (match.has("HALF") and _half_of_shorter(match)):
        return None
    year = year_in(match)
    grain = "quarter" if months == 3 else "half"
    days = (
        months_span(year, number, months)
        if year
        else nearest.year_of(lambda y: months_span(y, number, months), match.frame, match.tense)
    )
    return dated(match, days, grain, f"the {grain} of the year", (year, None, None))


def _half_of_shorter(match: Match) -> bool:
    """Whether it is half of a month, a decade or a span told, not of a year."""
    after = [sign for sign in match.after[:3] if sign.kind != "THE"]
    if len(after) < 2 or after[0].kind != "OF":
        return False
    return after[1].kind != "YEAR" and (after[1].kind, after[1].word) != ("UNIT", "year")


NAMED: tuple[Rule, ...] = (
    ("weekday COMMA? THE? (?:ORD|INT|CARD)(?! OF| UNIT| WEEK)", _weekday_day),
    ("ORD DASH? UNIT", _century),
    ("THE? ORD", _nth),
    ("THE? DECADE", _decade),
    ("THE? HOLIDAY year? WEEKEND (?:(?:OF|IN)? year)?|THE? WEEKEND OF HOLIDAY year?", _holiday_weekend),
    ("HOLIDAY year?", _holiday),
    ("THE? SEASON year?", _season),
    ("THE? ORD DASH? (?:QUARTER|HALF) year?", _quarter),
    ("THE? YEAR ORD DASH? (?:QUARTER|HALF)", _quarter),
    ("BIG sep? year?", _quarter),
    ("YEAR DASH? BIG", _quarter),
    ("weekday", _weekday),
    ("YEAR2", _short_year),
    ("THE? UNIT OF? YEAR", _year_alone),
    ("YEAR", _year_alone),
)
