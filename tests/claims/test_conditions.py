"""Conditions after PDTB-3: if, unless, until, inversion, provided, in return for."""

from __future__ import annotations

import pytest

from tests.claims.told import claim_of, claims_of, parties


@pytest.mark.parametrize(
    ("text", "words", "role", "polarity"),
    [
        (
            "Chile will withdraw its troops if Argentina signs the treaty.",
            "if Argentina signs the treaty",
            "sufficient",
            "+",
        ),
        (
            "If Chile signs the treaty, Argentina will withdraw its troops.",
            "If Chile signs the treaty",
            "sufficient",
            "+",
        ),
        (
            "Sudan agreed to withdraw its troops if the rebels laid down their arms.",
            "if the rebels laid down their arms",
            "sufficient",
            "+",
        ),
        (
            "Kenya will not sign the treaty unless Uganda withdraws its troops.",
            "unless Uganda withdraws its troops",
            "exceptive",
            "-",
        ),
        (
            "France will not lift the sanctions until Libya surrenders the suspects.",
            "until Libya surrenders the suspects",
            "necessary",
            "+",
        ),
    ],
)
def test_the_condition_in_its_words(text: str, words: str, role: str, polarity: str) -> None:
    claim = claim_of(text)
    assert claim.condition is not None
    assert (claim.condition.anchor.text, claim.condition.role, claim.condition.polarity) == (
        words,
        role,
        polarity,
    )
    assert "hypothetical" in claim.auxiliary


@pytest.mark.parametrize(
    "text",
    [
        "Chile will withdraw its troops if Argentina signs the treaty.",
        "Unless the rebels surrender, the army will attack the city.",
    ],
)
def test_nobody_claims_what_stands_in_the_condition(text: str) -> None:
    claims = claims_of(text)
    assert [parties(c.actors) for c in claims] in ([["Chile"]], [["army"]])


def test_an_act_that_is_simply_told_has_no_condition() -> None:
    assert claim_of("When the envoy left, the army shelled the port.", type_="ASSAULT").condition is None
    assert claim_of("Chile signed the treaty.").condition is None


def test_if_after_a_verb_of_asking_is_no_condition() -> None:
    for claim in claims_of("The bishop asked if Chile had signed the treaty."):
        assert claim.condition is None


def test_who_stands_in_the_condition_is_whom_the_promise_is_made_to() -> None:
    claim = claim_of("Chile will withdraw its troops if Argentina signs the treaty.")
    assert parties(claim.recipients) == ["Argentina"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Should the talks fail, Britain will impose sanctions on Iran.", "Should the talks fail"),
        ("Iran will sign provided that sanctions are lifted.", "provided that sanctions are lifted"),
        (
            "Peru will release the prisoners provided that Ecuador opens the border.",
            "provided that Ecuador opens the border",
        ),
        (
            "Iraq will release the hostages in return for a halt to the raids.",
            "in return for a halt to the raids",
        ),
        ("Iraq linked the withdrawal of its forces to an end of the raids.", "an end of the raids"),
    ],
)
def test_rarer_forms_of_condition(text: str, words: str) -> None:
    found = [c.condition.anchor.text for c in claims_of(text) if c.condition is not None]
    assert found == [words]


def test_a_linked_withdrawal_is_one_conditional_pledge() -> None:
    (claim,) = claims_of("Iraq linked the withdrawal of its forces to an end of the raids.")
    assert (claim.kind, claim.event.type, claim.factuality) == ("promise", "CONCEDE", "PR+")
    assert claim.condition is not None
    assert claim.condition.role == "necessary"


def test_what_another_must_do_is_a_demand() -> None:
    claim = claim_of("Chad said that Libya must withdraw its troops.", type_="REQUEST")
    assert (claim.kind, claim.event.mode) == ("demand", "yield")
