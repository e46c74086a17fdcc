"""Every error dragoman raises on purpose: what was read, where, what is wrong, what to do next.

A user sees one line per error, never a traceback; a program catches `DragomanError`.
"""

from __future__ import annotations


class DragomanError(Exception):
    """The root of the tree: names the file, the place in it, the fault and the mend.

    `place` is a file or address, `at` a position in it ("line 3", "byte 17"), either may be empty.
    """

    def __init__(self, fault: str, *, place: str = "", at: str = "", mend: str = "") -> None:
        self.fault = fault
        self.place = place
        self.at = at
        self.mend = mend
        super().__init__(str(self))

    def __str__(self) -> str:
        where = ", ".join(part for part in (self.place, self.at) if part)
        head = f"{where}: {self.fault}" if where else self.fault
        return f"{head}. {self.mend}" if self.mend else head


class DispatchError(DragomanError):
    """A dispatch could not be read: missing, binary, too large, not text."""


class DayError(DragomanError):
    """A day given by the user is not an ISO day such as 1998-06-11."""


class ReaderError(DragomanError):
    """The reader's weights are missing, damaged, or of another version."""


class RegistryError(DragomanError):
    """A registry table or a user's overlay does not hold what it should."""


class LexiconError(DragomanError):
    """A line of the event lexicon does not hold what it should."""


class TableError(DragomanError):
    """A table of marked sentences, or a row of it, does not hold what it should."""


class LedgerError(DragomanError):
    """The ledger file is missing, locked, damaged, or of a newer version."""
