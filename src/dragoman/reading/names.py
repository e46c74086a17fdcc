"""Decides which words are names: the best sequence of tags in which no name begins in its middle."""

from __future__ import annotations

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
