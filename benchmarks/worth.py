"""What each part of finding claims is worth: python -m benchmarks.worth prints scores without it.

Three sets: the open gold, the development dispatches, and the training dispatches that are kept out of
learning (annotated without alternatives, so every figure on them is lower). Nothing closed is read.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from unittest.mock import patch

from tests.gold.scoring import OPEN, Wanted, opened, score
from tests.gold.sets import development, written

from benchmarks.machine import described
from dragoman.claims import claims_in
from dragoman.claims.acts import _filled
from dragoman.claims.draft import Draft
from dragoman.model import Dispatch, Reading
from dragoman.pipeline import Desk


@dataclass(frozen=True, slots=True)
class Part:
    """A part that can be taken away: its name, and what stands in its place."""

    name: str
    target: str
    other: object


def _kind(draft: Draft, frame: Draft) -> None:
    _filled(draft, frame)
    draft.kind = frame.kind


def _type(draft: Draft, frame: Draft) -> None:
    _filled(draft, frame)
    draft.event = frame.event


PARTS = (
    Part(
        "the acts of the network: frames and rules alone",
        "dragoman.claims.find.drafts_of_acts",
        lambda *_: [],
    ),
    Part("frames and rules: the acts of the network alone", "dragoman.claims.find.drafts_of", lambda *_: []),
    Part("what frames fill in", "dragoman.claims.acts._filled", lambda *_: None),
    Part("the network's kind, where a frame has one", "dragoman.claims.acts._filled", _kind),
    Part("the network's type, where a frame has one", "dragoman.claims.acts._filled", _type),
    Part("frames where the network finds nothing", "dragoman.claims.acts._likely", lambda *_: False),
    Part("the network's doubt of frames", "dragoman.claims.acts._likely", lambda *_: True),
    Part(
        "types of what lies ahead",
        "dragoman.claims.acts.sort_of",
        lambda kind, event, *_, **__: (kind, event),
    ),
    Part("reference: pronouns stay as they are", "dragoman.claims.reference.Memory.resolved", lambda _, m: m),
    Part("the condition's party", "dragoman.claims.find.addressee", lambda *_: ()),
)
Sides = Sequence[tuple[Reading, Sequence[Wanted]]]


def sides() -> Iterator[tuple[str, Iterator[tuple[Dispatch, tuple[Wanted, ...]]]]]:
    """The sets by name."""
    yield "open gold", (opened(key) for key in OPEN)
    yield "development", development()
    yield "kept out", written()


def figures(desk: Desk, dispatches: Sides) -> str:
    """Found F, and of those found the shares of right kinds and types."""
    got = score((wanted, claims_in(reading, desk.lexicon)) for reading, wanted in dispatches)
    return f"{got.detection:.3f} / {got.kind:.3f} / {got.event:.3f}"


def main() -> None:
    """Measure and print."""
    desk = Desk()
    print(described())
    told = {name: [(desk.read(dispatch), wanted) for dispatch, wanted in side] for name, side in sides()}
    print("found F / kinds / types on", ", ".join(told))
    print(f"{'nothing':>50}", *(figures(desk, side) for side in told.values()), sep="   ")
    for part in PARTS:
        with patch(part.target, part.other):
            print(f"{part.name:>50}", *(figures(desk, side) for side in told.values()), sep="   ", flush=True)


if __name__ == "__main__":
    main()
