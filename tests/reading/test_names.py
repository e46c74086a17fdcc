"""Names are whole runs of tags: none begins in its middle."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from dragoman.reading.names import RESERVE, _allowed, _path, names_of, reserved, voted

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


@settings(deadline=None)
@given(st.integers(1, 12), st.integers(0, 1000))
def test_names_never_overlap(n: int, seed: int) -> None:
    scores = np.random.default_rng(seed).normal(size=(n, len(TAGS))).astype(np.float32)
    at = 0
    for start, end, label in names_of(scores, TAGS):
        assert at <= start < end <= n
        assert label in ("PER", "ORG", "LOC")
        at = end


def best_path(scores: NDArray[np.float32]) -> list[str]:
    """The tags on the Viterbi path."""
    may_begin = np.array([tag[0] != "I" for tag in TAGS])
    return [TAGS[i] for i in _path(scores, _allowed(TAGS), may_begin)]


def may_follow(tag: str, before: str) -> bool:
    return tag[0] != "I" or before[2:] == tag[2:]


@st.composite
def whole_tags(draw: st.DrawFn) -> list[str]:
    """A sequence of tags in which no name begins in its middle."""
    out: list[str] = []
    for _ in range(draw(st.integers(1, 12))):
        before = out[-1] if out else "O"
        out.append(draw(st.sampled_from([tag for tag in TAGS if may_follow(tag, before)])))
    return out


@settings(deadline=None)
@given(whole_tags(), st.integers(0, 10_000))
def test_where_every_word_may_have_its_best_tag_that_is_the_viterbi_path(tags: list[str], seed: int) -> None:
    scores = np.random.default_rng(seed).normal(size=(len(tags), len(TAGS))).astype(np.float32)
    for i, tag in enumerate(tags):
        best = int(scores[i].argmax())
        scores[i, [best, TAGS.index(tag)]] = scores[i, [TAGS.index(tag), best]]
    assert best_path(scores) == tags


@settings(deadline=None)
@given(st.integers(1, 12), st.integers(0, 10_000))
def test_names_are_those_of_the_viterbi_path(n: int, seed: int) -> None:
    scores = np.random.default_rng(seed).normal(size=(n, len(TAGS))).astype(np.float32)
    tags = best_path(scores)
    assert all(may_follow(tag, before) for tag, before in zip(tags, ["O", *tags], strict=False))
    assert names_of(scores, TAGS) == names_of(scores_for(*tags), TAGS)


def test_a_name_that_is_hardly_likelier_than_none_is_none() -> None:
    scores = scores_for("B-LOC", "B-PER")
    scores[0, 0] = 0.1 - RESERVE
    scores[1, 0] = -0.1 - RESERVE
    assert names_of(reserved(scores, TAGS), TAGS) == [(1, 2, "PER")]
    assert names_of(scores, TAGS) == [(0, 1, "LOC"), (1, 2, "PER")]


WORDS = [(0, 3), (4, 8), (9, 14)]


def test_a_known_name_outvotes_a_close_call() -> None:
    scores = scores_for("O", "B-PER", "O")
    scores[1, TAGS.index("B-LOC")] = -0.5
    assert names_of(voted(scores, WORDS, [(4, 8, "LOC")], TAGS), TAGS) == [(1, 2, "LOC")]
    assert names_of(scores, TAGS) == [(1, 2, "PER")]


def test_a_known_name_does_not_outvote_what_is_sure() -> None:
    scores = scores_for("O", "O", "O")
    assert names_of(voted(scores, WORDS, [(4, 14, "ORG")], TAGS), TAGS) == []


def test_only_whole_words_of_this_sentence_have_a_vote() -> None:
    scores = scores_for("O", "O", "O")
    for known in ([(4, 7, "LOC")], [(5, 8, "LOC")], [(20, 24, "LOC")], []):
        assert voted(scores, WORDS, known, TAGS) is scores
