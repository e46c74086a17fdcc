"""The program as a process: closed pipes, standard error, and a terminal that is none."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

EXAMPLES = Path(__file__).parents[2] / "examples" / "kosovo-1998"
PROGRAM = [sys.executable, "-m", "dragoman"]


@pytest.mark.parametrize("command", ["claims", "brief", "annotate"])
def test_a_closed_pipe_ends_quietly(command: str, tmp_path: Path) -> None:
    note = tmp_path / "note.txt"
    note.write_text("Rebels bombed the convoy.", encoding="utf-8")
    reading, writing = os.pipe()
    os.close(reading)
    try:
        found = subprocess.run(
            [*PROGRAM, command, str(note)], stdout=writing, stderr=subprocess.PIPE, check=False
        )
    finally:
        os.close(writing)
    assert found.stderr.decode() == ""


def test_head_takes_one_line_of_many() -> None:
    with subprocess.Popen(
        [*PROGRAM, "claims", str(EXAMPLES)], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        assert running.stdout.readline().startswith(b'{"id"')
        running.stdout.close()
        assert running.stderr.read() == b""


def test_an_error_goes_to_standard_error_alone(tmp_path: Path) -> None:
    found = subprocess.run(
        [*PROGRAM, "brief", str(tmp_path / "missing.txt")], capture_output=True, text=True, check=False
    )
    assert found.returncode == 1
    assert found.stderr.startswith("dragoman: ")
    assert found.stderr.count("\n") == 1
    assert "Traceback" not in found.stderr + found.stdout


def test_a_pipe_gets_utf_8_whatever_the_locale(tmp_path: Path) -> None:
    note = tmp_path / "note.txt"
    note.write_text("Rebels bombed the convoy near Đakovica – “again”.", encoding="utf-8")
    for command in ("claims", "brief"):
        found = subprocess.run(
            [*PROGRAM, command, str(note)],
            capture_output=True, check=False, env=os.environ | {"PYTHONIOENCODING": "ascii"},
        )  # fmt: skip
        assert found.stderr == b""
        assert "near Đakovica" in found.stdout.decode("utf-8")
