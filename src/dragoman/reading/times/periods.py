"""Days by this, next and last: "last week", "next Friday", "the past six months", "last night"."""

from __future__ import annotations

from datetime import date, timedelta

from dragoman.reading.times import nearest
from dragoman.reading.times.almanac import Span as Days
from dragoman.reading.times.almanac import month_span, season_span, shift, shift_working, unit_span
from dragoman.reading.times.grammar import Match, Stage
from dragoman.reading.times.numbers import VAGUE
from dragoman.reading.times.signs import Amount, Sign, Span

_WHICH = {
    "THIS": 0,
    "CURRENT": 0,
    "NEXT": 1,
    "COMING": 1,
    "FOLLOWING": 1,
    "LAST": -1,
    "PREVIOUS": -1,
    "PAST": -1,
}
_ROLLING = ("quarter", "decade")


def _which(match: Match) -> tuple[str, int]:
    """The word that decides, and its direction: of "this coming Friday" the second."""
    kinds = [sign.kind for sign in match.signs if sign.kind in _WHICH]
    kind = kinds[-1] if len(kinds) > 1 else kinds[0]
    return ("ONLY" + kind if len(kinds) > 1 else kind), _WHICH[kind]


def plural(sign: Sign) -> bool:
    """Whether a unit is written in the plural."""
    return sign.end - sign.start > len(sign.word)


def move(day: date, amount: Amount, way: int) -> date | None:
    """The day at the end of a length of time; None where a part of it is not told."""
    for count, unit in amount:
        if count == VAGUE:
            return None
        day = shift_working(day, way * int(count)) if unit == "working day" else shift(day, way * count, unit)
    return day


def _made(
    match: Match, days: Days, grain: str, basis: str, type_: str = "DATE", weekday: int | None = None
) -> Sign:
    return match.sign("SPAN", span=Span(*days, grain, basis, type_, weekday=weekday))


def _weekday(match: Match) -> Sign | None:
    kind, way = _which(match)
    number = int(match.need("WEEKDAY").number)
    today = match.frame.day
    in_week = unit_span(today, "week")[0] + timedelta(days=number)
    if kind in ("COMING", "ONLYCOMING"):
        day = nearest.weekday(today + timedelta(days=1), number, "future")
    elif kind in ("LAST", "PAST", "ONLYPAST", "ONLYLAST"):
        day = nearest.weekday(today - timedelta(days=1), number, "past")
    else:
        day = in_week + timedelta(days=7 * way)
    return _made(match, (day, day), "day", "a weekday of this, the last or the next week", weekday=number)


def _month(match: Match) -> Sign:
    way, month = _which(match)[1], int(match.need("MONTH").number)
    today = match.frame.day
    year = today.year + way * (
        ((way > 0) == (month <= today.month) and month != today.month) or month == today.month
    )
    return _made(match, month_span(year, month), "month", "the month of this, the last or the next year")


def _season(match: Match) -> Sign:
    way, season = _which(match)[1], int(match.need("SEASON").number)
    today = match.frame.day
    spans = [season_span(today.year + n, season) for n in (-2, -1, 0, 1, 2)]
    if way > 0:
        days = next(span for span in spans if span[0] > today)
    elif way < 0:
        days = next(span for span in reversed(spans) if span[1] < today)
    else:
        days = nearest.choose(spans, today, match.tense)
    return _made(match, days, "season", "three whole months, as seasons of the northern half")


def _holiday(match: Match) -> Sign | None:
    way, name = _which(match)[1], match.need("HOLIDAY").word
    today = match.frame.day
    spans = [days for n in (-1, 0, 1) if (days := nearest.holiday(name, today.year + n))]
    if way > 0:
        spans = [days for days in spans if days[0] > today][:1]
    elif way < 0:
        spans = [days for days in spans if days[1] < today][-1:]
    else:
        spans = [days for days in spans if days[0].year == today.year]
    if not spans:
        return None
    if match.has("WEEKEND"):
        return _made(match, nearest.weekend_beside(spans[0]), "weekend", f"the weekend of {name}")
    return _made(match, spans[0], "day", f"the day of {name}")


def _unit(match: Match) -> Sign | None:
    kind, way = _which(match)
    if kind == "PREVIOUS" and (match.has("THE") or (match.previous and match.previous.kind == "THE")):
        return None
    sign = match.need("UNIT", "WEEKEND", "QUARTER")
    unit, today = sign.word, match.frame.day
    if unit in ("hour", "minute", "second"):
        return None
    if plural(sign) and sign.kind != "WEEKEND":
        return _open_units(match, way)
    if kind in ("PAST", "ONLYPAST") and unit not in ("day", "weekend", "quarter"):
        return _made(
            match, (shift(today, -1, unit), today), "length", f"the {unit} up to publication", "DURATION"
        )
    if unit == "day" and kind == "LAST" and match.has("THE"):
        return None
    days = unit_span(shift(today, way, unit), unit)
    if unit == "week" and match.has("BUSINESS") and match.need("BUSINESS").word in ("working", "business"):
        days = unit_span(days[0], "workweek")
    return _made(match, days, unit, f"the {unit} of publication, or the one before or after it")


def _open_units(match: Match, way: int) -> Sign | None:
    today = match.frame.day
    if way > 0:
        return match.span(today, None, "some time from publication on")
    return match.span(None, today, "some time up to publication") if way < 0 else None


def _amount(match: Match) -> Sign | None:
    way = _which(match)[1]
    amount, today = match.need("AMOUNT").amount, match.frame.day
    if way == 0 or amount[0][1] in ("minute", "second"):
        return None
    end = move(today, amount, way)
    if end is None:
        return _open_units(match, way)
    unit = amount[0][1]
    if unit in _ROLLING:
        return _whole_units(match, unit, int(amount[0][0]), way)
    begin = today if unit == "hour" else today + timedelta(days=1)
    days = (begin, max(begin, end)) if way > 0 else (end, today)
    side = "from the day after publication" if way > 0 else "up to publication"
    return _made(match, days, "length", f"so long {side}", "DURATION")


def _whole_units(match: Match, unit: str, count: int, way: int) -> Sign:
    near = unit_span(shift(match.frame.day, way, unit), unit)
    far = unit_span(shift(match.frame.day, way * count, unit), unit)
    return _made(
        match, (min(near[0], far[0]), max(near[1], far[1])), unit, f"so many whole {unit}s", "DURATION"
    )


def _daypart(match: Match) -> Sign | None:
    way = _which(match)[1]
    if way > 0:
        return None
    day = match.frame.day + timedelta(days=way)
    return _made(match, (day, day), "day", "the day of publication or the one before", "TIME")


def _recent(match: Match) -> Sign:
    return match.span(None, match.frame.day, "some time up to publication")


def _weekend(match: Match) -> Sign:
    """The weekend without more: the one that lies nearest by the tense, the coming one in doubt."""
    today = match.frame.day
    first = unit_span(today, "weekend")
    spans = [first, unit_span(shift(today, -1, "week"), "weekend")]
    days = spans[1] if match.tense == "past" and first[0] > today else first
    return _made(match, days, "weekend", "the weekend nearest to publication, by the tense")


def _second_next(match: Match) -> Sign | None:
    """The week after next, the Friday before last."""
    way = 2 if match.has("NEXT") else -2
    sign, today = match.need("UNIT", "WEEKEND", "WEEKDAY"), match.frame.day
    if sign.kind == "WEEKDAY":
        day = unit_span(today, "week")[0] + timedelta(days=int(sign.number) + 7 * way)
        return _made(
            match, (day, day), "day", "a weekday of the second week from this", weekday=int(sign.number)
        )
    return _made(
        match, unit_span(shift(today, way, sign.word), sign.word), sign.word, "the second one from this"
    )


_MOD = "(?:THE? (?:THIS (?:COMING|PAST|LAST|NEXT)|THIS|NEXT|LAST|PREVIOUS|COMING|PAST|CURRENT))"
PERIODS = Stage(
    [
        (
            "THE? (?:UNIT|WEEKEND|weekday) (?:AFTER THE? NEXT|BEFORE THE? LAST)"
            "(?! UNIT| weekday| month| AMOUNT)",
            _second_next,
        ),
        (f"{_MOD} WEEKDAY(?! OF| IN)", _weekday),
        (f"{_MOD} MONTH(?! sep? THE? day| year)", _month),
        (f"{_MOD} SEASON(?! year)", _season),
        (f"{_MOD} HOLIDAY WEEKEND?", _holiday),
        ("(?:THE? (?:NEXT|LAST|PREVIOUS|COMING|PAST|FOLLOWING) (?:BUSINESS)?) AMOUNT(?! OF)", _amount),
        ("cardinal (?:NEXT|LAST|PREVIOUS|COMING|PAST) UNIT", lambda m: _turned(m)),
        (f"{_MOD} BUSINESS? UNIT(?! OF)", _unit),
        (f"{_MOD} (?:WEEKEND|QUARTER)(?! OF)", _unit),
        ("(?:THIS|LAST) DAYPART", _daypart),
        ("THE? (?:RECENT|THESE) UNIT (?:AND UNIT)?", _recent),
        ("THE WEEKEND(?! OF)", _weekend),
    ]
)


def _turned(match: Match) -> Sign | None:
    """Five upcoming years: as the next five years."""
    unit = match.need("UNIT").word
    if not plural(match.need("UNIT")):
        return None
    amount = match.sign("AMOUNT", amount=((match.signs[0].number, unit),))
    return _amount(Match((match.signs[1], amount), match.before, match.after, match.frame)) and _amount(
        Match(
            (Sign(match.signs[1].kind, match.signs[0].start, match.signs[0].end), amount),
            match.before,
            match.after,
            match.frame,
        )
    )
