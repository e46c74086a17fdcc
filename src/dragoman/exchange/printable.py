"""Text that is safe to print: a dispatch or a file name may hold what a terminal would obey."""

from __future__ import annotations

import unicodedata

_KEPT = frozenset("\n\t")
_TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def printable(text: str) -> str:
    """The text with control characters and marks that turn the direction of writing shown as U+FFFD."""
    if text.isascii() and text.isprintable():
        return text
    return "".join("\ufffd" if _obeyed(c) else c for c in text)


def _obeyed(c: str) -> bool:
    return c in _TURNING or (unicodedata.category(c) == "Cc" and c not in _KEPT)
