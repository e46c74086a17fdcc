"""Opens a ledger file: makes it, checks that it is one, and brings it to this version."""

from __future__ import annotations

import sqlite3
import time
from pathlib import Path

from dragoman.errors import LedgerError
from dragoman.ledger.faults import told
from dragoman.ledger.records import forms
from dragoman.ledger.schema import APPLICATION, MIGRATIONS, VERSION
from dragoman.ledger.store import Run
from dragoman.model import Dispatch, Entry, Link, Ruling

_MAGIC = b"SQLite format 3\0"
_STRANGER = "Name another file; this one was left as it is"


def connect(path: Path | None, *, write: bool, patience: float) -> sqlite3.Connection:
    """A connection to a ledger of this version; None opens one in memory.

    `patience` is how many seconds to wait for other writers. Raises LedgerError where the file is
    not a ledger, of a newer version, locked, or missing while only reading was asked for.
    """
    place = str(path) if path else "ledger in memory"
    with told(place):
        if path:
            _check_file(path, write)
        address = f"{path.absolute().as_uri()}?mode={'rwc' if write else 'ro'}" if path else ":memory:"
        connection = sqlite3.connect(address, uri=True, timeout=patience, isolation_level=None)
        try:
            _prepare(connection, write=write, patience=patience)
        except BaseException:
            connection.close()
            raise
        return connection


def _check_file(path: Path, write: bool) -> None:
    try:
        if path.is_dir():
            raise LedgerError("this is a folder, not a ledger", mend="Name a file in it")
        if not path.exists():
            if write:
                return
            raise LedgerError(
                "there is no such ledger", mend="Check the name, or read dispatches into it first"
            )
        with path.open("rb") as file:
            head = file.read(len(_MAGIC))
    except OSError as error:
        raise LedgerError(
            f"the ledger cannot be opened: {error.strerror}", mend="Check your access"
        ) from error
    if head not in (b"", _MAGIC):
        raise LedgerError("this is not a ledger", mend=_STRANGER)


def _prepare(connection: sqlite3.Connection, *, write: bool, patience: float) -> None:
    connection.execute("BEGIN")  # One view of the header: another process may be making this file.
    version = _version(connection)
    connection.execute("COMMIT")
    if version < VERSION:
        if not write:
            raise LedgerError("the ledger is of an older version", mend="Open it once for writing")
        _use_wal(connection, patience)
        _migrate(connection)
    _check_forms(connection, write)
    # A killed process loses nothing that was committed; a power cut may lose the last dispatches,
    # whole, which reading the folder again restores.
    connection.execute("PRAGMA synchronous = NORMAL")
    connection.execute("PRAGMA cache_size = -65536")  # 64 MiB: the index of a million claims
    connection.execute("PRAGMA wal_autocheckpoint = 8000")  # pages: fold in seldom, it waits for the disk


def _version(connection: sqlite3.Connection) -> int:
    application: int = connection.execute("PRAGMA application_id").fetchone()[0]
    version: int = connection.execute("PRAGMA user_version").fetchone()[0]
    tables: int = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    if application != APPLICATION and (application or version or tables):
        raise LedgerError("this is a database, but not a ledger", mend=_STRANGER)
    if version > VERSION:
        fault = f"the ledger is of version {version}, this program knows {VERSION}"
        raise LedgerError(fault, mend="Use a newer dragoman")
    return version


def _check_forms(connection: sqlite3.Connection, write: bool) -> None:
    """Refuse a file whose records this program would misread; note fields that were added since."""
    known = dict(connection.execute("SELECT record, fields FROM forms ORDER BY key"))
    ours = {name: " ".join(fields) for name, fields in forms(Dispatch, Entry, Link, Ruling, Run).items()}
    if known == ours:
        return
    for name, fields in known.items():
        if f"{fields} ".startswith(f"{ours.get(name, '')} ") and fields != ours.get(name):
            raise LedgerError(f"the ledger holds newer fields of {name}", mend="Use a newer dragoman")
        if not f"{ours.get(name, '')} ".startswith(f"{fields} "):
            fault = f"the ledger holds {name} in another form"
            raise LedgerError(fault, mend="Use the program that wrote it, or read the dispatches anew")
    if write:
        rows = [(name, fields) for name, fields in ours.items() if known.get(name) != fields]
        connection.executemany("INSERT INTO forms (record, fields) VALUES (?, ?)", rows)


def _use_wal(connection: sqlite3.Connection, patience: float) -> None:
    # SQLite does not wait for a lock while it changes the journal's mode, so we do: several
    # processes may make the same file at once.
    connection.execute("PRAGMA page_size = 8192")  # entries of some 1,400 bytes fill it well
    end = time.monotonic() + patience
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or time.monotonic() > end:
                raise
            time.sleep(0.01)


def _migrate(connection: sqlite3.Connection) -> None:
    connection.execute("BEGIN IMMEDIATE")
    try:
        # Read again under the lock: another process may have been quicker.
        for step in MIGRATIONS[_version(connection) :]:
            for statement in step:
                connection.execute(statement)
        connection.execute(f"PRAGMA application_id = {APPLICATION}")
        connection.execute(f"PRAGMA user_version = {VERSION}")
        connection.execute("COMMIT")
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
