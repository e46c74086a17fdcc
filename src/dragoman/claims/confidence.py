"""How likely it is that a claim is right: that somebody who reads its words finds it, its kind and its type.

A logistic function of what is known when a claim is drafted. Its weights stand in confidence.tsv; they
were fitted by training.confidence, which also prints how well they are calibrated.
"""

from __future__ import annotations

import math
from collections.abc import Mapping

from dragoman.claims.cues import TRAITS, PartyNoun
from dragoman.claims.draft import Draft
from dragoman.claims.syntax import Tree
from dragoman.model import Mention

Traits = Mapping[str, float]
_OWNED = frozenset({"amod", "compound", "nmod"})
"""Relations of a name that only tells whose somebody is ("Saudi Arabia's winger")."""


def confidence_of(traits: Traits, weights: Mapping[str, float]) -> float:
    """The probability, 0.01 to 0.99."""
    odds = sum(weights[name] * value for name, value in traits.items())
    return round(min(0.99, max(0.01, 1 / (1 + math.exp(-odds)))), 2)


def traits_of(draft: Draft, tree: Tree, parties: Mapping[str, PartyNoun]) -> Traits:
    """What is known of a draft: each of TRAITS, 0 to 1.

    `told` marks what the network found, `act` is how probable it makes an act there; `specificity` says
    how much a frame asks for. `party` says whether an actor is a body or an office by its noun, or named.
    `same`, `other` and `none` are the probability that the network gives to the type of the word, where
    that is the draft's type, another type, or no political event.
    """
    frame, told = draft.match.frame, tree.predicate(draft.match.word)
    out = dict.fromkeys(TRAITS, 0.0) | {
        "constant": 1.0,
        "told": float(draft.act is not None),
        "act": draft.act.probability if draft.act else told.act if told else 0.0,
        "specificity": min(3, frame.specificity) / 3,
        "noun": float(frame.pos == "noun"),
        "statement": float(draft.event.type is None),
        "borrowed": float(draft.borrowed),
        "party": float(any(_politic(mention, tree, parties) for mention in draft.actors)),
    }
    if told is not None:
        kin = "none" if told.event is None else "same" if told.event == draft.event.type else "other"
        out[kin] = told.probability
    return out


def _politic(mention: Mention, tree: Tree, parties: Mapping[str, PartyNoun]) -> bool:
    """Whether a mention is a name that stands for itself, has a sector, or takes up one named before."""
    head = next(iter(tree.begun_in(mention.head)), None)
    if head is None or mention.antecedent is not None:
        return True
    noun = parties.get(tree.lemma(head))
    named = tree.tokens[head].upos == "PROPN" and tree.relation(head) not in _OWNED
    return named or (noun is not None and noun.sector is not None)
