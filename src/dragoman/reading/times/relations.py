"""Times told by other times: "two days ago", "a week from Monday", "the following day"."""

from __future__ import annotations

from datetime import timedelta

from dragoman.reading.times import nearest
from dragoman.reading.times.almanac import shift, unit_span
from dragoman.reading.times.anchors import anchor_of, moved_by
from dragoman.reading.times.event_days import (
    beside_dated_event,
    beside_event,
    day_of_event,
    eve_of,
    within_event,
)
from dragoman.reading.times.grammar import Match, Stage
from dragoman.reading.times.periods import move
from dragoman.reading.times.signs import Sign, Span
from dragoman.reading.times.stretches import (
    ahead,
    beside_day,
    starting_length,
    week_from,
    within_length,
    within_of,
    within_span,
)


def _ago(match: Match) -> Sign | None:
    """Two days ago, a week or so ago."""
    if match.has("OTHER") and match.need("OTHER").word != "so":
        return None
    return moved_by(
        match, match.frame.day, match.need("AMOUNT").amount, -1, "counted back from publication", loose=True
    )


def _ago_today(match: Match) -> Sign | None:
    """A year ago today."""
    span, today = match.need("SPAN").span, match.frame.day
    day = move(today, match.need("AMOUNT").amount, -1)
    if span is None or span.whole != (today, today) or day is None:
        return None
    return match.span(day, day, "counted back from publication")


def _weekday_away(match: Match) -> Sign | None:
    """Monday two weeks ago, Thursday, two years from now: that weekday of the week so far away."""
    span, amount = match.need("SPAN").span, match.need("AMOUNT").amount
    if span is None or span.weekday is None or not span.open or span.form[2] is not None:
        return None
    back = match.has("AGO")
    if match.has("FROM") and not _is_today(match.signs[-1].span, match):
        return None
    if amount[0][1] not in ("week", "fortnight", "month", "year") or (back and match.has("COMMA")):
        return None
    day = move(match.frame.day, amount, -1 if back else 1)
    if day is None:
        return None
    found = unit_span(day, "week")[0] + timedelta(days=span.weekday)
    return match.span(found, found, "that weekday of the week so far from publication")


def _is_today(span: Span | None, match: Match) -> bool:
    return span is not None and span.whole == (match.frame.day, match.frame.day)


def _weekdays_away(match: Match) -> Sign | None:
    """Two Sundays ago, three Fridays from now."""
    count, weekday = int(match.signs[0].number), int(match.need("WEEKDAYS").number)
    way = -1 if match.has("AGO") else 1
    if count < 1 or (match.has("FROM") and not _is_today(match.signs[-1].span, match)):
        return None
    today = match.frame.day
    near = nearest.weekday(today + timedelta(days=way), weekday, "past" if way < 0 else "future")
    day = near + timedelta(days=7 * way * (count - 1))
    return match.span(day, day, "so many such weekdays from publication")


_STOPS = {".", ";", ":", ")", "?", "!"}


def _day_before(match: Match) -> Sign | None:
    """The day before, the night before, where nothing follows that it could be before."""
    after = match.following
    if after is not None and after.kind != "COMMA" and after.word not in _STOPS:
        return None
    unit = match.need("UNIT", "DAYPART")
    name = "day" if unit.kind == "DAYPART" else unit.word
    if name in ("hour", "minute", "second") or (unit.kind == "UNIT" and unit.end - unit.start > len(name)):
        return None
    way = -1 if match.has("BEFORE") else 1
    days = unit_span(shift(anchor_of(match)[0 if way < 0 else 1], way, name), name)
    return match.span(
        *days, "beside the day named before", name, "TIME" if unit.kind == "DAYPART" else "DATE"
    )


def _weekday_beside(match: Match) -> Sign | None:
    """The Friday before Easter."""
    one, two = match.need("SPAN").span, match.need("SPAN", nth=1).span
    if one is None or two is None or one.weekday is None or one.form[2] is not None or two.whole is None:
        return None
    step = timedelta(days=1)
    if match.has("BEFORE"):
        day = two.whole[0] - step
        day -= timedelta(days=(day.weekday() - one.weekday) % 7)
    else:
        day = two.whole[1] + step
        day += timedelta(days=(one.weekday - day.weekday()) % 7)
    return match.span(day, day, "that weekday nearest before or after the day told")


def _hence(match: Match) -> Sign:
    return moved_by(match, match.frame.day, match.need("AMOUNT").amount, 1, "counted on from publication")


def _later(match: Match) -> Sign | None:
    """Two days later, a week earlier: counted from the day named before."""
    way = 1 if match.has("LATER") else -1
    if match.following is not None and match.following.kind == "LESS":
        return None
    first, last = anchor_of(match)
    return moved_by(
        match,
        last if way > 0 else first,
        match.need("AMOUNT").amount,
        way,
        "counted from the day named before",
    )


def _told_here(match: Match) -> bool:
    return any(sign.kind == "SPAN" and sign.span and sign.span.whole for sign in match.before)


def _following(match: Match) -> Sign | None:
    """The following day, the next morning, the previous week: beside the day named before."""
    way = -1 if match.has("PREVIOUS") else 1
    unit = match.need("UNIT", "QUARTER", "DAYPART", "WEEKDAY")
    if unit.kind == "WEEKDAY":
        last = anchor_of(match)[1]
        day = last + timedelta(days=(int(unit.number) - last.weekday() - 1) % 7 + 1)
        return match.span(day, day, "the first such weekday after the day named before")
    name = "day" if unit.kind == "DAYPART" else unit.word
    if name in ("hour", "minute", "second") or (unit.kind == "UNIT" and unit.end - unit.start > len(name)):
        return None
    if way < 0 and name != "day" and match.frame.earlier is None and not _told_here(match):
        base = match.frame.day
    else:
        base = anchor_of(match)[1 if way > 0 else 0]
    days = unit_span(shift(base, way, name), name)
    return match.span(
        *days, "beside the day named before", name, "TIME" if unit.kind == "DAYPART" else "DATE"
    )


def _same(match: Match) -> Sign | None:
    """That day, the same week, at that time: the one named before."""
    unit = match.get("UNIT", "WEEKEND", "DAYPART")
    if match.has("TIME") and match.has("SAME"):
        return None
    base = anchor_of(match)
    if unit is None:
        return match.span(*base, "the time named before")
    if unit.word in ("hour", "minute", "second"):
        return None
    name = "day" if unit.kind == "DAYPART" else unit.word
    days = base if name == "day" else unit_span(base[0], name)
    return match.span(*days, "the one named before", name, "TIME" if unit.kind == "DAYPART" else "DATE")


RELATIVE = Stage(
    [
        ("THE? (?:ORD|LAST|OTHER) UNIT OF (?:A|THE|OTHER)? (?:AMOUNT DASH?)? OTHER", day_of_event),
        ("THE? ORD OF (?:A|THE|OTHER)? AMOUNT DASH? OTHER", day_of_event),
        ("THE? ORD UNIT", day_of_event),
        (
            "(?:WITHIN|INSIDE) AMOUNT (?:OF|FROM|AFTER|FOLLOWING) (?:THE OTHER OTHER? (?:OF|ON))? SPAN",
            within_of,
        ),
        ("(?:WITHIN|INSIDE) AMOUNT (?:OF|FROM|AFTER|FOLLOWING) (?:THE|A|THAT|THIS)? OTHER", within_event),
        ("FOR? AMOUNT COMMA? (?:STARTING|BEGINNING|FROM) (?:ON|FROM)? SPAN", starting_length),
        ("(?:THE|A) UNIT (?:BEFORE|AFTER|FROM|FOLLOWING) SPAN", lambda m: _unit_beside(m)),
        ("AMOUNT (?:BEFORE|AFTER|FROM|FOLLOWING|SINCE|PRIOR TO) SPAN", beside_day),
        ("AMOUNT AGO SPAN", _ago_today),
        ("SPAN COMMA? AMOUNT (?:AGO|HENCE|FROM SPAN)|AMOUNT AGO ON? SPAN", _weekday_away),
        ("cardinal WEEKDAYS (?:AGO|HENCE|FROM SPAN)", _weekdays_away),
        ("AMOUNT (?:OR OTHER)? AGO", _ago),
        ("THE (?:UNIT|DAYPART) (?:BEFORE|AFTER)", _day_before),
        ("THE? SPAN (?:BEFORE|AFTER) SPAN", _weekday_beside),
        ("AMOUNT BACK", _ago),
        ("AMOUNT HENCE|AMOUNT FROM NOW", _hence),
        ("AMOUNT (?:EARLIER|LATER)", _later),
        ("THE? EVE OF THE? SPAN", eve_of),
        (
            "(?:AMOUNT|THE UNIT|THE DAYPART) (?:BEFORE|AFTER|FOLLOWING) THE OTHER OTHER? (?:OF|ON) SPAN",
            beside_dated_event,
        ),
        ("THE? EVE OF (?:THE|A)? OTHER (?:OTHER|POSS)*", beside_event),
        ("(?:THE? UNIT|AMOUNT) (?:BEFORE|AFTER|FOLLOWING) THE OTHER (?:OTHER|POSS)*", beside_event),
        ("IN (?:AROUND|LESS)* AMOUNT", ahead),
        ("(?:WITHIN|INSIDE) SPAN", within_span),
        ("THE? (?:UNIT|WEEKEND) (?:STARTING|BEGINNING|OF) (?:ON|FROM)? SPAN", week_from),
        ("(?:WITHIN|INSIDE) (?:THE|NEXT|AROUND|LESS)* AMOUNT", within_length),
        (
            "THE? (?:FOLLOWING|SUBSEQUENT|PREVIOUS) (?:UNIT|QUARTER|DAYPART|WEEKDAY)"
            "|THE NEXT (?:UNIT|DAYPART)",
            _following,
        ),
        (
            "(?:THE|THAT|THIS)? SAME (?:UNIT|WEEKEND|DAYPART|TIME)|THAT (?:UNIT|WEEKEND|DAYPART|TIME)",
            _same,
        ),
    ]
)


def _unit_beside(match: Match) -> Sign | None:
    """The day before June 12, the week after Easter."""
    unit, span = match.need("UNIT").word, match.need("SPAN").span
    if span is None or span.whole is None or unit in ("hour", "minute", "second"):
        return None
    way = -1 if match.has("BEFORE") else 1
    days = unit_span(shift(span.whole[0 if way < 0 else 1], way, unit), unit)
    return match.span(*days, "beside the day told", unit)
