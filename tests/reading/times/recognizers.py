"""Measures the time resolver on the English cases of Microsoft Recognizers-Text (MIT) for days and intervals.

    DRAGOMAN_SHARED=../shared python tests/reading/times/recognizers.py [half] [file]

The cases of DateTimeModel, DateParser and DatePeriodParser are split by their text, seeded, into
two halves: `first` was read while the grammar was written; `second` only after it had been counted
unseen, once: 82.2% of its 444 cases were right (DateTimeModel alone 80.3% of 310, DateParser 93.2%
of 44, DatePeriodParser 84.0% of 94). Since then both have been read, and the categories left out
were widened where the misses of `second` showed more of their kind. A case is right when each day
or interval it states is. Where it states a past and a future value, either is.

Conventions that differ and are not counted as wrong: an end may be stated exclusively (a range of
days) or inclusively; the last month, quarter or year of a range is taken whole; months and years "ago" are
given as the whole unit that holds the stated day (counted apart as `coarse`); of "later this week"
and "the end of the year" only the far end counts, as the files themselves give two beginnings.
"""

from __future__ import annotations

import json
import os
import random
import re
import sys
from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from dragoman.model import Days, Time
from dragoman.reading.times import find_times_in
from dragoman.reading.times.almanac import months_span

FILES = ("DateTimeModel", "DateParser", "DatePeriodParser")
SEED = 1998
KEPT_TYPES = {"date", "daterange", "datetime", "datetimerange"}

_CLOCK_SPAN = r"\d{1,2}(?:[:.]\d\d)?\s*(?:[ap]m\s*)?(?:-|to|and|or)\s*\d{1,2}(?:[:.]\d\d)?(?:[ap]m)?\b"
_NEAR = r"(?:(?=.*(?:am|pm|today|tomorrow|yesterday|day|night|morning))|(?<=[ap]m))"
LEFT_OUT: tuple[tuple[str, str, str], ...] = (
    (
        "clock",
        rf"\b{_CLOCK_SPAN}{_NEAR}|(?:morning|afternoon|evening|night) (?:from|between) \d"
        r"|\bmin(?:ute)?s?\b|\bhours?\b|\bhrs?\b|\d\s?h\b|\bsec|o'?\s?clock",
        "spans and lengths of hours and minutes: an assistant's calendar, below the day",
    ),
    (
        "clock span",
        r"(?:mon|tues|wednes|thurs|fri|satur|sun)day (?:from |between )?\d{1,2}\s?(?:-|to|and)\s?\d",
        "spans of hours of a day",
    ),
    (
        "clock words",
        r"\b(?:past|half|quarter|forty|thirty)\b.*\b(?:eight|nine|seven|six|ten|five|four)\b"
        r"|\bat \w+ (?:forty|thirty)|@|\bat \d{1,2}$"
        r"|\b(?:nine|ten|eight|seven) (?:a ?m|p ?m|thirty|fifteen)\b",
        "hours in words or in bare figures: news writes 5 p.m.",
    ),
    (
        "no antecedent",
        r"^(?:the )?(?:same|that)\b|\blater$|^(?:the )?following\b|^the next day$|^the day (?:before|after)$",
        "goes back to a day that the case does not give",
    ),
    (
        "bare unit",
        r"^(?:the |my )?(?:day|week|fortnight|month|year)$|^weekend$",
        "a unit alone: 'partner of the week' names no week",
    ),
    (
        "feasts",
        r"independence day|freedom day|jubilee day|mother|father|teacher|cyber monday|black friday|april fool"
        r"|singles|groundhog|saint patrick",
        "feasts that differ by nation, or of trade",
    ),
    (
        "shorthand",
        r"\b(?:tmrw?|tmr|eo[dmy]|otd|ytd|w/c|asap|mth|wk|yr|\d+[dwmy]|cy ?\d+)\b|\by'day\b",
        "shorthand of messages and tables",
    ),
    (
        "bare figures",
        r"^(?:on |in |for |this |next |last |the )*\d{1,2}(?:[-./]\d{1,2})?$|^the (?:thirty|twenty|second)$"
        r"|\b\d{1,2}[.]\d{1,2}$|^(?:mon|tue|wed|thu|fri|sat|sun)\w* (?:the )?\d{1,2}$|day \d{1,2}/\d{1,2}$",
        "a day or date in bare figures (4.22, 22/04, the 27): not told from a count or score",
    ),
    (
        "glued",
        r"[a-z]{3}\d|\d[a-z]{4}|[a-z]{3,9}[/]\d|\d[/][a-z]{3}|[a-z]{3,9}-\d{1,4}-\d|\d,\d\d|~|\d\d/\d\d,"
        r"|\d/\d+\s?-\s?\d+/\d|\d-\d+-\d+-\d|^\d{4}\s*[-/]\s+\d|^\d{1,2}\s*-\s*\d{4}$|\d\s+/\s*\d"
        r"|^\d{4} \d\d \d\d$|^\d{4}(?:\.| -)\d{1,2}$|[a-z]{6,9}\.\d",
        "figures and months joined by other marks than news uses",
    ),
    ("week number", r"\bweeks? ?\d|\bweek \w+ ?(?:of|$)", "week numbers"),
    (
        "query",
        r"greater|or later|and later|and after|or after|or before|and before|or earlier"
        r"|\bor less|or more|equal|smaller|less than|more than|>|<|=",
        "comparisons of a data base query",
    ),
    (
        "rest",
        r"\b(?:rest|remaining|my|left)\b.*\b(?:week|month|year|day)",
        "the rest of my week: an assistant's calendar",
    ),
    ("vague", r"\b(?:few|several|couple|some|many|bit)\b", "a number that is not told, given as three"),
    ("antiquity", r"^year (?:\d{1,3}|(?:\w+ )?hundred.*)$", "years before 1400"),
    (
        "typing",
        r"\b(?:beginning|early|late|mid|end)-?(?:of)?$|\d{1,2}\s?(?:th|st|nd|rd)\s?[/-]"
        r"|\b\d{1,2}(?:th|st|rd|nd) times|\d0 s\b",
        "typing errors",
    ),
)
"""Name, pattern over the words of an expected result, and reason of each category left out."""


@dataclass(frozen=True)
class Case:
    """One input, its day of reference, and the expected results: start, end, words, values."""

    text: str
    today: date | None
    expected: tuple[tuple[int, int, str, tuple[tuple[str, str, str, str], ...]], ...]


def shared() -> Path:
    """The folder of shared data."""
    return Path(os.environ.get("DRAGOMAN_SHARED", str(Path(__file__).parents[4] / "shared")))


def _values(result: dict[str, object]) -> tuple[tuple[str, str, str, str], ...]:
    """Timex, modifier, first and last day of each value stated."""
    found: list[tuple[str, str, str, str]] = []
    resolution = result.get("Resolution")
    if isinstance(resolution, dict):
        for value in resolution.get("values", ()):
            first = str(value.get("start", value.get("value", "")))[:10]
            last = str(value.get("end", "" if "start" in value else value.get("value", "")))[:10]
            found.append((str(value.get("timex", "")), str(value.get("Mod", "")), first, last))
    value = result.get("Value")
    if isinstance(value, dict):
        for name in ("PastResolution", "FutureResolution"):
            side = value.get(name) or {}
            first = str(side.get("startDate", side.get("date", "")))[:10]
            last = str(side.get("endDate", side.get("date", "")))[:10]
            found.append((str(value.get("Timex", "")), "", first, last))
    return tuple(found)


def cases(half: str, name: str = "") -> tuple[list[Case], Counter[str]]:
    """The kept cases of one half, of all files or one, and how many results each category left out."""
    files = {file: _raw(file) for file in FILES}
    texts = sorted({_key(case) for cases_ in files.values() for case in cases_})
    random.Random(SEED).shuffle(texts)
    cut = len(texts) // 2
    wanted = set(texts[:cut] if half == "first" else texts[cut:])
    out: Counter[str] = Counter()
    kept = []
    for case in (case for file, cases_ in files.items() if name in ("", file) for case in cases_):
        if _key(case) in wanted:
            made = _case(case, out)
            if made.expected and made not in kept:
                kept.append(made)
    return kept, out


def _raw(name: str) -> list[dict[str, object]]:
    path = shared() / "data" / "time" / "recognizers_en" / f"{name}.json"
    loaded: list[dict[str, object]] = json.loads(path.read_text(encoding="utf-8-sig"))
    return loaded


def _key(raw: dict[str, object]) -> str:
    return str(raw["Input"]).strip().lower()


def _case(raw: dict[str, object], out: Counter[str]) -> Case:
    text = str(raw["Input"])
    context = raw.get("Context")
    stated = context.get("ReferenceDateTime") if isinstance(context, dict) else None
    results = raw.get("Results")
    expected = []
    for result in results if isinstance(results, list) else []:
        reason = _left_out(result)
        if reason:
            out[reason] += 1
            continue
        start = int(result["Start"])
        length = int(result["Length"]) if "Length" in result else int(result["End"]) - start + 1
        expected.append((start, start + length, text[start : start + length], _values(result)))
    return Case(text, date.fromisoformat(str(stated)[:10]) if stated else None, tuple(expected))


def _left_out(result: dict[str, object]) -> str:
    kind = str(result.get("TypeName", result.get("Type", ""))).rsplit(".", 1)[-1]
    if kind not in KEPT_TYPES:
        return "no day: a time of day, a length, a set or a zone"
    values = _values(result)
    if not any(
        re.match(r"\d{4}-\d\d-\d\d", first + last) and "0001-01-01" not in (first, last)
        for _, _, first, last in values
    ):
        return "stated without a day (a season, an impossible date)"
    words = str(result.get("Text"))
    return next((name for name, pattern, _ in LEFT_OUT if re.search(pattern, words, re.IGNORECASE)), "")


def judge(case: Case) -> tuple[str, list[str]]:
    """`right`, `coarse` or `wrong`, and the results that are wrong."""
    today = Days(case.today, case.today)
    times = find_times_in(case.text, 0, today, None)
    grades = [_grade(times, start, end, words, values) for start, end, words, values in case.expected]
    wrong = [words for grade, (_, _, words, _) in zip(grades, case.expected, strict=True) if grade == "wrong"]
    return ("wrong" if wrong else "coarse" if "coarse" in grades else "right"), wrong


_TWO_WAYS = re.compile(r"(?i)^later (?:this|in the)|^(?:the )?end of (?:the |this )?year")


def _grade(
    times: tuple[Time, ...], start: int, end: int, words: str, values: tuple[tuple[str, str, str, str], ...]
) -> str:
    def shared_letters(time: Time) -> int:
        return min(end, time.anchor.end) - max(start, time.anchor.start)

    best = max(times, key=shared_letters, default=None)
    if best is None or shared_letters(best) <= 0:
        return "wrong"
    days = best.days
    if _TWO_WAYS.search(words):
        ends = {date.fromisoformat(value[3]) for value in values if value[3]}
        return "right" if any(days.latest in (end_, end_ - timedelta(days=1)) for end_ in ends) else "wrong"
    quarters = re.search(r"(?i)\bq[1-4]|quarter", words) is not None
    grades = {_match(days, *value, quarters=quarters) for value in values}
    return next((grade for grade in ("right", "coarse") if grade in grades), "wrong")


def _match(days: Days, timex: str, mod: str, first: str, last: str, *, quarters: bool = False) -> str:
    start = date.fromisoformat(first) if re.fullmatch(r"\d{4}-\d\d-\d\d", first) else None
    end = date.fromisoformat(last) if re.fullmatch(r"\d{4}-\d\d-\d\d", last) else None
    if mod.startswith(("before", "until")) and end is None:
        start, end = None, start
    one = timedelta(days=1)
    if mod.startswith("after") and start:
        ends = days.earliest in (start, start + one)
    elif mod.startswith("since") and start:
        ends = days.earliest == start
    elif mod.startswith(("before", "until")) and end:
        ends = days.latest in (end, end - one)
    elif start == end and start:
        if days.earliest == days.latest == start:
            return "right"
        return (
            "coarse"
            if _whole_unit(days) and days.earliest and days.latest and days.earliest <= start <= days.latest
            else "wrong"
        )
    else:
        ends = (
            days.earliest == start
            and days.latest is not None
            and end is not None
            and days.latest in _ends(end, timex, quarters=quarters)
        )
    return "right" if ends else "wrong"


def _whole_unit(days: Days) -> bool:
    return bool(
        days.earliest
        and days.latest
        and days.earliest.day == 1
        and (days.latest + timedelta(days=1)).day == 1
    )


def _ends(end: date, timex: str, *, quarters: bool) -> set[date]:
    found = {end, end - timedelta(days=1)}
    if timex.startswith("(") and end.day == 1:
        found.add((end.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1))
        if quarters and end.month % 3 == 1:
            found.add(months_span(end.year, end.month // 3 + 1, 3)[1])
        if end.month == 1:
            found.add(end.replace(month=12, day=31))
    return found


def measure(half: str, name: str = "", *, show: bool = False) -> dict[str, float]:
    """The counts of one half: cases, right, coarse, wrong, and the share right (coarse included)."""
    kept, _ = cases(half, name)
    grades: Counter[str] = Counter()
    for case in kept:
        grade, wrong = judge(case)
        grades[grade] += 1
        if show and wrong:
            print(f"{case.today} | {case.text[:100]!r} | {wrong}")
    total = max(1, len(kept))
    return {
        "cases": len(kept),
        "right": grades["right"],
        "coarse": grades["coarse"],
        "share": (grades["right"] + grades["coarse"]) / total,
        "strict": grades["right"] / total,
    }


def print_left_out(half: str, name: str = "") -> None:
    """One line for each category left out: how many expected results, and why."""
    reasons = {category: reason for category, _, reason in LEFT_OUT}
    for category, count in cases(half, name)[1].most_common():
        print(f"left out {count:4} {category}" + (f": {reasons[category]}" if category in reasons else ""))


if __name__ == "__main__":
    chosen = (sys.argv[1] if len(sys.argv) > 1 else "first", sys.argv[2] if len(sys.argv) > 2 else "")
    figures = measure(*chosen, show=True)
    print_left_out(*chosen)
    print(*chosen, figures)
