"""`dragoman resolve`: who is meant by mentions that are marked already, line by line."""

from __future__ import annotations

from itertools import chain, islice
from pathlib import Path
from typing import Annotated

import typer

from dragoman.cli.faults import tell, told
from dragoman.cli.options import OverlayFile
from dragoman.cli.writing import check_apart, opened
from dragoman.errors import TableError
from dragoman.exchange.questions import QuestionLine, answer_line, questions_in
from dragoman.model import Question
from dragoman.pipeline import Desk


def resolve(
    mentions: Annotated[
        Path,
        typer.Argument(
            metavar="IN.jsonl",
            help="One JSON object a line: sentence, start, end, text, day.",
            show_default=False,
        ),
    ],
    out: Annotated[
        Path | None,
        typer.Option(
            "--out", metavar="OUT.jsonl", help="Write to this file; - is standard output, as without."
        ),
    ] = None,
    registry: OverlayFile = None,
) -> None:
    """Print marked mentions with who is meant on the day, line by line, with score and reason."""
    with told():
        out = None if out == Path("-") else out
        check_apart(mentions, out)
        code, desk, lines = 0, Desk(overlay=registry), questions_in(mentions)
        # The first line is answered before OUT is touched: a fault of the whole leaves it as it was.
        first = [(line, _answer(line, desk)) for line in islice(lines, 1)]
        if not first:
            raise TableError("the file has no line", place=str(mentions), mend="Give one JSON object a line")
        with opened(out) as sink:
            for line, answer in chain(first, ((line, _answer(line, desk)) for line in lines)):
                sink.write(answer.encode())
                code |= tell([line.question] if isinstance(line.question, TableError) else [])
        if out is not None:
            typer.echo(f"Written to {out}", err=True)
        raise typer.Exit(code)


def _answer(line: QuestionLine, desk: Desk) -> str:
    return answer_line(line, desk.answer(line.question) if isinstance(line.question, Question) else ())
