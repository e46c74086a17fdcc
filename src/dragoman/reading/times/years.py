"""Whether four figures are a year: by the words around them."""

from __future__ import annotations

from dragoman.reading.times import words
from dragoman.reading.times.grammar import Match

_BEFORE = {
    "IN", "SINCE", "OF", "BY", "TILL", "FROM", "BEFORE", "AFTER", "DURING", "EARLY", "LATE", "MID",
    "UNIT", "TO", "THROUGH", "BETWEEN", "AND", "DASH", "SPAN", "OPEN", "OVER", "MONTH", "NEXT",
    "AROUND", "PRIOR", "FOR", "SLASH", "OR", "LESS",
}  # fmt: skip
_SURE = {"IN", "SINCE", "DURING", "TILL", "EARLY", "LATE", "MID", "UNIT", "BETWEEN", "THROUGH"}


def is_year(match: Match) -> bool:
    """Whether the figures stand where a year stands, and do not count or number things.

    A heuristic: after a designator (Resolution 1244) never; after "in", "since", "early" yes unless
    a plural follows; after other prepositions and articles, if no plain plural follows.
    """
    before, after = match.previous, match.following
    if match.has("UNIT"):
        return True
    if (
        after is not None
        and after.kind in ("DASH", "TO")
        and len(match.after) > 1
        and match.after[1].kind == "YEAR"
    ):
        return match.after[1].number > match.need("YEAR").number
    if before is None:
        return after is None or after.kind in ("DASH", "COMMA", "TO", "AND")
    if before.kind == "OTHER" and before.word.lower() in words.designators():
        return False
    counted = after is not None and after.kind == "OTHER" and after.word.islower() and _counts(after.word)
    if before.kind in _SURE:
        return not counted
    if before.kind == "THE":
        return True
    if before.kind in _BEFORE or before.kind == "COMMA":
        return not counted and (after is None or after.word[:1] not in "%$€£")
    return after is not None and after.kind in ("SHUT",) and before.word != ":"


_MEASURES = {
    "metres",
    "meters",
    "feet",
    "people",
    "troops",
    "men",
    "women",
    "km",
    "kilometres",
    "miles",
    "tons",
    "tonnes",
    "percent",
}


def _counts(word: str) -> bool:
    """Whether a plain noun looks like something counted: a plural in -s, or a measure."""
    return word in _MEASURES or (
        len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is", "was", "has"))
    )
