"""Days told from the day of publication: today, yesterday, tonight, now, recently."""

from __future__ import annotations

from datetime import timedelta

from dragoman.reading.times.almanac import unit_span
from dragoman.reading.times.grammar import Match, Rule
from dragoman.reading.times.signs import Sign


def _deictic(match: Match) -> Sign:
    day = match.frame.day + timedelta(days=int(match.need("DEICTIC").number))
    return match.span(day, day, "counted from the day of publication")


def _now(match: Match) -> Sign:
    day = match.frame.day
    return match.span(day, day, "the day of publication")


def _at_the_moment(match: Match) -> Sign | None:
    """At the moment, unless it is that of something: at the moment when, at the moment they left."""
    return None if match.word_follows else _now(match)


def _recently(match: Match) -> Sign:
    return match.span(None, match.frame.day, "some time up to publication")


def _soon(match: Match) -> Sign | None:
    if (
        match.following is not None
        and match.following.kind in ("BEFORE", "AFTER", "OTHER")
        and match.following.word in ("before", "after", "as")
    ):
        return None
    return match.span(match.frame.day, None, "some time from publication on")


def _tonight(match: Match) -> Sign:
    day = match.frame.day
    return match.span(day, day, "the day of publication", type_="TIME")


def _overnight(match: Match) -> Sign:
    day = match.frame.day
    return match.span(day - timedelta(days=1), day, "the night before publication", type_="TIME")


def _day_beyond(match: Match) -> Sign | None:
    """The day before yesterday, the day after tomorrow."""
    step = 1 if match.has("AFTER") else -1
    if match.need("UNIT").word != "day" or match.need("DEICTIC").number != step:
        return None
    day = match.frame.day + timedelta(days=2 * step)
    return match.span(day, day, "counted from the day of publication")


def _to_date(match: Match) -> Sign | None:
    """To date: unless a day stands before it, or it is a verb (to date from, to date back)."""
    before, after = match.previous, match.following
    if (before and before.kind == "SPAN") or (after and after.kind in ("FROM", "BACK")):
        return None
    return match.span(None, match.frame.day, "up to publication")


def _unit_to_date(match: Match) -> Sign | None:
    """The year to date."""
    unit, day = match.need("UNIT").word, match.frame.day
    if unit not in ("year", "month", "week"):
        return None
    return match.span(unit_span(day, unit)[0], day, f"the {unit} up to publication", "part")


DEICTICS: tuple[Rule, ...] = (
    ("THE? UNIT (?:BEFORE|AFTER) DEICTIC", _day_beyond),
    ("DEICTIC", _deictic),
    ("TONIGHT", _tonight),
    ("OVERNIGHT", _overnight),
    ("NOW|PRESENT|AT PRESENTADJ", _now),
    ("(?:AT|FOR) THE MOMENT(?! OF| THAT)", _at_the_moment),
    ("AT THIS TIME(?! OF| SPAN| LAST| NEXT)|THE PRESENTADJ TIME", _now),
    ("(?:THE|THIS) UNIT TO DATEWORD", _unit_to_date),
    ("(?:TO|TILL) THE? (?:CURRENT|PRESENTADJ)? DATEWORD", _to_date),
    ("RECENTLY", _recently),
    ("SOON", _soon),
)
