"""Measures the time resolver on the expressions of timenorm (Apache 2.0): news of 1989 to 1998.

    DRAGOMAN_SHARED=../shared python tests/reading/times/timenorm.py [train|test]

Each block of the file begins with the day of its document. Expressions stand without their
sentence, so an expression that goes back to another ("the quarter", "a year earlier") or that names
no day (PRESENT_REF, 1989-WXX, durations) is left out; the tense is unknown throughout.
The part of a period ("early 1990") is stated as the whole period there, and right if it lies within.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from dragoman.model import Days
from dragoman.reading.times import find_times_in

_BACK = re.compile(
    r"(?i)^(?:the |a |its |that |this )?(?:quarter|period|year|day|week|month|time|session)s?$"
    r"|earlier|year-ago|later|following|same|previous|fiscal|that|then"
)

_PART = re.compile(r"(?i)early|late\b|mid|end\b|beginning")


def shared() -> Path:
    """The folder of shared data."""
    return Path(os.environ.get("DRAGOMAN_SHARED", str(Path(__file__).parents[4] / "shared")))


def expressions(name: str) -> Iterator[tuple[date, str, tuple[date, date]]]:
    """The document's day, the words, and the first and last day of the value stated."""
    text = (shared() / "data" / "time" / "timenorm" / f"{name}.tsv").read_text(encoding="utf-8")
    for block in text.split("\n\n"):
        lines = [line.split("\t") for line in block.strip().splitlines()]
        made = re.match(r"\d{4}-\d\d-\d\d", lines[0][2]) if lines and len(lines[0]) == 3 else None
        for words, kind, value in (line for line in lines[1:] if made and len(line) == 3):
            days = _days(value) if kind == "DATE" else None
            if made and days and not _BACK.search(words):
                yield date.fromisoformat(made.group()), words, days


def _days(value: str) -> tuple[date, date] | None:
    day = timedelta(days=1)
    if re.fullmatch(r"\d{4}-\d\d-\d\d", value):
        return date.fromisoformat(value), date.fromisoformat(value)
    if found := re.fullmatch(r"(\d{4})-(\d\d)", value):
        first = date(int(found[1]), int(found[2]), 1)
        return first, (first + 31 * day).replace(day=1) - day
    if found := re.fullmatch(r"(\d{4})-Q([1-4])", value):
        first = date(int(found[1]), 3 * int(found[2]) - 2, 1)
        return first, (first + 93 * day).replace(day=1) - day
    if found := re.fullmatch(r"(\d{4})-W(\d\d)", value):
        first = date.fromisocalendar(int(found[1]), int(found[2]), 1)
        return first, first + 6 * day
    return (date(int(value), 1, 1), date(int(value), 12, 31)) if re.fullmatch(r"[12]\d{3}", value) else None


def _agrees(days: Days, want: tuple[date, date], words: str) -> bool:
    if days.earliest is None or days.latest is None:
        return False
    if _PART.search(words):
        return want[0] <= days.earliest <= days.latest <= want[1]
    return (days.earliest, days.latest) == want


def measure(name: str, *, show: bool = False) -> tuple[int, int]:
    """How many expressions are right, of how many."""
    right = total = 0
    for today, words, want in expressions(name):
        times = find_times_in(words, 0, Days(today, today), None)
        good = any(_agrees(time.days, want, words) for time in times)
        right, total = right + good, total + 1
        if show and not good:
            print(today, repr(words), *want, [(str(t.days.earliest), str(t.days.latest)) for t in times])
    return right, total


if __name__ == "__main__":
    chosen = sys.argv[1] if len(sys.argv) > 1 else "train"
    print(chosen, *measure(chosen, show=chosen == "train"))
