"""Reads the lexicon's tables row by row, and says exactly where a row is not what it should be."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable

from dragoman.errors import LexiconError


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a table: its file, its number (from 1) and its cells by column."""

    file: str
    line: int
    cells: Mapping[str, str]

    def __getitem__(self, column: str) -> str:
        return self.cells[column]

    def fault(self, what: str, mend: str) -> LexiconError:
        """An error that names this line."""
        return LexiconError(what, place=self.file, at=f"line {self.line}", mend=mend)

    def one_of(self, column: str, allowed: Iterable[str]) -> str:
        """The cell, which must be one of the allowed words; LexiconError otherwise."""
        value = self.cells[column]
        if value not in allowed:
            raise self.fault(f"{column} is {value!r}", f"Use one of: {', '.join(sorted(allowed))}")
        return value

    def words(self, column: str) -> tuple[str, ...]:
        """The cell split at blanks, "-" being none; an empty cell is a LexiconError."""
        value = self.cells[column]
        if not value:
            raise self.fault(f"{column} is empty", 'Write "-" for nothing')
        return () if value == "-" else tuple(value.split())


def shipped_tables() -> Traversable:
    """The folder of the tables that come with the package."""
    return files("dragoman") / "data" / "lexicon"


def read_rows(folder: Traversable, name: str, columns: tuple[str, ...]) -> Iterator[Row]:
    """The rows of a tab-separated table; `#` lines are comments, the first other line is the header.

    Raises LexiconError where the file is missing or not UTF-8, the header differs from `columns`,
    or a row has too many or too few cells.
    """
    header_seen = False
    for number, line in enumerate(_lines(folder, name), start=1):
        if not line or line.startswith("#"):
            continue
        cells = tuple(line.split("\t"))
        if not header_seen:
            _check_header(name, number, cells, columns)
            header_seen = True
            continue
        if len(cells) != len(columns):
            raise LexiconError(
                f"{len(cells)} cells where {len(columns)} are needed",
                place=name,
                at=f"line {number}",
                mend=f"Separate by one tab each: {', '.join(columns)}",
            )
        yield Row(name, number, dict(zip(columns, cells, strict=True)))


def _lines(folder: Traversable, name: str) -> list[str]:
    try:
        return (folder / name).read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise LexiconError(
            f"the table cannot be read ({error.__class__.__name__})",
            place=name,
            mend="Install the package again, or restore the file as UTF-8",
        ) from error


def _check_header(name: str, number: int, cells: tuple[str, ...], columns: tuple[str, ...]) -> None:
    if cells != columns:
        raise LexiconError(
            f"the header is {', '.join(cells)}",
            place=name,
            at=f"line {number}",
            mend=f"It must be: {', '.join(columns)}",
        )
