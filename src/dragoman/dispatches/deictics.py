"""What "yesterday" and "today" beside dated source notes tell of the day of publication.

A bulletin that says "yesterday" of what wires of June 10 report is of June 11. "Today" is the
wires' own day, or that of what is still to come, so it weighs less. The weights are a heuristic;
words inside quotation marks are the speaker's, not the bulletin's, and do not count.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from dragoman.dispatches.days import MONTHS, MonthDay, day_of, find_days
from dragoman.dispatches.evidence import FIRST_YEAR, LAST_YEAR, Evidence, days_of_printed
from dragoman.dispatches.notes import SourceNote

_REACH = 2000
_DEICTIC = re.compile(r"\b(yesterday|today|tomorrow)\b", re.IGNORECASE)
_APPOSED = re.compile(r"\b(yesterday|today|tomorrow)\b\s?[,(]?\s?", re.IGNORECASE)
_DAYS_AFTER = {"yesterday": 1, "today": 0, "tomorrow": -1}

# Votes for (the wires' day, the day after), by the deictic that stands in the stretch.
_VOTES = {"yesterday": (1.0, 3.0), "today": (1.5, 1.0), "": (0.5, 0.5)}
_CLEAR = 1.4


@dataclass(frozen=True, slots=True)
class _Stretch:
    """The last day of a note's wires, and the deictic in what the note covers."""

    month_day: MonthDay
    deictic: str


def of_apposition(text: str, body: tuple[int, int]) -> Iterator[Evidence]:
    """Evidence from "yesterday, June 10" or "tomorrow (June 12)", the first of each in the body."""
    seen: set[str] = set()
    for match in _APPOSED.finditer(text, *body):
        if match[1].lower() in seen:
            continue
        printed = next(find_days(text, match.end(), min(match.end() + 40, body[1])), None)
        if printed is None or printed.start != match.end() or not printed.month_days:
            continue
        if is_quoted(text, body[0], match.start()):
            continue
        seen.add(match[1].lower())
        later = timedelta(days=_DAYS_AFTER[match[1].lower()])
        words = f"{match[1]}, {printed.text}"
        days = frozenset(day + later for day in days_of_printed(printed))
        yield Evidence(f"the text says “{words}”", days, words)


def of_notes(text: str, notes: tuple[SourceNote, ...]) -> Iterator[Evidence]:
    """Evidence from all notes together: the day on which their deictics make sense."""
    stretches = list(_stretches(text, notes))
    if not stretches:
        return
    last = last_of({stretch.month_day for stretch in stretches})
    years = range(FIRST_YEAR, LAST_YEAR + 1)
    ends = [day for year in years if (day := day_of(year, *last))]
    counted = Counter(stretches)
    days = frozenset[date]().union(*(_elected(counted, end) for end in ends))
    yield Evidence(_in_words(counted, last), days, f"{MONTHS[last[0] - 1]} {last[1]}")


def _stretches(text: str, notes: tuple[SourceNote, ...]) -> Iterator[_Stretch]:
    for note in notes:
        pairs = {name.day.month_days[-1] for name in note.names if name.day and name.day.month_days}
        if pairs:
            yield _Stretch(last_of(pairs), _deictic(text, *note.covers))


def _deictic(text: str, start: int, end: int) -> str:
    """Give the weightiest deictic of the stretch: yesterday before today."""
    words = {
        match[1].lower()
        for match in _DEICTIC.finditer(text, start, end)
        if not is_quoted(text, start, match.start())
    }
    return next((word for word in ("yesterday", "today") if word in words), "")


def _elected(counted: Counter[_Stretch], end: date) -> frozenset[date]:
    """Give the day, or the two, that the stretches elect if the last wire is of the day `end`."""
    votes: defaultdict[date, float] = defaultdict(float)
    for stretch, number in counted.items():
        day = _on_or_before(end, stretch.month_day)
        if not stretch.deictic and day != end:
            # An older note without a deictic says nothing of the day of publication.
            continue
        for later, weight in enumerate(_VOTES[stretch.deictic]):
            votes[day + timedelta(days=later)] += weight * number
    own, after = votes[end], votes[end + timedelta(days=1)]
    if after >= _CLEAR * own:
        return frozenset({end + timedelta(days=1)})
    if own >= _CLEAR * after:
        return frozenset({end})
    return frozenset({end, end + timedelta(days=1)})


def _on_or_before(end: date, month_day: MonthDay) -> date:
    for year in range(end.year, end.year - 9, -1):
        day = day_of(year, *month_day)
        if day and day <= end:
            return day
    return end


def last_of(pairs: set[MonthDay]) -> MonthDay:
    """Give the last of some days without a year: the one before the widest gap round the calendar."""
    # 2000 is a leap year, so every day of the calendar has a place in it.
    ordered = sorted(pairs)
    places = [date(2000, *pair).timetuple().tm_yday for pair in ordered]
    gaps = [after - place for place, after in zip(places, [*places[1:], places[0] + 366], strict=True)]
    return ordered[gaps.index(max(gaps))]


def _in_words(counted: Counter[_Stretch], last: MonthDay) -> str:
    said = Counter[str]()
    for stretch, number in counted.items():
        said[stretch.deictic] += number
    words = ", ".join(f"“{word}” in {said[word]}" for word in ("yesterday", "today") if said[word])
    total = sum(said.values())
    noun = "stretch" if total == 1 else "stretches"
    told = f", with {words}" if words else ", with neither “yesterday” nor “today”"
    return f"the latest source note is of {MONTHS[last[0] - 1]} {last[1]} ({total} noted {noun}{told})"


def is_quoted(text: str, start: int, at: int) -> bool:
    """Whether a place lies in a quotation opened in its own paragraph, at most 2,000 characters back."""
    start = max(start, at - _REACH, text.rfind("\n", start, at) + 1, text.rfind("\r", start, at) + 1)
    for opening, closing in ("“”", "«»"):
        if text.rfind(opening, start, at) > text.rfind(closing, start, at):
            return True
    return text.count('"', start, at) % 2 == 1
