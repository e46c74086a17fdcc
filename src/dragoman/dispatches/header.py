"""The header of a dispatch: keyed lines, front matter, cable headings, mastheads and titles.

The header ends where the first line stands that is none of these. What is known of keys and
cable words is in data/outlets.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from dragoman.dispatches.dateline import find_dateline
from dragoman.dispatches.lines import MAX_TITLE, Field, Line, lines_of, part, whole
from dragoman.dispatches.masthead import named_outlet, read_dated_title, read_lone_day, read_masthead
from dragoman.dispatches.outlets import header_roles, words_of
from dragoman.model import Anchor

_MAX_LINE = 1000
_ANY_KEY = re.compile(r"[\w.-]+(?: [\w.-]+){0,2} ?:(?=\s|$)")
_TITLE = re.compile(r"#{1,6}(?:\s|$)")
_RULE = re.compile(r"(?:[-=*_~]\s?){3,}$")
_BYLINE = re.compile(
    r"(?:By:?|From (?:Our|A|Our Own)) [A-Z][\w.'’-]+(?: (?:[A-Z][\w.'’-]+|and|in|de|van|von|&|,)){1,10}$"
)
_SENTENCE_END = tuple(".!?…:;,")


@dataclass(frozen=True, slots=True)
class Header:
    """What stands above the prose: the fields it names, and where it ends."""

    fields: tuple[Field, ...]
    end: int

    def first(self, *roles: str) -> Anchor | None:
        """The value of the first field of the earliest of these roles that is there."""
        for role in roles:
            for field in self.fields:
                if field.role == role:
                    return field.value
        return None

    def all(self, role: str) -> tuple[Anchor, ...]:
        """The values of every field of that role."""
        return tuple(field.value for field in self.fields if field.role == role)


def read_header(text: str) -> Header:
    """Give the header of a text; an empty one, ending where the words begin, if it has none."""
    lines = list(lines_of(text))
    start = 1 if text.startswith("\ufeff") else 0
    front = _front_matter(text, lines)
    fields: list[Field] = list(front[0]) if front else []
    end = front[1] if front else start
    for index, line in enumerate(lines):
        if line.start < end or not line.text:
            continue
        found = _fields_of(text, lines, index, bool(fields))
        if found is None:
            break
        fields += found
        end = line.next
    while end < len(text) and text[end].isspace():
        end += 1
    return Header(tuple(fields), end)


def _front_matter(text: str, lines: list[Line]) -> tuple[list[Field], int] | None:
    filled = [line for line in lines if line.text]
    if not filled or filled[0].text != "---":
        return None
    fields: list[Field] = []
    for line in filled[1:]:
        if line.text in ("---", "..."):
            return fields, line.next
        key, colon, value = line.text.partition(":")
        role = header_roles().get(key.strip().lower(), "other")
        bare = value.strip().strip("\"'")
        if colon and bare:
            start = line.start + line.text.index(bare, len(key) + 1)
            fields.append(Field(role, Anchor(start, start + len(bare), text[start : start + len(bare)])))
    return None


def _fields_of(text: str, lines: list[Line], index: int, after_header: bool) -> list[Field] | None:
    """Give the fields of a header line; None where the line is no header."""
    line = lines[index]
    if len(line.text) > _MAX_LINE:
        return None
    keyed = _keyed(text, line)
    if keyed:
        return keyed
    if _TITLE.match(line.text):
        return [whole("title", text, line)]
    if _RULE.match(line.text) or _BYLINE.match(line.text) or _is_cable(line.text):
        return _cable_fields(text, line)
    if find_dateline(text, line.start):
        return None
    masthead = read_masthead(text, line) or read_lone_day(text, line) or read_dated_title(text, line)
    if masthead:
        return masthead
    if _is_unknown_key(lines, index):
        return [whole("other", text, line)]
    if _is_plain_title(text, lines, index) or (after_header and _is_headline(lines, index)):
        return [*named_outlet(text, line, line.text), whole("title", text, line)]
    return None


def _keyed(text: str, line: Line) -> list[Field]:
    """Read "Key: value" pairs, several to a line if the keys are known; the first opens the line."""
    keys = [match for match in _keys().finditer(line.text) if match.start() == 0 or match["key"][0].isupper()]
    if not keys or keys[0].start() != 0:
        return []
    fields = []
    ends = [match.start() for match in keys[1:]] + [len(line.text)]
    for match, end in zip(keys, ends, strict=True):
        value = line.text[match.end() : end].strip(" \t|;,•·")
        role = header_roles()[match["key"].lower()]
        if role != "title" and _is_sentence(value):
            return []
        start = match.end() + line.text[match.end() :].index(value)
        fields.append(part(role, text, line, start, start + len(value)))
    return fields


@cache
def _keys() -> re.Pattern[str]:
    """A known key with its colon, the longest first."""
    known = "|".join(map(re.escape, sorted(header_roles(), key=len, reverse=True)))
    return re.compile(rf"(?:^|(?<=[\s|;,(•·]))(?P<key>{known}) ?:(?=\s|$)", re.IGNORECASE | re.ASCII)


def _is_sentence(value: str) -> bool:
    """Whether a value is prose after all, as in "From: the hall came shouts ..." (heuristic)."""
    return value.endswith((".", ".”", '."')) and len(value.split()) > 12


def _is_cable(line: str) -> bool:
    """Whether the line opens as a cable's heading does: in capitals, with a word of the trade."""
    first = re.split(r"[\s:]", line, maxsplit=1)[0]
    loud = line.upper() == line and len(line) <= MAX_TITLE
    two = " ".join(line.split()[:2]).lower()
    known = first.lower() in words_of("cable") or two in words_of("cable")
    return loud and (known or re.match(r"[A-Z] \d{6}Z ", line) is not None)


def _cable_fields(text: str, line: Line) -> list[Field]:
    if line.text.startswith("FM "):
        start = line.start + 3
        return [Field("origin", Anchor(start, line.end, text[start : line.end]))]
    role = "day" if re.match(r"[A-Z] \d{6}Z ", line.text) else "other"
    return [whole(role, text, line)]


def _is_headline(lines: list[Line], index: int) -> bool:
    """Whether a line below a header is a headline: short, alone, without a full stop (heuristic)."""
    line = lines[index]
    alone = index + 1 < len(lines) and not lines[index + 1].text
    return alone and len(line.text) <= MAX_TITLE and not line.text.endswith((*_SENTENCE_END, *'"”’)]'))


def _is_unknown_key(lines: list[Line], index: int) -> bool:
    """Whether a line with a key we do not know stands directly between lines with known ones."""
    if index == 0 or index + 1 >= len(lines) or not _ANY_KEY.match(lines[index].text):
        return False
    return all(_opens_with_known_key(lines[near].text) for near in (index - 1, index + 1))


def _opens_with_known_key(line: str) -> bool:
    return _keys().match(line) is not None


def _is_plain_title(text: str, lines: list[Line], index: int) -> bool:
    """Whether a short line without a full stop stands above more header or a dateline (heuristic).

    A short line above plain prose is left in the prose: it may be a sentence.
    """
    line = lines[index]
    if len(line.text) > MAX_TITLE or line.text.endswith(_SENTENCE_END):
        return False
    following = [other for other in lines[index + 1 :] if other.text][:2]
    for other in following:
        dateline = find_dateline(text, other.start)
        if dateline:
            return dateline.day is not None or dateline.agency is not None
        if _opens_header(text, other):
            return True
        if len(other.text) > MAX_TITLE or other.text.endswith(_SENTENCE_END):
            return False
    return False


def _opens_header(text: str, line: Line) -> bool:
    return bool(
        _opens_with_known_key(line.text)
        or read_masthead(text, line)
        or read_lone_day(text, line)
        or read_dated_title(text, line)
        or _BYLINE.match(line.text)
        or re.match(r"={3,}$", line.text)
    )
