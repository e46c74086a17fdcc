"""The dispatches written for training fit their texts, are many and varied, and hold none of the gold."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from pathlib import Path

import pytest
from training.told import Annotated, annotated, check, kept_out, sentences_of, told_examples

from dragoman.claims.plover import MODES
from dragoman.reading.acts import KINDS

ROOT = Path(__file__).parents[2]
LEAST_DISPATCHES, LEAST_CLAIMS, LEAST_WORDS, MOST_WORDS = 200, 4_500, 120, 430


@cache
def everything() -> list[Annotated]:
    return annotated()


def test_there_are_many_and_each_claim_fits_its_text() -> None:
    assert len(everything()) >= LEAST_DISPATCHES
    assert sum(len(dispatch.claims) for dispatch in everything()) >= LEAST_CLAIMS
    assert all(LEAST_WORDS <= len(dispatch.text.split()) <= MOST_WORDS for dispatch in everything())


def test_all_kinds_and_types_occur() -> None:
    claims = [claim for dispatch in everything() for claim in dispatch.claims]
    kinds = Counter(claim["kind"] for claim in claims)
    types = Counter(claim["event"]["type"] for claim in claims)
    assert set(kinds) == set(KINDS)
    assert set(types) == {None, *MODES}


def test_words_that_are_not_there_are_refused() -> None:
    claim = everything()[0].claims[0]
    moved = claim | {"evidence": claim["evidence"] | {"text": "other words"}}
    with pytest.raises(ValueError, match="not what stands there"):
        check(everything()[0].text, moved)
    with pytest.raises(ValueError, match="not in its list"):
        check(everything()[0].text, claim | {"kind": "rumour"})


def test_nearly_every_claim_becomes_an_act_of_a_sentence() -> None:
    acts = sum(len(e.acts or ()) for dispatch in everything() for e in sentences_of(dispatch))
    claims = sum(len(dispatch.claims) for dispatch in everything())
    assert acts >= 0.99 * claims


def test_an_act_has_the_words_of_its_parts() -> None:
    dispatch = everything()[1]
    by_trigger = {claim["trigger"]["text"]: claim for claim in dispatch.claims}
    for example in sentences_of(dispatch):
        for act in example.acts or ():
            words = " ".join(example.words[i] for i in act.words)
            claim = by_trigger.get(words)
            if claim is not None and len(words.split()) == 1:
                assert act.kind in KINDS
                assert set(act.words) <= set(act.parts["evidence"])


def test_the_dispatches_kept_out_are_not_learnt_from() -> None:
    out = {e.words for dispatch in kept_out() for e in sentences_of(dispatch) if len(e.words) > 5}
    assert out
    assert not out & {e.words for e in told_examples()}


def test_none_is_of_the_gold() -> None:
    """No twelve words in a row of a gold dispatch stand in a training dispatch."""
    gold = [p.read_text(encoding="utf-8") for p in (ROOT / "tests" / "gold").rglob("texts/*.txt")]
    assert len(gold) > 20
    ours = {gram for dispatch in everything() for gram in grams(dispatch.text)}
    assert not [gram for text in gold for gram in grams(text) if gram in ours]


def grams(text: str) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", text.lower())
    return {tuple(words[i : i + 12]) for i in range(len(words) - 11)}
