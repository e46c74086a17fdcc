"""Lengths of time laid on the calendar: "in two weeks", "within four months", "the week beginning June 8"."""

from __future__ import annotations

from datetime import timedelta

from dragoman.reading.times import nearest
from dragoman.reading.times.almanac import Span as Days
from dragoman.reading.times.almanac import unit_span
from dragoman.reading.times.anchors import moved_by
from dragoman.reading.times.grammar import Match
from dragoman.reading.times.periods import move
from dragoman.reading.times.signs import Sign, Span


def ahead(match: Match) -> Sign | None:
    """In two weeks: from publication on; a length after a past verb or "the first time"."""
    ranked = any(sign.kind == "ORD" for sign in match.before[-4:])
    if match.tense == "past" or ranked:
        return None
    sign = match.need("AMOUNT")
    moved = moved_by(match, match.frame.day, sign.amount, 1, "counted on from publication")
    return Sign("SPAN", sign.start, sign.end, span=_typed(moved.span, "DURATION"), lead=match.signs[0].start)


def _typed(span: Span | None, type_: str) -> Span | None:
    return Span(span.earliest, span.latest, span.grain, span.basis, type_) if span else None


def within_length(match: Match) -> Sign | None:
    """Within four months: from publication to its end."""
    sign, today = match.need("AMOUNT"), match.frame.today
    if match.tense == "past" or today is None:
        basis = (
            "a length from a day that is not told"
            if today
            else "needs the day of publication, which is unknown"
        )
        return Sign(
            "SPAN", sign.start, sign.end, span=Span(basis=basis, type="DURATION"), lead=match.signs[0].start
        )
    span = Span(
        today, move(today, sign.amount, 1), "length", "from publication to the end of the length", "DURATION"
    )
    return Sign("SPAN", sign.start, sign.end, span=span, lead=match.signs[0].start)


def within_span(match: Match) -> Sign | None:
    """Within the next three years: from publication itself."""
    sign, today = match.need("SPAN"), match.frame.today
    if sign.span is None or sign.span.type != "DURATION" or today is None:
        return None
    span = Span(today, sign.span.latest, "length", "from publication to the end of the length", "DURATION")
    return Sign("SPAN", sign.start, sign.end, span=span, lead=match.signs[0].start)


def within_of(match: Match) -> Sign | None:
    """Within nine months of 14 December: from that day."""
    span = match.need("SPAN").span
    if span is None or span.whole is None:
        return None
    sign = match.need("AMOUNT")
    length = Span(
        span.whole[0], move(span.whole[0], sign.amount, 1), "length", "so long from that day", "DURATION"
    )
    return Sign("SPAN", sign.start, match.signs[-1].end, span=length, lead=match.signs[0].start)


def week_from(match: Match) -> Sign | None:
    """The week of June 8, the week beginning on June 8."""
    span = match.need("SPAN").span
    unit = match.need("UNIT", "WEEKEND").word
    if unit not in ("week", "weekend") or span is None or span.whole is None or span.grain != "day":
        return None
    first, last = unit_span(span.whole[0], unit)
    if not match.has("OF"):
        first = _begin(match, span, span.whole)[0]
        last = first + timedelta(days=6)
    return match.span(first, last, "the week that holds the day, or begins with it", "week")


def _begin(match: Match, span: Span, days: Days) -> Days:
    """The day on which a week begins: if its year was chosen, in one where it is a Monday or Sunday."""
    _, month, day = span.form
    if not span.open or month is None or day is None or span.weekday is not None:
        return days
    year = match.frame.day.year
    known = [found for n in (-1, 0, 1) if (found := nearest.day_of(year + n, month, day))]
    weekly = [found for found in known if found[0].weekday() in (0, 6)]
    return nearest.choose(weekly, match.frame.day, match.tense) if weekly else days


def length_from(match: Match) -> Sign | None:
    """Three days starting next Monday."""
    span, amount = match.need("SPAN").span, match.need("AMOUNT").amount
    if span is None or span.whole is None:
        return None
    first = span.whole[0] if amount[0][1] != "week" else _begin(match, span, span.whole)[0]
    end = move(first, amount, 1)
    if end is not None and end <= first:
        end = first + timedelta(days=1)
    return match.span(
        first, end - timedelta(days=1) if end else None, "so long from that day", type_="DURATION"
    )


def starting_length(match: Match) -> Sign | None:
    """For three days from Monday; without "for" and with "from", the day at the end of the length."""
    if match.signs[0].kind != "FOR" and match.has("FROM") and not match.has("COMMA"):
        return beside_day(match)
    return length_from(match)


def beside_day(match: Match) -> Sign | None:
    """Two days before yesterday, a week from Monday, three months after Easter."""
    span = match.need("SPAN").span
    way = -1 if match.has("BEFORE", "PRIOR") else 1
    if span is None or span.whole is None:
        return None
    base = span.whole[0] if way < 0 else span.whole[1] if span.grain != "year" else span.whole[0]
    return moved_by(match, base, match.need("AMOUNT").amount, way, "counted from the day beside it")
