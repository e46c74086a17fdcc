"""Names are whole runs of tags: none begins in its middle."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from dragoman.reading.names import names_of

TAGS = ("O", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC")


def scores_for(*tags: str) -> np.ndarray[tuple[int, int], np.dtype[np.float32]]:
    out = np.full((len(tags), len(TAGS)), -5.0, dtype=np.float32)
    for i, tag in enumerate(tags):
        out[i, TAGS.index(tag)] = 0.0
    return out


def test_two_names_side_by_side_stay_two() -> None:
    scores = scores_for("B-PER", "I-PER", "O", "B-LOC", "B-LOC")
    assert names_of(scores, TAGS) == [(0, 2, "PER"), (3, 4, "LOC"), (4, 5, "LOC")]


def test_a_middle_without_beginning_becomes_a_whole_name() -> None:
    scores = scores_for("O", "I-ORG", "I-ORG")
    scores[1, TAGS.index("B-ORG")] = -0.1
    assert names_of(scores, TAGS) == [(1, 3, "ORG")]


@given(st.integers(1, 12), st.integers(0, 1000))
def test_names_never_overlap(n: int, seed: int) -> None:
    scores = np.random.default_rng(seed).normal(size=(n, len(TAGS))).astype(np.float32)
    at = 0
    for start, end, label in names_of(scores, TAGS):
        assert at <= start < end <= n
        assert label in ("PER", "ORG", "LOC")
        at = end
