"""How days, certainty and sources are put into words for people."""

from __future__ import annotations

from datetime import date

from dragoman.model import Days, Dispatch, Entry, Factuality, Source
from dragoman.views.parties import called

CERTAINTY: dict[Factuality, str] = {
    "CT+": "certain",
    "PR+": "probable",
    "PS+": "possible",
    "CT-": "certainly not",
    "PR-": "probably not",
    "PS-": "possibly not",
    "Uu": "not committed to",
}
"""The FactBank values in words: how sure the innermost source is that it holds."""

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def spoken_day(day: date | None) -> str:
    """A day as "11 Jun 1998", the same in every locale; empty for an unknown one."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}" if day else ""


def spoken_days(days: Days) -> str:
    """An interval of days: "11 Jun 1998", "11–12 Jun 1998", "by 3 Oct 1998", "no day"."""
    first, last = days.earliest, days.latest
    if first is None or last is None:
        if first is None and last is None:
            return "no day"
        return f"from {spoken_day(first)}" if first else f"by {spoken_day(last)}"
    if first == last:
        return spoken_day(first)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{spoken_day(last)}"
    return f"{spoken_day(first)} – {spoken_day(last)}"


def source_chain(entry: Entry) -> str:
    """Who says so, outermost first: "Monitor › Reuter, 10 Jun 1998 › French diplomat"."""
    speakers = iter(entry.speakers)
    steps: list[str] = []
    wires: list[str] = []
    for source in entry.claim.sources:
        if source.role == "wire":
            wires.append(_step(source))
            continue
        if wires:
            steps.append(" and ".join(wires))
            wires = []
        speaker = next(speakers, None) if source.mention else None
        steps.append(called(speaker) if speaker else _step(source))
    if wires:
        steps.append(" and ".join(wires))
    return " › ".join(steps) or "no source named"


def _step(source: Source) -> str:
    words = " ".join(source.text.split())
    return f"{words}, {spoken_day(source.day)}" if source.day else words


def masthead(dispatch: Dispatch) -> str:
    """What a dispatch is called: its outlet and day of publication, or its path."""
    parts = [dispatch.outlet or dispatch.path]
    if dispatch.published.known:
        parts.append(spoken_days(dispatch.published))
    return ", ".join(parts)
