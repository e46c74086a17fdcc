"""The brief in Markdown: headings, lists and footnotes, which most programs that read it know."""

from __future__ import annotations

import re

from dragoman.exchange.phrases import masthead, source_chain, spoken_day
from dragoman.exchange.sections import Row, Section, numbered, sections
from dragoman.model import Brief

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~&!$^])")


def escaped(text: str) -> str:
    """Text on one line that Markdown shows as it is, without taking any of it for markup."""
    return _SPECIAL.sub(r"\\\1", " ".join(text.split()))


def brief_markdown(brief: Brief) -> str:
    """The whole brief, every line with footnotes to its words; ends with a line end."""
    parts = sections(brief)
    numbers = numbered(parts)
    day = spoken_day(brief.as_of)
    lines = [f"# Brief of {day}" if day else "# Brief, day not known", ""]
    lines += [f"- {escaped(masthead(dispatch))} ({escaped(dispatch.path)})" for dispatch in brief.dispatches]
    for part in parts:
        lines += ["", f"## {part.title}", "", *_section(part, numbers)]
    return "\n".join([*lines, *_footnotes(brief, numbers)]) + "\n"


def _section(part: Section, numbers: dict[str, int]) -> list[str]:
    if not part.rows:
        return [part.empty]
    lines: list[str] = []
    group = ""
    for row in part.rows:
        if row.group != group:
            lines += ["", f"### {row.group}", ""] if lines else [f"### {row.group}", ""]
            group = row.group
        lines.append(_row(row, numbers))
    return lines


def _row(row: Row, numbers: dict[str, int]) -> str:
    tag = f" ({escaped(row.tag)})" if row.tag else ""
    line = f"- **{escaped(row.lead)}**{tag}: {escaped(row.words)}{_marks(row.claims, numbers)}"
    remarks = [f"  - {escaped(r.words)}{_marks(r.claims, numbers)}" for r in row.remarks]
    return "\n".join([line, *remarks])


def _marks(claims: tuple[str, ...], numbers: dict[str, int]) -> str:
    return "".join(f"[^{numbers[claim]}]" for claim in claims)


def _footnotes(brief: Brief, numbers: dict[str, int]) -> list[str]:
    entries = {entry.claim.id: entry for entry in brief.entries}
    homes = {dispatch.id: dispatch for dispatch in brief.dispatches}
    notes = []
    for claim, number in numbers.items():
        entry = entries.get(claim)
        if entry is None:
            continue
        words = entry.claim.evidence
        place = f"{homes[entry.claim.dispatch].path}, {words.start}–{words.end}"
        notes.append(f"[^{number}]: “{escaped(words.text)}” {escaped(source_chain(entry))}; {escaped(place)}")
    return ["", *notes] if notes else []
