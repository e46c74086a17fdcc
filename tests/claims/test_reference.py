"""Later words for earlier parties: pronouns, surnames, bare descriptions."""

from __future__ import annotations

import pytest

from tests.claims.told import claims_of, parties


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Ivan Petrov arrived in Vienna on Tuesday. He accused Hungary of arming the rebels.", "Ivan Petrov"),
        (
            "Foreign Minister Ivan Petrov visited Vienna on Tuesday. Petrov criticized Hungary.",
            "Foreign Minister Ivan Petrov",
        ),
        ("Portugal said it opposed the plan. It called for a conference.", "Portugal"),
        ("The negotiators met on Tuesday. They accused Hungary of arming the rebels.", "negotiators"),
    ],
)
def test_the_second_sentence_takes_up_the_first(text: str, who: str) -> None:
    last = claims_of(text)[-1]
    assert parties(last.actors) == [who]
    assert last.actors[0].antecedent is not None


def test_a_pronoun_within_a_sentence() -> None:
    (claim,) = claims_of("Portugal said it opposed the plan.")
    assert parties(claim.actors) == ["Portugal"]
    assert claim.actors[0].form == "pronoun"


def test_a_pronoun_with_nobody_before_it_names_no_party() -> None:
    assert claims_of("He accused Hungary of arming the rebels.") == ()


def test_they_are_not_one_man() -> None:
    last = claims_of("Ivan Petrov arrived in Vienna. They accused Hungary of arming the rebels.")
    assert not [c for c in last if "Ivan Petrov" in parties(c.actors) and c.event.type == "ACCUSE"]


def test_another_name_is_another_person() -> None:
    last = claims_of("Ivan Petrov visited Vienna on Tuesday. Horvat criticized Hungary.")[-1]
    assert parties(last.actors) == ["Horvat"]
    assert last.actors[0].antecedent is None


def test_every_antecedent_stands_before_its_word() -> None:
    text = "Ivan Petrov arrived in Vienna. He met the mayor. Petrov also met the envoy, who accused him."
    mentions = [m for c in claims_of(text) for m in (*c.actors, *c.recipients)]
    taken_up = [m for m in mentions if m.antecedent is not None]
    assert taken_up
    for mention in taken_up:
        assert mention.antecedent is not None
        assert mention.antecedent.end <= mention.anchor.start
        assert text[mention.antecedent.start : mention.antecedent.end] == mention.antecedent.text
