"""The command line: one module for each command of `dragoman`."""

from __future__ import annotations

import io
import sys
from importlib.metadata import version
from typing import Annotated

import typer

from dragoman.cli import annotate, brief, claims, date, registry, relations, resolve

app = typer.Typer(
    help="Read diplomatic and conflict dispatches and keep the ledger of a crisis.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command("brief")(brief.brief)
app.command("claims")(claims.claims)
app.command("annotate")(annotate.annotate)
app.command("date")(date.date)
app.command("relations")(relations.relations)
app.command("resolve")(resolve.resolve)
app.add_typer(registry.app, name="registry")


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"dragoman {version('dragoman')}")
        raise typer.Exit


@app.callback()
def _options(
    _show: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and stop.")
    ] = False,
) -> None:
    """Read diplomatic and conflict dispatches and keep the ledger of a crisis."""


def main() -> None:
    """Run the command line."""
    _set_writing()
    app()


def _set_writing() -> None:
    """Write UTF-8 to files and pipes; on a terminal of another encoding, escape what it cannot show."""
    for stream in (sys.stdout, sys.stderr):
        if not isinstance(stream, io.TextIOWrapper):
            continue
        if stream.isatty():
            stream.reconfigure(errors="backslashreplace")
        else:
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
