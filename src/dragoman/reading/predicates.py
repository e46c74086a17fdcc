"""What the network says of the words that tell of events: how certain, and which PLOVER type."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import get_args

import numpy as np
from numpy.typing import NDArray

from dragoman.model import Factuality, Predicate, Token
from dragoman.reading.encoder import Layers

VALUES: tuple[Factuality, ...] = get_args(Factuality)
NO_EVENT = "NONE"
_TIES = frozenset({"case", "mark", "fixed"})
"""Relations of verbs that only tie words together: "according to", "provided that"."""

AT_LEAST = 0.3
"""How probable it must be that a word which is no verb tells of an act or state."""


def predicates_of(tokens: Sequence[Token], layers: Layers, events: tuple[str, ...]) -> Iterator[Predicate]:
    """Every verb but those that tie words, and whatever else tells of an act; `events` are the labels."""
    acts = 1 - np.exp(layers.acts[:, 0])
    likely = (np.exp(layers.predicates[:, 1]) >= AT_LEAST) | (acts >= AT_LEAST)
    verbs = [token.upos == "VERB" and token.deprel not in _TIES for token in tokens]
    chosen = [i for i in range(len(tokens)) if verbs[i] or likely[i]]
    if not chosen:
        return
    values = layers.factuality[chosen].argmax(1).tolist()
    for row, i in enumerate(chosen):
        kind, mode, probability = typed(layers.events[i], events)
        yield Predicate(
            word=i,
            factuality=VALUES[values[row]],
            certainty=float(np.clip(layers.certainty[i], -3, 3)),
            event=kind,
            mode=mode,
            probability=probability,
            act=float(acts[i]),
        )


def typed(scores: NDArray[np.float32], events: tuple[str, ...]) -> tuple[str | None, str | None, float]:
    """The likeliest type, None for no event, its mode, and how probable the type is.

    `scores` are log scores of the labels `events`.
    """
    labels = np.exp(scores)
    types = labels @ _types(events)
    best = int(types.argmax())
    mode = events[int((labels * _types(events)[:, best]).argmax())].partition(":")[2] or None
    kind = _names(events)[best]
    return None if kind == NO_EVENT else kind, mode, float(types[best])


@cache
def _names(events: tuple[str, ...]) -> tuple[str, ...]:
    """The types among labels such as ASSAULT:aerial, in order."""
    return tuple(dict.fromkeys(event.partition(":")[0] for event in events))


@cache
def _types(events: tuple[str, ...]) -> NDArray[np.float32]:
    """Labels x types, 1 where a label is of a type."""
    names = _names(events)
    return np.array(
        [[event.partition(":")[0] == name for name in names] for event in events], dtype=np.float32
    )
