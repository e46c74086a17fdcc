"""What went wrong with a ledger file, in words that say what to do next."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from dragoman.errors import LedgerError

_DAMAGED = (
    "the ledger is damaged",
    "Restore a copy, or read the dispatches again into a new file",
)
_LOCKED = ("another process is writing to the ledger", "Wait for it to end and try again")

# SQLite's primary result code, to fault and mend.
_FAULTS: dict[int, tuple[str, str]] = {
    sqlite3.SQLITE_BUSY: _LOCKED,
    sqlite3.SQLITE_LOCKED: _LOCKED,
    sqlite3.SQLITE_READONLY: (
        "the ledger may only be read",
        "Make the file and its folder writable, or work on a copy",
    ),
    sqlite3.SQLITE_PERM: ("the ledger may not be opened", "Ask its owner for access"),
    sqlite3.SQLITE_CANTOPEN: (
        "the ledger cannot be opened",
        "Check that its folder exists and that you may write there",
    ),
    sqlite3.SQLITE_NOTADB: ("this is not a ledger", "Name another file; this one was left as it is"),
    sqlite3.SQLITE_CORRUPT: _DAMAGED,
    sqlite3.SQLITE_FULL: ("the disk is full", "Free some space and read the dispatches again"),
    sqlite3.SQLITE_IOERR: ("the disk failed to read or write", "Check the disk and try again"),
}


@contextmanager
def told(place: str) -> Iterator[None]:
    """Turn whatever SQLite raises within into a LedgerError that names the file, fault and mend."""
    try:
        yield
    except LedgerError as error:
        if error.place:
            raise
        raise LedgerError(error.fault, place=place, at=error.at, mend=error.mend) from error
    except sqlite3.Error as error:
        fault, mend = _FAULTS.get(getattr(error, "sqlite_errorcode", 0) & 0xFF, (str(error), ""))
        raise LedgerError(fault, place=place, mend=mend) from error
    except UnicodeEncodeError as error:
        fault = "a record holds a half character (a lone surrogate), which no text can carry"
        raise LedgerError(fault, place=place, mend="Rename the file or decode it anew") from error
