"""Sentences go through the network in the groups that cost least."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain, pairwise
from types import SimpleNamespace
from typing import cast

from hypothesis import example, given, settings
from hypothesis import strategies as st
from tokenizers import Tokenizer
from tokenizers.models import WordPiece

from dragoman.reading.encoder import PASS_COST, SENTENCES_PER_BATCH, groups_of
from dragoman.reading.pieces import PIECES_PER_WORD, Pieces
from dragoman.reading.weights import Weights

Groups = list[list[int]]
Sentences = list[list[int]]
"""Sentences as the lengths of their words."""


def _weights() -> Weights:
    """All that grouping asks of weights: pieces, here one for each letter."""
    known = ["[UNK]", "[CLS]", "[SEP]", *(f"[unused{n}]" for n in range(4)), "a", "##a"]
    vocabulary = {piece: number for number, piece in enumerate(known)}
    tokenizer = Tokenizer(WordPiece(vocabulary, unk_token="[UNK]"))
    return cast(Weights, SimpleNamespace(pieces=Pieces(tokenizer)))


WEIGHTS = _weights()
FEW: st.SearchStrategy[Sentences] = st.lists(st.lists(st.integers(1, 40), max_size=15), max_size=6)
MANY: st.SearchStrategy[Sentences] = st.lists(st.integers(0, 60).map(lambda n: [1] * n), max_size=200)


def groups(sentences: Sentences) -> Groups:
    return list(groups_of([["a" * letters for letters in words] for words in sentences], WEIGHTS))


def size(words: Sequence[int]) -> int:
    """The pieces of a sentence, with those that open and close it."""
    return 2 + sum(min(letters, PIECES_PER_WORD) for letters in words)


def cost(found: Groups, sentences: Sentences) -> int:
    """What the passes cost: each its price, and its longest sentence for every sentence in it."""
    return sum(PASS_COST + len(group) * max(size(sentences[i]) for i in group) for group in found)


def divisions(numbers: list[int]) -> Iterator[Groups]:
    """Every way to divide numbers into groups."""
    if not numbers:
        yield []
        return
    for rest in divisions(numbers[1:]):
        yield [[numbers[0]], *rest]
        for i, group in enumerate(rest):
            yield [*rest[:i], [numbers[0], *group], *rest[i + 1 :]]


@settings(deadline=None)
@given(MANY)
@example([[1]] * 200)
def test_every_sentence_goes_through_once(sentences: Sentences) -> None:
    assert sorted(chain(*groups(sentences))) == list(range(len(sentences)))


@settings(deadline=None)
@given(MANY)
@example([[1]] * SENTENCES_PER_BATCH)
@example([[1]] * (SENTENCES_PER_BATCH + 1))
def test_no_pass_is_empty_or_too_large(sentences: Sentences) -> None:
    assert all(1 <= len(group) <= SENTENCES_PER_BATCH for group in groups(sentences))


@settings(deadline=None)
@given(MANY)
def test_sentences_go_with_those_of_like_length(sentences: Sentences) -> None:
    sizes = [[size(sentences[i]) for i in group] for group in groups(sentences)]
    assert all(max(one) <= min(two) for one, two in pairwise(sizes))


@settings(deadline=None)
@given(MANY)
@example([[1] * 60] + [[1]] * 150)
@example([[1]] * SENTENCES_PER_BATCH)
def test_grouping_is_never_dearer_than_none_or_one(sentences: Sentences) -> None:
    numbers, found = list(range(len(sentences))), cost(groups(sentences), sentences)
    by_length = sorted(numbers, key=lambda i: size(sentences[i]))
    assert found <= cost([[i] for i in numbers], sentences)
    for order in (numbers, by_length):
        full = [order[i : i + SENTENCES_PER_BATCH] for i in range(0, len(order), SENTENCES_PER_BATCH)]
        assert found <= cost(full, sentences)


@settings(deadline=None)
@given(FEW)
@example([[50], [6]])
def test_no_other_division_costs_less(sentences: Sentences) -> None:
    least = min(cost(other, sentences) for other in divisions(list(range(len(sentences)))))
    assert cost(groups(sentences), sentences) == least


def test_like_sentences_share_a_pass_and_a_long_one_has_its_own() -> None:
    assert groups([[1] * 90, [1] * 5, [1] * 6, [1] * 5]) == [[1, 3, 2], [0]]
