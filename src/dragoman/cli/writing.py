"""Where a command writes: a file of the user's choice, or standard output."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from dragoman.errors import DragomanError


def check_apart(read: Path, out: Path | None) -> None:
    """Raise DragomanError where the file to write is the one that is read."""
    if out is not None and out.exists() and out.samefile(read):
        raise DragomanError(
            "this is the file that is read", place=str(out), mend="Choose another file with --out"
        )


@contextmanager
def opened(out: Path | None) -> Iterator[BinaryIO]:
    """Where a table goes, as bytes: its line breaks are its own on every system."""
    if out is None:
        yield sys.stdout.buffer
        return
    try:
        with out.open("wb") as file:
            yield file
    except BrokenPipeError:
        raise
    except OSError as problem:
        fault = f"the file cannot be written ({problem.strerror})"
        raise DragomanError(fault, place=str(out), mend="Choose another place with --out") from None
