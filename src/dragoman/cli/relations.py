"""`dragoman relations`: the event between parties that are marked already, row by row of a table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain, islice
from pathlib import Path
from typing import Annotated

import typer

from dragoman.cli.faults import tell, told
from dragoman.cli.options import MinConfidence
from dragoman.cli.writing import check_apart, opened
from dragoman.errors import TableError
from dragoman.exchange.relations import MarkedRow, MarkedTable
from dragoman.model import Marked, Relation
from dragoman.pipeline import Desk

CHUNK = 512
"""Rows that are read, judged and written at a time."""


def relations(
    table: Annotated[
        Path,
        typer.Argument(
            metavar="IN.tsv",
            help="Tab-separated table with a column marked_sentence: <s>actor</s>, <t>recipient</t>.",
            show_default=False,
        ),
    ],
    out: Annotated[
        Path | None,
        typer.Option(
            "--out", metavar="OUT.tsv", help="Write the table to this file; - is standard output, as without."
        ),
    ] = None,
    min_confidence: MinConfidence = 0.0,
) -> None:
    """Print a table of marked sentences with the event between actor and recipient, and how sure it is."""
    with told():
        marked = MarkedTable.open(table)
        out = None if out == Path("-") else out
        check_apart(table, out)
        code, desk, chunks = 0, Desk(), _chunks(marked.rows())
        # The first rows are judged before OUT is touched: a reader that cannot be loaded leaves it as it was.
        first = _judged(next(chunks), desk)
        with opened(out) as sink:
            sink.write(marked.title().encode())
            for judged in chain([first], (_judged(chunk, desk) for chunk in chunks)):
                lines = (marked.line(row, relation, min_confidence) for row, relation in judged)
                sink.write("".join(lines).encode())
                sink.flush()
                code |= tell(row.sentence for row, _ in judged if isinstance(row.sentence, TableError))
        if out is not None:
            typer.echo(f"Written to {out}", err=True)
        raise typer.Exit(code)


def _chunks(rows: Iterator[MarkedRow]) -> Iterator[list[MarkedRow]]:
    """The rows by the chunk; of no rows, one empty chunk."""
    yield list(islice(rows, CHUNK))
    while chunk := list(islice(rows, CHUNK)):
        yield chunk


def _judged(rows: Sequence[MarkedRow], desk: Desk) -> list[tuple[MarkedRow, Relation | None]]:
    """Each row with its relation, None for a faulty one."""
    sentences = [row.sentence for row in rows if isinstance(row.sentence, Marked)]
    found = iter(desk.relations(sentences) if sentences else ())
    return [(row, next(found) if isinstance(row.sentence, Marked) else None) for row in rows]
