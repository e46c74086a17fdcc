"""Many processes at once, and processes that are killed."""

from __future__ import annotations

import multiprocessing
import random
import time
from pathlib import Path

from dragoman.ledger import Ledger
from tests.ledger.made_up import LATER_RUN, RUN, folder


def _write(path: Path, seed: int, count: int) -> None:
    made = folder(count)
    random.Random(seed).shuffle(made)
    with Ledger.open(path) as ledger:
        for home, entries in made:
            ledger.add(home, entries, run=RUN)


def _write_slowly(path: Path, count: int) -> None:
    with Ledger.open(path) as ledger:
        for home, entries in folder(count):
            ledger.add(home, entries, run=RUN)
            time.sleep(0.001)


def test_eight_writers_lose_and_duplicate_nothing(tmp_path: Path) -> None:
    path = tmp_path / "shared.ledger"
    context = multiprocessing.get_context("fork")
    writers = [context.Process(target=_write, args=(path, seed, 12)) for seed in range(8)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert [writer.exitcode for writer in writers] == [0] * 8
    with Ledger.open(path) as ledger, Ledger.open() as alone:
        for home, entries in folder(12):
            alone.add(home, entries, run=RUN)
        assert ledger.entries() == alone.entries()
        assert ledger.dispatches() == alone.dispatches()
        assert ledger.runs() == (RUN,)
        assert len(ledger.search("envoy")) == 12
        ledger.add(*folder(1)[0], run=LATER_RUN)
        assert len(ledger.entries()) == 60


def test_a_killed_reading_read_again_gives_the_same_ledger(tmp_path: Path) -> None:
    with Ledger.open() as whole:
        for home, entries in folder(20):
            whole.add(home, entries, run=RUN)
        expected, widths = whole.entries(), set()
    context = multiprocessing.get_context("fork")
    chance = random.Random(6)
    for number in range(8):
        path = tmp_path / f"{number}.ledger"
        writer = context.Process(target=_write_slowly, args=(path, 20))
        writer.start()
        time.sleep(chance.uniform(0.0, 0.08))
        writer.kill()
        writer.join()
        with Ledger.open(path) as ledger:
            left = ledger.entries()
            assert len(left) == 5 * len(ledger.dispatches())
            widths.add(len(left))
        _write(path, number, 20)
        with Ledger.open(path) as ledger:
            assert ledger.entries() == expected
            assert len(ledger.search("envoy", limit=99)) == 20
    assert len(widths) > 1, "every process was killed at the same place: the test saw nothing"
