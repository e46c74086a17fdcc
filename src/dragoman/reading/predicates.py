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
    likely = np.exp(layers.predicates[:, 1]) >= AT_LEAST
    verbs = [token.upos == "VERB" and token.deprel not in _TIES for token in tokens]
    chosen = [i for i in range(len(tokens)) if verbs[i] or likely[i]]
    if not chosen:
        return
    values = layers.factuality[chosen].argmax(1).tolist()
    labels = np.exp(layers.events[chosen])
    types = labels @ _types(events)
    best = types.argmax(1).tolist()
    modes = (labels * _types(events).T[best]).argmax(1).tolist()
    for row, i in enumerate(chosen):
        kind = _names(events)[best[row]]
        yield Predicate(
            word=i,
            factuality=VALUES[values[row]],
            certainty=float(np.clip(layers.certainty[i], -3, 3)),
            event=None if kind == NO_EVENT else kind,
            mode=events[modes[row]].partition(":")[2] or None,
            probability=float(types[row, best[row]]),
        )


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
