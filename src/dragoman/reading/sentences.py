"""Cuts a stretch of text into sentences, by marks, abbreviations and the shape of what follows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from dragoman.reading.words import ABBREVIATIONS

_STOP = re.compile(r"(?P<marks>[.!?…]+)(?P<close>[\"'”’»)\]]*)(?P<gap>\s+|(?=[A-Z]))")
_PARAGRAPH = re.compile(
    r"[^\S\n]*\r?\n(?:[^\S\n]*\r?\n)+\s*|\r?\n(?=[^\S\n]*(?:[-*•#>]|\d{1,2}[.)])\s)|[\v\f\x1c-\x1e\u2028\u2029]+"
)
_OPENS = re.compile(r"[\"'“‘«(\[]*(?:[A-Z\u00c0-\u00de\u0400-\u042f0-9]|[^\x00-\u024f])")
_LAST = re.compile(r"[\w.&’'-]+$")
_TITLES = frozenset(
    (
        "Adm Amb Brig Capt Cdr Cmdr Col Comdr Cpl Dr Fr Gen Gov Hon Lt Maj Messrs Mr Mrs Ms Msgr Mt "
        "No Nos Pres Prof Pvt Rep Reps Rev Rt Sen Sens Sgt St Ste Supt Art Vol pp approx ca cf est "
        "viz vs fig"
    ).split()
)
"""Abbreviations that want a word after them: they never end a sentence."""


def sentences_in(
    text: str, start: int, end: int, cuts: Sequence[tuple[int, int]] = ()
) -> list[tuple[int, int]]:
    """The (start, end) of the sentences between two offsets, trimmed of blanks.

    `cuts` are stretches (source notes) that no sentence may cross and that belong to none.
    """
    out: list[tuple[int, int]] = []
    for first, last in _pieces(start, end, cuts):
        for a, b in _paragraphs(text, first, last):
            out.extend(_trimmed(text, a, b))
    return out


def _pieces(start: int, end: int, cuts: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    at = start
    for a, b in sorted(cuts):
        if at < a:
            yield at, min(a, end)
        at = max(at, b)
    if at < end:
        yield at, end


def _paragraphs(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    at = start
    for found in _PARAGRAPH.finditer(text, start, end):
        yield at, found.start()
        at = found.end()
    yield at, end


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    at = start
    for stop in _stops(text, start, end):
        yield from _bare(text, at, stop)
        at = stop
    yield from _bare(text, at, end)


def _bare(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield start, end


def _stops(text: str, start: int, end: int) -> Iterator[int]:
    """Where a sentence ends, after its marks and closing quotes."""
    for found in _STOP.finditer(text, start, end):
        if _ends(text, start, end, found):
            yield found.end("close")


def _ends(text: str, start: int, end: int, found: re.Match[str]) -> bool:
    """Whether these marks end a sentence."""
    following = text[found.end() : min(end, found.end() + 4)]
    if not following:
        return False
    before = _LAST.search(text, start, found.start())
    word = before[0] if before else ""
    if not found["gap"]:  # a missing blank: only after a whole word, never inside U.S.A or a number
        return (bool(found["close"]) and not word.endswith(".")) or (len(word) > 3 and word.islower())
    if not _OPENS.match(following):
        return False
    return found["marks"] != "." or bool(found["close"]) or not _abbreviated(word, text[found.end() : end])


def _abbreviated(word: str, rest: str) -> bool:
    """Whether the point after the word belongs to an abbreviation that goes on."""
    if word in _TITLES:
        return True
    if len(word) == 1 and word.isupper():
        return True
    if "." in word or word in ABBREVIATIONS:  # U.S., p.m., Inc.: ends where a sentence seems to begin
        return not re.match(
            r"[\"“(]*(?:The|A|An|In|On|It|He|She|They|We|But|And|This|That|These|At|For|If|As|His|Her|Its|Their)\b",
            rest,
        )
    return False
