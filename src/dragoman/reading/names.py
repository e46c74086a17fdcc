"""Decides which words are names: the best sequence of tags in which no name begins in its middle.

Names that are known from elsewhere (a registry) vote: their tags' scores are raised first.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray


def _allowed(tags: Sequence[str]) -> NDArray[np.float32]:
    """0 where one tag may follow another, very low where not: I-X only after B-X or I-X."""
    out = np.zeros((len(tags), len(tags)), dtype=np.float32)
    for j, tag in enumerate(tags):
        if tag[0] == "I":
            out[[i for i, before in enumerate(tags) if before[2:] != tag[2:]], j] = -1e4
    return out


VOTE = 1.0
"""What a known name adds to the log scores of its tags; chosen on GUM's development part."""

RESERVE = 1.0
"""What is added to the log score of being no name.

Of many proper nouns the training corpora do not tell whether they are names, and what is hidden there is
mostly none, so the network is too eager. UNER's development part alone and CrossNER's alone choose this.
"""

Known = Sequence[tuple[int, int, str]]
"""Names known from elsewhere: start, end, label; in order, none within another."""


def voted(
    scores: NDArray[np.float32], words: Sequence[tuple[int, int]], known: Known, tags: Sequence[str]
) -> NDArray[np.float32]:
    """The log scores (words x tags) after the known names have had their say."""
    if not words:
        return scores
    at, out = [start for start, _ in words], scores
    for start, end, label in known[bisect_left(known, (words[0][0],)) :]:
        if start >= words[-1][1]:
            break
        first, after = bisect_left(at, start), bisect_left(at, end)
        if first < after and at[first] == start and words[after - 1][1] == end:
            out = out.copy() if out is scores else out
            out[first, tags.index(f"B-{label}")] += VOTE
            out[first + 1 : after, tags.index(f"I-{label}")] += VOTE
    return out


def reserved(scores: NDArray[np.float32], tags: Sequence[str]) -> NDArray[np.float32]:
    """The log scores (words x tags) with RESERVE added to that of no name."""
    return scores + np.array([RESERVE if tag == "O" else 0.0 for tag in tags], dtype=np.float32)


def names_of(scores: NDArray[np.float32], tags: Sequence[str]) -> list[tuple[int, int, str]]:
    """The names of a sentence as (first word, word after the last, label), by the Viterbi path."""
    path = scores.argmax(1).tolist()
    before = ["O", *(tags[i] for i in path)]
    if any(tags[i][0] == "I" and last[2:] != tags[i][2:] for last, i in zip(before, path, strict=False)):
        path = _path(scores, _allowed(tags), np.array([tag[0] != "I" for tag in tags]))
    out: list[tuple[int, int, str]] = []
    for i, number in enumerate(path):
        tag = tags[number]
        if tag[0] == "B":
            out.append((i, i + 1, tag[2:]))
        elif tag[0] == "I" and out:
            out[-1] = (out[-1][0], i + 1, out[-1][2])
    return out


def _path(
    scores: NDArray[np.float32], allowed: NDArray[np.float32], may_begin: NDArray[np.bool_]
) -> list[int]:
    best = np.where(may_begin, scores[0], -1e4)
    back = np.zeros(scores.shape, dtype=np.int64)
    for i in range(1, len(scores)):
        step = best[:, None] + allowed
        back[i] = step.argmax(0)
        best = step.max(0) + scores[i]
    path = [int(best.argmax())]
    for i in range(len(scores) - 1, 0, -1):
        path.append(int(back[i, path[-1]]))
    return path[::-1]
