"""The figures of PLV: macro-F1 of root, quad and binary, and how well probabilities are calibrated."""

from __future__ import annotations

import json
from collections.abc import Sequence

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from training.own_sentences import TYPES
from training.pairs import CLASSES, YIELD, Row

QUAD = {kind: 1 + n for n, kinds in enumerate(
    ("AGREE CONSULT SUPPORT", "COOPERATE AID YIELD", "REQUEST ACCUSE REJECT THREATEN",
     "PROTEST SANCTION MOBILIZE COERCE ASSAULT")) for kind in kinds.split()}  # fmt: skip
"""As the PLV data have it: YIELD counts as material cooperation."""
ROOTS = (*(kind for kind in TYPES if kind not in YIELD), "YIELD")
BINS = 15


def probabilities(odds: Tensor, temperature: float = 1.0) -> Tensor:
    """Rows x ROOTS: the sixteen types as PLV names them, from log odds of CLASSES."""
    types = (odds[:, : len(TYPES)] / temperature).softmax(-1)
    merged = types[:, [CLASSES.index(kind) for kind in sorted(YIELD)]].sum(-1, keepdim=True)
    return torch.cat([types[:, [CLASSES.index(kind) for kind in ROOTS[:-1]]], merged], -1)


def roots(odds: Tensor) -> list[str]:
    """The type that the program would print, as PLV names it: the best of sixteen."""
    best = [CLASSES[i] for i in odds[:, : len(TYPES)].argmax(-1).tolist()]
    return ["YIELD" if kind in YIELD else kind for kind in best]


def macro_f1(gold: Sequence[object], found: Sequence[object]) -> float:
    """The mean F1 of the labels that occur in the gold."""
    scores = []
    for label in set(gold):
        hit = sum(g == f == label for g, f in zip(gold, found, strict=True))
        scores.append(2 * hit / (sum(g == label for g in gold) + sum(f == label for f in found)))
    return sum(scores) / len(scores)


def levels(gold: Sequence[str], found: Sequence[str]) -> dict[str, float]:
    """Macro-F1 of root, quad and binary."""
    quads = [[QUAD[kind] for kind in kinds] for kinds in (gold, found)]
    return {
        "root": macro_f1(gold, found),
        "quad": macro_f1(*quads),
        "binary": macro_f1(*[[quad > 2 for quad in side] for side in quads]),
    }


def report(what: str, rows: Sequence[Row], found: Sequence[str]) -> dict[str, float]:
    """Print and give the figures of rows."""
    figures = levels([row.root for row in rows], found)
    print(f"{what}:", json.dumps({k: round(v, 4) for k, v in figures.items()}), flush=True)
    return figures


def summary(by_fold: Sequence[dict[str, float]]) -> str:
    """Mean and standard deviation over folds."""
    parts = {k: [fold[k] for fold in by_fold] for k in by_fold[0]}
    return ", ".join(f"{k} {np.mean(v):.4f} (deviation {np.std(v, ddof=1):.4f})" for k, v in parts.items())


def temperature_of(odds: Tensor, rows: Sequence[Row]) -> float:
    """The temperature under which the right labels are likeliest."""
    right = torch.tensor([ROOTS.index(row.root) for row in rows])
    grid = [0.5 + 0.05 * n for n in range(60)]
    return min(grid, key=lambda t: float(torch.nn.functional.nll_loss(probabilities(odds, t).log(), right)))


def calibration_error(chance: Tensor, rows: Sequence[Row]) -> float:
    """The expected calibration error of the best of ROOTS; `chance` is rows x ROOTS."""
    best, found = chance.max(-1)
    right = [ROOTS[i] == row.root for i, row in zip(found.tolist(), rows, strict=True)]
    return expected_error(best.double().numpy(), np.array(right, dtype=np.float64))


def expected_error(chance: NDArray[np.float64], right: NDArray[np.float64], count: int = BINS) -> float:
    """Expected calibration error in so many bins of like width (Naeini and others 2015).

    `chance` is the confidence in each of n answers, `right` 1 where it is right, else 0.
    """
    bins = np.minimum((chance * count).astype(int), count - 1)
    gaps = [abs(chance[bins == b].sum() - right[bins == b].sum()) for b in np.unique(bins)]
    return float(sum(gaps) / len(chance))
