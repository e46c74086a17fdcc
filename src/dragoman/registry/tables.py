"""Reading and writing the registry's tables: tab-separated, with a heading, plain or compressed."""

from __future__ import annotations

import gzip
from collections.abc import Iterable, Iterator
from datetime import date
from importlib import resources
from pathlib import Path

from dragoman.errors import RegistryError

FOLDER = Path(str(resources.files("dragoman"))) / "data" / "registry"


def read_rows(name: str, folder: Path = FOLDER) -> list[dict[str, str]]:
    """The rows of a table by column; RegistryError where a row has too many or too few."""
    head, rows = read_table(name, folder)
    return [dict(zip(head, row, strict=True)) for row in rows]


def read_table(name: str, folder: Path = FOLDER) -> tuple[list[str], list[list[str]]]:
    """The heading and the rows of a table; RegistryError where it is missing or out of shape."""
    head, *rows = (line.split("\t") for line in read_lines(name, folder))
    for number, row in enumerate(rows, 2):
        if len(row) != len(head):
            raise RegistryError(
                f"{len(row)} columns, the heading has {len(head)}",
                place=name,
                at=f"line {number}",
                mend="Give every column, empty where nothing is known",
            )
    return head, rows


def read_lines(name: str, folder: Path = FOLDER) -> Iterator[str]:
    """The lines of a table, heading first, empty ones left out; RegistryError where it cannot be read."""
    try:
        data = (folder / name).read_bytes()
        data = gzip.decompress(data) if name.endswith(".gz") else data
        yield from (line.decode("utf-8") for line in data.split(b"\n") if line)
    except (OSError, EOFError, UnicodeDecodeError) as error:
        raise RegistryError(
            f"cannot be read: {error}", place=name, mend="Install the package again, or build the tables"
        ) from error


def write_table(path: Path, head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> int:
    """Write a table, compressed where the name says so, the same bytes for the same rows."""
    lines = ["\t".join(head), *("\t".join(row) for row in rows)]
    data = ("\n".join(lines) + "\n").encode("utf-8")
    path.write_bytes(gzip.compress(data, compresslevel=9, mtime=0) if path.name.endswith(".gz") else data)
    return len(lines) - 1


def first_day(text: str) -> date | None:
    """The first day that "1998", "1998-06" or "1998-06-11" can mean; None for nothing."""
    if not text:
        return None
    parts = [int(part) for part in text.split("-")]
    return date(*parts, *[1] * (3 - len(parts)))


def last_day(text: str) -> date | None:
    """The last day that "1998", "1998-06" or "1998-06-11" can mean; None for nothing."""
    if not text:
        return None
    parts = [int(part) for part in text.split("-")]
    if len(parts) == 1:
        return date(parts[0], 12, 31)
    if len(parts) == 2:
        return date(parts[0] + parts[1] // 12, parts[1] % 12 + 1, 1) - date.resolution
    return date(*parts)


def spread(rows: Iterable[dict[str, str]], column: str = "words") -> Iterator[tuple[str, dict[str, str]]]:
    """Each of the alternatives in a column (parted by "|") with its row."""
    for row in rows:
        for words in row[column].split("|"):
            yield words, row
