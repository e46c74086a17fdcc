"""The shipped network tells who is quoted with what and how sure each predicate is, political or not."""

from __future__ import annotations

import pytest

from tests.claims.told import read


def values(text: str) -> dict[str, str]:
    """The FactBank values of a text's predicates, by their words."""
    return {
        sentence.tokens[one.word].text: one.factuality
        for sentence in read(text).sentences
        for one in sentence.predicates
    }


def test_quotations_hold_source_cue_and_content() -> None:
    (found,) = read("The minister said the army had shelled the village.").quotations
    assert [a.text for a in found.source] == ["The minister"]
    assert [a.text for a in found.cue] == ["said"]
    assert [a.text for a in found.content] == ["the army had shelled the village"]


def test_quotations_are_not_only_of_political_words() -> None:
    (found,) = read("The cook said the soup was cold.").quotations
    assert [a.text for a in found.source] == ["The cook"]


def test_an_attribution_needs_no_source() -> None:
    found = read("It was reported that three villages had been burned.").quotations
    (one,) = [q for q in found if any("reported" in cue.text for cue in q.cue)]
    assert one.source == ()
    assert [a.text for a in one.content] == ["that three villages had been burned"]


def test_what_nobody_reports_is_no_quotation() -> None:
    assert read("Rebels bombed the convoy.").quotations == ()


def test_every_verb_is_judged_whether_or_not_it_is_political() -> None:
    told = values("The rain did not stop. The children may sing.")
    assert (told["stop"], told["sing"]) == ("CT-", "PS+")


@pytest.mark.parametrize(
    ("text", "noun", "value"),
    [
        ("The ceasefire ended the fighting.", "ceasefire", "CT+"),
        ("The mayor denied any attack on the camp.", "attack", "CT-"),
        ("The opposition called for an inquiry.", "inquiry", "Uu"),
    ],
)
def test_nouns_of_acts_are_judged(text: str, noun: str, value: str) -> None:
    assert values(text)[noun] == value
