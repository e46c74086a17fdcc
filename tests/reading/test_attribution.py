"""Cues are runs of words, and their sources and contents what the network links to them."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from dragoman.reading.attribution import (
    BEGINS,
    CONTENT_AT_LEAST,
    CUE_AT_LEAST,
    GOES_ON,
    NOTHING,
    SOURCE_AT_LEAST,
    Attributed,
    attributed,
    runs,
)

Scores = NDArray[np.float32]


def cue_scores(tags: str) -> Scores:
    """Scores sure of a tag a word: O no cue, B the first word of one, I a further word."""
    sure = np.full((len(tags), 3), 0.05, dtype=np.float32)
    sure[range(len(tags)), ["OBI".index(tag) for tag in tags]] = 0.9
    return np.log(sure)


def unlinked(n: int) -> Scores:
    return np.full((2, n, n), -3.0, dtype=np.float32)


def cues(tags: str) -> list[tuple[int, ...]]:
    return [one.cue for one in attributed(cue_scores(tags), unlinked(len(tags)))]


@st.composite
def sentences(draw: st.DrawFn) -> tuple[Scores, Scores]:
    """The cue scores and links of any sentence."""
    n, seed = draw(st.integers(0, 12)), draw(st.integers(0, 10_000))
    random = np.random.default_rng(seed)
    raw = random.normal(size=(n, 3)) * 2
    scores = raw - np.log(np.exp(raw).sum(1, keepdims=True))
    return scores.astype(np.float32), random.normal(size=(2, n, n)).astype(np.float32)


# -- cues -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("tags", "found"),
    [
        ("OBO", [(1,)]),
        ("BIIO", [(0, 1, 2)]),
        ("BB", [(0,), (1,)]),
        ("BIBI", [(0, 1), (2, 3)]),
        ("BOI", [(0,), (2,)]),
        ("OII", [(1, 2)]),
        ("OOO", []),
        ("", []),
    ],
)
def test_cues(tags: str, found: list[tuple[int, ...]]) -> None:
    assert cues(tags) == found


def test_two_ways_to_be_a_cue_outweigh_one_not_to_be() -> None:
    scores = np.log(np.array([[0.4, 0.3, 0.3]], dtype=np.float32))
    assert [one.cue for one in attributed(scores, unlinked(1))] == [(0,)]


@settings(deadline=None)
@given(sentences())
def test_every_word_likely_of_a_cue_is_in_one(sentence: tuple[Scores, Scores]) -> None:
    scores, links = sentence
    likely = [i for i, row in enumerate(scores) if np.exp(row[NOTHING]) < 1 - CUE_AT_LEAST]
    assert [i for one in attributed(scores, links) for i in one.cue] == likely


@settings(deadline=None)
@given(sentences())
def test_a_cue_ends_only_where_a_word_is_none_or_begins_another(sentence: tuple[Scores, Scores]) -> None:
    found = [one.cue for one in attributed(*sentence)]
    begins = sentence[0][:, BEGINS] > sentence[0][:, GOES_ON]
    assert all(cue == tuple(range(cue[0], cue[-1] + 1)) for cue in found)
    assert not any(begins[i] for cue in found for i in cue[1:])
    assert all(two[0] > one[-1] + 1 or begins[two[0]] for one, two in pairwise(found))


# -- sources and contents ---------------------------------------------------------------------


def test_links_are_read_from_the_row_of_the_cue() -> None:
    links = unlinked(5)
    links[0, 1, 0] = links[1, 1, 2] = links[1, 1, 3] = 3
    links[0, 4, 1] = links[1, 0, 4] = 9
    assert attributed(cue_scores("OBOOO"), links) == [Attributed((1,), (0,), (2, 3))]


def test_the_words_of_a_cue_are_heard_together() -> None:
    links = unlinked(4)
    links[0, 1:3, 0] = 3, -1
    links[1, 1:3, 3] = 1, -3
    assert attributed(cue_scores("OBIO"), links) == [Attributed((1, 2), (0,), ())]


def test_cues_have_their_own_sources() -> None:
    links = unlinked(4)
    links[0, 1, 0] = links[0, 2, 3] = 3
    assert [one.source for one in attributed(cue_scores("OBBO"), links)] == [(0,), (3,)]


@settings(deadline=None)
@given(sentences())
def test_members_are_the_words_more_likely_than_not_but_for_the_cue(sentence: tuple[Scores, Scores]) -> None:
    scores, links = sentence
    for one in attributed(scores, links):
        odds = links[:, list(one.cue)].mean(1)
        chances = 1 / (1 + np.exp(-odds))
        rest = [i for i in range(len(scores)) if i not in one.cue]
        assert one.source == tuple(i for i in rest if chances[0, i] > SOURCE_AT_LEAST)
        assert one.content == tuple(i for i in rest if chances[1, i] > CONTENT_AT_LEAST)


# -- runs -------------------------------------------------------------------------------------


@settings(deadline=None)
@given(st.sets(st.integers(0, 30)).map(sorted))
def test_runs_hold_every_word_and_part_only_at_gaps(words: list[int]) -> None:
    found = list(runs(words))
    assert [i for first, last in found for i in range(first, last + 1)] == words
    assert all(two[0] > one[1] + 1 for one, two in pairwise(found))
