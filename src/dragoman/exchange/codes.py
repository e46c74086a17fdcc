"""The numbers other event data use for a PLOVER type: its quad category and its CAMEO root."""

from __future__ import annotations

from functools import cache
from importlib import resources

from dragoman.model import Event


@cache
def _table() -> dict[tuple[str, str], tuple[int, str]]:
    """(type, mode) to (quad, CAMEO root), from data/exchange/plover.tsv, where the source is named."""
    page = resources.files("dragoman") / "data" / "exchange" / "plover.tsv"
    rows = [line for line in page.read_text(encoding="utf-8").splitlines() if line and line[0] != "#"]
    cells = (row.split("\t") for row in rows[1:])
    return {(sort, mode): (int(quad), cameo) for sort, mode, quad, cameo in cells}


def _row(event: Event) -> tuple[int, str] | None:
    if event.type is None:
        return None
    table = _table()
    return table.get((event.type, event.mode or "")) or table.get((event.type, ""))


def quad(event: Event) -> int | None:
    """1 verbal or 2 material cooperation, 3 verbal or 4 material conflict; None without a type."""
    row = _row(event)
    return row[0] if row else None


def cameo_root(event: Event) -> str | None:
    """The CAMEO root as two digits ("08"); None without a type."""
    row = _row(event)
    return row[1] if row else None
