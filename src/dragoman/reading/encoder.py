"""Runs the network over sentences of words, in batches of like length."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dragoman.reading.weights import Weights

PIECES_PER_BATCH = 2048
SENTENCES_PER_BATCH = 64
OUTPUTS = ("upos", "xpos", "recipes", "names", "arcs", "heads", "relations")


@dataclass(frozen=True, slots=True)
class Layers:
    """What the network says of one sentence of n words.

    `upos`, `xpos`, `recipes`: n label numbers. `names`: n x tags, log scores. `arcs`: n x (n+1)
    scores, column 0 the root. `heads`: n x 2, the likeliest heads (0 the root); `relations`: n x 2,
    the best relation to each of them.
    """

    upos: NDArray[np.int64]
    xpos: NDArray[np.int64]
    recipes: NDArray[np.int64]
    names: NDArray[np.float32]
    arcs: NDArray[np.float32]
    heads: NDArray[np.int64]
    relations: NDArray[np.int64]


def layers_of(sentences: Sequence[Sequence[str]], weights: Weights) -> list[Layers]:
    """The layers of each sentence, in the order given; every sentence has a word or more."""
    out: list[Layers | None] = [None] * len(sentences)
    for group in groups_of(sentences, weights):
        arrays = weights.session.run(list(OUTPUTS), dict(weights.pieces.batch([sentences[i] for i in group])))
        for row, i in enumerate(group):
            n = len(sentences[i])
            upos, xpos, recipes, names, arcs, heads, relations = (array[row, :n] for array in arrays)
            out[i] = Layers(upos, xpos, recipes, names, arcs[:, : n + 1], heads, relations)
    return [layers for layers in out if layers is not None]


def groups_of(sentences: Sequence[Sequence[str]], weights: Weights) -> Iterator[list[int]]:
    """Numbers of sentences that go through the network together."""
    of = weights.pieces.of
    sizes = [sum(len(of(word)) for word in words) + 2 for words in sentences]
    group: list[int] = []
    for i in sorted(range(len(sentences)), key=sizes.__getitem__):
        if group and ((len(group) + 1) * sizes[i] > PIECES_PER_BATCH or len(group) == SENTENCES_PER_BATCH):
            yield group
            group = []
        group.append(i)
    if group:
        yield group
