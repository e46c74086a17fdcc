"""Words are cut as the treebanks cut them, and nothing but blanks is lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.reading.words import words_in


def cut(text: str) -> list[str]:
    return [text[a:b] for a, b in words_in(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Envoys don't trust Lima's word.", ["Envoys", "do", "n't", "trust", "Lima", "'s", "word", "."]),
        ("They cannot, won’t", ["They", "can", "not", ",", "wo", "n’t"]),
        ("a three-day truce", ["a", "three", "-", "day", "truce"]),
        ("anti-aircraft guns", ["anti-aircraft", "guns"]),
        ("the U.S. envoy, Mr. Diaz", ["the", "U.S.", "envoy", ",", "Mr.", "Diaz"]),
        ("1,400 men on 3/5/1991", ["1,400", "men", "on", "3/5/1991"]),
        ("the ministers’ talks", ["the", "ministers", "’", "talks"]),
        ("$4.5m (£3m)", ["$", "4.5", "m", "(", "£", "3", "m", ")"]),
    ],
)
def test_conventions(text: str, words: list[str]) -> None:
    assert cut(text) == words


@given(st.text(max_size=200))
def test_words_cover_all_but_blanks_in_order(text: str) -> None:
    spans = words_in(text, 0, len(text))
    at = 0
    for start, end in spans:
        assert start < end
        assert not text[at:start].strip()
        at = end
    assert not text[at:].strip()
