"""From one day to another, and what prepositions make of days: before, after, since, until, by."""

from __future__ import annotations

from datetime import date, timedelta

from dragoman.reading.times import nearest
from dragoman.reading.times.almanac import Span as Days
from dragoman.reading.times.almanac import shift
from dragoman.reading.times.edges import within
from dragoman.reading.times.grammar import Match, Stage
from dragoman.reading.times.signs import Sign, Span


def _in_year(span: Span, year: int) -> Days | None:
    """The same month and day in another year."""
    if span.whole is None:
        return None
    step = 12 * (year - span.whole[0].year)
    first = shift(span.whole[0], step, "month")
    last = shift(span.whole[1], step, "month")
    whole_month = (span.whole[1] + timedelta(days=1)).day == 1
    return first, shift(last.replace(day=1), 1, "month") - timedelta(days=1) if whole_month else last


def ordered(one: Span, two: Span, match: Match) -> Days | None:
    """First and last day of a range: an end without a year takes it from the other, or from the order."""
    if one.whole is None or two.whole is None:
        return None
    first, last = one.whole, two.whole
    if two.weekday is not None and one.grain == two.grain == "day":
        return _to_weekday(one, two, first, last)
    if one.open and one.weekday is None and not two.open and two.form[0]:
        first = _in_year(one, last[1].year) or first
        if first[0] > last[1]:
            first = _in_year(one, last[1].year - 1) or first
    elif two.open and two.weekday is None:
        last = _in_year(two, first[0].year) or last
        if last[1] < first[0]:
            last = _in_year(two, first[0].year + 1) or last
        if one.open and one.weekday is None and match.frame.today:
            back = (
                (_in_year(one, first[0].year - 1) or first)[0],
                (_in_year(two, last[0].year - 1) or last)[1],
            )
            return nearest.choose([(first[0], last[1]), back], match.frame.today, match.tense)
    return (first[0], last[1]) if first[0] <= last[1] else None


def _to_weekday(one: Span, two: Span, first: Days, last: Days) -> Days | None:
    """From Wednesday to Friday, from Monday to Friday next week: the nearer to the end that is fixed."""
    if one.open and one.weekday is not None and not two.open:
        back = timedelta(days=(last[0].weekday() - one.weekday - 1) % 7 + 1)
        return last[0] - back, last[1]
    if (two.open and two.form[2] is None and two.weekday is not None) or last[0] <= first[0]:
        later = first[1] + timedelta(days=(last[0].weekday() - first[1].weekday() - 1) % 7 + 1)
        return first[0], later
    return first[0], last[1]


def _range(match: Match) -> Sign | None:
    signs = [sign for sign in match.signs if sign.kind == "SPAN"]
    one, two = signs[0].span, signs[1].span
    if one is None or two is None:
        return None
    if match.has("DASH") and (one.grain != two.grain or one.whole == two.whole):
        return None
    days = ordered(one, two, match)
    if days is None:
        return None
    type_ = "TIME" if one.type == two.type == "TIME" else "DATE"
    span = Span(*days, "range", "from the first to the last", type_)
    return Sign("SPAN", signs[0].start, match.signs[-1].end, span=span, lead=match.signs[0].start)


def _weekdays_in(match: Match) -> Sign | None:
    """Next week between Wednesday and Friday."""
    outer, *days = (sign.span for sign in match.signs if sign.kind == "SPAN")
    if outer is None or outer.whole is None or outer.grain != "week":
        return None
    found = [within(outer.whole, day) for day in days if day and day.weekday is not None and day.open]
    if len(found) < 2 or found[0] is None or found[1] is None or found[0] > found[1]:
        return None
    return match.span(found[0][0], found[1][1], "from the first to the last, within the week", "range")


def _day_range(match: Match) -> Sign | None:
    """From 4 to January 22, 1995: the bare number is a day of the other's month."""
    first, last = match.need("INT", "ORD", "CARD"), match.need("SPAN").span
    if (
        last is None
        or last.whole is None
        or last.form[1] is None
        or last.form[2] is None
        or last.type == "TIME"
        or not 1 <= first.number < last.form[2]
    ):
        return None
    return match.span(
        last.whole[0].replace(day=int(first.number)), last.whole[1], "from the first to the last", "range"
    )


def _years(match: Match) -> Sign | None:
    """1990-92."""
    one, two = match.need("SPAN").span, match.need("INT", "NUM")
    if one is None or one.grain != "year" or one.whole is None or len(two.word) != 2:
        return None
    last = one.whole[0].year // 100 * 100 + int(two.number)
    return (
        match.span(one.whole[0], date(last, 12, 31), "from the first year to the last", "range")
        if last > one.whole[0].year
        else None
    )


def _to_date(match: Match) -> Sign | None:
    """From March to date, from 1945 to the present day."""
    span, today = match.need("SPAN").span, match.frame.day
    if span is None or span.earliest is None or span.earliest > today:
        return None
    if match.signs[-1].kind == "PRESENTADJ" and match.word_follows:
        return None
    return match.span(span.earliest, today, "from its beginning to publication", "range")


RANGES = Stage(
    [
        ("FROM? SPAN (?:TO|TILL) CURRENT? DATEWORD", _to_date),
        ("FROM? SPAN (?:TO|TILL) THE PRESENTADJ UNIT?", _to_date),
        ("(?:FROM|BETWEEN) THE? day (?:to|AND) SPAN", _day_range),
        ("SPAN COMMA? (?:FROM|BETWEEN) SPAN (?:to|AND) SPAN", _weekdays_in),
        ("BETWEEN SPAN (?:AND|DASH) SPAN", _range),
        ("FROM? SPAN to SPAN|FROM SPAN COMMA (?:TO|TILL|THROUGH) SPAN", _range),
        ("SPAN DASH (?:INT|NUM)", _years),
    ]
)


def _led(match: Match, first: date | None, last: date | None, basis: str) -> Sign | None:
    """The span without its preposition as anchor, the words with it for the days."""
    sign = match.need("SPAN")
    if sign.span is None:
        return None
    span = Span(first, last, sign.span.grain, f"{basis}; {sign.span.basis}", sign.span.type, sign.span.form)
    return Sign("SPAN", sign.start, sign.end, span=span, lead=match.signs[0].start)


def _before(match: Match) -> Sign | None:
    span = match.need("SPAN").span
    if span is None or span.earliest is None or span.type == "TIME":
        return None
    if span.grain == "end":
        return _led(match, None, span.latest, "before the end: up to the last day")
    return _led(match, None, span.earliest - timedelta(days=1), "before: up to the day before it begins")


def _after(match: Match) -> Sign | None:
    span = match.need("SPAN").span
    if span is None or span.latest is None or span.type != "DATE":
        return None
    return _led(match, span.latest + timedelta(days=1), None, "after: from the day after it ends")


def _since(match: Match) -> Sign | None:
    span, today = match.need("SPAN").span, match.frame.today
    if span is None or span.earliest is None:
        return None
    last = today if today and today >= span.earliest else None
    return _led(match, span.earliest, last, "since: from its beginning to publication")


def _until(match: Match) -> Sign | None:
    span = match.need("SPAN").span
    if span is None or span.latest is None:
        return None
    return _led(match, None, span.latest, "until: to its end")


def _from_on(match: Match) -> Sign | None:
    span = match.need("SPAN").span
    if span is None or span.earliest is None or match.signs[0].word == "start":
        return None
    return _led(match, span.earliest, None, "beginning: from its first day on")


def _through(match: Match) -> Sign | None:
    """Through Friday: to its end; through the summer: all of it; through May 1 Square: no time."""
    span, after = match.need("SPAN").span, match.following
    if after is not None and after.kind == "OTHER" and after.number == 1:
        return None
    return _until(match) if span and span.grain in ("day", "week", "weekend", "month", "year") else None


def _as_of(match: Match) -> Sign | None:
    """As of 1 July: from a day to come on; as of Monday: the day itself."""
    span, today = match.need("SPAN").span, match.frame.today
    if match.signs[0].word.lower() != "as" or span is None or span.earliest is None:
        return None
    if today is None or span.earliest > today:
        return _led(match, span.earliest, None, "as of: from its first day on")
    return _led(match, span.earliest, span.latest, "as of: that day")


def _by(match: Match) -> Sign | None:
    span = match.need("SPAN").span
    if span is None or span.whole is None:
        return None
    return _led(match, *span.whole, "by: the day that is the limit")


PREPOSITIONS = Stage(
    [
        ("(?:BEFORE|PRIOR TO|EARLIER LESS) (?:THE)? SPAN", _before),
        ("(?:AFTER|LATER LESS) SPAN", _after),
        ("SINCE SPAN", _since),
        ("LESS LATER LESS SPAN|TILL SPAN|UP TO SPAN|ON OR BEFORE SPAN", _until),
        ("(?:BEGINNING|STARTING) (?:ON|FROM|IN)? SPAN", _from_on),
        ("BY SPAN", _by),
        ("THROUGH SPAN", _through),
        ("OTHER (?:OF|FROM) SPAN", _as_of),
    ]
)
