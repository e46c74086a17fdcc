"""What may tell on which day a dispatch was published, as sets of days, the strongest first.

Each piece of evidence allows a set of days: one for "12 June 1998", one in every year for
"June 10", a month for "June 1998", a whole year for a copyright line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import PurePath

from dragoman.dispatches.dateline import Dateline
from dragoman.dispatches.days import MONTHS, WEEKDAYS, MonthDay, PrintedDay, day_of, find_days, find_month
from dragoman.dispatches.header import Header

FIRST_YEAR, LAST_YEAR = 1800, 2049
"""The years that a day printed without one may belong to."""

_COMPACT = re.compile(r"(?<![0-9A-Za-z])[A-Za-z]*?((?:19|20)\d\d)(\d\d)(\d\d)(?:T?\d{4,6}Z?)?(?![0-9A-Za-z])")
_LONE_YEAR = re.compile(r"(?<![0-9A-Za-z])((?:19|20)\d\d)(?![0-9A-Za-z])")
_COPYRIGHT = re.compile(r"(?:©|\([cC]\)|[Cc]opyright)\s?(?:©\s?)?((?:19|20)\d\d)\b")
_TITLE_DAY = re.compile(r"[,:;|(–—-]\s*$")


@dataclass(frozen=True, slots=True)
class Evidence:
    """What one thing says about the day of publication: the days it allows, and why in words.

    `words` are the printed words. Evidence that cannot stand `alone` only narrows other evidence;
    `quiet` evidence is not worth a word unless it narrows.
    """

    says: str
    days: frozenset[date]
    words: str = ""
    alone: bool = True
    quiet: bool = False


@cache
def each_year(month_day: MonthDay, later: int = 0) -> frozenset[date]:
    """Give that day of every year, or the day so many days later."""
    days = (day_of(year, *month_day) for year in range(FIRST_YEAR, LAST_YEAR + 1))
    return frozenset(day + timedelta(days=later) for day in days if day)


def days_of_printed(printed: PrintedDay) -> frozenset[date]:
    """Give the days that a printed day may stand for; of a run, its last."""
    if printed.year is not None:
        return frozenset(printed.dates)
    pairs = printed.month_days if printed.either else printed.month_days[-1:]
    return frozenset[date]().union(*map(each_year, pairs))


def around(day: date, reach: int) -> frozenset[date]:
    """Give the days up to `reach` days before and after a day."""
    middle = day.toordinal()
    first, last = max(1, middle - reach), min(date.max.toordinal(), middle + reach)
    return frozenset(date.fromordinal(number) for number in range(first, last + 1))


def of_argument(published: date) -> Evidence:
    """Evidence: the day that the user gave."""
    return Evidence(f"{published} was given", frozenset({published}), published.isoformat())


def of_file_name(path: str) -> Iterator[Evidence]:
    """Evidence from a name such as 1998-06-17.txt, 19980617_x.txt, brief-june-17-1998.txt."""
    stem = PurePath(path).stem
    dashed = re.sub(r"(?<=\d)_(?=\d)", "-", stem).replace("_", " ")
    spaced = " ".join(word.capitalize() for word in re.split(r"[-_.\s]+", stem))
    compact = _COMPACT.search(stem)
    if compact and (day := day_of(*map(int, compact.groups()))):
        yield Evidence(f"the file name says {day}", frozenset({day}), compact[0])
        return
    for name in (dashed, spaced):
        printed = next(find_days(name), None)
        if printed:
            yield _of_printed(printed, "the file name")
            return


def of_header(header: Header) -> Iterator[Evidence]:
    """Evidence from the header's days; a title's only where it ends with one after a comma or dash."""
    for role in ("day", "issue", "volume"):
        for value in header.all(role):
            printed = next(find_days(value.text), None)
            month = find_month(value.text)
            if printed:
                yield _of_printed(printed, "the header")
            elif month:
                yield _of_month(*month)
    for value in header.all("title"):
        for printed in find_days(value.text):
            at_end = not value.text[printed.end :].strip(" )].")
            if printed.year and at_end and _TITLE_DAY.search(value.text[: printed.start]):
                yield _of_printed(printed, "the title")


def of_dateline(dateline: Dateline | None) -> Iterator[Evidence]:
    """Evidence from the dateline: a dispatch is of the day it was filed."""
    if dateline and dateline.day:
        yield _of_printed(dateline.day, "the dateline")


def of_years(text: str, path: str, header: Header) -> Iterator[Evidence]:
    """Evidence for the year alone: header, copyright line, file name."""
    for value in header.all("year"):
        match = _LONE_YEAR.search(value.text)
        if match:
            yield _of_year(int(match[1]), "the header", alone=True)
    copyrights = sorted({int(match[1]) for match in _COPYRIGHT.finditer(text)})
    if len(copyrights) == 1:
        yield _of_year(copyrights[0], "the copyright line")
    years = {int(match[1]) for match in _LONE_YEAR.finditer(PurePath(path).stem)}
    if len(years) == 1:
        yield _of_year(years.pop(), "the file name")


def of_nearness(printed: PrintedDay, place: str) -> Iterator[Evidence]:
    """Evidence that publication lies within a month of a full day in the dispatch's furniture."""
    if len(printed.dates) == 1:
        says = f"{place} says {printed.text}, and publication is near it"
        yield Evidence(says, around(printed.dates[0], 31), printed.text, alone=False, quiet=True)


def of_faulty(printed: PrintedDay, place: str) -> Iterator[Evidence]:
    """Evidence of no day, to say why "June 31" was passed over."""
    if printed.fault:
        yield _of_printed(printed, place)


def _of_printed(printed: PrintedDay, place: str) -> Evidence:
    if printed.fault:
        return Evidence(f"{place} says {printed.text}, but {printed.fault}", frozenset(), printed.text)
    says = f"{place} says {printed.text}"
    day = printed.dates[0] if len(printed.dates) == 1 else None
    if day and printed.weekday not in (None, day.weekday()):
        says += f" (which was a {WEEKDAYS[day.weekday()]})"
    return Evidence(says, days_of_printed(printed), printed.text)


def _of_month(year: int, month: int) -> Evidence:
    first = date(year, month, 1)
    last = date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
    days = frozenset(first + timedelta(days=number) for number in range((last - first).days + 1))
    words = f"{MONTHS[month - 1]} {year}"
    return Evidence(f"the header says {words}", days, words)


def _of_year(year: int, place: str, alone: bool = False) -> Evidence:
    first = date(year, 1, 1)
    days = frozenset(
        first + timedelta(days=number) for number in range((date(year, 12, 31) - first).days + 1)
    )
    return Evidence(f"{place} names {year}", days, str(year), alone=alone)
