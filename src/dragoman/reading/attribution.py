"""Who says what, by which words: cues, sources and contents from the network's scores.

Cue words are tagged; of each cue the network tells which words of the sentence are its source and
which its content. A sentence that lies mostly within a quotation without a cue of its own continues
what the cue nearest to it in the paragraph attributes. Terms after PolNeAR (Newell and others, 2018).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

CUE_AT_LEAST, SOURCE_AT_LEAST, CONTENT_AT_LEAST = 0.5, 0.4, 0.4
"""Probabilities from which a word counts, tuned on articles of PolNeAR's train part kept out of training."""

NOTHING, BEGINS, GOES_ON = 0, 1, 2


@dataclass(frozen=True, slots=True)
class Attributed:
    """One attribution within a sentence, as word numbers."""

    cue: tuple[int, ...]
    source: tuple[int, ...]
    content: tuple[int, ...]


def attributed(cues: NDArray[np.float32], links: NDArray[np.float32]) -> list[Attributed]:
    """The attributions of a sentence of n words.

    `cues`: n x 3, log scores of no cue, first word, further word. `links`: 2 x n x n, log odds that the
    word of the last axis is of the source or content of the cue at the word of the middle axis.
    """
    return [
        Attributed(cue, _members(links[0], cue, SOURCE_AT_LEAST), _members(links[1], cue, CONTENT_AT_LEAST))
        for cue in _cues(cues)
    ]


def _cues(scores: NDArray[np.float32]) -> Iterator[tuple[int, ...]]:
    """The cues as runs of words."""
    inside = np.exp(scores[:, NOTHING]) < 1 - CUE_AT_LEAST
    run: list[int] = []
    for i in np.flatnonzero(inside).tolist():
        if run and (i > run[-1] + 1 or scores[i, BEGINS] > scores[i, GOES_ON]):
            yield tuple(run)
            run = []
        run.append(i)
    if run:
        yield tuple(run)


def _members(odds: NDArray[np.float32], cue: tuple[int, ...], least: float) -> tuple[int, ...]:
    """The words that belong to a cue, by the mean of what its words say; never the cue's own."""
    mean = odds[list(cue)].mean(0)
    inside = mean > np.log(least / (1 - least))
    inside[list(cue)] = False
    return tuple(np.flatnonzero(inside).tolist())


def runs(words: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Numbers as (first, last) of runs without a gap."""
    first = last = None
    for word in words:
        if last is not None and word == last + 1:
            last = word
            continue
        if first is not None and last is not None:
            yield first, last
        first = last = word
    if first is not None and last is not None:
        yield first, last
