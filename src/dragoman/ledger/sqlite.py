"""A ledger kept in one SQLite file, written ahead (WAL) so that readers never wait for writers."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from hashlib import blake2b
from pathlib import Path
from typing import cast

from dragoman.errors import LedgerError
from dragoman.ledger import asking, searching
from dragoman.ledger.faults import told
from dragoman.ledger.opening import connect
from dragoman.ledger.records import decode, encode, encode_all
from dragoman.ledger.schema import UNDATED
from dragoman.ledger.store import Added, Ask, Hit, Sheet, T
from dragoman.model import Days, Dispatch, Entry, Link, Ruling

PATIENCE = 30.0  # seconds to wait for other writers; a transaction takes milliseconds


class SqliteStore:
    """The store in one file; None keeps it in memory. See `Store` for what the verbs promise.

    One store belongs to one thread; any number of processes may open the same file.
    """

    def __init__(self, path: Path | None, *, write: bool = True, patience: float = PATIENCE) -> None:
        self._place = str(path) if path else "ledger in memory"
        self._connection = connect(path, write=write, patience=patience)

    def close(self) -> None:
        """Let go of the file; the last to close it folds the write-ahead log into it."""
        with told(self._place):
            self._connection.close()

    def append(self, page: Sheet | Ruling) -> Added:
        """Write it in one transaction: after a kill it is there whole or not at all."""
        with told(self._place):
            return self._append_ruling(page) if isinstance(page, Ruling) else self._append_sheet(page)

    def select(self, sort: type[T], ask: Ask) -> Iterator[T]:
        """The records of that sort that are asked for."""
        query, values = asking.question(sort, ask)
        with told(self._place):
            for row in self._connection.execute(query, values):
                yield _record(sort, row)

    def search(self, words: str, as_of: date | None, limit: int) -> tuple[Hit, ...]:
        """Where all these words stand, best first."""
        with told(self._place):
            return searching.search(self._connection, words, as_of, limit)

    # -- writing ------------------------------------------------------------------------------

    @contextmanager
    def _transaction(self) -> Iterator[sqlite3.Connection]:
        # IMMEDIATE takes the writer's lock at once, so that what is read within stays true.
        self._connection.execute("BEGIN IMMEDIATE")
        try:
            yield self._connection
            self._connection.execute("COMMIT")
        finally:
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")

    def _append_ruling(self, ruling: Ruling) -> Added:
        line = encode(ruling)
        with self._transaction() as connection:
            if not connection.execute("SELECT 1 FROM entries WHERE claim = ?", (ruling.claim,)).fetchone():
                raise LedgerError(f"no claim {ruling.claim!r}", mend="Rule on a claim that the ledger holds")
            row = (ruling.claim, ruling.day.isoformat(), line)
            connection.execute("INSERT INTO rulings (claim, day, record) VALUES (?, ?, ?)", row)
        return Added()

    def _append_sheet(self, sheet: Sheet) -> Added:
        # Everything is encoded before the lock is taken, to hold it shortly.
        record, made, *lines = encode_all((replace(sheet.dispatch, text=""), sheet.run, *sheet.entries))
        digest = _digest(sheet.dispatch, lines)
        with self._transaction() as connection:
            run = _run(connection, made)
            dispatch, fresh = _keep_text(connection, sheet.dispatch)
            links = _keep_links(connection, sheet.links, run)
            if _newest(connection, dispatch) == (digest, run):
                return Added(links=links, known=1)
            reading, written = _keep_reading(connection, dispatch, digest, sheet.dispatch.published, record)
            if written:
                _keep_entries(connection, reading, sheet.entries, lines)
            _take_turn(connection, sheet.dispatch, (dispatch, reading, run))
        return Added(int(fresh), 1, len(lines) if written else 0, links)


def _digest(dispatch: Dispatch, lines: list[str]) -> str:
    # Without the path: the same text under another name, or read from another folder, is known.
    digest = blake2b(encode(replace(dispatch, path="")).encode(), digest_size=16)
    for line in lines:
        digest.update(line.encode())
    return digest.hexdigest()


def _run(connection: sqlite3.Connection, record: str) -> int:
    found = connection.execute("SELECT key FROM runs WHERE record = ?", (record,)).fetchone()
    return found[0] if found else _insert(connection, "INSERT INTO runs (record) VALUES (?)", (record,))


def _insert(connection: sqlite3.Connection, query: str, values: tuple[str | int | None, ...]) -> int:
    return cast(int, connection.execute(query, values).lastrowid)


def _keep_text(connection: sqlite3.Connection, dispatch: Dispatch) -> tuple[int, bool]:
    found = connection.execute("SELECT key, text FROM dispatches WHERE id = ?", (dispatch.id,)).fetchone()
    if found:
        if found[1] != dispatch.text:
            raise LedgerError(
                "another text is known under this id", at=dispatch.id, mend="An id must be a hash of the text"
            )
        return found[0], False
    row = (dispatch.id, dispatch.text)
    key = _insert(connection, "INSERT INTO dispatches (id, text) VALUES (?, ?)", row)
    connection.execute("INSERT INTO words (rowid, text) VALUES (?, ?)", (key, dispatch.text))
    return key, True


def _keep_links(connection: sqlite3.Connection, links: tuple[Link, ...], run: int) -> int:
    before = connection.total_changes
    connection.executemany(
        "INSERT OR IGNORE INTO links (claim, other, run, record) VALUES (?, ?, ?, ?)",
        [(link.claim, link.other, run, line) for link, line in zip(links, encode_all(links), strict=True)],
    )
    return connection.total_changes - before


def _newest(connection: sqlite3.Connection, dispatch: int) -> tuple[str, int] | None:
    query = "SELECT r.digest, n.run FROM newest n JOIN readings r ON r.key = n.reading WHERE n.dispatch = ?"
    found: tuple[str, int] | None = connection.execute(query, (dispatch,)).fetchone()
    return found


def _keep_reading(
    connection: sqlite3.Connection, dispatch: int, digest: str, published: Days, record: str
) -> tuple[int, bool]:
    identity = (dispatch, digest)
    query = "SELECT key FROM readings WHERE dispatch = ? AND digest = ?"
    if found := connection.execute(query, identity).fetchone():
        return found[0], False
    day = published.latest or published.earliest
    key = _insert(
        connection,
        "INSERT INTO readings (dispatch, digest, earliest, latest, day, record) VALUES (?, ?, ?, ?, ?, ?)",
        (*identity, _iso(published.earliest), _iso(published.latest), _iso(day) or UNDATED, record),
    )
    return key, True


def _keep_entries(
    connection: sqlite3.Connection, reading: int, entries: tuple[Entry, ...], lines: list[str]
) -> None:
    first = connection.execute("SELECT coalesce(max(key), 0) + 1 FROM entries").fetchone()[0]
    connection.executemany(
        "INSERT INTO entries VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
            (key, reading, *_columns(entry), line)
            for key, (entry, line) in enumerate(zip(entries, lines, strict=True), first)
        ],
    )
    connection.executemany(
        "INSERT INTO parties VALUES (?, ?, ?, ?, ?)",
        [row for key, entry in enumerate(entries, first) for row in _parties(key, entry)],
    )


def _columns(entry: Entry) -> tuple[str | None, ...]:
    claim = entry.claim
    when = claim.when
    return (
        claim.id,
        claim.kind,
        claim.event.type,
        claim.factuality,
        _iso(when.earliest),
        _iso(when.latest),
        claim.evidence.text,
    )


def _parties(key: int, entry: Entry) -> Iterator[tuple[int, str, int, str | None, str | None]]:
    roles = (("actor", entry.actors), ("recipient", entry.recipients), ("speaker", entry.speakers))
    for role, parties in roles:
        for place, party in enumerate(parties):
            who = party.resolution
            if who.entity is not None or who.code is not None:
                yield key, role, place, who.entity, who.code


def _take_turn(connection: sqlite3.Connection, dispatch: Dispatch, keys: tuple[int, int, int]) -> None:
    number, reading, run = keys
    connection.execute("INSERT INTO turns (reading, run) VALUES (?, ?)", (reading, run))
    connection.execute(
        "INSERT OR REPLACE INTO newest (dispatch, id, day, reading, run)"
        " SELECT ?, ?, day, key, ? FROM readings WHERE key = ?",
        (number, dispatch.id, run, reading),
    )


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _record(sort: type[T], row: tuple[str, ...]) -> T:
    record = decode(sort, row[0])
    # The text is kept once, beside all readings of it.
    return replace(record, text=row[1]) if isinstance(record, Dispatch) else record
