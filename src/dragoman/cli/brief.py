"""`dragoman brief`: what an analyst is told in the morning, in the terminal or as a file."""

from __future__ import annotations

import json
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from dragoman.cli.faults import tell, told
from dragoman.cli.options import AsOf, MinConfidence, OverlayFile, Published, day_of
from dragoman.errors import DispatchError, DragomanError
from dragoman.exchange.briefs import brief_record
from dragoman.exchange.markdown import brief_markdown
from dragoman.exchange.page import brief_html
from dragoman.exchange.terminal import ROWS, brief_terminal
from dragoman.ledger import Ledger
from dragoman.model import Brief
from dragoman.pipeline import Desk
from dragoman.run import brief_from, read_into


class Form(StrEnum):
    """What `dragoman brief` can print."""

    text = "text"
    json = "json"
    markdown = "markdown"


def brief(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(
            help="Dispatches: text or Markdown files, or folders of them, read together.", show_default=False
        ),
    ] = None,
    ledger: Annotated[
        Path | None,
        typer.Option(
            "--ledger", metavar="FILE", help="Keep the lines in this file, and brief on all it holds."
        ),
    ] = None,
    published: Published = None,
    as_of: AsOf = None,
    min_confidence: MinConfidence = 0.0,
    registry: OverlayFile = None,
    out: Annotated[
        Path | None,
        typer.Option("--out", metavar="FILE", help="Also write the brief to a .html, .md or .json file."),
    ] = None,
    form: Annotated[Form, typer.Option("--format", help="What to print.")] = Form.text,
    every: Annotated[bool, typer.Option("--all", help="Print every line of every section.")] = False,
) -> None:
    """Tell where a crisis stands: agenda, events, positions, demands, commitments, what is not known."""
    with told():
        _checked(paths, ledger, out)
        desk, seen = Desk(overlay=registry), day_of(as_of, "--as-of")
        with Ledger.open(ledger, write=bool(paths)) as book:
            refused = read_into(book, paths or [], desk, day_of(published, "--published"))
            if refused and not book.dispatches():
                raise typer.Exit(tell(refused))
            told_brief = brief_from(book, desk, seen, min_confidence)
        _print(told_brief, form, every=every)
        if out is not None:
            _write(told_brief, out)
        raise typer.Exit(tell(refused))


def _checked(paths: list[Path] | None, ledger: Path | None, out: Path | None) -> None:
    if not paths and ledger is None:
        raise DispatchError(
            "nothing to read", mend="Name dispatches or a folder of them, or a ledger with --ledger FILE"
        )
    if out is not None and out.suffix.lower() not in _WRITERS:
        raise DragomanError(
            f"a brief cannot be written as {out.suffix or 'a file without ending'}",
            place=str(out),
            mend="Use a name that ends in .html, .md or .json",
        )


def _json(brief: Brief) -> str:
    return json.dumps(brief_record(brief), ensure_ascii=False, indent=1) + "\n"


_WRITERS = {".html": brief_html, ".md": brief_markdown, ".json": _json}


def _print(brief: Brief, form: Form, *, every: bool) -> None:
    if form is Form.text:
        brief_terminal(brief, Console(), rows=0 if every else ROWS)
    else:
        typer.echo(_json(brief) if form is Form.json else brief_markdown(brief))


def _write(brief: Brief, out: Path) -> None:
    text = _WRITERS[out.suffix.lower()](brief)
    try:
        out.write_text(text, encoding="utf-8")
    except OSError as problem:
        raise DragomanError(
            f"the brief cannot be written ({problem.strerror})",
            place=str(out),
            mend="Choose another place with --out",
        ) from None
    typer.echo(f"\nWritten to {out}", err=True)
