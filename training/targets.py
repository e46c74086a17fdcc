"""The label sets of the examples, and a batch of examples as the numbers to learn."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import asdict

import torch
from torch import Tensor

from dragoman.claims.plover import MODES
from dragoman.reading.acts import KINDS
from dragoman.reading.lemmas import recipe_of
from training.corpora import MISSING, Example
from training.network import TAGS, Labels
from training.own_sentences import AUXILIARY, NO_EVENT, TYPES, VALUES

EVENTS = (*TYPES, *(f"{kind}:{mode}" for kind in TYPES for mode in sorted(MODES[kind])), NO_EVENT)


def labels_of(examples: Sequence[Example]) -> Labels:
    """The label sets of the examples; lemma recipes and relations that occur three times or more."""

    def common(values: Iterator[str], least: int) -> tuple[str, ...]:
        return tuple(v for v, n in sorted(Counter(values).items()) if n >= least)

    trees = [e for e in examples if e.upos]
    return Labels(
        upos=common((t for e in trees for t in e.upos or ()), 1),
        xpos=common((t for e in trees for t in e.xpos or ()), 3),
        recipes=common(
            (recipe_of(f, x) for e in trees if e.lemmas for f, x in zip(e.words, e.lemmas, strict=True)), 4
        ),
        deprels=common((t for e in trees for t in e.deprels or ()), 3),
        events=EVENTS,
    )


def targets(examples: Sequence[Example], labels: Labels) -> dict[str, Tensor]:
    """The numbers to learn, sentences x words, MISSING (certainty: NaN) where a layer is not annotated."""
    width = max(len(e.words) for e in examples)
    index = {k: {v: i for i, v in enumerate(vs)} for k, vs in asdict(labels).items()}
    index["factuality"] = index["act_values"] = {v: i for i, v in enumerate(VALUES)}
    out = {k: torch.full((len(examples), width), MISSING) for k in (*TAGS, "heads", "deprels")}
    out["certainty"] = torch.full((len(examples), width), torch.nan)
    out["auxiliary"] = torch.full((len(examples), width, len(AUXILIARY)), torch.nan)
    for i, e in enumerate(examples):
        for k, values in _rows(e).items():
            out[k][i, : len(values)] = torch.tensor([index[k].get(v, MISSING) for v in values])
        for k, marks in (("factuality", e.values), ("events", e.events), ("act_values", _act_values(e))):
            for word, label in (marks or {}).items():
                out[k][i, word] = index[k][label]
        for word, degree in (e.certainty or {}).items():
            out["certainty"][i, word] = degree
        if e.heads:
            out["heads"][i, : len(e.heads)] = torch.tensor(e.heads)
        for word, held in (e.auxiliary or {}).items():
            out["auxiliary"][i, word] = torch.tensor([float(mark in held) for mark in AUXILIARY])
        for k, tags in (("acts", _acts(e)), ("cues", _cues(e)), ("predicates", e.predicates)):
            if tags is not None:
                out[k][i, : len(e.words)] = torch.tensor(tags).long()
    return out


def _rows(e: Example) -> dict[str, Sequence[str]]:
    recipes = [recipe_of(f, x) for f, x in zip(e.words, e.lemmas, strict=True)] if e.lemmas else None
    layers = {"upos": e.upos, "xpos": e.xpos, "recipes": recipes, "names": e.names, "deprels": e.deprels}
    return {k: values for k, values in layers.items() if values}


def _act_values(e: Example) -> dict[int, str]:
    """How sure the innermost source is of each act, at its trigger's words."""
    return {word: act.value for act in e.acts or () for word in act.words}


def _acts(e: Example) -> list[int] | None:
    """0 outside triggers, on their words 1 and the number of the act's kind; None where not annotated."""
    if e.acts is None:
        return None
    out = [0] * len(e.words)
    for act in e.acts:
        for word in act.words:
            out[word] = 1 + KINDS.index(act.kind)
    return out


def _cues(e: Example) -> list[int] | None:
    """0 outside cues, 1 on a cue's first word, 2 on its others; None where not annotated."""
    if e.said is None:
        return None
    out = [0] * len(e.words)
    for said in e.said:
        for place, word in enumerate(said.cue):
            out[word] = 2 if place else 1
    return out
