"""Runs of the command line as a reader of the docs would make them: 80 columns, no colour."""

from __future__ import annotations

import re
import shlex
from contextlib import chdir
from functools import cache
from pathlib import Path

from typer.testing import CliRunner

from dragoman.cli import app
from tests.docs.blocks import ROOT

_PLAIN = {"COLUMNS": "80", "NO_COLOR": "1", "TERM": "dumb"}
_COLOUR = re.compile(r"\x1b\[[0-9;]*m")


def run(line: str, folder: Path = ROOT) -> tuple[int, str]:
    """Exit code and all that a command line prints; it begins with `dragoman` and runs in a folder."""
    program, *arguments = shlex.split(line)
    assert program == "dragoman", line
    with chdir(folder):
        result = CliRunner().invoke(app, arguments, env=_PLAIN, prog_name="dragoman")
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result.exit_code, _COLOUR.sub("", result.output)


@cache
def printed(line: str) -> str:
    """What a command line that ends well prints in the root of the project; run once."""
    status, text = run(line)
    assert status == 0, f"{line}: exit code {status}"
    return text
