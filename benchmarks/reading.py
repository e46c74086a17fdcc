"""Sentences a second of the reader and of its peers in the same run, one sentence alone, peak memory."""

from __future__ import annotations

import argparse
import statistics
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from benchmarks.bare import bare_encoder, in_order, run_bare
from benchmarks.machine import described, peak_memory
from benchmarks.peers import NGEC, run_peer, transformer
from dragoman.claims import claims_in
from dragoman.dispatches import read_dispatches
from dragoman.model import Dispatch
from dragoman.pipeline import Desk
from dragoman.reading.weights import weights_path

EXAMPLES = Path(__file__).parent.parent / "examples"
THREADS = 2


def seconds(work: Callable[[], object]) -> float:
    """How long some work takes, by the wall clock."""
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def tasks(dispatches: Sequence[Dispatch], desk: Desk) -> tuple[dict[str, Callable[[], object]], int, float]:
    """What is timed, how many sentences it reads, and their words on average."""
    readings = [desk.read(dispatch) for dispatch in dispatches]
    sentences = [[token.text for token in s.tokens] for reading in readings for s in reading.sentences]
    weights, batches = desk.reader.weights, in_order(sentences)
    bare = bare_encoder(desk.weights or weights_path(), THREADS)
    sizes = [(len(batch), weights.pieces.batch(batch)["ids"].shape[1]) for batch in batches]
    peers = {layers: transformer(layers, THREADS) for layers in set(NGEC)}
    work: dict[str, Callable[[], object]] = {
        "bare encoder": lambda: run_bare(bare, batches, weights),
        "reader": lambda: [desk.read(dispatch) for dispatch in dispatches],
        "with claims": lambda: [claims_in(desk.read(dispatch), desk.lexicon) for dispatch in dispatches],
        "end to end": lambda: [desk.entries(dispatch) for dispatch in dispatches],
        "RoBERTa-base": lambda: run_peer([peers[12]], sizes),
        "NGEC's stack": lambda: run_peer([peers[layers] for layers in NGEC], sizes),
    }
    return work, len(sentences), sum(map(len, sentences)) / len(sentences)


def report(dispatches: Sequence[Dispatch], desk: Desk, rounds: int) -> None:
    """Print medians over rounds in which reader and peers take turns."""
    work, count, words = tasks(dispatches, desk)
    times: dict[str, list[float]] = {name: [] for name in work}
    for _ in range(rounds):
        for name, task in work.items():
            times[name].append(seconds(task))
    print(f"{count} sentences of {words:.0f} words on average, {rounds} rounds in turn, {THREADS} threads")
    middle = {name: statistics.median(taken) for name, taken in times.items()}
    for name, median in middle.items():
        share = median / middle["reader"]
        print(
            f"{name:>14}: {count / median:6.1f} sentences/s (median); the reader is {share:.2f} times as fast"
        )


def alone(desk: Desk, dispatches: Sequence[Dispatch]) -> float:
    """The median time of reading one sentence of about 25 words by itself."""
    texts = [s.anchor.text for d in dispatches for s in desk.read(d).sentences if 22 <= len(s.tokens) <= 28]
    lone = [Dispatch("", "lone.txt", text, body=(0, len(text))) for text in texts[:20]]
    return statistics.median(seconds(lambda one=one: desk.read(one)) for one in lone)  # type: ignore[misc]


def main() -> None:
    """Read the arguments, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--weights", type=Path, help="other weights than the package's")
    args = parser.parse_args()
    print(described())
    desk = Desk(args.weights, threads=THREADS)
    load = seconds(lambda: (desk.reader, desk.lexicon, desk.registry))
    print(f"loading reader, lexicon and registry: {load:.2f} s")
    dispatches = read_dispatches(sorted(p for p in EXAMPLES.iterdir() if p.is_dir())).dispatches
    seconds(lambda: [desk.entries(d) for d in dispatches])
    print(f"peak memory while reading: {peak_memory():.0f} MB")
    print(f"one sentence alone: {1000 * alone(desk, dispatches):.1f} ms (median)")
    report(dispatches, desk, args.rounds)


if __name__ == "__main__":
    main()
