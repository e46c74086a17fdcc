"""What other issues of the same outlet, whose day is known, tell of an issue's day.

Within a volume the issues follow one another in time, and a volume spans at most a year. Across
volumes, and where no issue is numbered, one volume a calendar year is assumed (heuristic, and
said so in the reason).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from dragoman.dispatches.evidence import FIRST_YEAR, LAST_YEAR, Evidence
from dragoman.dispatches.header import Header
from dragoman.dispatches.outlets import find_outlet

_ALONE = 31
_COMPANY_SPAN = timedelta(days=366)
_COMPANY_REACH = 92
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}


@dataclass(frozen=True, slots=True)
class Issue:
    """One issue of an outlet: volume and number, and the day if it is known."""

    outlet: str
    volume: int
    number: int | None
    day: date | None = None


def issue_of(outlet: str | None, header: Header, day: date | None) -> Issue | None:
    """Give the issue that a header names, or None where it names no outlet or volume."""
    volume = _number(header.first("volume"))
    if not outlet or volume is None:
        return None
    known = find_outlet(outlet)
    name = known.name if known else outlet.casefold()
    return Issue(name, volume, _number(header.first("issue")), day)


def of_sisters(issue: Issue | None, others: Iterable[Issue]) -> list[Evidence]:
    """Evidence from the sister issues of known day, together; none where they contradict."""
    if issue is None:
        return []
    sisters = [other for other in others if other.outlet == issue.outlet and other.day]
    allowed: frozenset[date] | None = None
    reasons = []
    for sister in sorted(sisters, key=lambda other: _distance(issue, other)):
        days, reason = _told_by(issue, sister)
        both = days if allowed is None else allowed & days
        if not both:
            return [Evidence(f"sister issues contradict each other ({reason})", frozenset(), alone=False)]
        if both != allowed:
            reasons.append(reason)
        allowed = both
    if allowed is None:
        return []
    return [Evidence("; ".join(reasons), allowed, alone=len(allowed) <= _ALONE)]


def of_company(days: list[date]) -> list[Evidence]:
    """Evidence from dispatches of any outlet read together, two or more of them of known day.

    A dossier is then taken to be of one crisis (heuristic, said in the reason): the year is that
    which puts a dispatch among the others, or at most three months before or after them.
    """
    if len(days) < 2 or max(days) - min(days) > _COMPANY_SPAN:
        return []
    first, last = min(days).toordinal() - _COMPANY_REACH, max(days).toordinal() + _COMPANY_REACH
    allowed = frozenset(
        date.fromordinal(number) for number in range(max(1, first), min(last, date.max.toordinal()) + 1)
    )
    says = (
        f"the {len(days)} dated dispatches read with it are of {min(days)} to {max(days)}, "
        "and all are taken to be of one crisis"
    )
    return [Evidence(says, allowed, alone=False)]


def _distance(issue: Issue, other: Issue) -> tuple[int, int]:
    return abs(issue.volume - other.volume), abs((issue.number or 0) - (other.number or 0))


def _told_by(issue: Issue, sister: Issue) -> tuple[frozenset[date], str]:
    day = sister.day or date.min
    if issue.volume == sister.volume and issue.number and sister.number:
        told = f"issue {sister.number} of the same volume is of {day}"
        if issue.number == sister.number:
            return frozenset({day}), told
        step = 1 if issue.number > sister.number else -1
        # Two issues may come out on one day.
        days = (day + timedelta(days=step * number) for number in range(366))
        return frozenset(days), told
    year = day.year + issue.volume - sister.volume
    told = f"volume {sister.volume} was running on {day}, one volume a year assumed"
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return frozenset(), told
    first = date(year, 1, 1)
    return frozenset(
        first + timedelta(days=number) for number in range((date(year + 1, 1, 1) - first).days)
    ), told


def _number(value: object) -> int | None:
    """Give the number printed in a header's value, in figures or as a Roman numeral."""
    words = str(getattr(value, "text", "") or "")
    figures = re.search(r"\d{1,6}", words)
    if figures:
        return int(figures[0])
    if re.fullmatch(r"[IVXLC]+", words.strip()):
        values = [_ROMAN[letter] for letter in words.strip()]
        after = [*values[1:], 0]
        return sum(-own if own < nxt else own for own, nxt in zip(values, after, strict=True))
    return None
