"""Times told by other times: clock and day, "two days ago", "a week from Monday", "the following day"."""

from __future__ import annotations

from datetime import date, timedelta

from dragoman.reading.times.almanac import Span as Days
from dragoman.reading.times.almanac import shift, unit_span
from dragoman.reading.times.grammar import Match, Stage, UndatedError
from dragoman.reading.times.numbers import VAGUE
from dragoman.reading.times.periods import move
from dragoman.reading.times.signs import Amount, Sign, Span

NO_ANCHOR = "counts from an earlier day, and none is known"


def _at_hour(match: Match) -> Sign | None:
    """A day with its hour or part of the day: 0600 GMT on 12 April, Monday evening."""
    sign = match.need("SPAN")
    span = sign.span
    if span is None or (span.grain not in ("day", "part") and span.whole is not None):
        return None
    return match.sign(
        "SPAN",
        span=Span(span.earliest, span.latest, "day", span.basis, "TIME", span.form, span.open, span.weekday),
    )


def _merge(match: Match) -> Sign | None:
    """Tomorrow, June 12: two ways to say one day."""
    one, two = match.need("SPAN").span, match.need("SPAN", nth=1).span
    if (
        one is None
        or two is None
        or one.whole is None
        or two.whole is None
        or two.grain != "day"
        or one.grain != "day"
    ):
        return None
    same_weekday = (
        one.weekday is not None and two.form[2] is not None and two.whole[0].weekday() == one.weekday
    )
    if one.whole != two.whole and not same_weekday:
        return None
    type_ = "TIME" if "TIME" in (one.type, two.type) else "DATE"
    return match.sign(
        "SPAN", span=Span(two.earliest, two.latest, "day", two.basis, type_, two.form, two.open, one.weekday)
    )


_DAYPART = "(?:THE? (?:EARLY|LATE)? DAYPART)"
CLOCKS = Stage(
    [
        ("SPAN COMMA? SPAN", _merge),
        (
            "SPAN COMMA? (?:AT|AROUND|EARLY|LATE|AFTER|BEFORE)* (?:CLOCK|DAYPART)+"
            "(?: COMMA? (?:AT|AROUND)? CLOCK)*",
            _at_hour,
        ),
        (f"(?:CLOCK|{_DAYPART}) (?:IN THE? DAYPART)? COMMA? (?:ON|OF|THE|IN)* SPAN", _at_hour),
    ]
)
DOUBLED = Stage([("SPAN COMMA? SPAN", _merge)])


def anchor_of(match: Match) -> Days:
    """The last days named before: in this text, or in an earlier sentence."""
    for sign in reversed(match.before):
        if sign.kind == "SPAN" and sign.span and sign.span.whole and sign.span.type in ("DATE", "TIME"):
            return sign.span.whole
    if match.frame.earlier is None:
        raise UndatedError(NO_ANCHOR)
    return match.frame.earlier


def _moved(match: Match, base: date, amount: Amount, way: int, basis: str, *, loose: bool = False) -> Sign:
    day = move(base, amount, way)
    if day is None:
        first, last = (None, base) if way < 0 else (base, None)
        return match.span(first, last, basis + "; how many is not told")
    unit = amount[0][1]
    if (
        loose
        and len(amount) == 1
        and unit in ("month", "year", "quarter", "decade")
        and amount[0][0] % 1 == 0
    ):
        unit = "year" if unit == "decade" else unit
        return match.span(*unit_span(day, unit), f"{basis}, the {unit} as a whole", unit)
    return match.span(day, day, basis)


def _ago(match: Match) -> Sign:
    return _moved(
        match, match.frame.day, match.need("AMOUNT").amount, -1, "counted back from publication", loose=True
    )


def _ago_today(match: Match) -> Sign | None:
    """A year ago today."""
    span, today = match.need("SPAN").span, match.frame.day
    day = move(today, match.need("AMOUNT").amount, -1)
    if span is None or span.whole != (today, today) or day is None:
        return None
    return match.span(day, day, "counted back from publication")


def _day_before(match: Match) -> Sign | None:
    """The day before, the night before, where nothing follows that it could be before."""
    after = match.following
    if after is not None and after.kind != "COMMA" and after.word not in (".", ";", ":", ")"):
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
    return _moved(match, match.frame.day, match.need("AMOUNT").amount, 1, "counted on from publication")


def _later(match: Match) -> Sign | None:
    """Two days later, a week earlier: counted from the day named before."""
    way = 1 if match.has("LATER") else -1
    if match.following is not None and match.following.kind == "LESS":
        return None
    first, last = anchor_of(match)
    return _moved(
        match,
        last if way > 0 else first,
        match.need("AMOUNT").amount,
        way,
        "counted from the day named before",
    )


def _beside(match: Match) -> Sign | None:
    """Two days before yesterday, a week from Monday, three months after Easter."""
    span = match.need("SPAN").span
    way = -1 if match.has("BEFORE", "PRIOR") else 1
    if span is None or span.whole is None:
        return None
    base = span.whole[0] if way < 0 else span.whole[1] if span.grain != "year" else span.whole[0]
    return _moved(match, base, match.need("AMOUNT").amount, way, "counted from the day beside it")


def _in(match: Match) -> Sign | None:
    """In two weeks: from publication on; a length after a past verb or "the first time"."""
    ranked = any(sign.kind == "ORD" for sign in match.before[-4:])
    if match.tense == "past" or ranked:
        return None
    sign = match.need("AMOUNT")
    moved = _moved(match, match.frame.day, sign.amount, 1, "counted on from publication")
    return Sign("SPAN", sign.start, sign.end, span=_typed(moved.span, "DURATION"), lead=match.signs[0].start)


def _typed(span: Span | None, type_: str) -> Span | None:
    return Span(span.earliest, span.latest, span.grain, span.basis, type_) if span else None


def _within(match: Match) -> Sign | None:
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


def _within_span(match: Match) -> Sign | None:
    """Within the next three years: from publication itself."""
    sign, today = match.need("SPAN"), match.frame.today
    if sign.span is None or sign.span.type != "DURATION" or today is None:
        return None
    span = Span(today, sign.span.latest, "length", "from publication to the end of the length", "DURATION")
    return Sign("SPAN", sign.start, sign.end, span=span, lead=match.signs[0].start)


def _week_from(match: Match) -> Sign | None:
    """The week of June 8, the week beginning on June 8."""
    span = match.need("SPAN").span
    unit = match.need("UNIT", "WEEKEND").word
    if unit not in ("week", "weekend") or span is None or span.whole is None or span.grain != "day":
        return None
    first, last = unit_span(span.whole[0], unit)
    if not match.has("OF"):
        first, last = span.whole[0], span.whole[0] + timedelta(days=6)
    return match.span(first, last, "the week that holds the day, or begins with it", "week")


def _within_of(match: Match) -> Sign | None:
    span = match.need("SPAN").span
    if span is None or span.whole is None:
        return None
    return match.span(
        span.whole[0],
        move(span.whole[0], match.need("AMOUNT").amount, 1),
        "so long from that day",
        type_="DURATION",
    )


def _from(match: Match) -> Sign | None:
    """Three days starting next Monday."""
    span, amount = match.need("SPAN").span, match.need("AMOUNT").amount
    if span is None or span.whole is None:
        return None
    end = move(span.whole[0], amount, 1)
    if end is not None and end <= span.whole[0]:
        end = span.whole[0] + timedelta(days=1)
    return match.span(
        span.whole[0], end - timedelta(days=1) if end else None, "so long from that day", type_="DURATION"
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


def _eve(match: Match) -> Sign | None:
    span = match.need("SPAN").span
    if span is None or span.earliest is None:
        return None
    day = span.earliest - timedelta(days=1)
    return match.span(day, day, "the day before it")


def _event(match: Match) -> Sign | None:
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
            moved = _moved(match, base, length, way, f"counted from the days of the {noun.word}")
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


def _day_of_event(match: Match) -> Sign | None:
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


RELATIVE = Stage(
    [
        ("THE? ORD UNIT? OF (?:A|THE|OTHER)? AMOUNT DASH? OTHER", _day_of_event),
        ("THE? ORD UNIT OF (?:A|THE|OTHER)? OTHER", _day_of_event),
        ("THE? ORD UNIT", _day_of_event),
        ("(?:WITHIN|INSIDE) AMOUNT (?:OF|FROM|AFTER) SPAN", _within_of),
        ("FOR? AMOUNT COMMA? (?:STARTING|BEGINNING|FROM) (?:ON|FROM)? SPAN", lambda m: _starting_length(m)),
        ("(?:THE|A) UNIT (?:BEFORE|AFTER|FROM|FOLLOWING) SPAN", lambda m: _unit_beside(m)),
        ("AMOUNT (?:BEFORE|AFTER|FROM|FOLLOWING|SINCE|PRIOR TO) SPAN", _beside),
        ("AMOUNT AGO SPAN", _ago_today),
        ("AMOUNT AGO", _ago),
        ("THE (?:UNIT|DAYPART) (?:BEFORE|AFTER)", _day_before),
        ("THE? SPAN (?:BEFORE|AFTER) SPAN", _weekday_beside),
        ("AMOUNT BACK", _ago),
        ("AMOUNT HENCE|AMOUNT FROM NOW", _hence),
        ("AMOUNT (?:EARLIER|LATER)", _later),
        ("THE? EVE OF THE? SPAN", _eve),
        ("THE? EVE OF (?:THE|A)? OTHER (?:OTHER|POSS)*", _event),
        ("(?:THE? UNIT|AMOUNT) (?:BEFORE|AFTER|FOLLOWING) THE OTHER (?:OTHER|POSS)*", _event),
        ("IN (?:AROUND|LESS)* AMOUNT", _in),
        ("(?:WITHIN|INSIDE) SPAN", _within_span),
        ("THE? (?:UNIT|WEEKEND) (?:STARTING|BEGINNING|OF) (?:ON|FROM)? SPAN", _week_from),
        ("(?:WITHIN|INSIDE) (?:THE|NEXT|AROUND|LESS)* AMOUNT", _within),
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


def _starting_length(match: Match) -> Sign | None:
    if match.signs[0].kind != "FOR" and match.has("FROM") and not match.has("COMMA"):
        return _beside(match)
    return _from(match)


def _unit_beside(match: Match) -> Sign | None:
    """The day before June 12, the week after Easter."""
    unit, span = match.need("UNIT").word, match.need("SPAN").span
    if span is None or span.whole is None or unit in ("hour", "minute", "second"):
        return None
    way = -1 if match.has("BEFORE") else 1
    days = unit_span(shift(span.whole[0 if way < 0 else 1], way, unit), unit)
    return match.span(*days, "beside the day told", unit)
