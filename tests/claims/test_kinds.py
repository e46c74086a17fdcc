"""What sort of act: futures are plans, conditional harm is a threat, what is unclear an assessment."""

from __future__ import annotations

import pytest

from tests.claims.told import claim_of, claims_of, parties


@pytest.mark.parametrize(
    ("text", "kind", "type_", "mode"),
    [
        # what lies ahead: meetings and help are AGREE, withdrawal CONCEDE, harm THREATEN
        ("Lebanon will meet Syria on Friday.", "plan", "AGREE", None),
        ("Lebanon and Syria are to meet in Amman on June 15.", "plan", "AGREE", None),
        ("Sweden will send doctors to Somalia next week.", "plan", "AGREE", None),
        ("Officials said that the army would withdraw from the city.", "plan", "CONCEDE", None),
        ("The army will attack the village.", "plan", "THREATEN", "violence"),
        # what was
        ("Lebanon met Syria on Monday.", "event", "CONSULT", None),
        ("The army attacked the village.", "event", "ASSAULT", None),
        # under a condition
        ("Chile will withdraw its troops if Argentina signs the treaty.", "promise", "CONCEDE", None),
        ("If the rebels attack, Chad will bomb the port.", "threat", "THREATEN", "violence"),
        ("Unless the rebels surrender, the army will attack the city.", "threat", "THREATEN", "violence"),
        # acts of speech
        ("Spain threatened to bomb the port.", "threat", "THREATEN", "violence"),
        ("The king promised to withdraw his troops.", "promise", "CONCEDE", None),
        ("The ministers agreed to sign the treaty.", "promise", "AGREE", None),
        ("Canada proposed a conference on the dispute.", "proposal", "REQUEST", "meet"),
        ("France urged Austria to open the border.", "demand", "REQUEST", None),
        ("Rome accused Tripoli of sheltering gunmen.", "accusation", "ACCUSE", "allege"),
        ("Tripoli denied that it had sheltered gunmen.", "denial", "REJECT", None),
        ("Denmark supports the plan.", "statement", "SUPPORT", None),
    ],
)
def test_kind_and_event(text: str, kind: str, type_: str, mode: str | None) -> None:
    claim = claim_of(text)
    assert (claim.kind, claim.event.type) == (kind, type_)
    assert claim.event.mode == mode or (mode is None and claim.event.type in ("ASSAULT", "REQUEST"))


def test_a_dated_future_is_a_plan_whatever_the_tense() -> None:
    claim = claim_of("The president visits Cairo on June 20.")
    assert (claim.kind, claim.event.type, claim.auxiliary) == ("plan", "AGREE", ("future",))


def test_who_will_not_back_something_refuses() -> None:
    claim = claim_of("Egypt will not sign the agreement.")
    assert (claim.kind, claim.event.type) == ("statement", "REJECT")


@pytest.mark.parametrize(
    "text",
    ["It is unclear where Poland stands on the treaty.", "It is not clear whether the ceasefire will hold."],
)
def test_what_is_unclear_is_an_assessment(text: str) -> None:
    claim = claim_of(text)
    assert (claim.kind, claim.factuality, claim.event.type) == ("assessment", "Uu", None)


def test_an_assessment_says_of_whom_it_is() -> None:
    assert parties(claim_of("It is unclear where Poland stands on the treaty.").actors) == ["Poland"]


def test_contexts_come_from_the_words_of_the_sentence() -> None:
    assert "military" in claim_of("The army attacked the village with tanks.").event.contexts
    assert "military" not in claim_of("Denmark supports the plan.").event.contexts


def test_no_claim_is_made_of_what_is_no_political_act() -> None:
    assert claims_of("The rain fell all night and the river rose.") == ()
    assert claims_of("") == ()
