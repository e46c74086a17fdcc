"""How likely it is that a claim is right: that somebody who reads its words finds it, its kind and its type.

A logistic function of what is known when a claim is drafted. Its weights stand in confidence.tsv; they
were fitted by training.confidence, which also prints how well they are calibrated.
"""

from __future__ import annotations

import math
from collections.abc import Mapping

from dragoman.claims.cues import TRAITS
from dragoman.claims.draft import Draft
from dragoman.claims.syntax import Tree

Traits = Mapping[str, float]


def confidence_of(traits: Traits, weights: Mapping[str, float]) -> float:
    """The probability, 0.01 to 0.99."""
    odds = sum(weights[name] * value for name, value in traits.items())
    return round(min(0.99, max(0.01, 1 / (1 + math.exp(-odds)))), 2)


def traits_of(draft: Draft, tree: Tree) -> Traits:
    """What is known of a draft: each of TRAITS, 0 to 1.

    `specificity` says how much its frame asks for. `same`, `other` and `none` are the probability that
    the reader's network gives to the type of its word, where that is the frame's type, another type,
    or no political event.
    """
    frame, told = draft.match.frame, tree.predicate(draft.match.word)
    out = dict.fromkeys(TRAITS, 0.0) | {
        "constant": 1.0,
        "specificity": min(3, frame.specificity) / 3,
        "noun": float(frame.pos == "noun"),
        "statement": float(draft.event.type is None),
        "borrowed": float(draft.borrowed),
    }
    if told is not None:
        kin = "none" if told.event is None else "same" if told.event == draft.event.type else "other"
        out[kin] = told.probability
    return out
