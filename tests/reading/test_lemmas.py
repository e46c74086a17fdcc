"""A lemma's recipe gives the lemma back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.reading.lemmas import lemma_of, recipe_of


@pytest.mark.parametrize(
    ("form", "lemma", "recipe"),
    [
        ("Treaties", "treaty", "l-3+y"),
        ("met", "meet", "l-1+et"),
        ("Kremlin", "Kremlin", "k-0+"),
        ("said", "say", "l-2+y"),
    ],
)
def test_recipes(form: str, lemma: str, recipe: str) -> None:
    assert recipe_of(form, lemma) == recipe
    assert lemma_of(form, recipe) == lemma


@given(st.text("abcdefghij", min_size=1, max_size=12), st.text("abcdefghij", min_size=1, max_size=12))
def test_a_recipe_undoes_its_form(form: str, lemma: str) -> None:
    assert lemma_of(form, recipe_of(form, lemma)) == lemma


def test_a_recipe_too_long_for_its_form_leaves_the_form() -> None:
    assert lemma_of("us", "l-5+x") == "us"
