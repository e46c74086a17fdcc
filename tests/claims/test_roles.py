"""Who did it and to whom: passives, control, coordination, relative clauses, nouns of action."""

from __future__ import annotations

import pytest

from tests.claims.told import claim_of, claims_of, parties


@pytest.mark.parametrize(
    ("text", "type_", "actors", "recipients"),
    [
        # active and passive
        ("Rebels bombed the convoy.", "ASSAULT", ["Rebels"], None),
        ("The bridge was shelled by rebels on Monday.", "ASSAULT", ["rebels"], None),
        ("The army arrested twelve students.", "COERCE", ["army"], ["twelve students"]),
        ("The envoy was invited by the government.", "AGREE", ["government"], ["envoy"]),
        # control: the doer of the infinitive
        ("The general was asked by the president to resign.", "REQUEST", ["president"], ["general"]),
        ("France urged Austria to open the border.", "REQUEST", ["France"], ["Austria"]),
        ("The government failed to withdraw its forces.", "RETREAT", ["government"], []),
        ("The premier is expected to visit Cairo on Saturday.", "AGREE", ["premier"], ["Cairo"]),
        # relative clauses
        ("The troops that occupied the port withdrew on Tuesday.", "RETREAT", ["troops"], []),
        ("The troops that occupied the port withdrew on Tuesday.", "COERCE", ["troops"], None),
        ("The general, who ordered the attack, denied the charge.", "REJECT", ["general"], []),
        # reciprocal acts hold both parties in one seat
        ("The president met the envoy on Tuesday.", "CONSULT", ["envoy", "president"], []),
        ("Turkey and Greece held talks on Wednesday.", "CONSULT", ["Greece", "Turkey"], []),
        # nouns of action
        ("Norway held talks with Sweden in Copenhagen.", "CONSULT", ["Norway", "Sweden"], []),
        ("Turkey opened negotiations with Armenia.", "CONSULT", ["Armenia", "Turkey"], []),
        ("Nigeria and Cameroon signed a ceasefire on Sunday.", "CONCEDE", ["Cameroon", "Nigeria"], []),
        # statement verbs
        ("The bishop blamed the militia for the massacre.", "ACCUSE", ["bishop"], ["militia"]),
        ("Belgium sent food and medicine to the refugees.", "AID", ["Belgium"], ["refugees"]),
    ],
)
def test_doers_and_recipients(text: str, type_: str, actors: list[str], recipients: list[str] | None) -> None:
    claim = claim_of(text, type_=type_)
    assert parties(claim.actors) == actors
    assert recipients is None or parties(claim.recipients) == recipients


def test_coordinated_verbs_share_their_subject_and_keep_their_own_objects() -> None:
    found = claims_of("The army arrested twelve students and expelled two diplomats.")
    assert [(c.event.type, parties(c.actors), parties(c.recipients)) for c in found] == [
        ("COERCE", ["army"], ["twelve students"]),
        ("SANCTION", ["army"], ["two diplomats"]),
    ]


def test_each_of_two_acts_has_only_its_own_words_as_evidence() -> None:
    first, second = claims_of("The army arrested twelve students and expelled two diplomats.")
    assert "diplomats" not in first.evidence.text
    assert "students" not in second.evidence.text


def test_an_agreement_to_act_is_one_claim_with_its_content() -> None:
    claim = claim_of("The king promised to withdraw his troops.")
    assert (claim.kind, claim.event.type) == ("promise", "CONCEDE")
    assert claim.content == "to withdraw his troops"


def test_a_resolution_authorizing_force_is_an_act_of_the_body() -> None:
    claim = claim_of("The Security Council passed a resolution authorizing the use of force.")
    assert parties(claim.actors) == ["Security Council"]
    assert claim.content == "a resolution authorizing the use of force"


def test_without_a_doer_there_is_no_claim() -> None:
    assert claims_of("The village was burned.") == ()


def test_a_wish_to_act_is_no_act() -> None:
    assert not [c for c in claims_of("The judge wants to question the general.") if c.event.type == "COERCE"]


def test_the_place_of_an_act_is_a_named_place_in_its_clause() -> None:
    claim = claim_of("Norway held talks with Sweden in Copenhagen.")
    assert claim.where is not None
    assert claim.where.anchor.text == "Copenhagen"
    assert claim_of("Rebels bombed the convoy.").where is None


def test_a_number_of_people_acts() -> None:
    claim = claim_of("Thousands of students marched in Prague on Sunday.", type_="PROTEST")
    assert "students" in parties(claim.actors)[0]


def test_talks_between_two_parties() -> None:
    claim = claim_of("Talks between Iran and Iraq resumed in Geneva on Monday.", type_="CONSULT")
    assert parties(claim.actors) == ["Iran", "Iraq"]
