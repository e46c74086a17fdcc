"""Full-text search over the dispatches: which words, where they stand."""

from __future__ import annotations

import re
import sqlite3
from datetime import date

from dragoman.ledger.store import Hit
from dragoman.model import Anchor

# Two noncharacters of Unicode, which no text that is exchanged may hold, set around found words.
_OPEN, _CLOSE = "\ufdd0", "\ufdd1"
_LENGTH = 32  # words of a snippet

_Place = tuple[Anchor, tuple[tuple[int, int], ...]]
_PHRASE = re.compile(r'"([^"]*)"?|([^\s"]+)')


def search(connection: sqlite3.Connection, words: str, as_of: date | None, limit: int) -> tuple[Hit, ...]:
    """Where all these words stand in dispatches published by then, best first.

    Words match whatever their ending or accents (Porter's stemmer, English); words between double
    quotes match together, a star at the end of a word matches any rest. Everything else in the
    question is read as plain words, so no string is wrong.
    """
    asked = question(words)
    if not asked:
        return ()
    until, day = ("AND n.day <= ?", [as_of.isoformat()]) if as_of else ("", [])
    best = connection.execute(
        "SELECT words.rowid, n.id, words.rank FROM words JOIN newest n ON n.dispatch = words.rowid"
        f" WHERE words MATCH ? {until} ORDER BY words.rank, n.id LIMIT ?",
        [asked, *day, limit],
    ).fetchall()
    places = _places(connection, asked, [key for key, _, _ in best])
    return tuple(Hit(dispatch, *places[key], -rank) for key, dispatch, rank in best)


def question(words: str) -> str:
    """The words as FTS5 wants them: each quoted, all needed; "" where there is no word at all."""
    parts = []
    for phrase, word in _PHRASE.findall(words.replace("\0", " ")):
        part = phrase or word
        if any(sign.isalnum() for sign in part):
            parts.append(f'"{part}"' + ("*" if word.endswith("*") else ""))
    return " ".join(parts)


def _places(connection: sqlite3.Connection, asked: str, keys: list[int]) -> dict[int, _Place]:
    # The plus keeps SQLite from asking the index anew for each key.
    query = (
        "SELECT words.rowid, d.text, snippet(words, 0, ?, ?, '', ?)"
        " FROM words CROSS JOIN dispatches d ON d.key = words.rowid"
        f" WHERE words MATCH ? AND +words.rowid IN ({', '.join(map(str, keys))})"
    )
    found = connection.execute(query, (_OPEN, _CLOSE, _LENGTH, asked))
    return {key: _place(text, snippet) for key, text, snippet in found}


def _place(text: str, snippet: str) -> _Place:
    """The snippet as a slice of the text, and the found words in it.

    Where the same words stand twice, the first place is given.
    """
    plain = snippet.replace(_OPEN, "").replace(_CLOSE, "")
    start = text.find(plain)
    if start < 0:  # the text itself holds our marks: show its beginning, mark nothing
        plain, snippet, start = text[:200], "", 0
    marks, at = [], start
    for number, part in enumerate(re.split(f"[{_OPEN}{_CLOSE}]", snippet)):
        if number % 2:
            marks.append((at, at + len(part)))
        at += len(part)
    return Anchor(start, start + len(plain), plain), tuple(marks)
