"""The word tables of data/views, read once, and how a phrase of them is found in a text."""

from __future__ import annotations

import re
from functools import cache
from importlib import resources


@cache
def table(name: str) -> tuple[tuple[str, ...], ...]:
    """The rows of data/views/NAME.tsv without comments and header, each as wide as the header."""
    page = resources.files("dragoman") / "data" / "views" / f"{name}.tsv"
    lines = [line for line in page.read_text(encoding="utf-8").splitlines() if line and line[0] != "#"]
    width = lines[0].count("\t") + 1
    return tuple(tuple((line.split("\t") + [""] * width)[:width]) for line in lines[1:])


@cache
def _pattern(name: str) -> re.Pattern[str]:
    phrases = sorted({row[0] for row in table(name)}, key=lambda phrase: (-len(phrase), phrase))
    return re.compile("|".join(rf"(?<!\w){re.escape(phrase)}(?!\w)" for phrase in phrases), re.IGNORECASE)


@cache
def _rows(name: str) -> dict[str, tuple[str, ...]]:
    return {row[0]: row for row in table(name)}


def found(name: str, text: str) -> tuple[tuple[re.Match[str], tuple[str, ...]], ...]:
    """Every phrase of a table that stands in the text, left to right, with its row."""
    folded = _rows(name)
    return tuple((match, folded[match.group().lower()]) for match in _pattern(name).finditer(text))


def first(name: str, text: str) -> tuple[str, ...] | None:
    """The row of the first phrase of a table that stands in the text."""
    match = _pattern(name).search(text)
    return _rows(name)[match.group().lower()] if match else None
