"""Places between quotation marks end with their paragraph, whatever else stands in the text."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from dragoman.reading.quotes import quoted_in, within

Spans = list[tuple[int, int]]

MARKS = [("“", "”"), ('"', '"'), ("«", "»"), ("``", "''"), ("„", "”")]
PLAIN = st.text("ab .,'\n", max_size=20).filter(lambda text: "''" not in text)
ANY = st.text("ab .\n“”„«»\"`'", max_size=40)


def quoted(text: str) -> list[str]:
    return [text[a:b] for a, b in quoted_in(text)]


def moved(places: Spans, by: int) -> Spans:
    return [(a + by, b + by) for a, b in places]


@st.composite
def places(draw: st.DrawFn) -> Spans:
    """Stretches in order that may touch but not overlap, none of them empty."""
    edges = sorted(draw(st.sets(st.integers(0, 20), max_size=12)))
    return [place for place in pairwise(edges) if draw(st.booleans())]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("“We go,” he said. “Now.”", ["We go,", "Now."]),
        ('"We go," he said. "Now."', ["We go,", "Now."]),
        ("“We go", ["We go"]),
        ("We go” now", []),
        ("“We go.\n\n“We stay.” he said.", ["We go.", "We stay."]),
        ('"We go.\n \n"We stay," he said.', ["We go.", "We stay,"]),
        ("“We\ngo” now", ["We\ngo"]),
        ("He said ``go'' twice", ["go"]),
        ("the ministers' talks, Lima's word", []),
    ],
)
def test_places(text: str, parts: list[str]) -> None:
    assert quoted(text) == parts


@settings(deadline=None)
@given(st.sampled_from(MARKS), PLAIN, PLAIN.filter(str.strip), PLAIN)
def test_what_a_pair_of_marks_encloses_is_quoted(
    pair: tuple[str, str], before: str, inside: str, after: str
) -> None:
    words = " ".join(inside.split())
    assert quoted(f"{before} {pair[0]} {words} {pair[1]} {after}") == [f" {words} "]


@settings(deadline=None)
@given(PLAIN)
def test_nothing_is_quoted_without_marks(text: str) -> None:
    assert quoted_in(text) == []


@settings(deadline=None)
@given(ANY)
def test_places_are_in_order_and_within_one_paragraph(text: str) -> None:
    at = 0
    for start, end in quoted_in(text):
        assert at <= start <= end <= len(text)
        assert not re.search(r"\n\s*\n", text[start:end])
        at = end


@settings(deadline=None)
@given(ANY.map(str.strip), ANY.map(str.strip))
def test_a_paragraph_knows_nothing_of_the_one_before(first: str, second: str) -> None:
    apart = quoted_in(first) + moved(quoted_in(second), len(first) + 2)
    assert quoted_in(f"{first}\n\n{second}") == apart


@settings(deadline=None)
@given(ANY, st.integers(0, 40), st.integers(0, 40))
@example("\n\n“a” b", 6, 7)
def test_a_part_is_read_as_a_text_of_its_own(text: str, one: int, two: int) -> None:
    start, end = sorted(min(place, len(text)) for place in (one, two))
    assert quoted_in(text, start, end) == moved(quoted_in(text[start:end]), start)


@settings(deadline=None)
@given(places(), places())
def test_a_word_is_within_if_one_place_holds_all_of_it(words: Spans, quotes: Spans) -> None:
    assert within(words, quotes) == [any(a <= start and end <= b for a, b in quotes) for start, end in words]


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("“He told us “no” twice,” she said.", ["He told us “no” twice,"]),
        ("„Wir gehen“, sagte er. „Nein”.", ["Wir gehen", "Nein"]),
        ("»Ja«, said he. «Oui», said she.", ["Ja", "Oui"]),
        ('The shell was 6" wide. He said "go".', ["go"]),
    ],
)
def test_marks_nest_and_have_their_own_partners(text: str, quoted: list[str]) -> None:
    assert [text[a:b] for a, b in quoted_in(text)] == quoted
