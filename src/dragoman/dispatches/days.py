"""Days as the furniture of a dispatch prints them: "June 10", "10 Jun 98", "March 3-4", "1998-06-11".

This is for headers, datelines, notes and file names. Times in the prose are the reader's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

MonthDay = tuple[int, int]

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

# May and March are words too, so their case matters.
_MONTH = (
    r"(?:(?ai:jan(?:uary)?|feb(?:ruary)?|apr(?:il)?|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)|Mar(?:ch)?|MAR(?:CH)?|May|MAY)\b\.?"
)
_WEEKDAY = r"(?:(?P<{0}>(?ai:Mon|Tues?|Wed(?:nes)?|Thu(?:rs?)?|Fri|Sat(?:ur)?|Sun)(?ai:day)?)\b\.?,?\s+)?"
_NTH = r"(?:st|nd|rd|th)?"
_DASH = r"\s?[-–/]\s?|\s(?:and|to)\s"
# "June 9, 10" is two days only where nothing countable follows.
_LIST_COMMA = r",\s(?=\d\d?\s*(?:$|[)\];]))"
_YEAR = r"(?:1[5-9]|20)\d\d(?!\d|\s?(?:GMT|UTC|Z\b|hours|hrs))"
# A year of two digits only where nothing countable follows.
_SHORT = r"[’']?\d\d(?=\s*(?:$|[)\]\r\n,;—–]|-(?!\d)))"
_PATTERN = re.compile(
    r"(?<![\w.])(?:"
    + _WEEKDAY.format("w1")
    + rf"(?P<m1>{_MONTH})\s?(?P<d1>\d{{1,2}}){_NTH}(?![\d:])"
    + rf"(?:(?:{_DASH}|{_LIST_COMMA})(?:(?P<m1b>{_MONTH})\s?)?(?P<d1b>\d{{1,2}}){_NTH}(?![\d:]))?"
    + rf"(?:,?\s?(?:\[(?P<y1b>{_YEAR})\]|(?P<y1>{_YEAR})))?"
    + r"|"
    + _WEEKDAY.format("w2")
    + rf"(?:the\s)?(?P<d2>\d{{1,2}}){_NTH}"
    + rf"(?:(?:{_DASH})(?P<d2b>\d{{1,2}}){_NTH})?"
    + rf"[\s-](?:of\s)?(?P<m2>{_MONTH})(?:,?[\s-]?(?:\[(?P<y2b>{_YEAR})\]|(?P<y2>{_YEAR}|{_SHORT})))?"
    + r"|(?P<y3>(?:1[5-9]|20)\d\d)(?P<s3>[-/.])(?P<m3>\d{1,2})(?P=s3)(?P<d3>\d{1,2})(?!\d)"
    + r"|(?P<p4>\d{1,2})(?P<s4>[-/.])(?P<q4>\d{1,2})(?P=s4)(?P<y4>(?:1[5-9]|20)\d\d)(?!\d)"
    + rf"|(?P<d5>\d\d)\d{{4}}Z\s(?P<m5>{_MONTH})\s(?P<y5>\d\d(?:\d\d)?)\b"
    + r")"
)
_MONTH_YEAR = re.compile(rf"(?<!\w)(?P<m>{_MONTH}),?\s(?P<y>{_YEAR})")


@dataclass(frozen=True, slots=True)
class PrintedDay:
    """A day or a run of days as printed, at [start, end) of the text it was found in.

    `month_days` holds (month, day) pairs: one; the first and last of a run; or, where `either`
    is set, two readings of "06/10/1998". It is empty where `fault` says why there is no such
    day. `year` and `weekday` (0 is Monday) are None where not printed.
    """

    start: int
    end: int
    text: str
    month_days: tuple[MonthDay, ...]
    year: int | None = None
    weekday: int | None = None
    either: bool = False
    fault: str = ""

    @property
    def dates(self) -> tuple[date, ...]:
        """The full days it may stand for, the last of a run only; empty without a year."""
        if self.year is None:
            return ()
        pairs = self.month_days if self.either else self.month_days[-1:]
        days = (day_of(self.year, *pair) for pair in pairs)
        return tuple(day for day in days if day is not None)


def find_days(text: str, start: int = 0, end: int | None = None) -> Iterator[PrintedDay]:
    """Give the days printed in [start, end) of the text, those that cannot be included with a fault."""
    for match in _PATTERN.finditer(text, start, len(text) if end is None else end):
        yield _read(match)


def find_month(text: str) -> tuple[int, int] | None:
    """Give (year, month) of the first "June 1998" in the text."""
    match = _MONTH_YEAR.search(text)
    return (int(match["y"]), _month_number(match["m"])) if match else None


def day_of(year: int, month: int, day: int) -> date | None:
    """Give that day, or None where the calendar has none."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _read(match: re.Match[str]) -> PrintedDay:
    if match["m1"]:
        return _named(match, match["m1"], match["d1"], match["d1b"], match["m1b"])
    if match["m2"]:
        if match["d2b"]:
            return _named(match, match["m2"], match["d2"], match["d2b"], None)
        return _named(match, match["m2"], match["d2"], None, None)
    if match["m5"]:
        return _named(match, match["m5"], match["d5"], None, None)
    if match["y3"]:
        return _numbered(match, int(match["y3"]), ((int(match["m3"]), int(match["d3"])),))
    first, second = int(match["p4"]), int(match["q4"])
    readings: tuple[MonthDay, ...] = ((second, first), (first, second))
    if match["s4"] == ".":
        readings = readings[:1]
    return _numbered(match, int(match["y4"]), readings)


def _named(
    match: re.Match[str], month: str, first: str, last: str | None, last_month: str | None
) -> PrintedDay:
    year = _full_year(match["y1"] or match["y1b"] or match["y2"] or match["y2b"] or match["y5"])
    number = _month_number(month)
    pairs = [(number, int(first))]
    if last:
        pairs.append((_month_number(last_month) if last_month else number, int(last)))
    fault = next(filter(None, (_fault(*pair, year) for pair in pairs)), "")
    return PrintedDay(
        *match.span(),
        match[0],
        () if fault else tuple(pairs),
        year,
        _weekday_number(match["w1"] or match["w2"]),
        fault=fault,
    )


def _numbered(match: re.Match[str], year: int, readings: tuple[MonthDay, ...]) -> PrintedDay:
    valid = tuple(dict.fromkeys(pair for pair in readings if day_of(year, *pair)))
    fault = "" if valid else f"there is no such day as {match[0]}"
    return PrintedDay(*match.span(), match[0], valid, year, either=len(valid) > 1, fault=fault)


def _fault(month: int, day: int, year: int | None = None) -> str:
    if day_of(year or 2000, month, day):
        return ""
    return f"{MONTHS[month - 1]}{f' {year}' if year else ''} has no day {day}"


def _full_year(printed: str | None) -> int | None:
    """Give the year; one of two digits is taken to lie in 1930 to 2029 (convention)."""
    if not printed:
        return None
    year = int(printed.strip("’'"))
    if year >= 100:
        return year
    return year + (1900 if year >= 30 else 2000)


def _month_number(printed: str) -> int:
    start = printed[:3].capitalize()
    return next(number for number, name in enumerate(MONTHS, 1) if name.startswith(start))


def _weekday_number(printed: str | None) -> int | None:
    if not printed:
        return None
    start = printed[:3].capitalize()
    return next(number for number, name in enumerate(WEEKDAYS) if name.startswith(start))
