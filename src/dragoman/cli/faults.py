"""How the command line tells of faults: one line each on standard error, never a traceback."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

import typer

from dragoman.errors import DragomanError
from dragoman.exchange.printable import printable


@contextmanager
def told() -> Iterator[None]:
    """Turn an error into its line and exit code 1; a closed pipe ends quietly."""
    try:
        yield
    except DragomanError as error:
        _line(error)
        raise typer.Exit(1) from None
    except BrokenPipeError:
        sys.stderr.close()
        raise typer.Exit(0) from None


def tell(errors: Iterable[DragomanError]) -> int:
    """Print what was refused; give the exit code: 0 where nothing was, 1 where something was."""
    code = 0
    for error in errors:
        _line(error)
        code = 1
    return code


def _line(error: DragomanError) -> None:
    typer.echo("dragoman: " + " ".join(printable(str(error)).split("\n")), err=True)
