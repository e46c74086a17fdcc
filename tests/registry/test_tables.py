"""The tables hold together."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest

from dragoman.errors import RegistryError
from dragoman.registry import Registry
from dragoman.registry.tables import FOLDER, first_day, last_day, read_rows, read_table, write_table

SHARED = Path(os.environ.get("DRAGOMAN_SHARED", Path(__file__).parents[3] / "shared"))


@pytest.mark.parametrize("path", sorted(FOLDER.rglob("*.tsv*")), ids=lambda p: p.name)
def test_every_row_has_a_source(path: Path) -> None:
    name = str(path.relative_to(FOLDER))
    head, rows = read_table(name)
    assert rows
    if "source" in head:
        at = head.index("source")
        assert all(row[at] for row in rows)
    else:
        assert name in {"persons.tsv.gz", "places.tsv.gz"}


def test_terms_run_forward() -> None:
    backward = [
        row
        for row in read_table("terms.tsv.gz")[1]
        if row[4] and row[5] and (first_day(row[4]) or date.min) > (last_day(row[5]) or date.max)
    ]
    assert backward == []


def test_polities_of_terms_are_known(registry: Registry) -> None:
    known = {row["polity"] for row in read_rows("polities.tsv")}
    known |= {f"org:{row['id']}" for row in read_rows("by_hand/organisations.tsv")}
    assert {row[1] for row in read_table("terms.tsv.gz")[1]} <= known
    assert {row["polity"] for row in read_rows("state_words.tsv")} <= known
    assert len(registry.people) > 10_000


def test_the_tables_are_small() -> None:
    assert sum(path.stat().st_size for path in FOLDER.rglob("*") if path.is_file()) < 6_000_000


def test_a_crooked_row_is_refused(tmp_path: Path) -> None:
    (tmp_path / "x.tsv").write_text("a\tb\n1\t2\n3\n", encoding="utf-8")
    with pytest.raises(RegistryError, match="line 3"):
        read_rows("x.tsv", tmp_path)
    with pytest.raises(RegistryError, match=r"absent\.tsv"):
        read_rows("absent.tsv", tmp_path)


def test_writing_is_repeatable(tmp_path: Path) -> None:
    for name in ("a.tsv.gz", "b.tsv.gz"):
        assert write_table(tmp_path / name, ("x", "y"), [("1", "é")]) == 1
    assert (tmp_path / "a.tsv.gz").read_bytes() == (tmp_path / "b.tsv.gz").read_bytes()
    assert read_rows("a.tsv.gz", tmp_path) == [{"x": "1", "y": "é"}]


def test_days_of_any_precision() -> None:
    assert (first_day("1998"), last_day("1998")) == (date(1998, 1, 1), date(1998, 12, 31))
    assert (first_day("1998-02"), last_day("1998-02")) == (date(1998, 2, 1), date(1998, 2, 28))
    assert last_day("1998-12") == date(1998, 12, 31)
    assert first_day("") is None


@pytest.mark.skipif(not (SHARED / "data/registry").is_dir(), reason="the source folder is not here")
def test_us_terms_are_read_from_the_source() -> None:
    building = pytest.importorskip("dragoman.registry.building.us_executive")
    terms = list(building.us_terms(SHARED / "data/registry"))
    assert ("George H. W. Bush",) in {term.names for term in terms}
    assert all(term.end >= "1945" for term in terms)
