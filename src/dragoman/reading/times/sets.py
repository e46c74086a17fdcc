"""How often, and lengths that are none: "every six months", "twice a day", "daily", a person's age."""

from __future__ import annotations

from dragoman.reading.times.grammar import Match, Stage
from dragoman.reading.times.signs import Sign


def _set(match: Match) -> Sign:
    return match.sign("SET")


def _times(match: Match) -> Sign | None:
    return match.sign("SET") if match.signs[-1].word == "article" or match.has("PER", "EVERY") else None


def _adverb(match: Match) -> Sign | None:
    """Daily: unless it is a newspaper."""
    before, after = match.previous, match.following
    capital = after is not None and after.kind == "OTHER" and after.number == 1
    return None if capital and (before is None or before.kind in ("OTHER", "THE")) else match.sign("SET")


def _age(match: Match) -> Sign:
    return match.sign("OTHER", word="age")


_WHEN = "(?:UNIT|QUARTER|WEEKEND|weekday|WEEKDAYS|month|SEASON|DAYPART|AMOUNT)"
SETS = Stage(
    [
        ("AMOUNT DASH? OLD", _age),
        (f"EVERY (?:ORD|OTHER)? {_WHEN}", _set),
        (f"(?:TWICE|ONCE|cardinal TIMES) (?:PER|EVERY) {_WHEN}", _times),
        ("(?:TWICE|ONCE|cardinal TIMES) (?:AMOUNT)", _times),
        ("THE? (?:ORD|LAST) (?:weekday|UNIT|WEEKEND) (?:OF|IN) EVERY UNIT", _set),
        ("WEEKDAYS(?! AGO| HENCE| FROM NOW)", _set),
        ("FREQ", _adverb),
    ]
)
