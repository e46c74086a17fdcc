"""The confidence of a claim: more where the reader's network says the same, and what the table weighs."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.claims.confidence import confidence_of
from dragoman.claims.cues import TRAITS
from dragoman.claims.find import traced
from dragoman.claims.lexicon_parts import read_trust
from dragoman.errors import LexiconError
from dragoman.model import Predicate
from tests.claims.told import DESK, reading_of

TEXT = "Rebels attacked the village."


def predicate(event: str | None, probability: float) -> Predicate:
    return Predicate(1, "CT+", 3.0, event, None, probability, act=1.0)


def traits_with(event: str | None, probability: float) -> dict[str, float]:
    """The traits of the one claim of TEXT when the network says that of "attacked"."""
    reading = reading_of(TEXT)
    (sentence,) = reading.sentences
    told = replace(sentence, predicates=(predicate(event, probability),))
    ((_, traits),) = traced(replace(reading, sentences=(told,)), DESK.lexicon)
    return dict(traits)


@pytest.mark.parametrize(("event", "trait"), [("ASSAULT", "same"), ("AID", "other"), (None, "none")])
def test_what_the_network_says_is_weighed_by_whether_it_agrees(event: str | None, trait: str) -> None:
    traits = traits_with(event, 0.75)
    assert {name: traits[name] for name in ("same", "other", "none")} == {
        "same": 0.0, "other": 0.0, "none": 0.0, trait: 0.75
    }  # fmt: skip


def test_a_claim_that_the_network_sees_too_is_surer_than_one_in_which_it_sees_nothing() -> None:
    weights = DESK.lexicon.trust
    assert confidence_of(traits_with("ASSAULT", 0.9), weights) > confidence_of(
        traits_with(None, 0.9), weights
    )


@settings(deadline=None)
@given(st.fixed_dictionaries({name: st.floats(-50, 50) for name in TRAITS}))
def test_confidence_is_within_its_bounds(weights: dict[str, float]) -> None:
    assert 0.01 <= confidence_of(dict.fromkeys(TRAITS, 1.0), weights) <= 0.99


@pytest.mark.parametrize(
    ("rows", "fault"),
    [
        ("constant\tmuch", "weight is 'much'"),
        ("luck\t1", "trait is 'luck'"),
        ("constant\t1\nconstant\t2", "stands twice"),
        ("constant\t1", "no weight for"),
    ],
)
def test_a_faulty_table_is_refused(tmp_path: Path, rows: str, fault: str) -> None:
    (tmp_path / "confidence.tsv").write_text(f"trait\tweight\n{rows}\n", encoding="utf-8")
    with pytest.raises(LexiconError, match=fault):
        read_trust(tmp_path)
