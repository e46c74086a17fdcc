"""Fits the confidence of claims: python -m training.confidence writes data/lexicon/confidence.tsv.

A claim counts as right when it is paired with one of the gold, by the scorer of tests/gold, and has a
kind and a type that the gold accepts. The weights are fitted on the development dispatches (D1 to D6), the
open gold, and the dispatches and unpolitical sentences that are kept out of learning; how well they are
calibrated is measured on each by the weights of the others.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from tests.gold.scoring import OPEN, Wanted, opened, paired
from tests.gold.sets import development, written

from dragoman.claims.confidence import Traits, confidence_of
from dragoman.claims.cues import TRAITS
from dragoman.claims.find import traced
from dragoman.dispatches import dispatch_of
from dragoman.model import Dispatch
from dragoman.pipeline import Desk
from training.macro import expected_error
from training.own_sentences import unpolitical_sentences

TABLE = Path(__file__).parent.parent / "src" / "dragoman" / "data" / "lexicon" / "confidence.tsv"
HEAD = """\
# What the confidence of a claim is worked out from, and what it weighs in log odds (claims/confidence.py).
# Source: fitted by training.confidence on open gold and on dispatches and sentences kept out of learning."""
BINS = 5
"""Fewer than elsewhere: there are about a thousand claims."""

PLAIN = 15
"""How often a claim of an unpolitical sentence counts: the least at which one in fifty of them has 0.5."""

DECAY = 1.0
"""What the square of a weight costs, but for the constant: a claim of doubt for few examples."""


Row = tuple[Traits, bool]


def unpolitical() -> Iterator[tuple[Dispatch, tuple[Wanted, ...]]]:
    """News without a political act, a sentence a dispatch."""
    for sentence in unpolitical_sentences("kept_out"):
        yield dispatch_of(sentence, "news.txt", date(2019, 5, 14)), ()


def judged(desk: Desk, dispatch: Dispatch, wanted: Sequence[Wanted]) -> list[Row]:
    """The traits of every claim that is found, and whether it is right."""
    found = {claim.id: (claim, traits) for claim, traits in traced(desk.read(dispatch), desk.lexicon)}
    right = {
        claim.id
        for gold, claim in paired(wanted, [claim for claim, _ in found.values()])
        if claim.kind in gold.kinds | {gold.kind} and claim.event.type in gold.types
    }
    return [(traits, claim.id in right) for claim, traits in found.values()]


def fitted(rows: Sequence[Row]) -> dict[str, float]:
    """The weights under which what is right is likeliest, the squares of all but the constant held down."""
    inputs = torch.tensor([[traits[name] for name in TRAITS] for traits, _ in rows])
    right = torch.tensor([float(ok) for _, ok in rows])
    weights = torch.zeros(len(TRAITS), requires_grad=True)
    held = [i for i, name in enumerate(TRAITS) if name != "constant"]
    optim = torch.optim.LBFGS([weights], max_iter=200)

    def loss() -> torch.Tensor:
        optim.zero_grad()
        odds = inputs @ weights
        out = torch.nn.functional.binary_cross_entropy_with_logits(odds, right, reduction="sum")
        out = out + DECAY / 2 * (weights[held] ** 2).sum()
        out.backward()  # type: ignore[no-untyped-call]  # torch leaves it untyped
        return out

    optim.step(loss)  # type: ignore[no-untyped-call]  # likewise
    return {name: round(value, 3) for name, value in zip(TRAITS, weights.tolist(), strict=True)}


def figures(chance: NDArray[np.float64], right: NDArray[np.float64]) -> str:
    """How well confidence is calibrated, and how much it tells."""
    brier, plain = float(np.mean((chance - right) ** 2)), float(np.var(right))
    return (
        f"{len(right)} claims, right {right.mean():.3f}, mean confidence {chance.mean():.3f}, expected "
        f"calibration error ({BINS} bins) {expected_error(chance, right, BINS):.3f}, Brier {brier:.3f} "
        f"(of the mean alone {plain:.3f})"
    )


def main() -> None:
    """Fit, print, write."""
    desk = Desk()
    sides = [judged(desk, *side) for side in (*development(), *(opened(key) for key in OPEN), *written())]
    sides.append([row for side in unpolitical() for row in judged(desk, *side)] * PLAIN)
    chance, right = [], []
    for side in sides:
        weights = fitted([row for other in sides if other is not side for row in other])
        chance += [confidence_of(traits, weights) for traits, _ in side]
        right += [float(ok) for _, ok in side]
    print("each dispatch by the weights of the others:", figures(np.array(chance), np.array(right)))
    weights = fitted([row for side in sides for row in side])
    lines = [HEAD, "trait\tweight", *(f"{name}\t{weight}" for name, weight in weights.items())]
    TABLE.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
