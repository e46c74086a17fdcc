"""Mastheads: the lines on which an outlet prints its name, volume, issue and day without keys."""

from __future__ import annotations

import re

from dragoman.dispatches.days import find_days
from dragoman.dispatches.lines import MAX_TITLE, Field, Line, part
from dragoman.dispatches.outlets import find_outlet, words_of

_VOLUME = re.compile(r"\bVol(?:ume)?s?\.?\s*(?P<volume>\d{1,4}|[IVXLC]+)\b", re.IGNORECASE)
_ISSUE = re.compile(r"\b(?:Issue|No\.?|Nr\.?|Number|#)\s*(?P<issue>\d{1,5})\b", re.IGNORECASE)
_DATED = re.compile(r"(?P<name>[^.!?]*?)\s?(?:[,|:;(–—]|\s-)\s?$")
_CLOCK = re.compile(
    r"\d{1,2}(?:[:.]\d\d){1,2}\s?(?:[ap]\.?m\.?)?|\d{1,2}\s?[ap]\.?m\.?|\b\d{4}(?= GMT| UTC| hours)"
    r"|\b(?:GMT|UTC|[A-Z]ST|[A-Z]DT|hours|noon|midnight)\b",
    re.IGNORECASE,
)


def read_masthead(text: str, line: Line) -> list[Field] | None:
    """Read a masthead such as "DAILY BRIEF, Vol. 4, No. 112, June 11, 1998"."""
    volume = _VOLUME.search(line.text)
    issue = _ISSUE.search(line.text)
    if not volume or not issue or len(line.text) > MAX_TITLE or len(line.text.split()) > 16:
        return None
    fields = [
        part("volume", text, line, *volume.span("volume")),
        part("issue", text, line, *issue.span("issue")),
    ]
    name = line.text[: min(volume.start(), issue.start())].strip(" ,.;:|–—-(")
    if name and not any(find_days(name)):
        fields.append(part("outlet", text, line, 0, len(name)))
    fields += [part("day", text, line, day.start, day.end) for day in find_days(line.text)]
    return fields


def read_lone_day(text: str, line: Line) -> list[Field] | None:
    """Read a line that is a day and nothing else."""
    days = list(find_days(line.text))
    if len(days) != 1:
        return None
    rest = line.text[: days[0].start] + line.text[days[0].end :]
    rest = _CLOCK.sub("", rest)
    return [part("day", text, line, days[0].start, days[0].end)] if not rest.strip(" ()[],.|–—-") else None


def read_dated_title(text: str, line: Line) -> list[Field] | None:
    """Read a short line that ends with a full day, such as "Sahel Bulletin | 7 August 2023"."""
    days = list(find_days(line.text))
    if len(days) != 1 or not days[0].dates or len(line.text) > MAX_TITLE or line.text.endswith("."):
        return None
    name = _DATED.fullmatch(line.text[: days[0].start])
    if not name or not name["name"] or _CLOCK.sub("", line.text[days[0].end :]).strip(" ,)]|–—-"):
        return None
    return [
        *named_outlet(text, line, name["name"]),
        part("title", text, line, 0, len(name["name"])),
        part("day", text, line, days[0].start, days[0].end),
    ]


def named_outlet(text: str, line: Line, words: str) -> list[Field]:
    """Give the outlet that a masthead line names, if it is a known one or calls itself a source."""
    for piece in re.finditer(r"[^,|:]+", words):
        name = piece[0].strip(" \t(–—-#*")
        parts = name.lower().split()
        if not parts or parts[0] in ("from", "by"):
            continue
        called = len(parts) in (2, 3, 4) and (
            parts[0] in words_of("source") or parts[-1] in words_of("source")
        )
        if find_outlet(name) or (called and all(word[0].isupper() for word in name.split())):
            start = piece.start() + piece[0].index(name)
            return [part("masthead", text, line, start, start + len(name))]
    return []
