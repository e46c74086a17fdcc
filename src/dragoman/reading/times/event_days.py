"""Times told by events: "on the eve of the vote", "the second of a two-day meeting"."""

from __future__ import annotations

from datetime import date, timedelta

from dragoman.reading.times.almanac import Span as Days
from dragoman.reading.times.anchors import moved_by
from dragoman.reading.times.grammar import Match
from dragoman.reading.times.numbers import VAGUE
from dragoman.reading.times.periods import move
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


def beside_dated_event(match: Match) -> Sign | None:
    """Two days before the deadline of 15 January, the morning after the vote on Monday."""
    span, daypart = match.need("SPAN").span, match.get("DAYPART")
    amount = match.get("AMOUNT")
    if span is None or span.whole is None or span.grain != "day":
        return None
    if match.has("UNIT") and match.need("UNIT").word != "day":
        return None
    way = -1 if match.has("BEFORE") else 1
    base = span.whole[0] if way < 0 else span.whole[1]
    length: Amount = amount.amount if amount else ((1.0, "day"),)
    moved = moved_by(match, base, length, way, "counted from the day of the event")
    if daypart is None or moved.span is None:
        return moved
    return match.span(moved.span.earliest, moved.span.latest, moved.span.basis, type_="TIME")


def within_event(match: Match) -> Sign:
    """Within 30 days of the signing: from the days told of that event, or of none."""
    sign, noun = match.need("AMOUNT"), match.need("OTHER")
    days = _days_of(noun.word.lower(), match) if len(noun.word) > 3 else None
    basis = f"a length from the {noun.word}, whose day is not told"
    span = Span(basis=basis, type="DURATION")
    if days is not None:
        end = move(days[1], sign.amount, 1)
        span = Span(days[0], end, "length", f"so long from the days of the {noun.word}", "DURATION")
    return Sign("SPAN", sign.start, sign.end, span=span, lead=match.signs[0].start)


_LAST_DAYS = {"final", "closing", "concluding"}
_OPENING = {"opening"}


def _rank(match: Match) -> int | None:
    """Which day of the event: counted from 1, or -1 for the last; None where the word tells none."""
    if match.has("ORD"):
        return int(match.need("ORD").number)
    word = match.need("LAST", "OTHER").word.lower()
    return -1 if match.has("LAST") or word in _LAST_DAYS else 1 if word in _OPENING else None


def day_of_event(match: Match) -> Sign | None:
    """The second day of a two-day meeting: with a day named beside it, the days of the event."""
    which = _rank(match)
    amount = match.get("AMOUNT")
    count, unit = amount.amount[0] if amount else (VAGUE, "day")
    if (
        which is None
        or unit != "day"
        or (match.has("UNIT") and match.need("UNIT").word != "day")
        or not match.has("UNIT", "AMOUNT")
    ):
        return None
    day = _explicit(match)
    if day is None:
        return match.span(None, None, "a day of an event, with no day named beside it")
    if which > 0 and (opened := _opening(match)):
        day = opened + timedelta(days=which - 1)
        return match.span(day, day, "counted from the day on which the event opened")
    if which < 0:
        first = day - timedelta(days=int(count) - 1) if count != VAGUE else None
        return match.span(first, day, "up to the last day of the event, which is named")
    first = day - timedelta(days=which - 1)
    if count == VAGUE:
        return match.span(first, day, "from the first day of the event to the one named")
    if not which <= count:
        return None
    return match.span(
        first, first + timedelta(days=int(count) - 1), f"day {which} of {int(count)} is {day.isoformat()}"
    )


_OPENED = {"opened", "began", "started", "opens", "begins", "starts", "commenced", "convened"}


def _opening(match: Match) -> date | None:
    """The day told before on which something opened: "opened in Geneva on Tuesday"."""
    for place in range(len(match.before) - 1, -1, -1):
        span = match.before[place].span
        if span and span.whole and span.whole[0] == span.whole[1] and span.type != "DURATION":
            near = match.before[max(0, place - 5) : place]
            return span.whole[0] if any(sign.word.lower() in _OPENED for sign in near) else None
    return None


def _explicit(match: Match) -> date | None:
    for sign in (*reversed(match.before), *match.after):
        whole = (
            sign.span.whole if sign.kind == "SPAN" and sign.span and sign.span.type != "DURATION" else None
        )
        if whole and whole[0] == whole[1]:
            return whole[0]
    return None
