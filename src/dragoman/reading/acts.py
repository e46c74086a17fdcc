"""The acts that the network finds in a sentence: their triggers, what they are, and their parts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import get_args

import numpy as np
from numpy.typing import NDArray

from dragoman.model import Act, Auxiliary, Kind
from dragoman.reading.encoder import Layers
from dragoman.reading.predicates import VALUES, typed

KINDS: tuple[Kind, ...] = get_args(Kind)
AUXILIARY: tuple[Auxiliary, ...] = get_args(Auxiliary)
PARTS = tuple("evidence actor recipient speaker cue condition deadline time place content".split())
"""What of a sentence may belong to an act, in the order of the network's output."""

WHOLE = frozenset({"evidence", "condition", "deadline", "time", "content"})
"""Parts that are one unbroken run of words; the others may be in pieces."""

AT_LEAST = 0.35
"""How probable an act must be; chosen on the dispatches that training keeps out."""

Scores = NDArray[np.float32]


def acts_of(layers: Layers, events: tuple[str, ...], at_least: float = AT_LEAST) -> Iterator[Act]:
    """The acts of a sentence in the order of their triggers; `events` are the labels of that head."""
    chance = 1 - np.exp(layers.acts[:, 0])
    for words in triggers(layers.acts, chance, at_least):
        peak = max(words, key=lambda i: float(chance[i]))
        kinds = np.exp(layers.acts[words, 1:]).sum(0)
        kind, mode, _ = typed(layers.events[words].mean(0), events)
        yield Act(
            words=tuple(words),
            kind=KINDS[int(kinds.argmax())],
            event=kind,
            mode=mode,
            factuality=VALUES[int(layers.act_values[words].mean(0).argmax())],
            auxiliary=tuple(
                mark
                for mark, odds in zip(AUXILIARY, layers.auxiliary[words].mean(0), strict=True)
                if odds > 0
            ),
            parts=parts_of(layers.bonds[:, words].mean(1)),
            probability=float(chance[peak]),
        )


def triggers(scores: Scores, chance: Scores, at_least: float) -> Iterator[list[int]]:
    """Runs of likely words of one kind ("called on")."""
    kinds, run = scores[:, 1:].argmax(1), list[int]()
    for i in range(len(chance)):
        if chance[i] >= at_least:
            if run and (run[-1] != i - 1 or kinds[run[-1]] != kinds[i]):
                yield run
                run = []
            run.append(i)
    if run:
        yield run


def parts_of(odds: Scores) -> dict[str, tuple[int, ...]]:
    """The words of each part; `odds` is PARTS x words."""
    return {
        part: tuple(best_run(row)) if part in WHOLE else tuple(np.flatnonzero(row > 0).tolist())
        for part, row in zip(PARTS, odds, strict=True)
    }


def best_run(odds: Sequence[float] | Scores) -> range:
    """The unbroken run of words whose log odds sum highest; empty where none sums above 0.

    Kadane's maximum subarray.
    """
    best, total, start, found = 0.0, 0.0, 0, range(0)
    for i, one in enumerate(odds):
        if total <= 0:
            total, start = 0.0, i
        total += float(one)
        if total > best:
            best, found = total, range(start, i + 1)
    return found
