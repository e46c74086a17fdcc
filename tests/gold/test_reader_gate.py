"""The gate of the reader's own layers: names, attribution, certainty; floors stand in floors.toml."""

from __future__ import annotations

import pytest
from benchmarks.accuracy import layer_figures, scored
from benchmarks.heads import attribution_figures, certainty_figures, value_figures

from tests.gold.test_gate import DESK, FLOOR, SHARED

HERE = pytest.mark.skipif(
    not (SHARED / "data" / "language").is_dir() or not (SHARED / "score").is_dir(),
    reason="the development corpora are not here (set DRAGOMAN_SHARED)",
)


def missed(figures: dict[str, float], part: str) -> dict[str, float]:
    """The figures that fall short of the floors of a part."""
    return {name: figures[name] for name, floor in FLOOR[part].items() if figures[name] < floor}


@HERE
@pytest.mark.parametrize(
    ("part", "corpus"),
    [("names_uner", "uner_ewt_dev.bio"), ("names_crossner", "crossner_politics_dev.bio")],
)
def test_names(part: str, corpus: str) -> None:
    assert not missed(layer_figures(SHARED, DESK, "names", f"ner/{corpus}"), part)


@HERE
def test_attributions() -> None:
    assert not missed(attribution_figures(SHARED, DESK, scored), "attribution")


@HERE
def test_degrees_of_certainty() -> None:
    assert not missed(certainty_figures(SHARED, DESK), "degrees")


def test_values_of_certainty() -> None:
    """Three hundred sentences of our own, annotated by another hand than the one that wrote the rules."""
    assert not missed(value_figures(DESK), "values")


def test_the_floors_are_those_of_the_corpora_at_hand() -> None:
    parts = {"names_uner", "names_crossner", "attribution", "degrees", "values"}
    assert parts <= set(FLOOR)
    assert all(0 < floor < 1 for part in parts for floor in FLOOR[part].values())
