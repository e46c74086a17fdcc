"""Sentences end where readers would end them, and never cross a source note."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.reading.sentences import sentences_in


def cut(text: str, cuts: tuple[tuple[int, int], ...] = ()) -> list[str]:
    return [text[a:b] for a, b in sentences_in(text, 0, len(text), cuts)]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Mr. Diaz left. He will return.", ["Mr. Diaz left.", "He will return."]),
        ("The U.S. Navy sailed. It fired.", ["The U.S. Navy sailed.", "It fired."]),
        ("It left the U.S. The rest stayed.", ["It left the U.S.", "The rest stayed."]),
        ("“We refuse.” So he said.", ["“We refuse.”", "So he said."]),
        ("Prices rose 3.5 percent in May.", ["Prices rose 3.5 percent in May."]),
        ("One line\nwrapped here. Two.", ["One line\nwrapped here.", "Two."]),
        ("A heading\n\nA text. More", ["A heading", "A text.", "More"]),
        ("Who fired? Nobody knows!", ["Who fired?", "Nobody knows!"]),
    ],
)
def test_ends(text: str, sentences: list[str]) -> None:
    assert cut(text) == sentences


def test_a_note_belongs_to_no_sentence() -> None:
    text = "They met. (AP, May 3)Then they left."
    note = (text.index("("), text.index(")") + 1)
    assert cut(text, (note,)) == ["They met.", "Then they left."]


@given(st.text(max_size=300))
def test_sentences_are_trimmed_ordered_and_lose_only_blanks(text: str) -> None:
    at = 0
    for start, end in sentences_in(text, 0, len(text)):
        assert not text[at:start].strip()
        assert text[start:end] == text[start:end].strip()
        at = end
    assert not text[at:].strip()
