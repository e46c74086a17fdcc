"""Source notes such as "(Reuter, AP, June 10)" and the stretch of text each one vouches for.

A note is told from another parenthesis by where it stands (after a sentence, or closing one)
and by what it holds (names of sources only, and a day or a known source among them). This is
a heuristic of form; which agencies are known is data.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from dragoman.dispatches.days import PrintedDay, day_of, find_days
from dragoman.dispatches.outlets import find_outlet, words_of
from dragoman.model import Anchor, Days, Note, Wire

_BRACKETS = re.compile(r"[(\[](?P<inner>[^()\[\]]{2,200})[)\]]")
_SIGNED = re.compile(r"(?<=\s)(?:—|–|--?)\s?(?P<inner>[A-Z][\w./ -]{1,40}?)(?=\s*(?:\n[ \t\r]*\n|\Z))")
_PART = re.compile(r"[^,/&]+")
_NAME_WORD = re.compile(r"[^\W\d_][\w.'’-]*\+?|\d+")
_ADDRESS = re.compile(r"[\w-]+(?:\.[\w-]+)+")
_PARAGRAPH_END = re.compile(r"[ \t]*(?:\Z|\r\n|\r|\n)")
_ENDINGS = frozenset(".!?…:")
_CLOSERS = "\"'”’»)] \t\r\n\u00a0"
_BLANK_LINE = re.compile(r"\n[ \t\r]*\n|\r[ \t]*\r")
_YEAR_REACH = timedelta(days=370)
_MONTH = timedelta(days=31)
_SLACK = timedelta(days=2)


@dataclass(frozen=True, slots=True)
class SourceName:
    """A source as a note prints it, with the printed day that goes with it, if any."""

    anchor: Anchor
    day: PrintedDay | None


@dataclass(frozen=True, slots=True)
class SourceNote:
    """A note as printed, before its days have a year."""

    anchor: Anchor
    names: tuple[SourceName, ...]
    covers: tuple[int, int]


def find_notes(text: str, body: tuple[int, int]) -> tuple[SourceNote, ...]:
    """Give the source notes in the body; each covers back to the one before or the body's start."""
    notes = []
    start, end = body
    for opening, closing, names in _notes_in(text, start, end):
        anchor = Anchor(opening, closing, text[opening:closing])
        notes.append(SourceNote(anchor, names, (start, opening)))
        start = closing
    return tuple(notes)


def date_notes(notes: tuple[SourceNote, ...], published: Days) -> tuple[Note, ...]:
    """Give the notes with full days: a day without a year is the last such day by publication."""
    return tuple(
        Note(
            note.anchor,
            tuple(Wire(name.anchor, name.anchor.text, _full_day(name.day, published)) for name in note.names),
            note.covers,
        )
        for note in notes
    )


def _full_day(printed: PrintedDay | None, published: Days) -> date | None:
    """Give the day of a wire; of a run ("March 3-4") its last, by which the wire was complete."""
    if printed is None or not printed.month_days or printed.either:
        return None
    if printed.dates:
        return printed.dates[-1]
    anchor = published.latest
    if anchor is None or published.earliest is None or anchor - published.earliest > _MONTH:
        return None
    years = (anchor.year + 1, anchor.year, anchor.year - 1)
    days = (day_of(year, *printed.month_days[-1]) for year in years if 1 <= year <= 9999)
    limit = anchor.toordinal() + _SLACK.days
    return next(
        (day for day in days if day and limit - _YEAR_REACH.days <= day.toordinal() <= limit),
        None,
    )


def _notes_in(text: str, start: int, end: int) -> Iterator[tuple[int, int, tuple[SourceName, ...]]]:
    for match in _BRACKETS.finditer(text, start, end):
        if _BLANK_LINE.search(match["inner"]):
            continue
        names = _read_names(text, *match.span("inner"))
        if names and _stands_as_note(text, match.start(), match.end(), start, end, names):
            yield match.start(), match.end(), names
    last = _signature(text, start, end)
    if last:
        yield last


def _signature(text: str, start: int, end: int) -> tuple[int, int, tuple[SourceName, ...]] | None:
    """Read a known source after a dash as the very last words: "... —Reuters"."""
    match = _SIGNED.search(text, max(start, end - 60), end)
    if not match or text[match.end() : end].strip():
        return None
    names = _read_names(text, *match.span("inner"))
    before = text[start : match.start()].rstrip(_CLOSERS)
    if not names or not all(map(_is_known, names)) or before[-1:] not in _ENDINGS:
        return None
    return match.start(), match.end(), names


def _read_names(text: str, start: int, end: int) -> tuple[SourceName, ...]:
    """Read "Reuter, June 7; AP, June 10"; empty where anything in it is neither name nor day.

    A day counts for the names before it up to the last semicolon or day.
    """
    names: list[SourceName] = []
    for group in re.compile(r"[^;]+").finditer(text, start, end):
        days = list(find_days(text, *group.span()))
        at = group.start()
        for day in [*days, None]:
            stop = day.start if day else group.end()
            found = _names_between(text, at, stop)
            if found is None:
                return ()
            names += [SourceName(anchor, day) for anchor in found]
            at = day.end if day else stop
    return tuple(names)


def _names_between(text: str, start: int, end: int) -> list[Anchor] | None:
    """Give the source names in a stretch parted by commas; None if something is no name."""
    whole = _trimmed(text, start, end)
    if whole and find_outlet(whole.text):
        return [whole]
    found = []
    for part in _PART.finditer(text, start, end):
        for piece in _split_at_and(text, *part.span()):
            if not _looks_like_source(piece.text):
                return None
            found.append(piece)
    return found


def _split_at_and(text: str, start: int, end: int) -> list[Anchor]:
    whole = _trimmed(text, start, end)
    if whole is None:
        return []
    joint = re.compile(r"\s+and\s+|^and\s+").search(text, whole.start, whole.end)
    if not joint or find_outlet(whole.text):
        return [whole]
    halves = (_trimmed(text, whole.start, joint.start()), _trimmed(text, joint.end(), whole.end))
    return [half for half in halves if half]


def _trimmed(text: str, start: int, end: int) -> Anchor | None:
    """Give the stretch without blanks, commas and the small words before a day ("of", "on")."""
    words = text[start:end]
    bare = re.sub(r"(?:[\s,:–—-]|\b(?:on|of|for)\b(?=\s*$))+$", "", words)
    lead = len(bare) - len(re.sub(r"^(?:[\s,:]|(?:and|via|source|sources):?\s)+", "", bare, flags=re.I))
    if len(bare) <= lead:
        return None
    return Anchor(start + lead, start + len(bare), text[start + lead : start + len(bare)])


def _looks_like_source(name: str) -> bool:
    """Whether words could name a source: capitalised, or with a word of the trade among them."""
    if find_outlet(name):
        return True
    words = name.split()
    if len(words) > 7 or words[0].isdigit() or not all(map(_NAME_WORD.fullmatch, words)):
        return False
    small = [word for word in words if word[0].islower() and not _ADDRESS.fullmatch(word)]
    return len(small) < len(words) + _has_source_word(name) and all(
        word in words_of("joiner") or word in words_of("source") for word in small
    )


def _has_source_word(name: str) -> bool:
    return any(word.casefold() in words_of("source") for word in name.split())


def _is_known(name: SourceName) -> bool:
    return find_outlet(name.anchor.text) is not None or _has_source_word(name.anchor.text)


def _is_parted(text: str, name: SourceName) -> bool:
    """Whether a comma or dash parts an unknown name from its day: not so in "(Born May 3, 1941)"."""
    return name.day is not None and bool(text[name.anchor.end : name.day.start].strip())


def _stands_as_note(
    text: str, opening: int, closing: int, start: int, end: int, names: tuple[SourceName, ...]
) -> bool:
    before = text[max(start, opening - 200) : opening].rstrip(_CLOSERS)
    if not before:
        return False
    known = any(map(_is_known, names))
    dated = any(name.day and (known or _is_parted(text, name)) for name in names)
    ends_paragraph = closing >= end or _PARAGRAPH_END.match(text, closing, end) is not None
    if before[-1] in _ENDINGS:
        return (dated or known) and (ends_paragraph or _sentence_follows(text, closing))
    full_stop = text[closing : closing + 1] in (".", "") or ends_paragraph
    if not full_stop or not known:
        return False
    if dated:
        return True
    after = closing + (text[closing : closing + 1] == ".")
    closes = after >= end or _PARAGRAPH_END.match(text, after, end) is not None
    return closes and all(map(_is_known, names)) and not _spells_out(before, names)


def _sentence_follows(text: str, closing: int) -> bool:
    """Whether a new sentence stands behind a note, with or without a blank between them."""
    rest = text[closing : closing + 12].lstrip(" \t\u00a0\"'“‘«([—–-")
    return not rest or (not rest[0].islower() and rest[0] not in ",;:.)")


def _spells_out(before: str, names: tuple[SourceName, ...]) -> bool:
    """Whether the words before a bracket are the full name of what it abbreviates."""
    words = before.split()
    if words and words[-1].casefold().strip(",.") in words_of("source"):
        return True
    outlet = find_outlet(names[0].anchor.text)
    if outlet is None:
        return False
    tails = (" ".join(words[-count:]) for count in range(1, 6))
    return any(find_outlet(tail) is outlet for tail in tails)
