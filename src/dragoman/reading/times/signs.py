"""Text as a line of signs: each word or figure with the part it can play in an expression of time."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from functools import cache

from dragoman.reading.times import words

Form = tuple[int | None, int | None, int | None]
Amount = tuple[tuple[float, str], ...]


@dataclass(frozen=True, slots=True)
class Span:
    """The days that words stand for, and by which rule.

    `grain` is the calendar unit of the words; `form` the year, month and day as far as written;
    `open` tells a span whose year was chosen, not written.
    """

    earliest: date | None = None
    latest: date | None = None
    grain: str = "day"
    basis: str = ""
    type: str = "DATE"
    form: Form = (None, None, None)
    open: bool = False
    weekday: int | None = None

    @property
    def whole(self) -> tuple[date, date] | None:
        """Both ends, where both are known."""
        return (self.earliest, self.latest) if self.earliest and self.latest else None


@dataclass(frozen=True, slots=True)
class Sign:
    """A word, or several read together: `kind` is the part it plays; `lead` where its preposition starts."""

    kind: str
    start: int
    end: int
    word: str = ""
    number: float = 0.0
    span: Span | None = None
    amount: Amount = ()
    lead: int = field(default=-1)

    @property
    def first(self) -> int:
        """Where the words begin that decide the days, a preposition among them."""
        return self.start if self.lead < 0 else self.lead


_ZONE = r"(?:\s*(?:GMT|UTC|Z|BST|CET|CEST|EST|EDT|PST|PDT|MSK|local time|Moscow time)\b)?"
_HALF = r"(?:[ap]\.m\.|[ap]\.?m\b)"
_LEX = re.compile(
    rf"""
    (?P<ISO>\d{{4}}([-/.])\d{{1,2}}\2\d{{1,2}}(?:T\d\d:\d\d(?::\d\d)?Z?)?(?!\d))
  | (?P<DMY>(?<![\d.])\d{{1,2}}([-/.])\d{{1,2}}\4(?:\d{{4}}|\d\d)(?![\d]|[.-]\d))
  | (?P<CLOCK>\d{{1,2}}[:.]\d\d(?::\d\d)?\s*{_HALF}{_ZONE}|\d{{1,2}}:\d\d(?::\d\d)?{_ZONE}
        |\d{{1,2}}\s*{_HALF}{_ZONE}
        |[0-2]\d[0-5]\d\s*(?:GMT|UTC|hours|hrs|local\stime|Moscow\stime|CET|EST|BST)\b|\d{{1,2}}\so['’]clock\b{_ZONE}
        |\d{{1,2}}\.\d\d\s*(?:GMT|UTC|hrs)\b)
  | (?P<YM>\d{{4}}[-/]\d{{1,2}}(?![\d/-]))
  | (?P<MY>(?<![\d/.])\d{{1,2}}/\d{{4}}(?![\d/-]))
  | (?P<MD>(?<![\d/.])\d{{1,2}}/\d{{1,2}}(?![\d/-]))
  | (?P<ORD>\d{{1,2}}(?:st|nd|rd|th)\b)
  | (?P<DECADE>\d{{3}}0['’]?s\b|['’]?\d0['’]?s\b)
  | (?P<BIG>[$€£]\s?\d[\d,.]*|\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?(?!\d)|\d+\.\d+(?:\.\d+)*
        |\d+(?:st|nd|rd|th)\b|\d+%|[A-Za-z]+\d+\w*)
  | (?P<YEAR2>['’]\d\d\b)
  | (?P<INT>\d+)(?![A-Za-z])
  | (?P<POSS>(?<=\w)['’]s\b|(?<=s)['’](?=\s))
  | (?P<WORD>[^\W\d_]+(?:['’]t\b)?)
  | (?P<MARK>[^\w\s])
    """,
    re.VERBOSE,
)
_PUNCTUATION = {
    ",": "COMMA",
    "-": "DASH",
    "–": "DASH",
    "—": "DASH",
    "~": "DASH",
    "/": "SLASH",
    "(": "OPEN",
    ")": "SHUT",
}
_YEARS = range(1400, 2200)


@cache
def _phrases() -> re.Pattern[str]:
    """The names and feasts, the longest first, by their first letters: three times as fast as one list."""
    known = sorted((*words.names(), *words.holidays()), key=len, reverse=True)
    rests: dict[str, list[str]] = {}
    for name in known:
        rest = re.escape(name[1:]).replace("'", "['’]").replace(r"\ ", r"\s+")
        rests.setdefault(re.escape(name[0]), []).append(rest)
    body = "|".join(f"{first}(?:{'|'.join(rest)})" for first, rest in rests.items())
    return re.compile(rf"(?<!\w)(?:{body})(?!\w)", re.IGNORECASE)


def line_of(text: str) -> list[Sign]:
    """The signs of a text, left to right; what has no part in time is an OTHER."""
    line: list[Sign] = []
    at = 0
    for found in _phrases().finditer(text):
        line += _lex(text, at, found.start())
        line += _phrase(text, found.start(), found.end())
        at = found.end()
    line += _lex(text, at, len(text))
    return line


def _phrase(text: str, start: int, end: int) -> list[Sign]:
    key = re.sub(r"\s+", " ", text[start:end].lower()).replace("’", "'")
    if key in words.holidays():
        # A feast is written with a capital; "halloween" alone is kept, being a name all the same.
        return [Sign("HOLIDAY", start, end, key)]
    name = words.names()[key]
    if not name.part or name.day is None:
        return [Sign("OTHER", start, end, "name")]
    span = Span(name.day, name.day, basis="a name that holds its own day", form=_form(name.day))
    return [
        Sign("SPAN", start, start + len(name.part), name.part, span=span),
        Sign("OTHER", start + len(name.part), end, "name"),
    ]


def _form(day: date) -> Form:
    return day.year, day.month, day.day


def _lex(text: str, start: int, end: int) -> list[Sign]:
    line: list[Sign] = []
    at = start
    while found := _LEX.search(text, at, end):
        kind = str(found.lastgroup)
        at = found.end()
        if kind == "WORD":
            sign = _word(text, found.start(), at, end)
            at = sign.end
        elif kind == "INT":
            sign = _figure(found.group(), found.start(), at)
        elif kind == "MARK":
            sign = Sign(_PUNCTUATION.get(found.group(), "OTHER"), found.start(), at, found.group())
        else:
            digits = re.match(r"\D*(\d+)", found.group())
            number = float(digits.group(1)) if digits else 0.0
            sign = Sign(kind, found.start(), at, found.group(), number)
        line.append(sign)
    return line


_JOINED = re.compile(r"((?:19|20)\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])")


def _figure(figure: str, start: int, end: int) -> Sign:
    number = int(figure)
    kind = "NUM"
    if len(figure) == 8 and (joined := _JOINED.fullmatch(figure)):
        return Sign("ISO", start, end, "-".join(joined.groups()))
    if len(figure) <= 2 and 1 <= number <= 31:
        kind = "INT"
    elif len(figure) == 4 and number in _YEARS:
        kind = "YEAR"
    return Sign(kind, start, end, figure, float(number) if len(figure) < 12 else 0.0)


_SHORT = {"mar", "dec", "sun", "sat", "mon", "wed"}
_AMBIGUOUS = _SHORT | {"may", "march", "august", "jan", "nov", "oct", "jun", "jul"}


def _word(text: str, start: int, end: int, limit: int) -> Sign:
    raw = text[start:end]
    word = raw.lower()
    kind, value = words.signs().get(word, ("OTHER", ""))
    number = float(value) if value.lstrip("-").isdigit() else 0.0
    if kind in ("MONTH", "WEEKDAY"):
        if word in _AMBIGUOUS and raw.islower():
            kind = "LOW" + kind
        elif word in _SHORT:
            kind = "SHORT" + kind
        if (
            len(word) <= 5
            and end < limit
            and text[end] == "."
            and text[end + 1 : end + 3].strip()[:1].isalnum()
        ):
            end += 1
    elif kind in ("UNIT", "WEEKEND", "QUARTER"):
        return Sign(kind, start, end, value)
    elif kind == "OTHER":
        return Sign(kind, start, end, raw, float(raw[0].isupper()))
    return Sign(kind, start, end, word, number)
