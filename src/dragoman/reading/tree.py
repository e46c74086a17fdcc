"""Makes a tree of the scores for heads: the best one with a single root (Chu-Liu and Edmonds)."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

LOW = -1e9
Scores = NDArray[np.float64]


def heads_of(arcs: NDArray[np.float32]) -> list[int]:
    """The head of each of n words, -1 for the root, from n x (n+1) scores whose column 0 is the root."""
    scores = arcs.astype(np.float64)
    n = scores.shape[0]
    scores[np.arange(n), np.arange(1, n + 1)] = LOW
    greedy = scores.argmax(1)
    if (greedy == 0).sum() == 1 and not _cycle([0, *greedy.tolist()]):
        return [int(head) - 1 for head in greedy]
    return [head - 1 for head in _single_rooted(scores)]


def _single_rooted(scores: Scores) -> list[int]:
    """The best tree among those rooted in one of the likeliest roots."""
    best: tuple[float, list[int]] = (-np.inf, [])
    for root in np.argsort(scores[:, 0])[::-1][:3]:
        only = scores.copy()
        only[:, 0] = LOW
        only[root, :] = LOW
        only[root, 0] = scores[root, 0]
        heads = _spanning(np.vstack([np.full(only.shape[1], LOW), only]))[1:]
        total = float(sum(scores[i, head] for i, head in enumerate(heads)))
        if total > best[0]:
            best = (total, heads)
    return best[1]


def _cycle(heads: list[int]) -> list[int]:
    """The words of some cycle, or none; node 0 is the root."""
    state = [0] * len(heads)
    state[0] = 2
    for start in range(1, len(heads)):
        path, node = [], start
        while state[node] == 0:
            state[node] = 1
            path.append(node)
            node = heads[node]
        if state[node] == 1:
            return path[path.index(node) :]
        for seen in path:
            state[seen] = 2
    return []


def _spanning(scores: Scores) -> list[int]:
    """Chu-Liu-Edmonds over a square matrix scores[dependent, head]; node 0 is the root."""
    heads = [0, *scores[1:].argmax(1).tolist()]
    cycle = _cycle(heads)
    if not cycle:
        return heads
    inside = np.array(cycle)
    outside = np.array([i for i in range(len(heads)) if i not in set(cycle)])
    now = scores[inside, [heads[i] for i in cycle]]
    enter = scores[np.ix_(inside, outside)] - now[:, None]
    leave = scores[np.ix_(outside, inside)]
    small = np.full((len(outside) + 1, len(outside) + 1), LOW)
    small[:-1, :-1] = scores[np.ix_(outside, outside)]
    small[-1, :-1], small[:-1, -1] = enter.max(0), leave.max(1)
    solved = _spanning(small)
    return _expanded(solved, heads, inside, outside, enter.argmax(0), leave.argmax(1))


def _expanded(
    solved: list[int],
    heads: list[int],
    inside: NDArray[np.int64],
    outside: NDArray[np.int64],
    entry: NDArray[np.int64],
    exit_: NDArray[np.int64],
) -> list[int]:
    """The tree with its contracted cycle opened where the best arc enters it."""
    out, last = list(heads), len(outside)
    for i, head in enumerate(solved[:-1]):
        node = int(outside[i])
        if node:
            out[node] = int(inside[exit_[i]]) if head == last else int(outside[head])
    into = solved[last]
    out[int(inside[entry[into]])] = int(outside[into])
    return out
