"""What runs between two marked parties: a second pass of the network over the sentence with their marks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from dragoman.model import Marked, Relation
from dragoman.reading.encoder import groups_of
from dragoman.reading.pieces import PARTY_MARKS
from dragoman.reading.weights import Weights
from dragoman.reading.words import words_in

LONGEST = 110
"""Words that are read of a longer sentence: those around the marks."""


def between(sentences: Sequence[Marked], weights: Weights) -> list[Relation]:
    """The likeliest of the sixteen types between the marked parties of each sentence.

    Confidence is the probability of the type, calibrated on rows kept out of training.
    """
    rows = [_window(marked_words(sentence)) for sentence in sentences]
    out: list[Relation | None] = [None] * len(rows)
    for group in groups_of(rows, weights):
        odds = _odds([rows[i] for i in group], weights)
        for i, own in zip(group, odds, strict=True):
            out[i] = _relation(own, weights)
    return [relation for relation in out if relation is not None]


def marked_words(marked: Marked) -> tuple[str, ...]:
    """The words of a sentence with the marks of actor and recipient around theirs."""
    edges = [
        edge
        for party, places in (("actor", marked.actors), ("recipient", marked.recipients))
        for start, end in places
        if start < end
        for edge in ((start, 1, -end, PARTY_MARKS[party][0]), (end, 0, -start, PARTY_MARKS[party][1]))
    ]
    return tuple(_words(marked.text, [(edge[0], edge[3]) for edge in sorted(edges)]))


def _words(text: str, edges: Sequence[tuple[int, str]]) -> Iterator[str]:
    at = 0
    for place, mark in edges:
        yield from (text[a:b] for a, b in words_in(text, at, place))
        yield mark
        at = place
    yield from (text[a:b] for a, b in words_in(text, at, len(text)))


def _window(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words around each party's first mark, where a sentence is too long to be read whole."""
    if len(words) <= LONGEST:
        return words
    marks = [words.index(pair[0]) for pair in PARTY_MARKS.values() if pair[0] in words] or [0]
    first, last = min(marks), max(marks)
    half = LONGEST // 2
    if last - first < half:
        start = max(0, min((first + last - LONGEST) // 2, len(words) - LONGEST))
        return words[start : start + LONGEST]
    begun = min(max(0, first - half // 4), len(words) - LONGEST)  # far apart: without what lies between
    again = min(max(begun + half, last - half // 4), len(words) - half)
    return (*words[begun : begun + half], *words[again : again + half])


def mark_places(rows: Sequence[Sequence[str]], first: NDArray[np.int64]) -> NDArray[np.int64]:
    """Pieces that the network answers from: rows x (opening mark, mark before actor, before recipient).

    `first`: rows x words, the first piece of each word. 0, the opening mark, where a party is not marked.
    """
    places = np.zeros((len(rows), 3), dtype=np.int64)
    for i, words in enumerate(rows):
        for column, party in enumerate(("actor", "recipient"), 1):
            if (mark := PARTY_MARKS[party][0]) in words:
                places[i, column] = first[i, words.index(mark)]
    return places


def _odds(rows: Sequence[tuple[str, ...]], weights: Weights) -> NDArray[np.float32]:
    """Log odds of the types: rows x types."""
    arrays = weights.pieces.batch(rows)
    feeds = {
        "vectors": weights.vectors(arrays["ids"]),
        "shapes": arrays["shapes"],
        "mask": arrays["mask"],
        "places": mark_places(rows, arrays["first"]),
    }
    odds: NDArray[np.float32] = weights.pair.run(["between"], feeds)[0]
    return odds


def _relation(odds: NDArray[np.float32], weights: Weights) -> Relation:
    """The best type and its probability after the temperature found in calibration."""
    scaled = np.exp((odds - odds.max()) / weights.temperature)
    best = int(scaled.argmax())
    return Relation(weights.labels.types[best], float(scaled[best] / scaled.sum()))
