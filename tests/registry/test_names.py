"""Spelling, scanning and places."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.registry import Registry
from dragoman.registry.spelling import fold, skeleton, split_words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Sergeyev", "Sergeev"),
        ("Milošević", "Milosevich"),
        ("Avdeyev", "Avdeev"),
        ("Gorbachev", "Gorbachov"),
        ("Tuđman", "Tudjman"),
        ("Lavrovskiy", "Lavrovsky"),
        ("Khatami", "Hatami"),
        ("Yeltsin", "Yel'tsin"),
    ],
)
def test_transliterations_share_a_skeleton(one: str, other: str) -> None:
    assert skeleton(one) == skeleton(other)


@pytest.mark.parametrize(("one", "other"), [("Ivanov", "Ivashov"), ("Clinton", "Quinton"), ("Blair", "Blix")])
def test_different_names_do_not(one: str, other: str) -> None:
    assert skeleton(one) != skeleton(other)


@given(st.text(max_size=60))
def test_words_keep_their_place(text: str) -> None:
    for word in split_words(text):
        assert text[word.start : word.end] == word.text
        assert word.folded == fold(word.text)


def test_names_in_finds_actors_with_their_place(registry: Registry) -> None:
    text = "NATO and the KLA met; Boris Yeltsin asked the UN Security Council, Moscow and Kosovo Albanians."
    found = {text[start:end]: entity for start, end, entity in registry.names_in(text)}
    assert found["NATO"] == "org:nato"
    assert found["KLA"] == "org:kla"
    assert found["UN Security Council"] == "org:unsc"
    assert found["Kosovo Albanians"] == "people:kosovo-albanians"
    assert found["Moscow"].startswith("state:")
    assert "Boris Yeltsin" in found


def test_names_in_minds_capitals(registry: Registry) -> None:
    assert registry.names_in("It told us who is who, and au fait with turkey and china.") == ()


@given(st.text(max_size=120))
def test_names_in_never_overlaps(text: str) -> None:
    last = 0
    for start, end, _ in Registry.load().names_in(text):
        assert last <= start < end <= len(text)
        last = end


def test_places(registry: Registry) -> None:
    place = registry.place("Pristina", date(1998, 6, 11))
    assert place is not None
    assert place.country == "KOS"
    assert place.lat == pytest.approx(42.67, abs=0.1)
    assert place.lon == pytest.approx(21.17, abs=0.1)
    assert registry.place("Nowhere-at-all", None) is None
