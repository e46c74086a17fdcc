"""The tree is a tree, with one root, and the best there is."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.reading.tree import heads_of


def is_tree(heads: tuple[int, ...]) -> bool:
    if heads.count(-1) != 1:
        return False
    for start in range(len(heads)):
        node, steps = start, 0
        while node >= 0:
            node, steps = heads[node], steps + 1
            if steps > len(heads):
                return False
    return True


@given(st.integers(1, 30), st.integers(0, 10_000))
def test_any_scores_give_a_tree_with_one_root(n: int, seed: int) -> None:
    scores = np.random.default_rng(seed).normal(size=(n, n + 1)).astype(np.float32)
    assert is_tree(tuple(heads_of(scores)))


@pytest.mark.parametrize("seed", range(40))
def test_no_other_tree_scores_more(seed: int) -> None:
    n = 2 + seed % 3
    scores = np.random.default_rng(seed).normal(size=(n, n + 1)).astype(np.float32)

    def total(heads: tuple[int, ...]) -> float:
        return float(sum(scores[i, head + 1] for i, head in enumerate(heads)))

    best = max((h for h in itertools.product(range(-1, n), repeat=n) if is_tree(h)), key=total)
    assert total(tuple(heads_of(scores))) == pytest.approx(total(best), abs=1e-4)
