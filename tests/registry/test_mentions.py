"""The gold of marked mentions keeps its scores; docs/registry.md says how each list was used."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from dragoman.pipeline import Desk
from tests.registry.scoring import judge, question_of, rows_of, shares

HERE = Path(__file__).parent
DESK = Desk()
FLOORS = {
    "mentions.tsv": (0.97, 0.95, 0.91),
    "mentions_second.tsv": (0.96, 0.945, 0.925),
    "mentions_third.tsv": (0.915, 0.945, 0.87),
    "mentions_fourth.tsv": (0.96, 0.975, 0.975),
}
"""Shares right in entity (or rightly unresolved), state and sector that may not be lost."""


@pytest.mark.parametrize("name", FLOORS)
def test_the_gold_keeps_its_score(name: str) -> None:
    found = shares(list(judge(HERE / name, DESK)))
    entity, code, sector = FLOORS[name]
    assert found["entity"] >= entity
    assert found["code"] >= code
    assert found["sector"] >= sector


@pytest.mark.parametrize("name", FLOORS)
def test_the_gold_is_what_it_should_be(name: str) -> None:
    """Four hundred mentions of thirty states and more, 1950 to 2025, half of them hard."""
    rows = rows_of(HERE / name)
    days = [question_of(row).day for row in rows]
    codes = {code for row in rows for code in row["code"].split("+")}
    assert len(rows) == 400
    assert len(codes) >= 30
    assert sum(row["hard"] == "y" for row in rows) >= 200
    assert {day.year // 10 for day in days if day} == set(range(195, 203))
    assert max(Counter(row["sentence"] for row in rows).values()) == 1
