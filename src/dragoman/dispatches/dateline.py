"""The dateline: where, when and by which agency a dispatch was filed, before its first sentence.

Forms: "PARIS, June 10 (Reuter) - ", "BELGRADE, Yugoslavia (AP) —", "Geneva, 3 March 1986 —",
"(AP) MOSCOW -- ", "MOSCOW, June 10. /TASS/. ", "MOSCOW, Oct. 27 [1962]" on a line of its own.
Read by its form alone (heuristic): capitals, commas, a day, a known agency, a dash.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from dragoman.dispatches.days import PrintedDay, find_days
from dragoman.dispatches.outlets import find_outlet, words_of
from dragoman.model import Anchor

_REACH = 160
_SEPARATOR = re.compile(r"\s*(?:--+|—|–)\s*|\s-\s+|(?<=[)/\]])\.?\s*-+\s*|:\s+|\.\s+(?![(/])|[ \t]*$")
_PREFIX = re.compile(r"\[(?:Text|Excerpts?|Article|Report|Speech|Commentary|Interview)\]\s*", re.IGNORECASE)
_AGENCY = re.compile(r"\(([^()]{2,40})\)|/([^/\s][^/]{1,30})/\.?|\[([A-Z][^\[\]\d]{1,30})\]")
_MONITORED = re.compile(
    r"(?P<place>[A-Z][\w'’ -]+?) (?P<agency>[A-Z]{3,}(?:-[A-Z]+)?)\b.{0,60}\d{4} GMT .{4,20}$"
)
_PLACE_WORD = re.compile(r"[^\W\d_][\w.'’-]+$")
_JOINERS = frozenset({"of", "de", "la", "the", "and", "al", "el", "upon", "on", "da", "do", "di", "del"})


@dataclass(frozen=True, slots=True)
class Dateline:
    """The words of a dateline, its agency and day if it has them, and where the prose begins."""

    anchor: Anchor
    agency: str | None
    day: PrintedDay | None
    prose: int


@dataclass(frozen=True, slots=True)
class _Parts:
    places: tuple[str, ...]
    agency: str | None
    day: PrintedDay | None


def find_dateline(text: str, start: int, end: int | None = None) -> Dateline | None:
    """Give the dateline that stands at `start`, or None."""
    stop = len(text) if end is None else end
    line = re.compile(r"[^\r\n]*").match(text, start, min(stop, start + _REACH))
    if line is None:
        return None
    prefix = _PREFIX.match(text, start, line.end())
    head = prefix.end() if prefix else start
    monitored = _monitored(text, head, line.end())
    if monitored:
        return monitored
    for separator in list(_SEPARATOR.finditer(text, head, line.end()))[:6]:
        parts = _parse(text, head, separator.start())
        if parts and _is_dateline(parts, text, separator, line.end()):
            words = Anchor(head, separator.start(), text[head : separator.start()])
            return Dateline(words, parts.agency, parts.day, _prose_after(text, separator.end(), stop))
    return None


def _monitored(text: str, head: int, end: int) -> Dateline | None:
    """Read the heading of a monitored broadcast: "Belgrade TANJUG in English 1500 GMT 3 Mar 86"."""
    match = _MONITORED.match(text, head, end)
    days = list(find_days(text, head, end)) if match else []
    if not match or not days or days[-1].end < end - 2 or not find_outlet(match["agency"]):
        return None
    words = Anchor(head, end, text[head:end])
    return Dateline(words, match["agency"], days[-1], _prose_after(text, end, len(text)))


def _parse(text: str, head: int, end: int) -> _Parts | None:
    words = text[head:end]
    if not words.strip() or "?" in words or "!" in words or '"' in words:
        return None
    agency = None
    for match in _AGENCY.finditer(words):
        name = next(filter(None, match.groups())).strip()
        if not any(find_days(name)):
            agency = agency or name
            words = words[: match.start()] + " " * len(match[0]) + words[match.end() :]
    days = list(find_days(words))
    if len(days) > 1:
        return None
    for day in days:
        words = words[: day.start] + "," + words[day.end :]
    pieces = [piece.strip(" .\t()[]") for piece in words.split(",")]
    pieces = [piece for piece in pieces if piece]
    known = next((piece for piece in pieces[1:] if find_outlet(piece)), None)
    places = tuple(piece for piece in pieces if piece != known)
    if not 1 <= len(places) <= 3 or not all(map(_is_place, places)):
        return None
    return _Parts(places, agency or known, _moved(days[0], head) if days else None)


def _moved(day: PrintedDay, by: int) -> PrintedDay:
    return PrintedDay(
        day.start + by, day.end + by, day.text, day.month_days, day.year, day.weekday, day.either, day.fault
    )


def _is_place(piece: str) -> bool:
    words = re.split(r"[\s/]+", piece)
    if len(words) > 5 or (words[0].lower() in words_of("label") and not words[0].isupper()):
        return False
    if piece.lower() in words_of("label"):
        return False
    return all(
        _PLACE_WORD.match(word) is not None and (word[0].isupper() or word in _JOINERS) for word in words
    ) and (words[0][0].isupper())


def _is_dateline(parts: _Parts, text: str, separator: re.Match[str], line_end: int) -> bool:
    mark = separator[0].strip()
    loud = parts.places[0].isupper() and len(parts.places[0]) >= 3
    known = parts.agency is not None and find_outlet(parts.agency) is not None
    if mark == ".":
        return parts.agency is not None and (known or loud)
    if not mark:
        ends_line = separator.end() >= line_end
        return ends_line and line_end - separator.start() < 3 and (parts.day is not None or (known and loud))
    if parts.day is not None or known:
        return True
    if mark == ":" and f"\n{parts.places[0]}:" in text:
        # A name that opens a later line in the same way is a speaker's.
        return False
    return loud and (parts.agency is not None or _prose_follows(text, separator.end()))


def _prose_follows(text: str, start: int) -> bool:
    return start < len(text) and (text[start].isupper() or text[start] in "\"“'‘" or text[start].isdigit())


def _prose_after(text: str, start: int, stop: int) -> int:
    while start < stop and (text[start].isspace()):
        start += 1
    return start
