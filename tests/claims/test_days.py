"""When: days in the clause, the day of the narrative, and the day by which something is due."""

from __future__ import annotations

from datetime import date

import pytest

from tests.claims.told import claim_of, claims_of, days, on


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Turkey and Greece held talks on Wednesday.", on(10)),
        ("Turkey and Greece will hold talks on Wednesday.", on(17)),
        ("The bridge was shelled by rebels on Monday.", on(8)),
        ("Rebels bombed the convoy yesterday.", on(10)),
        ("Lebanon and Syria are to meet in Amman on June 15.", on(15)),
        ("Sweden will send doctors to Somalia next week.", (date(1998, 6, 15), date(1998, 6, 21))),
    ],
)
def test_the_day_told_in_the_clause(text: str, found: tuple[date, date]) -> None:
    claim = claim_of(text)
    assert days(claim.when) == found
    assert claim.when.basis


def test_the_day_of_the_report_is_not_that_of_the_act() -> None:
    claim = claim_of("Officials said on Tuesday that the army would withdraw from the city.")
    assert not claim.when.known


def test_the_narrative_stays_on_its_day() -> None:
    first, second = claims_of("On Monday the army shelled the port. Rebels seized the airport.")
    assert days(first.when) == days(second.when) == on(8)
    assert "carried on" in second.when.basis


def test_news_without_a_day_stays_without_one() -> None:
    assert not claim_of("Rebels bombed the convoy.").when.known


@pytest.mark.parametrize(
    "text",
    ["The army may attack the village.", "Chile will withdraw its troops if Argentina signs the treaty."],
)
def test_what_is_ahead_without_a_day_has_none(text: str) -> None:
    assert not claim_of(text).when.known


def test_a_deadline_with_a_day() -> None:
    claim = claim_of("The Contact Group demanded that Serbia withdraw its forces by Friday.")
    assert claim.deadline is not None
    assert claim.deadline.anchor.text == "by Friday"
    assert days(claim.deadline.days) == (None, date(1998, 6, 12))
    assert claim.deadline.status == "set"


def test_a_deadline_without_a_day_says_so_and_keeps_its_verb() -> None:
    claim = claim_of("The alliance extended the deadline for a withdrawal.")
    assert claim.deadline is not None
    assert (claim.deadline.days.known, claim.deadline.status) == (False, "extended")


def test_what_happened_by_a_day_has_no_deadline() -> None:
    assert claim_of("The army attacked the village by night.").deadline is None
    assert claim_of("Turkey and Greece held talks on Wednesday.").deadline is None


def test_a_deadline_as_a_length_of_time() -> None:
    claim = claim_of("Russia demanded that Georgia withdraw within four months.")
    assert claim.deadline is not None
    assert claim.deadline.anchor.text == "within four months"
