"""Times told by a day and a clock or a second name: "0600 GMT on 12 April", "tomorrow, June 12"."""

from __future__ import annotations

from dragoman.reading.times.grammar import Match, Stage
from dragoman.reading.times.ranges import ordered
from dragoman.reading.times.signs import Sign, Span


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
    if (one.whole != two.whole or match.has("DASH")) and not same_weekday:
        return None
    type_ = "TIME" if "TIME" in (one.type, two.type) else "DATE"
    return match.sign(
        "SPAN", span=Span(two.earliest, two.latest, "day", two.basis, type_, two.form, two.open, one.weekday)
    )


def _night(match: Match) -> Sign | None:
    """The night of Saturday to Sunday."""
    one, two = match.need("SPAN").span, match.need("SPAN", nth=1).span
    days = ordered(one, two, match) if one and two else None
    return match.span(*days, "the night from one day to the next", type_="TIME") if days else None


_DAYPART = "(?:THE? (?:EARLY|LATE)? DAYPART)"
CLOCKS = Stage(
    [
        ("THE DAYPART (?:OF|FROM|BETWEEN) SPAN (?:to|AND) SPAN", _night),
        ("SPAN (?:COMMA|DASH)? SPAN|SPAN OPEN SPAN SHUT", _merge),
        (
            "SPAN COMMA? (?:AT|AROUND|EARLY|LATE|AFTER|BEFORE)* (?:CLOCK|DAYPART)+"
            "(?: COMMA? (?:AT|AROUND)? CLOCK)*",
            _at_hour,
        ),
        (f"(?:CLOCK|{_DAYPART}) (?:IN THE? DAYPART)? COMMA? (?:ON|OF|THE|IN)* SPAN", _at_hour),
    ]
)
DOUBLED = Stage([("SPAN COMMA? SPAN|SPAN OPEN SPAN SHUT", _merge)])
