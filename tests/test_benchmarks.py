"""The benchmark runs, prints what the docs quote, and stays within its memory."""

from __future__ import annotations

import re
import subprocess
import sys
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[1]
MOST_MEMORY = 700


@cache
def printed() -> str:
    """What one round of the benchmark prints."""
    told = subprocess.run(
        [sys.executable, "-m", "benchmarks", "--rounds", "1"],
        cwd=ROOT, capture_output=True, text=True, check=False, timeout=120,
    )  # fmt: skip
    assert told.returncode == 0, told.stderr
    return told.stdout


def test_it_prints_machine_and_versions() -> None:
    first = printed().splitlines()[0]
    assert "processors, Python 3." in first
    assert re.search(r"onnxruntime \d", first)


def test_it_prints_each_speed_and_what_the_reader_is_to_it() -> None:
    line = re.compile(
        r"^ *([\w' -]+): +([\d.]+) sentences/s \(median\); the reader is ([\d.]+) times as fast$",
        re.MULTILINE,
    )
    found = {name: (float(speed), float(ratio)) for name, speed, ratio in line.findall(printed())}
    assert set(found) == {
        "bare encoder",
        "reader",
        "with claims",
        "end to end",
        "RoBERTa-base",
        "NGEC's stack",
    }
    assert found["reader"][1] == 1.0
    assert 0 < found["bare encoder"][1] <= 1.1
    assert found["NGEC's stack"][1] > found["RoBERTa-base"][1] > 1
    assert all(speed > 0 for speed, _ in found.values())


def test_one_sentence_alone_is_timed() -> None:
    alone = re.search(r"^one sentence alone: ([\d.]+) ms \(median\)$", printed(), re.MULTILINE)
    assert alone is not None
    assert 0 < float(alone[1]) < 1000


def test_memory_stays_within_bounds() -> None:
    peak = re.search(r"^peak memory while reading: (\d+) MB$", printed(), re.MULTILINE)
    assert peak is not None
    assert 0 < int(peak[1]) < MOST_MEMORY
