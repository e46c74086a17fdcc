"""Days and months as they are written: "12 June 1998", "June 12-14", "mid-July", "the 12th of June"."""

from __future__ import annotations

from datetime import date

from dragoman.reading.times import nearest
from dragoman.reading.times.almanac import Span as Days
from dragoman.reading.times.almanac import month_span
from dragoman.reading.times.grammar import Match, Rule
from dragoman.reading.times.signs import Form, Sign, Span

MONTHS = ("MONTH", "SHORTMONTH", "LOWMONTH")
WEEKDAYS = ("WEEKDAY", "SHORTWEEKDAY", "LOWWEEKDAY")
DAYS = ("INT", "ORD", "CARD")
YEARS = ("YEAR", "YEAR2")


def full_year(number: float, figures: int, today: date | None) -> int:
    """A year of two figures as one of four: up to 20 years after publication and 79 before it.

    Where publication is unknown, 50 to 99 lie in the 1900s and 00 to 49 in the 2000s.
    """
    year = int(number)
    if figures > 2:
        return year
    last = today.year + 20 if today else 2049
    return last - (last - year) % 100


def year_in(match: Match) -> int | None:
    """The year that is written in the match, as four figures."""
    sign = match.get(*YEARS)
    return full_year(sign.number, 2 if sign.kind == "YEAR2" else 4, match.frame.today) if sign else None


def dated(match: Match, days: Days, grain: str, basis: str, form: Form, weekday: int | None = None) -> Sign:
    """A sign for these days; their year counts as chosen where the form has none."""
    span = Span(*days, grain, basis, form=form, open=form[0] is None, weekday=weekday)
    return match.sign("SPAN", span=span)


def calendar_day(match: Match, month: int, day: int, year: int | None) -> Sign | None:
    """A day of a month, in the year written or the one nearest to publication."""
    weekday = match.get(*WEEKDAYS)
    if not 1 <= day <= 31 or not 1 <= month <= 12:
        return None
    if year is not None:
        days = nearest.day_of(year, month, day)
        basis = "a full date"
    else:
        if nearest.day_of(2000, month, day) is None:
            return None
        if match.frame.today is None:
            return match.sign(
                "SPAN",
                span=Span(
                    basis="a date without its year, and no day of publication to choose it by",
                    form=(None, month, day),
                    open=True,
                ),
            )
        days = nearest.year_of(lambda y: nearest.day_of(y, month, day), match.frame, match.tense)
        basis = "the year nearest to publication"
    if days is None:
        return None
    number = int(weekday.number) if weekday else None
    return dated(match, days, "day", basis, (year, month, day), number)


def _day_month(match: Match) -> Sign | None:
    day = match.need(*DAYS)
    if day.kind == "CARD" and day.number > 31:
        return None
    return calendar_day(match, int(match.need(*MONTHS).number), int(day.number), year_in(match))


def _days_month(match: Match) -> Sign | None:
    """Two days of one month: 12-14 June, June 12 and 13."""
    first, last = (int(match.need(*DAYS, nth=n).number) for n in (0, 1))
    if (
        not 1 <= first <= 31
        or not 1 <= last <= 31
        or (match.has("AND") and last != first + 1 and not match.has("BETWEEN"))
    ):
        return None
    month = int(match.need(*MONTHS).number)
    if first > last and match.need(*MONTHS).start < match.need(*DAYS).start:
        month = month % 12 + 1
    return days_within(match, month, first, last, year_in(match))


def _days_after_month(match: Match) -> Sign | None:
    """In November between the 19th and the 20th."""
    return None if match.word_follows else _days_month(match)


def days_within(match: Match, month: int, first: int, last: int, year: int | None) -> Sign | None:
    """From one day to another; where the first is the greater, it lies in the month before."""

    def make(year: int) -> Days | None:
        end = nearest.day_of(year, month, last)
        before = (year, month) if first <= last else (year - (month == 1), (month - 2) % 12 + 1)
        start = nearest.day_of(*before, first)
        return (start[0], end[1]) if start and end else None

    days = make(year) if year else nearest.year_of(make, match.frame, match.tense)
    if days is None:
        return None
    return dated(match, days, "day", "from the first day to the last", (year, None, None))


def _month(match: Match) -> Sign | None:
    month, year = int(match.need(*MONTHS).number), year_in(match)
    unit = match.get("UNIT")
    if (match.has("LOWMONTH") and match.has("OF")) or (
        unit is not None and unit.word not in ("month", "year")
    ):
        return None
    if year:
        return dated(match, month_span(year, month), "month", "a month of a year", (year, month, None))
    if not _is_month(match):
        return None
    if match.frame.today is None:
        return match.sign(
            "SPAN",
            span=Span(
                grain="month",
                basis="a month without its year, and no day of publication",
                form=(None, month, None),
                open=True,
            ),
        )
    days = nearest.year_of(lambda y: nearest.month(y, month), match.frame, match.tense)
    return dated(match, days, "month", "the month nearest to publication", (None, month, None))


_CUES = {
    "IN", "OF", "SINCE", "TILL", "BY", "LAST", "NEXT", "THIS", "EARLY", "LATE", "MID", "DURING",
    "BEFORE", "AFTER", "FROM", "TO", "AND", "OR", "DASH", "EVERY", "BETWEEN", "THROUGH", "FOR",
    "PREVIOUS", "PAST", "COMING", "SAME", "OVER", "UNIT", "END", "THAT", "FOLLOWING", "PRIOR",
    "SLASH", "WITHIN", "SPAN", "COMMA",
}  # fmt: skip


def _is_month(match: Match) -> bool:
    """Whether a bare month is one: not the modal, the walk, the adjective, a person's name."""
    sign, before, after = match.need(*MONTHS), match.previous, match.following
    if (
        after is not None
        and after.kind in ("TO", "DASH", "THROUGH", "TILL")
        and len(match.after) > 1
        and match.after[1].kind == "MONTH"
    ):
        return True
    cued = before is not None and before.kind in _CUES - {"AND", "COMMA", "OR"}
    if sign.kind in ("LOWMONTH", "SHORTMONTH"):
        return sign.kind == "LOWMONTH" and _alone_after_in(match)
    if before is not None and before.kind in ("AND", "OR", "COMMA") and match.before[-2:-1]:
        listed = match.before[-2]
        cued = listed.kind == "SPAN" and listed.span is not None and listed.span.grain == "month"
    if sign.word in ("may", "march", "august", "jan", "june", "april"):
        named = after is not None and after.kind == "OTHER" and after.word[:1].isalpha() and after.number == 1
        if sign.word in ("may", "march", "august") and not cued and (before is not None or after is not None):
            return False
        if named and not cued and not (before is not None and before.kind == "THE"):
            return False
    return True


def _alone_after_in(match: Match) -> bool:
    """In may, since march, between august and october: a month in small letters, with no noun after it."""
    before = match.previous.kind if match.previous else ""
    if before == "BETWEEN":
        return [sign.kind for sign in match.after[:2]] == ["AND", "MONTH"]
    after = match.following
    return before in ("IN", "SINCE", "LAST", "NEXT") and (after is None or after.word in (".", ",", ";"))


def _day_month_beside(match: Match) -> Sign | None:
    """Last 4 July, next June 30: the nearest on that side of publication."""
    day, month = int(match.need("INT", "ORD").number), int(match.need("MONTH").number)
    today = match.frame.day
    ahead = match.has("NEXT", "COMING")
    days = [found for n in (-1, 0, 1) if (found := nearest.day_of(today.year + n, month, day))]
    side = [span for span in days if (span[0] > today if ahead else span[0] < today)]
    if not side:
        return None
    chosen = side[0] if ahead else side[-1]
    return dated(
        match, chosen, "day", "the nearest before or after publication", (chosen[0].year, month, day)
    )


def _month_short_year(match: Match) -> Sign | None:
    """August 99, 15 April 87, 13 April 1204."""
    sign, day = match.need("NUM"), match.get("INT", "ORD")
    old = day is not None and len(sign.word) == 4 and sign.number < 1400
    if (len(sign.word) != 2 and not old) or match.word_follows:
        return None
    if day is not None:
        year = full_year(sign.number, len(sign.word), match.frame.today)
        return calendar_day(match, int(match.need(*MONTHS).number), int(day.number), year)
    year, month = full_year(sign.number, 2, match.frame.today), int(match.need(*MONTHS).number)
    return dated(match, month_span(year, month), "month", "a month of a year", (year, month, None))


WRITTEN: tuple[Rule, ...] = (
    (
        "THE? (?:NEXT|LAST|PAST|COMING) (?:(?:INT|ORD) OF? MONTH|MONTH THE? (?:INT|ORD))"
        "(?! year| sep| to| UNIT| TIMES| BIG)",
        _day_month_beside,
    ),
    (
        "MONTH COMMA? (?:FROM|BETWEEN) THE? day (?:to|AND) THE? day(?! UNIT| TIMES| BIG| month)",
        _days_after_month,
    ),
    ("(?:BETWEEN|FROM)? THE? day (?:to|AND) THE? day OF? month year?", _days_month),
    ("month THE? day (?:DASH|TO|THROUGH|TILL|AND) THE? day(?! sep? month) year?", _days_month),
    (
        "(?:weekday COMMA?)? THE? (?:INT|ORD) sep? OF? MONTH (?:sep|OF)? NUM(?! UNIT| TIMES| AMOUNT| AND)",
        _month_short_year,
    ),
    ("(?:weekday COMMA?)? THE? day sep? OF? month (?:sep? year)?", _day_month),
    ("(?:weekday COMMA?)? month sep? THE? day(?! cardinal| UNIT| BIG| TIMES) (?:sep? year)?", _day_month),
    ("YEAR sep? month sep? day", _day_month),
    ("YEAR COMMA? (?:sep)? month", _month),
    ("(?:THE UNIT OF)? month sep? year", _month),
    ("month OF? NUM(?! UNIT)", _month_short_year),
    ("(?:THE UNIT OF)? month", _month),
)
