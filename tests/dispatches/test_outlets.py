"""The table of outlets holds what it should."""

from __future__ import annotations

import re

import pytest

from dragoman.dispatches.outlets import find_outlet, header_roles, outlets, words_of


def test_table_is_large_and_well_formed() -> None:
    rows = outlets()
    assert len(rows) >= 150
    assert len({row.name for row in rows}) == len(rows)
    for row in rows:
        assert row.kind in {"agency", "newspaper", "broadcaster", "bulletin"}
        assert re.fullmatch(r"[A-Z]{3}", row.country), row
        assert row.check
        assert row.since is None or 1600 < row.since <= 2025
        assert row.until is None or row.since is None or row.since < row.until


@pytest.mark.parametrize(
    ("name", "outlet"),
    [
        ("Reuter", "Reuters"),
        ("A.P.", "Associated Press"),
        ("Itar-Tass", "ITAR-TASS"),
        ("TANJUG", "Tanjug"),
        ("New York Times", "The New York Times"),
        ("the BBC", "BBC"),
    ],
)
def test_alias_finds_the_outlet(name: str, outlet: str) -> None:
    found = find_outlet(name)
    assert found is not None
    assert found.name == outlet


@pytest.mark.parametrize("name", ["NATO", "KLA", "", "Monitor", "Moscow"])
def test_unknown_name_finds_none(name: str) -> None:
    assert find_outlet(name) is None


def test_roles_are_those_in_use() -> None:
    roles = {"outlet", "origin", "agency", "day", "year", "volume", "issue", "title", "other"}
    assert set(header_roles().values()) == roles
    assert all(words_of(role) for role in ("source", "joiner", "label", "cable", "end"))
