"""Times told by events: "on the eve of the vote", "the second of a two-day meeting"."""

from __future__ import annotations

from datetime import date, timedelta

from dragoman.reading.times.almanac import Span as Days
from dragoman.reading.times.anchors import moved_by
from dragoman.reading.times.grammar import Match
from dragoman.reading.times.numbers import VAGUE
from dragoman.reading.times.signs import Amount, Sign, Span


def eve_of(match: Match) -> Sign | None:
    """The day before a day told: the eve of May 4."""
    span = match.need("SPAN").span
    if span is None or span.earliest is None:
        return None
    day = span.earliest - timedelta(days=1)
    return match.span(day, day, "the day before it")


def beside_event(match: Match) -> Sign | None:
    """On the eve of the summit, the day after the vote: from the days told of that event.

    A heuristic: the event is known where a word of its phrase stands with a day earlier in the
    sentence, or within the words of an earlier expression ("the second of a two-day meeting").
    """
    way = 1 if match.has("AFTER", "FOLLOWING") else -1
    amount = match.get("AMOUNT")
    length: Amount = amount.amount if amount else ((1.0, "day"),)
    if match.has("UNIT") and match.need("UNIT").word != "day":
        return None
    nouns = [sign for sign in match.signs if sign.kind == "OTHER" and len(sign.word) > 3]
    for noun in nouns:
        days = _days_of(noun.word.lower(), match)
        if days is not None:
            base = days[0] if way < 0 else days[1]
            moved = moved_by(match, base, length, way, f"counted from the days of the {noun.word}")
            return Sign("SPAN", match.signs[0].start, noun.end, span=moved.span)
    first = match.need("OTHER")
    basis = f"counts from the {first.word}, whose day is not told"
    return Sign("SPAN", match.signs[0].start, first.end, span=Span(basis=basis))


def _days_of(noun: str, match: Match) -> Days | None:
    """The days told with a noun: beside it in this text, or in the words of an earlier expression."""
    places = [n for n, sign in enumerate(match.before) if sign.kind == "OTHER" and sign.word.lower() == noun]
    told = [
        (n, sign.span.whole)
        for n, sign in enumerate(match.before)
        if sign.kind == "SPAN" and sign.span and sign.span.whole and sign.span.grain == "day"
    ]
    if places and told:
        return min(told, key=lambda item: abs(item[0] - places[-1]))[1]
    return next(((a, b) for text, a, b in reversed(match.frame.told) if noun in text.lower().split()), None)


def day_of_event(match: Match) -> Sign | None:
    """The second day of a two-day meeting: with a day named beside it, the days of the event."""
    which = int(match.need("ORD").number)
    amount = match.get("AMOUNT")
    count, unit = amount.amount[0] if amount else (VAGUE, "day")
    if (
        unit != "day"
        or (match.has("UNIT") and match.need("UNIT").word != "day")
        or not match.has("UNIT", "AMOUNT")
    ):
        return None
    day = _explicit(match)
    if day is None:
        return match.span(None, None, "a day of an event, with no day named beside it")
    first = day - timedelta(days=which - 1)
    if count == VAGUE:
        return match.span(first, day, "from the first day of the event to the one named")
    if not which <= count:
        return None
    return match.span(
        first, first + timedelta(days=int(count) - 1), f"day {which} of {int(count)} is {day.isoformat()}"
    )


def _explicit(match: Match) -> date | None:
    for sign in (*reversed(match.before), *match.after):
        whole = (
            sign.span.whole if sign.kind == "SPAN" and sign.span and sign.span.type != "DURATION" else None
        )
        if whole and whole[0] == whole[1]:
            return whole[0]
    return None
