"""Who is meant in a sentence: titles, appositions, places, pronouns, names taken up."""

from __future__ import annotations

from datetime import date

import pytest

from dragoman.model import Question, Resolution
from dragoman.pipeline import Desk

DESK = Desk()


def who(marked: str, day: str = "1998-10-06") -> Resolution:
    """Who is meant by the words in double brackets."""
    before, _, rest = marked.partition("[[")
    words, _, after = rest.partition("]]")
    question = Question(
        before + words + after, len(before), len(before) + len(words), date.fromisoformat(day)
    )
    assert question.words == words
    return DESK.answer(question)[0]


@pytest.mark.parametrize(
    "marked",
    [
        "Finland's foreign minister, [[Tarja Halonen]], flew to Vienna.",
        "Finnish Foreign Minister [[Tarja Halonen]] flew to Vienna.",
        "[[Halonen]], the Finnish foreign minister, flew to Vienna.",
        "[[The Finnish foreign minister]], Tarja Halonen, flew to Vienna.",
        "Tarja Halonen spoke first, and later [[Halonen]] left for Vienna.",
        "The Finnish foreign minister said that [[she]] would leave for Vienna.",
    ],
)
def test_what_stands_beside_a_name_tells_who_it_is(marked: str) -> None:
    assert who(marked).name == "Tarja Halonen"


@pytest.mark.parametrize(
    ("marked", "code"),
    [
        ("Danish Foreign Ministry spokesman [[Ulrik Brask]] would not comment.", "DNK"),
        ("[[Ulrik Brask]], a spokesman for the Danish Foreign Ministry, would not comment.", "DNK"),
        ("Denmark's ambassador to the United Nations, [[Ulrik Brask]], would not comment.", "DNK"),
    ],
)
def test_an_unknown_person_has_the_state_of_the_words_beside_the_name(marked: str, code: str) -> None:
    found = who(marked)
    assert (found.entity, found.code, found.sector) == (None, code, "GOV")


@pytest.mark.parametrize(
    "marked",
    [
        "The delegates met in [[Moscow]] for two days.",
        "The envoy flew from Oslo to [[Moscow]].",
        "The [[Moscow]] talks were put off.",
        "Crowds filled the streets of [[Moscow]].",
    ],
)
def test_a_place_that_only_tells_where_has_no_sector(marked: str) -> None:
    found = who(marked)
    assert (found.sector, found.code) == (None, "RUS")


@pytest.mark.parametrize(
    "marked",
    [
        "[[Moscow]] would oppose the draft.",
        "The talks with [[Moscow]] failed.",
        "They accused [[Moscow]] of delay.",
    ],
)
def test_a_seat_that_acts_stands_for_the_government(marked: str) -> None:
    found = who(marked)
    assert (found.entity, found.sector) == ("state:RUS", "GOV")


def test_several_names_share_the_title_before_the_first() -> None:
    found = who(
        "French and German foreign ministers Hubert Védrine and [[Joschka Fischer]] met.", "1999-02-06"
    )
    assert found.name == "Joschka Fischer"
    assert found.sector == "GOV"


def test_a_pronoun_without_anybody_before_it_stays_open() -> None:
    assert who("[[He]] left.").entity is None


def test_the_reason_names_the_words_that_are_taken_up() -> None:
    assert "takes up “Tarja Halonen”" in who("Tarja Halonen came, and [[Halonen]] left.").why
