"""When a dispatch was published, or may have been: as text, and as JSON."""

from __future__ import annotations

import textwrap

from dragoman.dispatches import Dated
from dragoman.exchange.claims import Record, iso

_WIDTH = 78
_SHOWN = 8


def dated_record(dated: Dated) -> Record:
    """{path, earliest, latest, basis, candidates: [{earliest, latest}]}."""
    days = dated.dispatch.published
    return {
        "path": dated.dispatch.path,
        "earliest": iso(days.earliest),
        "latest": iso(days.latest),
        "basis": days.basis,
        "candidates": [{"earliest": iso(first), "latest": iso(last)} for first, last in dated.candidates],
    }


def dated_text(dated: Dated) -> str:
    """The path, the day or the candidates, and under them each reason on lines of its own."""
    dispatch = dated.dispatch
    lines = [f"{dispatch.path}: {_days(dated)}"]
    for reason in dispatch.published.basis.split("; "):
        lines += textwrap.wrap(reason, _WIDTH, initial_indent="  - ", subsequent_indent="    ")
    return "\n".join(lines)


def _days(dated: Dated) -> str:
    spans = dated.candidates
    if not spans:
        return "no day known"
    told = [f"{first}" if first == last else f"{first} to {last}" for first, last in spans[:_SHOWN]]
    more = f" or {len(spans) - _SHOWN} more" if len(spans) > _SHOWN else ""
    return " or ".join(told) + more
