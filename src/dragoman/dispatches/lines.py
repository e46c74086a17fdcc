"""The first lines of a text with their offsets, and what a line of a header says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.model import Anchor

MAX_TITLE = 140
"""Most characters of a title or masthead; a longer line is prose."""

_MAX_LINES = 80
_LINE = re.compile(r"[^\r\n]*")
_BREAK = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True)
class Field:
    """One thing a header says: its role (outlet, origin, agency, day, volume ...) and its words."""

    role: str
    value: Anchor


@dataclass(frozen=True, slots=True)
class Line:
    """A line without its blanks: where its words stand, and where the next line begins."""

    start: int
    end: int
    next: int
    text: str


def lines_of(text: str) -> Iterator[Line]:
    """Give the first lines, stripped, with their offsets."""
    at = 1 if text.startswith("\ufeff") else 0
    for _ in range(_MAX_LINES):
        if at >= len(text):
            return
        match = _LINE.match(text, at)
        stop = match.end() if match else at
        newline = _BREAK.match(text, stop)
        following = newline.end() if newline else stop
        bare = text[at:stop]
        start = at + len(bare) - len(bare.lstrip())
        yield Line(start, start + len(bare.strip()), following, bare.strip())
        at = following


def whole(role: str, text: str, line: Line) -> Field:
    """Give a whole line as a field of that role."""
    return Field(role, Anchor(line.start, line.end, text[line.start : line.end]))


def part(role: str, text: str, line: Line, start: int, end: int) -> Field:
    """Give [start, end) of a line as a field of that role."""
    return Field(
        role, Anchor(line.start + start, line.start + end, text[line.start + start : line.start + end])
    )
