"""Cuts words into the encoder's pieces and lays sentences out as the arrays it reads.

The encoder was made without upper case. What case tells (names, abbreviations) comes back through
its second input: each piece carries the shape of its word in place of BERT's segment number. A word
between quotation marks has a shape of its own there, so that the network knows, deep inside a long
quotation, that it reads somebody's words.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

SHAPES = ("lower", "title", "upper", "mixed", "digit", "mark")
QUOTED = len(SHAPES)
"""What is added to the shape of a word that stands between quotation marks."""

PARTY_MARKS = {"actor": ("\ue000s", "\ue001s"), "recipient": ("\ue000t", "\ue001t")}
"""Words put around a party to ask what runs between two; no text is ever cut into such words."""

PIECES_PER_WORD = 6
"""A longer word (an address, a chain of letters) is cut: its first pieces tell enough."""

PLAIN = str.maketrans(
    {"’": "'", "‘": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "–": "-", "—": "-", "…": "..."}
)
"""Typographic marks as the treebanks write them; the text itself is never altered."""


def shape_of(word: str) -> int:
    """The index in SHAPES of what a word looks like."""
    if any(c.isdigit() for c in word):
        return 4
    if not any(c.isalpha() for c in word):
        return 5
    if word.islower():
        return 0
    if word.isupper() and len(word) > 1:
        return 2
    return 1 if word[0].isupper() and (len(word) == 1 or word[1:].islower()) else 3


class Pieces:
    """Lays out batches of sentences for the encoder; remembers the pieces of words it has seen."""

    def __init__(self, tokenizer: Tokenizer) -> None:
        tokenizer.no_padding()
        tokenizer.no_truncation()
        self._tokenizer = tokenizer
        self._known: dict[str, tuple[int, ...]] = {}
        self._open = self._id("[CLS]")
        self._close = self._id("[SEP]")
        self._odd = self._id("[UNK]")
        marks = [mark for pair in PARTY_MARKS.values() for mark in pair]
        self._marks = {mark: (self._id(f"[unused{n}]"),) for n, mark in enumerate(marks)}
        self._known.update(self._marks)

    def _id(self, piece: str) -> int:
        number = self._tokenizer.token_to_id(piece)
        if number is None:
            raise ValueError(f"the tokenizer has no piece {piece}")
        return int(number)

    def __contains__(self, word: object) -> bool:
        """Whether a string in lower case is a piece by itself: a common word."""
        return isinstance(word, str) and len(word) > 1 and self._tokenizer.token_to_id(word) is not None

    def of(self, word: str) -> tuple[int, ...]:
        """The numbers of a word's pieces, at least one, at most PIECES_PER_WORD."""
        found = self._known.get(word)
        if found is None:
            ids = self._tokenizer.encode(word.translate(PLAIN), add_special_tokens=False).ids
            found = tuple(ids[:PIECES_PER_WORD]) or (self._odd,)
            if len(self._known) < 200_000:
                self._known[word] = found
        return found

    def batch(
        self, sentences: Sequence[Sequence[str]], quoted: Sequence[Sequence[bool]] | None = None
    ) -> dict[str, NDArray[np.int64]]:
        """The arrays for sentences of words; `quoted` tells of each word whether it is in a quotation.

        `ids`, `shapes`, `mask`: sentences x pieces, padded with 0. `first`, `last`: sentences x
        words, the place of a word's first and last piece, padded with 0 (the opening mark).
        """
        inside = quoted or [[False] * len(words) for words in sentences]
        rows = [self._row(words, flags) for words, flags in zip(sentences, inside, strict=True)]
        return {name: _padded([row[i] for row in rows]) for i, name in enumerate(INPUTS)}

    def _row(self, words: Sequence[str], quoted: Sequence[bool]) -> tuple[list[int], ...]:
        ids, shapes, first, last = [self._open], [SHAPES.index("mark")], [], []
        for word, inside in zip(words, quoted, strict=True):
            pieces = self.of(word)
            first.append(len(ids))
            ids.extend(pieces)
            shapes.extend([shape_of(word) + QUOTED * inside] * len(pieces))
            last.append(len(ids) - 1)
        ids.append(self._close)
        shapes.append(SHAPES.index("mark"))
        return ids, shapes, [1] * len(ids), first, last


INPUTS = ("ids", "shapes", "mask", "first", "last")


def _padded(rows: Sequence[Sequence[int]]) -> NDArray[np.int64]:
    width = max((len(row) for row in rows), default=0)
    out = np.zeros((len(rows), width), dtype=np.int64)
    for i, row in enumerate(rows):
        out[i, : len(row)] = row
    return out
