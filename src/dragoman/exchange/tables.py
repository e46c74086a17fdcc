"""Tab-separated tables as people publish them: quoted as CSV is, or with quotation marks that only quote."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from dragoman.errors import TableError

_LONGEST = 2**31 - 1
"""Code points of a cell: the csv module's own limit would stop at a sentence that is only too long."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table: the line it begins in, how many lines it takes, its cells.

    Without cells it is a stretch that breaks the rules of CSV; only strict reading gives such rows.
    """

    line: int
    height: int
    cells: tuple[str, ...]


def rows_of(path: Path, *, quoted: bool, strict: bool = False) -> Iterator[Row]:
    """The rows of a UTF-8 file in their order, the head among them, blank lines left out.

    Cells are as they stand, unless `quoted`: then quotation marks around a cell are taken off, and
    `strict` insists on CSV's rules. Raises TableError where the file cannot be read or is not UTF-8.
    """
    csv.field_size_limit(_LONGEST)
    rule: Literal[0, 3] = csv.QUOTE_MINIMAL if quoted else csv.QUOTE_NONE
    with _told(path), path.open(encoding="utf-8-sig", newline="") as file:
        reader = csv.reader(file, delimiter="\t", quoting=rule, strict=strict)
        while True:
            before = reader.line_num
            try:
                cells = next(reader, None)
                broken = False
            except csv.Error:
                cells, broken = [], True
            if cells is None:
                return
            if cells or broken:
                yield Row(before + 1, reader.line_num - before, tuple(cells))


def tab_line(cells: Sequence[str]) -> str:
    """A row as a line of a tab-separated file with CSV quoting, its line end included.

    By hand, because csv.writer before Python 3.13 leaves a lone carriage return without quotes.
    """
    return "\t".join(map(_cell, cells)) + "\n"


def _cell(text: str) -> str:
    return '"' + text.replace('"', '""') + '"' if any(c in text for c in '\t\n\r"') else text


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """Turn what may go wrong with a file into a TableError that names it."""
    if path.exists() and not path.is_file():
        # A table is read more than once, and a pipe can only be read once.
        fault = "this is a folder, pipe or device, not a file"
        raise TableError(fault, place=str(path), mend="Save the table to a file and give that")
    try:
        yield
    except UnicodeDecodeError:
        at = f"line {_undecodable(path)}"
        raise TableError("not UTF-8", place=str(path), at=at, mend="Save the table as UTF-8") from None
    except FileNotFoundError:
        raise TableError("no such file", place=str(path), mend="Check the spelling of the path") from None
    except OSError as problem:
        fault = f"the table cannot be read ({problem.strerror})"
        raise TableError(fault, place=str(path), mend="Check the path and your rights") from None


def _undecodable(path: Path) -> int:
    """The number of the first line that is not UTF-8."""
    with path.open("rb") as file:
        for number, line in enumerate(file, 1):
            try:
                line.decode("utf-8")
            except UnicodeDecodeError:
                return number
    return 1
