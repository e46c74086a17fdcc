"""What the days told in the prose say of the day of publication, where no furniture does.

A day printed without its year ("arrived in Moscow June 16") is of the last months, and the text came
after it: within the week, where the text speaks of the week as one that is ending, else within a month.
Both reaches are heuristics, and the reason says so. A day that is still to come does not count.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from dragoman.dispatches.days import MONTHS, MonthDay, day_of, find_days
from dragoman.dispatches.deictics import is_quoted, last_of
from dragoman.dispatches.evidence import FIRST_YEAR, LAST_YEAR, Evidence
from dragoman.dispatches.notes import SourceNote

_MONTH_REACH = 31
_WEEK = re.compile(r"\b(?:the|this|past|a) week(?:['’]s| of)?\b", re.IGNORECASE)
_AHEAD = re.compile(
    r"\b(?:will|would|due|scheduled|expected|plans?|planned|until|till|by|before|next|upcoming|deadline)\b",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"[.;:!?\n]")
_BACK = 120


def of_told_days(text: str, body: tuple[int, int], notes: tuple[SourceNote, ...]) -> Iterator[Evidence]:
    """Evidence that the text came after the latest day it tells of as past; days in notes are not told."""
    told = [
        found
        for found in find_days(text, *body)
        if found.year is None
        and not any(note.anchor.start <= found.start < note.anchor.end for note in notes)
        and not found.fault
        and not is_quoted(text, body[0], found.start)
        and not _is_ahead(text, body[0], found.start)
    ]
    if not told:
        return
    last = last_of({found.month_days[-1] for found in told})
    words = next(found.text for found in reversed(told) if found.month_days[-1] == last)
    week = _WEEK.search(text, *body)
    years = range(FIRST_YEAR, LAST_YEAR + 1)
    days = frozenset(day for year in years for day in _after(year, last, week=week is not None))
    reach = f"to the end of that week (“{week[0]}”)" if week else "within a month, by assumption"
    day = f"{MONTHS[last[0] - 1]} {last[1]}"
    says = f"the latest day told as past is {day}, and the text came after it, {reach}"
    yield Evidence(says, days, words, quiet=True)


def _is_ahead(text: str, start: int, at: int) -> bool:
    """Whether the words of the clause before a day tell that it is still to come."""
    clause = text[max(start, at - _BACK) : at]
    return _AHEAD.search(_CLAUSE.split(clause)[-1]) is not None


def _after(year: int, last: MonthDay, *, week: bool) -> Iterator[date]:
    """The days after the day in a year: to Sunday, or a month; from Saturday on the next week too."""
    day = day_of(year, *last)
    if day is None:
        return
    reach = 6 - day.weekday() if week else _MONTH_REACH
    for later in range(1, (reach if reach > 1 else reach + 7) + 1):
        yield day + timedelta(days=later)
