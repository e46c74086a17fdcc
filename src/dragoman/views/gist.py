"""What a few words are about, well enough to say that two passages speak of the same thing.

A heuristic of surface words: function words are dropped, inflection and some derivation are cut
off, and what is left is compared as sets. It knows no synonyms.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from dragoman.views.wordlists import table

_ENDINGS = (
    "ations", "ation", "ions", "ings", "ments", "ers", "ing", "ion", "ment", "als", "ies",
    "al", "ed", "es", "er", "ly", "s", "y", "e",
)  # fmt: skip
_SHORTEST_STEM = 4


@cache
def _function_words() -> frozenset[str]:
    return frozenset(row[0] for row in table("function_words"))


@lru_cache(maxsize=1 << 16)
def stem(word: str) -> str:
    """A word without the endings of English inflection and common derivation, at least four letters."""
    folded = word.lower()
    for ending in _ENDINGS:
        if folded.endswith(ending) and len(folded) - len(ending) >= _SHORTEST_STEM:
            return folded[: -len(ending)]
    return folded


@lru_cache(maxsize=1 << 14)
def gist(text: str) -> frozenset[str]:
    """The stems of the words that tell one matter from another."""
    words = re.findall(r"[^\W_]+", text)
    return frozenset(stem(word) for word in words if word.lower() not in _function_words())


def likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """Shared stems over those of the smaller set, 0 to 1; 0 where either is empty."""
    if not one or not other:
        return 0.0
    return len(one & other) / min(len(one), len(other))


def same_matter(one: frozenset[str], other: frozenset[str], least: float = 0.5) -> bool:
    """Whether two gists share enough: `least` of the smaller, and two stems unless it has but one."""
    shared = len(one & other)
    return shared >= min(2, len(one), len(other)) and likeness(one, other) >= least and shared > 0


def clipped(text: str, width: int = 220) -> str:
    """The words on one line, cut at a word's end with an ellipsis where they are longer than width."""
    line = " ".join(text.split())
    if len(line) <= width:
        return line
    return line[:width].rsplit(" ", 1)[0].rstrip(" ,;:–-") + " …"
