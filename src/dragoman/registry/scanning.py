"""Finds every known name of an actor in a text, in one pass."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.registry.lexicon import Lexicon, Sense, is_written
from dragoman.registry.people import PARTICLES, People
from dragoman.registry.spelling import Word, split_words

_SPOKEN = frozenset(
    {"name", "seat", "organisation", "people", "ministry", "military", "intelligence", "parliament"}
)
PERSON = "person"
_LONGEST_NAME = 6


class Scanner:
    """Names by their words, longest match first, from left to right. The day is not asked.

    States, bodies and peoples are looked up by their phrases; a run of words written as a name is a
    person's where it is one of the person's spellings, or its first and last word.
    """

    def __init__(self, lexicon: Lexicon, people: People) -> None:
        self._people = people
        self._phrases: dict[str, Sense] = {}
        self._longest: dict[str, int] = {}
        for words, senses in lexicon.entries():
            spoken = next((sense for sense in senses if sense.kind in _SPOKEN), None)
            if spoken is not None:
                self._phrases[" ".join(words)] = spoken
                self._longest[words[0]] = max(len(words), self._longest.get(words[0], 0))

    def names(self, text: str) -> Iterator[tuple[int, int, str, str]]:
        """Every name in a text: start, end (code points, end-exclusive), kind and key."""
        words = split_words(text)
        at = 0
        while at < len(words):
            length, kind, key = self._phrase(words, at)
            longer, person = self._person(words, at) if words[at].capital else (0, "")
            if longer > length:
                length, kind, key = longer, PERSON, person
            if length:
                yield words[at].start, words[at + length - 1].end, kind, key
            at += length or 1

    def _phrase(self, words: Sequence[Word], at: int) -> tuple[int, str, str]:
        """The longest phrase that begins at a word: its length, kind and key; 0 where there is none."""
        for length in range(min(self._longest.get(words[at].folded, 0), len(words) - at), 0, -1):
            part = words[at : at + length]
            sense = self._phrases.get(" ".join(word.folded for word in part))
            if sense is not None and is_written(sense.written, part):
                return length, sense.kind, sense.key
        return 0, "", ""

    def _person(self, words: Sequence[Word], at: int) -> tuple[int, str]:
        """The longest full name that begins at a word: its length and the person's key."""
        stop = at + 1
        while stop < len(words) and stop - at < _LONGEST_NAME and _goes_on(words, stop):
            stop += 1
        for end in range(stop, at + 1, -1):
            key = self._people.bearer(tuple(word.folded for word in words[at:end]))
            if key:
                return end - at, key
        return 0, ""


def _goes_on(words: Sequence[Word], i: int) -> bool:
    """Whether a word can go on a name: near the one before, and a capital, a particle or after a hyphen."""
    near = words[i].start - words[i - 1].end <= 2 and not words[i - 1].possessive
    return near and (words[i].capital or words[i].joined or words[i].folded in PARTICLES)
