"""Sentences a second from text to resolved claims, the bare encoder on the same sentences, peak memory."""

from __future__ import annotations

import argparse
import resource
import statistics
import time
from collections.abc import Callable
from pathlib import Path

from benchmarks.bare import bare_encoder, run_bare
from benchmarks.machine import described
from dragoman.dispatches import read_dispatches
from dragoman.model import Dispatch
from dragoman.pipeline import Desk

EXAMPLES = Path(__file__).parent.parent / "examples"
THREADS = 2


def seconds(work: Callable[[], object]) -> float:
    """How long some work takes, by the wall clock."""
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def report(dispatches: tuple[Dispatch, ...], desk: Desk, rounds: int) -> None:
    """Print medians over rounds in which whole program, reader and bare encoder take turns."""
    readings = [desk.read(dispatch) for dispatch in dispatches]
    sentences = [[token.text for token in s.tokens] for reading in readings for s in reading.sentences]
    bare, count = bare_encoder(THREADS), len(sentences)
    work: dict[str, Callable[[], object]] = {
        "end to end": lambda: [desk.entries(dispatch) for dispatch in dispatches],
        "reader": lambda: [desk.read(dispatch) for dispatch in dispatches],
        "bare encoder": lambda: run_bare(bare, sentences, desk.reader.weights),
    }
    times: dict[str, list[float]] = {name: [] for name in work}
    for _ in range(rounds):
        for name, task in work.items():
            times[name].append(seconds(task))
    words = sum(map(len, sentences)) / count
    print(f"{count} sentences of {words:.0f} words on average, {rounds} rounds in turn, {THREADS} threads")
    base = statistics.median(times["bare encoder"])
    for name, taken in times.items():
        median = statistics.median(taken)
        rate, share = count / median, base / median
        print(f"{name:>14}: {rate:6.0f} sentences/s (median), {share:.2f} of the bare encoder")


def main() -> None:
    """Read the arguments, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    args = parser.parse_args()
    print(described())
    desk = Desk(threads=THREADS)
    load = seconds(lambda: (desk.reader, desk.lexicon, desk.registry))
    print(f"loading reader, lexicon and registry: {load:.2f} s")
    dispatches = read_dispatches(sorted(p for p in EXAMPLES.iterdir() if p.is_dir())).dispatches
    seconds(lambda: [desk.entries(d) for d in dispatches])
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"peak memory while reading: {peak:.0f} MB")
    report(dispatches, desk, args.rounds)
