"""The command line: `dragoman brief`, `dragoman claims`, `dragoman annotate`."""

from __future__ import annotations

from importlib.metadata import version
from typing import Annotated

import typer

from dragoman.cli import annotate, brief, claims

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
    app()
