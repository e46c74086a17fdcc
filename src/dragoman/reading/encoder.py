"""Runs the network over sentences of words, in batches of like length."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields

import numpy as np
from numpy.typing import NDArray

from dragoman.reading.weights import Weights

SENTENCES_PER_BATCH = 64
PASS_COST = 40
"""What one more pass of the network costs, in pieces of text; what padding costs is weighed against it."""


@dataclass(frozen=True, slots=True)
class Words:
    """A sentence as the network takes it: its words, and whether each stands in a quotation."""

    forms: Sequence[str]
    quoted: Sequence[bool]


@dataclass(frozen=True, slots=True)
class Layers:
    """What the network says of one sentence of n words.

    `upos`, `xpos`, `recipes`: n label numbers. `names`, `cues`, `factuality`, `events`, `predicates`:
    n x labels, log scores. `certainty`: n, -3 (surely not) to 3. `arcs`: n x (n+1) scores, column 0 the
    root. `heads`: n x 2, the likeliest heads (0 the root); `relations`: n x 2, the best relation to each
    of them. `links`: 2 x n x n, log odds that the word of the last axis belongs to the source (0) or
    content (1) of the cue at the word of the middle axis. `acts`: n x (1 + kinds), log scores that a
    word tells of no act or of an act of a kind; `act_values`: n x 7, those of how sure its source is of
    it; `auxiliary`: n x 4, log odds of PLOVER's auxiliary modes. `bonds`: parts x n x n, log odds that the
    word of the last axis belongs to that part of the act at the word of the middle axis.
    """

    upos: NDArray[np.int64]
    xpos: NDArray[np.int64]
    recipes: NDArray[np.int64]
    names: NDArray[np.float32]
    cues: NDArray[np.float32]
    factuality: NDArray[np.float32]
    events: NDArray[np.float32]
    predicates: NDArray[np.float32]
    certainty: NDArray[np.float32]
    arcs: NDArray[np.float32]
    heads: NDArray[np.int64]
    relations: NDArray[np.int64]
    links: NDArray[np.float32]
    acts: NDArray[np.float32]
    act_values: NDArray[np.float32]
    auxiliary: NDArray[np.float32]
    bonds: NDArray[np.float32]


OUTPUTS = [field.name for field in fields(Layers)]


def layers_of(sentences: Sequence[Words], weights: Weights) -> list[Layers]:
    """The layers of each sentence, in the order given; every sentence has a word or more."""
    out: list[Layers | None] = [None] * len(sentences)
    for group in groups_of([sentence.forms for sentence in sentences], weights):
        chosen = [sentences[i] for i in group]
        batch = weights.pieces.batch([s.forms for s in chosen], [s.quoted for s in chosen])
        feeds = {"vectors": weights.vectors(batch.pop("ids")), **batch}
        arrays = dict(zip(OUTPUTS, weights.session.run(OUTPUTS, feeds), strict=True))
        for row, i in enumerate(group):
            out[i] = _cut({name: array[row] for name, array in arrays.items()}, len(sentences[i].forms))
    return [layers for layers in out if layers is not None]


def _cut(arrays: dict[str, NDArray[np.float32]], n: int) -> Layers:
    """The layers of a sentence of n words without what pads them."""
    ends = {"links": np.s_[:, :n, :n], "bonds": np.s_[:, :n, :n], "arcs": np.s_[:n, : n + 1]}
    cut = {name: array[ends.get(name, np.s_[:n])] for name, array in arrays.items()}
    return Layers(**cut)  # type: ignore[arg-type]  # the integer layers among them


def groups_of(sentences: Sequence[Sequence[str]], weights: Weights) -> Iterator[list[int]]:
    """Numbers of sentences that go through the network together, split so that all passes cost least.

    Sentences in order of length; the best last cut before each of them is found from the best cuts
    before it. A pass costs PASS_COST and its longest sentence's pieces for each sentence in it.
    """
    of = weights.pieces.of
    sizes = [sum(len(of(word)) for word in words) + 2 for words in sentences]
    order = sorted(range(len(sentences)), key=sizes.__getitem__)
    best, cuts = [0], [0]
    for stop in range(1, len(order) + 1):
        longest = sizes[order[stop - 1]]
        costs = [
            (best[start] + PASS_COST + (stop - start) * longest, start)
            for start in range(max(0, stop - SENTENCES_PER_BATCH), stop)
        ]
        cost, cut = min(costs)
        best.append(cost)
        cuts.append(cut)
    yield from reversed(list(_split(order, cuts)))


def _split(order: Sequence[int], cuts: Sequence[int]) -> Iterator[list[int]]:
    stop = len(order)
    while stop:
        yield list(order[cuts[stop] : stop])
        stop = cuts[stop]
