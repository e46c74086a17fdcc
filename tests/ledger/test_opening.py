"""What a ledger file may be, and what is refused with a word on what to do."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from dragoman.errors import LedgerError
from dragoman.ledger import Ledger
from dragoman.ledger.schema import MIGRATIONS, VERSION
from dragoman.ledger.sqlite import SqliteStore
from tests.ledger.made_up import RUN, folder


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "a crisis #1?.ledger"
    with Ledger.open(path) as ledger:
        for home, entries in folder(40):
            ledger.add(home, entries, run=RUN)
    return path


def _alter(path: Path, statement: str) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(statement)
        connection.commit()


def _refused(work: Callable[[], object], fault: str, path: Path) -> None:
    with pytest.raises(LedgerError, match=fault) as caught:
        work()
    assert caught.value.place == str(path)
    assert caught.value.mend


def test_a_ledger_closes_into_one_file_of_this_version(path: Path) -> None:
    assert [one.name for one in path.parent.iterdir()] == [path.name]
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (VERSION,)
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    assert len(MIGRATIONS) == VERSION


def test_an_empty_file_becomes_a_ledger(tmp_path: Path) -> None:
    (tmp_path / "new").touch()
    with Ledger.open(tmp_path / "new") as ledger:
        assert ledger.dispatches() == ()


def test_a_newer_version_is_refused(path: Path) -> None:
    _alter(path, f"PRAGMA user_version = {VERSION + 1}")
    _refused(lambda: Ledger.open(path), "this program knows", path)


def test_records_of_another_form_are_refused(path: Path) -> None:
    _alter(path, "INSERT INTO forms (record, fields) VALUES ('Anchor', 'end start text')")
    _refused(lambda: Ledger.open(path), "Anchor in another form", path)
    _alter(path, "INSERT INTO forms (record, fields) VALUES ('Anchor', 'start end text colour')")
    _refused(lambda: Ledger.open(path), "newer fields of Anchor", path)
    _alter(path, "INSERT INTO forms (record, fields) VALUES ('Anchor', 'start end')")
    with Ledger.open(path) as ledger:
        assert len(ledger.entries()) == 200


@pytest.mark.parametrize("held", [b"Talks began.\n" * 99, b"\0" * 5000, b"SQLite format 3\0" + b"x" * 5000])
def test_a_file_that_is_no_ledger_is_refused_and_left(tmp_path: Path, held: bytes) -> None:
    path = tmp_path / "notes.txt"
    path.write_bytes(held)
    _refused(lambda: Ledger.open(path), "not a ledger", path)
    assert path.read_bytes() == held


def test_another_programs_database_is_refused_and_left(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    _alter(path, "CREATE TABLE other (it)")
    _refused(lambda: Ledger.open(path), "not a ledger", path)
    _alter(path, "INSERT INTO other VALUES (1)")


def test_folders_and_missing_folders_are_told(tmp_path: Path) -> None:
    _refused(lambda: Ledger.open(tmp_path), "a folder", tmp_path)
    _refused(lambda: Ledger.open(tmp_path / "no" / "x"), "cannot be opened", tmp_path / "no" / "x")


def test_reading_only_makes_and_changes_nothing(path: Path, tmp_path: Path) -> None:
    _refused(lambda: Ledger.open(tmp_path / "none", write=False), "no such ledger", tmp_path / "none")
    assert not (tmp_path / "none").exists()
    with Ledger.open(path, write=False) as ledger:
        assert len(ledger.entries()) == 200
        (home, _), *_rest = folder(1, width=1)
        _refused(lambda: ledger.add(home, (), run=RUN), "may only be read", path)


def test_a_locked_ledger_is_told_and_can_still_be_read(path: Path) -> None:
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    ledger = Ledger(SqliteStore(path, patience=0.05))
    (home, _), *_rest = folder(1, width=1)
    _refused(lambda: ledger.add(home, (), run=RUN), "another process is writing", path)
    assert len(ledger.entries()) == 200
    other.execute("ROLLBACK")
    other.close()
    assert ledger.add(home, (), run=RUN).readings == 1
    ledger.close()


def test_a_damaged_ledger_is_told(path: Path) -> None:
    held = bytearray(path.read_bytes())
    held[8192 * 3 :] = b"\xff" * (len(held) - 8192 * 3)
    path.write_bytes(held)
    with Ledger.open(path) as ledger:
        _refused(ledger.entries, "damaged", path)


def test_an_altered_record_is_told_by_its_place(path: Path) -> None:
    _alter(path, "DROP TRIGGER entries_UPDATE")
    _alter(path, "UPDATE entries SET record = replace(record, 'CT+', 'ABC') WHERE key = 7")
    with Ledger.open(path) as ledger, pytest.raises(LedgerError, match=r"Entry\.claim\.factuality") as caught:
        ledger.entries()
    assert caught.value.place == str(path)


@pytest.mark.parametrize("table", ["runs", "dispatches", "readings", "turns", "entries", "parties", "forms"])
def test_rows_are_only_ever_added(path: Path, table: str) -> None:
    with pytest.raises(sqlite3.IntegrityError, match="only ever added"):
        _alter(path, f"DELETE FROM {table}")
    with pytest.raises(sqlite3.IntegrityError, match="only ever added"):
        _alter(path, f"UPDATE {table} SET {'entry' if table == 'parties' else 'key'} = 0")
