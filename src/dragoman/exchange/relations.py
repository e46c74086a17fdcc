"""Tables of sentences with marked parties, and the same tables with the event between the parties."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Self

from dragoman.errors import TableError
from dragoman.exchange.marks import unmarked
from dragoman.exchange.tables import Row, rows_of, tab_line
from dragoman.model import Marked, Relation

MARKED, EVENT, CONFIDENCE = "marked_sentence", "event", "confidence"


@dataclass(frozen=True, slots=True)
class MarkedRow:
    """The cells of a row, and its marked sentence or the fault for which there is none."""

    cells: tuple[str, ...]
    sentence: Marked | TableError


@dataclass(frozen=True, slots=True)
class MarkedTable:
    """A tab-separated file with a column `marked_sentence`; `MarkedTable.open(path)` looks through it.

    `quoted` says whether quotation marks around a cell are taken off, as in CSV.
    """

    path: Path
    head: tuple[str, ...]
    quoted: bool

    @classmethod
    def open(cls, path: Path) -> Self:
        """The table in a file, read by CSV's rules unless bare quotation marks show that these do not hold.

        Raises TableError where the file cannot be read, is not UTF-8, is empty or lacks the column.
        """
        fit = _Fit.of(path, quoted=True)
        if fit.misfits or fit.tall:
            fit = min(fit, _Fit.of(path, quoted=False), key=_Fit.faults)
        if not fit.head:
            raise TableError("the table is empty", place=str(path), mend="Give one with a head and rows")
        if MARKED not in fit.head:
            fault = f"no column {MARKED}; there are: {', '.join(fit.head)}"
            mend = f'Call the column of marked sentences "{MARKED}", and put tabs between the columns'
            raise TableError(fault, place=str(path), at=f"line {fit.line}", mend=mend)
        return cls(path, fit.head, fit.quoted)

    def rows(self) -> Iterator[MarkedRow]:
        """The rows in their order, faulty ones among them; read as they are asked for."""
        lines = rows_of(self.path, quoted=self.quoted)
        next(lines, None)
        for row in lines:
            yield MarkedRow(row.cells, self._sentence(row))

    def title(self) -> str:
        """The head line of the table with events."""
        return tab_line(self._columns())

    def line(self, row: MarkedRow, relation: Relation | None = None, min_confidence: float = 0.0) -> str:
        """A row's line in the table with events; without a relation both its new cells are empty.

        The event is also empty where the confidence, as written, is below `min_confidence`.
        """
        sure = f"{relation.confidence:.4f}" if relation else ""
        event = relation.event if relation and float(sure) >= min_confidence else ""
        columns = self._columns()
        given = {columns.index(EVENT): event, columns.index(CONFIDENCE): sure}
        # The cells of a row that does not fit the head may be anything: none of them is replaced.
        fits = len(row.cells) == len(self.head)
        kept = iter([cell for i, cell in enumerate(row.cells) if not (fits and i in given)])
        placed = [given[i] if i in given else next(kept, "") for i in range(len(columns))]
        return tab_line([*placed, *kept])

    def _columns(self) -> tuple[str, ...]:
        return (*self.head, *(name for name in (EVENT, CONFIDENCE) if name not in self.head))

    def _sentence(self, row: Row) -> Marked | TableError:
        place, at = str(self.path), f"line {row.line}"
        if len(row.cells) != len(self.head):
            fault = f"the row has {len(row.cells)} cells, the head {len(self.head)}"
            return TableError(fault, place=place, at=at, mend="Put one tab between any two cells")
        try:
            return unmarked(row.cells[self.head.index(MARKED)])
        except TableError as error:
            return TableError(error.fault, place=place, at=at, mend=error.mend)


@dataclass(slots=True)
class _Fit:
    """How well one way of reading quotation marks fits a table, whose head begins in `line`.

    `misfits`: rows unlike the head, and lines against the rules of CSV; `wrong`: rows with a fault in
    their marks; `tall`: whether a row takes several lines, as cells with line breaks do.
    """

    quoted: bool
    head: tuple[str, ...] = ()
    line: int = 1
    misfits: int = 0
    wrong: int = 0
    tall: bool = False

    @classmethod
    def of(cls, path: Path, *, quoted: bool) -> Self:
        rows = rows_of(path, quoted=quoted, strict=quoted)
        fit = cls(quoted)
        for row in islice(rows, 1):
            fit.head, fit.line = row.cells, row.line
        if MARKED not in fit.head:
            fit.misfits = sys.maxsize
            return fit
        table = MarkedTable(path, fit.head, quoted)
        for row in rows:
            fit._count(row, table)
        return fit

    def faults(self) -> tuple[bool, int, int, bool]:
        """What to choose by: a head, the fewest misfits, then the fewest wrong rows, then one row a line."""
        return not self.head, self.misfits, self.wrong, self.tall

    def _count(self, row: Row, table: MarkedTable) -> None:
        self.tall = self.tall or row.height > 1
        if len(row.cells) != len(table.head):
            self.misfits += 1 if row.cells else row.height
        elif isinstance(table._sentence(row), TableError):
            self.wrong += 1
