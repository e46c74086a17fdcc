"""The day a dispatch was published, with the reasons in words; never more than they decide."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date

from dragoman.dispatches.days import MONTHS, PrintedDay, day_of, find_days
from dragoman.dispatches.evidence import FIRST_YEAR, LAST_YEAR, Evidence, around
from dragoman.model import Days

NOTHING = "no day given, none found in file name, header, dateline or notes"

_NEAR = 60
_HALF_YEAR = 183
_LONGEST = 366
_LISTED_FROM = 1945
_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b(?! GMT| UTC| hours)")


@dataclass(slots=True)
class _Weighing:
    """The days still possible, and what was said for and against."""

    days: frozenset[date] | None = None
    words: str = ""
    used: list[str] = field(default_factory=list)
    agreeing: list[str] = field(default_factory=list)
    aside: list[str] = field(default_factory=list)
    short: list[str] = field(default_factory=list)

    def narrow(self, evidence: Evidence) -> None:
        """Keep the days that the evidence allows; set it aside where it allows none of them."""
        if not evidence.days or (self.days is None and not evidence.alone):
            if not evidence.quiet:
                (self.short if evidence.days else self.aside).append(evidence.says)
            return
        both = evidence.days if self.days is None else self.days & evidence.days
        if not both:
            if not evidence.quiet:
                self.aside.append(evidence.says)
        elif both != self.days:
            self.words = self.words or evidence.words
            self.used.append(evidence.says)
            self.days = both
        elif evidence.alone and not evidence.quiet:
            self.agreeing.append(evidence.says)


def possible_days(text: str, evidence: list[Evidence]) -> frozenset[date]:
    """Give every day that the evidence leaves possible; none where there is no evidence."""
    return _weigh(text, evidence).days or frozenset()


def conclude(text: str, evidence: list[Evidence]) -> Days:
    """Give the day or the unbroken run of days that the evidence decides, with the reasons.

    The evidence comes strongest first; a weaker piece that contradicts is set aside and said so.
    Where the year stays open both ends are None and the reasons name the day without its year.
    """
    weighing = _weigh(text, evidence)
    reasons = _reasons(weighing)
    if weighing.days is None:
        return Days(basis=f"{NOTHING}{_and(reasons)}")
    first, last = min(weighing.days), max(weighing.days)
    span = (last - first).days + 1
    if span == len(weighing.days) and span <= _LONGEST:
        return Days(first, last, weighing.words, reasons)
    return Days(None, None, weighing.words, f"{_open_year(weighing.days)}: {reasons}")


def _weigh(text: str, evidence: list[Evidence]) -> _Weighing:
    weighing = _Weighing()
    for piece in evidence:
        weighing.narrow(piece)
    if weighing.days is not None and len({day.year for day in weighing.days}) > 1:
        printed = list(find_days(text))
        _narrow_by_text(weighing, printed)
        _narrow_by_weekdays(weighing, printed)
        _tell_years(weighing, text)
    return weighing


def _narrow_by_text(weighing: _Weighing, printed: list[PrintedDay]) -> None:
    """Take the year from the latest full day in the text if publication can lie near it (heuristic)."""
    full = [(day, found.text) for found in printed for day in found.dates if len(found.dates) == 1]
    if not full:
        return
    day, words = max(full)
    near = around(day, _NEAR)
    if weighing.days and weighing.days & near:
        weighing.narrow(Evidence(f"the latest full day in the text is {words}", near, words, alone=False))


def _narrow_by_weekdays(weighing: _Weighing, printed: list[PrintedDay]) -> None:
    """Keep the years in which the text's "Tuesday, March 3" is a Tuesday."""
    for found in {(item.weekday, item.month_days): item for item in printed}.values():
        days = weighing.days
        if days is None or found.weekday is None or found.year or len(found.month_days) != 1:
            continue
        allowed = frozenset(day for day in days if _nearest_weekday(day, found) == found.weekday)
        weighing.narrow(Evidence(f"the text says {found.text}", allowed, found.text, alone=False))


def _nearest_weekday(day: date, found: PrintedDay) -> int | None:
    """Give the weekday of the printed day in the year in which it is nearest to a day."""
    years = (year for year in (day.year - 1, day.year, day.year + 1) if 1 <= year <= 9999)
    dates = (day_of(year, *found.month_days[0]) for year in years)
    near = [other for other in dates if other and abs((other - day).days) <= _HALF_YEAR]
    return near[0].weekday() if near else None


def _tell_years(weighing: _Weighing, text: str) -> None:
    """Say which years the text names where none of them decided."""
    if weighing.days is None or len({day.year for day in weighing.days}) <= 1:
        return
    years = sorted({match[0] for match in _YEAR.finditer(text)})
    if years:
        shown = ", ".join(years[:8]) + (" ..." if len(years) > 8 else "")
        weighing.aside.append(f"the text names {shown}, which does not decide the year")


def _reasons(weighing: _Weighing) -> str:
    agreeing = [f"this agrees: {says}" for says in weighing.agreeing]
    aside = [f"set aside: {says}" for says in weighing.aside]
    short = [f"this alone gives no day: {says}" for says in weighing.short]
    return "; ".join([*weighing.used, *agreeing, *aside, *short])


def _and(reasons: str) -> str:
    return f"; {reasons}" if reasons else ""


def _open_year(days: frozenset[date]) -> str:
    """Say what is known of a day whose year, or month, is not decided."""
    years = sorted({day.year for day in days})
    if len(days) <= 3:
        return "either " + " or ".join(f"{_month_day(day)}, {day.year}" for day in sorted(days))
    pairs = sorted({(day.month, day.day): day for day in days})
    names = [f"{MONTHS[month - 1]} {day}" for month, day in pairs]
    told = " or ".join(names) if len(names) <= 4 else f"one of {len(names)} days"
    if len(years) > 0.8 * (LAST_YEAR - FIRST_YEAR):
        return f"{told} of an unknown year"
    listed = [str(year) for year in years if year >= _LISTED_FROM]
    older = "earlier ones or " if len(listed) < len(years) and listed else ""
    return f"{told} of an unknown year ({older}{', '.join(listed or map(str, years))})"


def _month_day(day: date) -> str:
    return f"{MONTHS[day.month - 1]} {day.day}"
