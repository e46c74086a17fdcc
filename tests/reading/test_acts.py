"""Acts: triggers from scores, parts as unbroken runs, and the two together on written scores."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from dragoman.reading.acts import KINDS, PARTS, best_run, parts_of, triggers

ODDS = st.lists(st.floats(-9, 9, allow_nan=False), max_size=12)


@given(ODDS)
def test_the_best_run_is_best(odds: list[float]) -> None:
    found = best_run(odds)
    sums = [sum(odds[a:b]) for a in range(len(odds)) for b in range(a + 1, len(odds) + 1)]
    best = max([0.0, *sums])
    assert abs(sum(odds[i] for i in found) - best) < 1e-9
    assert bool(found) == (best > 0)


def scores(*kinds: int) -> np.ndarray[tuple[int, ...], np.dtype[np.float32]]:
    """Log scores under which each word is of a kind (0: of none) with a chance of nine in ten."""
    out = np.full((len(kinds), 1 + len(KINDS)), 0.1 / len(KINDS), dtype=np.float32)
    out[range(len(kinds)), kinds] = 0.9
    return np.log(out)


def runs(*kinds: int) -> list[list[int]]:
    told = scores(*kinds)
    return list(triggers(told, 1 - np.exp(told[:, 0]), 0.5))


def test_neighbours_of_one_kind_are_one_trigger() -> None:
    assert runs(0, 3, 3, 0) == [[1, 2]]


def test_neighbours_of_two_kinds_are_two() -> None:
    assert runs(3, 5, 0, 5) == [[0], [1], [3]]


def test_nothing_likely_gives_nothing() -> None:
    assert runs(0, 0) == []


def test_parts_that_are_whole_have_no_gaps_and_others_may() -> None:
    row = np.array([2.0, -0.5, 3.0, -9.0], dtype=np.float32)
    parts = parts_of(np.tile(row, (len(PARTS), 1)))
    assert parts["evidence"] == (0, 1, 2)
    assert parts["actor"] == (0, 2)
