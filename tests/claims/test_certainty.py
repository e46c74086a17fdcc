"""How sure the innermost source is (FactBank), and PLOVER's auxiliary modes."""

from __future__ import annotations

import pytest

from tests.claims.told import claim_of, claims_of


@pytest.mark.parametrize(
    ("text", "value", "auxiliary"),
    [
        ("The army attacked the village.", "CT+", ()),
        ("The army did not attack the village.", "CT-", ("negated",)),
        ("The army never attacked the village.", "CT-", ("negated",)),
        ("The army may attack the village.", "PS+", ("hypothetical",)),
        ("The army might attack the village.", "PS+", ("hypothetical",)),
        ("The army will attack the village.", "PR+", ("future",)),
        ("Police reportedly killed three protesters.", "PR+", ()),
        ("The government failed to withdraw its forces.", "CT-", ("negated",)),
        ("The minister said the army had attacked the village.", "CT+", ("historical",)),
        ("There is little likelihood that the army will attack the village.", "PR-", ("future", "negated")),
        ("The minister believes the army attacked the village.", "PR+", ()),
    ],
)
def test_factuality_of_an_act(text: str, value: str, auxiliary: tuple[str, ...]) -> None:
    claim = claim_of(text)
    assert (claim.factuality, claim.auxiliary) == (value, auxiliary)


def test_a_reported_act_is_as_sure_as_its_reporter_not_as_the_report() -> None:
    doubted = claim_of("The mayor said that rebels may attack the village.")
    assert doubted.factuality == "PS+"


def test_a_promise_is_made_though_its_content_lies_ahead() -> None:
    assert claim_of("The king promised to withdraw his troops.").factuality == "CT+"


def test_what_somebody_is_told_is_reported_not_asked() -> None:
    claim = claim_of("The ambassador told reporters that Jordan would host a summit.")
    assert claim.factuality == "PR+"


def test_what_is_not_known_is_neither_backed_nor_refused() -> None:
    found = claims_of("It was not known whether China would support the resolution.")
    assert not [c for c in found if c.event.type == "REJECT"]
