"""Resolutions a second, by how much of the list is new, beside two plainer ways; load and memory.

The list is that of tests/registry/mentions.tsv: names, titles, offices, bodies, groups and places, each
with its day. A stream as corpora have it draws from it with Zipf's frequencies.
"""

from __future__ import annotations

import csv
import random
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import partial
from pathlib import Path

from rapidfuzz import fuzz, process

from benchmarks.machine import peak_memory
from dragoman.registry import Registry
from dragoman.registry.spelling import fold

GOLD = Path(__file__).parents[1] / "tests" / "registry" / "mentions.tsv"
STREAM = 100_000
PEER = 40
Ask = tuple[str, date]


def mentions() -> list[Ask]:
    """The mentions of the list, each with its day."""
    with GOLD.open(encoding="utf-8", newline="") as lines:
        rows = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [
            (row["sentence"].partition("[[")[2].partition("]]")[0], date.fromisoformat(row["day"]))
            for row in rows
        ]


def stream(asks: list[Ask]) -> list[Ask]:
    """The mentions as often as a corpus would have them: the n-th with a frequency of 1/n."""
    rng = random.Random(1)
    rng.shuffle(asks)
    return rng.choices(asks, [1 / n for n in range(1, len(asks) + 1)], k=STREAM)


def rates(rounds: int) -> Iterator[tuple[str, float]]:
    """What was asked, and the median of the resolutions a second over some rounds."""
    asks = mentions()
    later = [(words, day + timedelta(days=1)) for words, day in asks]
    plan: dict[str, tuple[list[Ask], list[Ask]]] = {
        "each mention new": ([], asks),
        "known mentions, new days": (asks, later),
        f"a stream of {STREAM} as in a corpus": ([], stream(list(asks))),
        "known mentions, known days": (asks, asks * 50),
    }
    for name, (before, asked) in plan.items():
        yield name, statistics.median(_rate(before, asked) for _ in range(rounds))


def _rate(before: list[Ask], asked: list[Ask]) -> float:
    """Resolutions a second of a registry that has been asked some before."""
    registry = Registry()
    registry.place("London")
    for words, day in before:
        registry.resolve(words, day)
    return _speed(lambda: [registry.resolve(words, day) for words, day in asked], len(asked))


def _speed(work: Callable[[], object], count: int) -> float:
    began = time.perf_counter()
    work()
    return count / (time.perf_counter() - began)


def peers() -> Iterator[tuple[str, float]]:
    """Two plainer ways over the same names, no days and no titles: a look-up, and the nearest spelling."""
    registry, asks = Registry(), [fold(words) for words, _ in mentions()]
    names = {fold(name): key for key, spelt in registry.people.spellings() for name in spelt}
    many = asks * 50
    yield "plain dictionary of names", _speed(lambda: [names.get(words) for words in many], len(many))
    nearest = partial(process.extractOne, choices=list(names), scorer=fuzz.ratio)
    yield "nearest spelling (rapidfuzz)", _speed(lambda: [nearest(w) for w in asks[:PEER]], PEER)


def footprint() -> str:
    """Seconds and MB of loading all tables, names to scan for and places, in a process of its own."""
    told = subprocess.run(
        [sys.executable, "-m", "benchmarks.registry", "--load"], capture_output=True, text=True, check=True
    )
    return told.stdout.strip()


def _load() -> str:
    before = peak_memory()
    began = time.perf_counter()
    registry = Registry()
    took = time.perf_counter() - began
    registry.names_in("London")
    registry.place("London")
    size = peak_memory() - before
    whole = time.perf_counter() - began
    return f"tables load in {took:.2f} s, with scanner and places {whole:.2f} s; {size:.0f} MB"


def report(rounds: int) -> None:
    """Print all of it."""
    print(f"registry: {footprint()}")
    for name, rate in (*rates(rounds), *peers()):
        print(f"{name:>36}: {rate:9.0f} resolutions/s")


if __name__ == "__main__":
    print(_load()) if "--load" in sys.argv else report(3)
