"""Where the registry's rows come from: the package's tables, and what a user's overlay adds or replaces."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice

from dragoman.registry.tables import read_lines, read_rows, read_table

Row = Sequence[str]


@dataclass(frozen=True)
class Source:
    """The rows of every table.

    `added` are rows by table, `dropped` the beginnings of rows that they stand in for: ("Q9545",
    "RUS", "foreign minister") in `terms.tsv.gz` drops all rows that begin so.
    """

    added: Mapping[str, Sequence[Mapping[str, str]]] = field(default_factory=dict)
    dropped: Mapping[str, frozenset[tuple[str, ...]]] = field(default_factory=dict)

    def table(self, name: str) -> list[list[str]]:
        """The rows of a table as lists, without the heading."""
        head, rows = read_table(name)
        dropped, added = self.dropped.get(name, frozenset()), self.added.get(name, ())
        if dropped:
            lengths = {len(key) for key in dropped}
            rows = [row for row in rows if not any(tuple(row[:n]) in dropped for n in lengths)]
        return [*rows, *([row.get(column, "") for column in head] for row in added)]

    def lines(self, name: str) -> Iterator[str]:
        """The rows of a table as lines, without the heading; read as they are asked for."""
        if name in self.added or name in self.dropped:
            return ("\t".join(row) for row in self.table(name))
        return islice(read_lines(name), 1, None)

    def rows(self, name: str) -> list[dict[str, str]]:
        """The rows of a table by column."""
        if name not in self.added and name not in self.dropped:
            return read_rows(name)
        head, _ = read_table(name)
        return [dict(zip(head, row, strict=True)) for row in self.table(name)]


OWN = "overlay "
"""How the source of an overlay's row begins."""

PACKAGE = Source()
"""The package's tables alone."""
