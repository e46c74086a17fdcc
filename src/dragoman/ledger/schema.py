"""The tables of a ledger file, version by version; a file says its version in `user_version`.

Rows are only ever added, which triggers enforce. `newest` alone changes: it is an index that says
which reading of a dispatch is seen, and can be made again from `turns`.
"""

from __future__ import annotations

APPLICATION = 0x44524147  # "DRAG", in the header of the file, so that `file` and we can tell it.

# The day on which a dispatch counts as published: its latest possible day, else its earliest,
# else this word, which sorts after every ISO day and so is seen only when no day is asked for.
UNDATED = "undated"

_KEPT = ("forms", "runs", "dispatches", "readings", "turns", "entries", "parties", "links", "rulings")

_FIRST = (
    # How the fields of each record are named, in the order in which `record` holds them; the last
    # row of a record counts.
    "CREATE TABLE forms (key INTEGER PRIMARY KEY, record TEXT NOT NULL, fields TEXT NOT NULL) STRICT",
    "CREATE TABLE runs (key INTEGER PRIMARY KEY, record TEXT NOT NULL UNIQUE) STRICT",
    # The text stands here once, however often it is read.
    "CREATE TABLE dispatches (key INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, text TEXT NOT NULL) STRICT",
    # What was read, keyed by the hash of its content; `record` is the Dispatch without its text.
    """CREATE TABLE readings (
        key INTEGER PRIMARY KEY, dispatch INTEGER NOT NULL REFERENCES dispatches, digest TEXT NOT NULL,
        earliest TEXT, latest TEXT, day TEXT NOT NULL, record TEXT NOT NULL,
        UNIQUE (dispatch, digest)
    ) STRICT""",
    # Which run gave which reading, in order: the last one of a dispatch is the one seen.
    """CREATE TABLE turns (
        key INTEGER PRIMARY KEY, reading INTEGER NOT NULL REFERENCES readings,
        run INTEGER NOT NULL REFERENCES runs
    ) STRICT""",
    """CREATE TABLE newest (
        dispatch INTEGER PRIMARY KEY REFERENCES dispatches, id TEXT NOT NULL, day TEXT NOT NULL,
        reading INTEGER NOT NULL REFERENCES readings, run INTEGER NOT NULL REFERENCES runs
    ) STRICT""",
    "CREATE INDEX newest_by_day ON newest (day, id)",
    "CREATE INDEX newest_by_reading ON newest (reading)",
    # `record` is the whole Entry; the columns repeat what is asked for. `words` is the evidence.
    """CREATE TABLE entries (
        key INTEGER PRIMARY KEY, reading INTEGER NOT NULL REFERENCES readings, claim TEXT NOT NULL,
        kind TEXT NOT NULL, type TEXT, factuality TEXT NOT NULL, earliest TEXT, latest TEXT,
        words TEXT NOT NULL, record TEXT NOT NULL
    ) STRICT""",
    "CREATE INDEX entries_by_reading ON entries (reading)",
    "CREATE INDEX entries_by_claim ON entries (claim)",
    """CREATE TABLE parties (
        entry INTEGER NOT NULL REFERENCES entries, role TEXT NOT NULL, place INTEGER NOT NULL,
        entity TEXT, code TEXT, PRIMARY KEY (entry, role, place)
    ) STRICT, WITHOUT ROWID""",
    "CREATE INDEX parties_by_entity ON parties (entity, role) WHERE entity IS NOT NULL",
    "CREATE INDEX parties_by_code ON parties (code, role) WHERE code IS NOT NULL",
    """CREATE TABLE links (
        key INTEGER PRIMARY KEY, claim TEXT NOT NULL, other TEXT NOT NULL,
        run INTEGER NOT NULL REFERENCES runs, record TEXT NOT NULL, UNIQUE (claim, other, run, record)
    ) STRICT""",
    "CREATE INDEX links_by_other ON links (other)",
    """CREATE TABLE rulings (
        key INTEGER PRIMARY KEY, claim TEXT NOT NULL, day TEXT NOT NULL, record TEXT NOT NULL
    ) STRICT""",
    "CREATE INDEX rulings_by_claim ON rulings (claim)",
    """CREATE VIRTUAL TABLE words USING fts5 (
        text, content = 'dispatches', content_rowid = 'key',
        tokenize = 'porter unicode61 remove_diacritics 2'
    )""",
    *(
        f"""CREATE TRIGGER {table}_{verb} BEFORE {verb} ON {table}
        BEGIN SELECT RAISE (ABORT, 'a ledger is only ever added to'); END"""
        for table in _KEPT
        for verb in ("UPDATE", "DELETE")
    ),
)

# Version n is reached by MIGRATIONS[n - 1]. Never edit one that was released: add the next.
MIGRATIONS: tuple[tuple[str, ...], ...] = (_FIRST,)
VERSION = len(MIGRATIONS)
