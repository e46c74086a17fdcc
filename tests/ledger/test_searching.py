"""Full-text search: words, snippets, and questions of any form."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.ledger import Ledger
from tests.ledger.made_up import RUN, dispatch, on

TEXTS = (
    "Arland withdrew its forces from the border. Talks on grain went on in Östhaven.",
    "The envoy asked for forces at the border; nothing was withdrawn.",
    "Grain prices rose. " * 60 + "A ceasefire was signed at noon. " + "Rain fell. " * 60,
)


@pytest.fixture(scope="module")
def ledger() -> Ledger:
    ledger = Ledger.open()
    for number, text in enumerate(TEXTS):
        ledger.add(dispatch(text, on(number + 1)), (), run=RUN)
    return ledger


def _found(ledger: Ledger, words: str) -> set[int]:
    texts = {dispatch(text).id: number for number, text in enumerate(TEXTS)}
    return {texts[hit.dispatch] for hit in ledger.search(words)}


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("forces", {0, 1}),
        ("forces border grain", {0}),
        ("withdrawing", set()),
        ("signing", {2}),
        ("osthaven", {0}),
        ('"forces at the border"', {1}),
        ('"forces border"', set()),
        ("withdr*", {0, 1}),
        ("", set()),
        ('- " * ( ) : ^ NEAR', set()),
        ("text:forces", set()),
        ("forces OR ceasefire", set()),
        ('"forces', {0, 1}),
    ],
)
def test_words_find_the_dispatches_that_hold_them(ledger: Ledger, words: str, found: set[int]) -> None:
    assert _found(ledger, words) == found


@given(st.text())
@settings(max_examples=100, deadline=None)
def test_any_string_is_a_legal_question(words: str) -> None:
    with Ledger.open() as ledger:
        ledger.add(dispatch(TEXTS[0]), (), run=RUN)
        assert len(ledger.search(words)) <= 1


def test_a_hit_is_a_slice_of_the_text_with_its_words_marked(ledger: Ledger) -> None:
    (hit,) = ledger.search("ceasefire signed")
    assert hit.anchor.text == TEXTS[2][hit.anchor.start : hit.anchor.end]
    assert len(hit.anchor.text) < 400
    assert [TEXTS[2][start:end] for start, end in hit.marks] == ["ceasefire", "signed"]


def test_the_better_match_comes_first_and_the_number_is_bounded(ledger: Ledger) -> None:
    scores = [hit.score for hit in ledger.search("grain")]
    assert len(scores) == 2
    assert scores == sorted(scores, reverse=True)
    assert len(ledger.search("grain", limit=1)) == 1


def test_a_text_that_holds_our_marks_is_still_found() -> None:
    with Ledger.open() as ledger:
        text = "A \ufdd0strange\ufdd1 word of grain."
        ledger.add(dispatch(text), (), run=RUN)
        (hit,) = ledger.search("grain")
        assert hit.anchor.text == text[hit.anchor.start : hit.anchor.end]
