"""Tells which stretches of a text stand between quotation marks, paragraph by paragraph.

A mark that is not directed (") opens where none is open and closes where one is; directed marks nest.
A paragraph's end closes what is open; a quotation that goes on opens anew in the next paragraph, as
newspapers print it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

_PARAGRAPH = re.compile(r"\n\s*\n")
_MARK = re.compile("[“”„«»\"]|``|''")
_CLOSED_BY = {'"': '"', "“": "”", "„": "“”", "«": "»", "»": "«", "``": "''"}
"""What opens a quotation, and the marks that close it."""


def quoted_in(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """The places between quotation marks, marks left out, in order."""
    stop = len(text) if end is None else end
    out: list[tuple[int, int]] = []
    at = start
    for gap in [*_PARAGRAPH.finditer(text, start, stop), None]:
        out.extend(_of_paragraph(text, at, gap.start() if gap else stop))
        at = gap.end() if gap else stop
    return out


def _of_paragraph(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    begun, opener, depth = start, "", 0
    for mark in _MARK.finditer(text, start, end):
        if not depth and mark[0] in _CLOSED_BY and not _inches(text, mark):
            begun, opener, depth = mark.end(), mark[0], 1
        elif depth and mark[0] in _CLOSED_BY[opener]:
            depth -= 1
            if not depth:
                yield begun, mark.start()
        elif depth and mark[0] == opener:
            depth += 1
    if depth and begun < end:
        yield begun, end


def _inches(text: str, mark: re.Match[str]) -> bool:
    """Whether a straight mark stands for inches: after a digit, before no letter."""
    before, after = text[max(0, mark.start() - 1) : mark.start()], text[mark.end() : mark.end() + 1]
    return mark[0] == '"' and before.isdigit() and not after.isalnum()


def within(words: Sequence[tuple[int, int]], quoted: Sequence[tuple[int, int]]) -> list[bool]:
    """Whether each word lies in one of the places; both in order."""
    out, at = [], 0
    for start, end in words:
        while at < len(quoted) and quoted[at][1] <= start:
            at += 1
        out.append(at < len(quoted) and quoted[at][0] <= start and end <= quoted[at][1])
    return out
