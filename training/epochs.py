"""Runs epochs over examples with a checkpoint after each, and goes on from it when started again."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import mean

import torch
from torch import nn

from dragoman.reading.pieces import Pieces
from training.corpora import Example
from training.encoder import DEVICE, tokenizer
from training.losses import loss_of
from training.network import Labels, Reader
from training.targets import targets


@dataclass(frozen=True, slots=True)
class Plan:
    """How long and how fast to learn; `size` is that of a batch in word pieces."""

    epochs: int
    rate: float
    seed: int
    size: int = 1600


def batches(
    examples: Sequence[Example], pieces: Pieces, rng: random.Random, size: int
) -> Iterator[list[Example]]:
    """Batches of sentences of like length, in random order."""
    sized = [(sum(len(pieces.of(w)) for w in e.words) + 2, e) for e in examples]
    order = sorted((n + rng.uniform(-3, 3), i) for i, (n, _) in enumerate(sized))
    ready: list[list[Example]] = [[]]
    for length, i in order:
        if ready[-1] and (len(ready[-1]) + 1) * length > size:
            ready.append([])
        ready[-1].append(sized[i][1])
    rng.shuffle(ready)
    yield from ready


def optimiser(reader: Reader, rate: float) -> torch.optim.Optimizer:
    """AdamW; the heads learn ten times faster than the encoder, what is held still not at all."""
    inside = [p for n, p in reader.named_parameters() if n.startswith("encoder") and p.requires_grad]
    heads = [p for n, p in reader.named_parameters() if not n.startswith("encoder")]
    return torch.optim.AdamW(
        [{"params": inside, "lr": rate}, {"params": heads, "lr": rate * 10}], weight_decay=0.01
    )


def rate_at(done: float) -> float:
    """What part of the rate holds when so much is done, 0 to 1.

    It rises over a twentieth of the way and then falls in a line to nearly nothing.
    """
    return min(done / 0.05, max(0.02, (1 - done) / 0.95))


def run(
    reader: Reader,
    labels: Labels,
    out: Path,
    plan: Plan,
    chosen: Callable[[int], Sequence[Example]],
) -> None:
    """Train for so many epochs, each on what `chosen` gives for it, writing OUT/reader.pt after each."""
    pieces, optim = Pieces(tokenizer()), optimiser(reader, plan.rate)
    highest = [group["lr"] for group in optim.param_groups]
    parts = {"reader": reader, "optim": optim}
    for epoch in range(resumed(parts, out), plan.epochs):
        began, losses = time.monotonic(), []
        groups = list(batches(chosen(epoch), pieces, random.Random(plan.seed * 1000 + epoch), plan.size))
        reader.train()
        for number, group in enumerate(groups):
            for part, top in zip(optim.param_groups, highest, strict=True):
                part["lr"] = top * rate_at((epoch + number / len(groups)) / plan.epochs)
            losses.append(step(reader, group, labels, pieces, optim))
            if number % 50 == 0:
                print(f"  {number}/{len(groups)} loss {mean(losses[-50:]):.3f}", flush=True)
        torch.save({k: v.state_dict() for k, v in parts.items()} | {"epoch": epoch}, out / "state.pt")
        torch.save(reader.state_dict(), out / "reader.pt")
        late = mean(losses[-max(1, len(losses) // 4) :])
        print(
            f"epoch {epoch + 1}/{plan.epochs}: loss {late:.3f}, {time.monotonic() - began:.0f} s", flush=True
        )


def resumed(parts, out: Path) -> int:  # type: ignore[no-untyped-def]  # torch's parts share no type
    """Take the state of the last whole epoch into the parts; the number of the epoch to begin with."""
    if not (out / "state.pt").exists():
        return 0
    state = torch.load(out / "state.pt", weights_only=False, map_location=DEVICE)
    for name, part in parts.items():
        part.load_state_dict(state[name])
    return int(state["epoch"]) + 1


def step(
    reader: Reader,
    group: Sequence[Example],
    labels: Labels,
    pieces: Pieces,
    optim: torch.optim.Optimizer,
) -> float:
    """Learn from one batch; its loss."""
    arrays = pieces.batch([e.words for e in group], [e.inside() for e in group])
    batch = {k: torch.from_numpy(v).to(DEVICE) for k, v in arrays.items()}
    with torch.autocast(DEVICE.type, dtype=torch.bfloat16):
        words = reader.words(batch)
    want = {k: v.to(DEVICE) for k, v in targets(group, labels).items()}
    loss = loss_of(reader, words.float(), batch, want, group)
    optim.zero_grad()
    loss.backward()
    nn.utils.clip_grad_norm_(reader.parameters(), 1.0)
    optim.step()
    return loss.item()
