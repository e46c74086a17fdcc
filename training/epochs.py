"""Runs epochs over examples with a checkpoint after each, and goes on from it when started again."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

import torch
from torch import nn

from dragoman.reading.pieces import Pieces
from training.corpora import Example
from training.encoder import tokenizer
from training.losses import loss_of
from training.network import Labels, Reader
from training.targets import targets

PIECES_PER_BATCH = 1600


def batches(examples: Sequence[Example], pieces: Pieces, rng: random.Random) -> Iterator[list[Example]]:
    """Batches of sentences of like length, in random order."""
    sized = [(sum(len(pieces.of(w)) for w in e.words) + 2, e) for e in examples]
    order = sorted((n + rng.uniform(-3, 3), i) for i, (n, _) in enumerate(sized))
    ready: list[list[Example]] = [[]]
    for length, i in order:
        if ready[-1] and (len(ready[-1]) + 1) * length > PIECES_PER_BATCH:
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


def falling(optim: torch.optim.Optimizer, steps: int) -> torch.optim.lr_scheduler.LambdaLR:
    """A rate that rises over a twentieth of the steps and then falls in a line to nearly nothing."""
    warm = max(1, steps // 20)
    return torch.optim.lr_scheduler.LambdaLR(
        optim, lambda s: min(s / warm, max(0.02, (steps - s) / (steps - warm)))
    )


def run(
    reader: Reader,
    labels: Labels,
    out: Path,
    epochs: int,
    rate: float,
    seed: int,
    weights: Mapping[str, float],
    chosen: Callable[[int], Sequence[Example]],
) -> None:
    """Train for so many epochs, each on what `chosen` gives for it, writing OUT/reader.pt after each."""
    pieces, optim = Pieces(tokenizer()), optimiser(reader, rate)
    steps = epochs * sum(1 for _ in batches(chosen(0), pieces, random.Random(0)))
    parts = {"reader": reader, "optim": optim, "schedule": (schedule := falling(optim, steps))}
    out.mkdir(parents=True, exist_ok=True)
    for epoch in range(resumed(parts, out), epochs):
        began, rng = time.monotonic(), random.Random(seed * 1000 + epoch)
        loss = epoch_of(reader, chosen(epoch), labels, pieces, optim, schedule, rng, weights)
        torch.save({k: v.state_dict() for k, v in parts.items()} | {"epoch": epoch}, out / "state.pt")
        torch.save(reader.state_dict(), out / "reader.pt")
        print(f"epoch {epoch + 1}/{epochs}: loss {loss:.3f}, {time.monotonic() - began:.0f} s", flush=True)


def resumed(parts, out: Path) -> int:  # type: ignore[no-untyped-def]  # torch's parts share no type
    """Take the state of the last whole epoch into the parts; the number of the epoch to begin with."""
    if not (out / "state.pt").exists():
        return 0
    state = torch.load(out / "state.pt", weights_only=False)
    for name, part in parts.items():
        part.load_state_dict(state[name])
    return int(state["epoch"]) + 1


def epoch_of(  # type: ignore[no-untyped-def]  # torch's parts again
    reader, examples, labels, pieces, optim, schedule, rng, weights
) -> float:
    """One pass over the examples; the mean loss of its last quarter."""
    reader.train()
    losses = []
    todo = list(batches(examples, pieces, rng))
    for number, group in enumerate(todo):
        arrays = pieces.batch([e.words for e in group], [e.inside() for e in group])
        batch = {k: torch.from_numpy(v) for k, v in arrays.items()}
        with torch.autocast("cpu", dtype=torch.bfloat16):
            words = reader.words(batch)
        loss = loss_of(reader, words.float(), batch, targets(group, labels), group, weights)
        optim.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(reader.parameters(), 1.0)
        optim.step()
        schedule.step()
        losses.append(loss.item())
        if number % 50 == 0:
            print(f"  {number}/{len(todo)} loss {sum(losses[-50:]) / len(losses[-50:]):.3f}", flush=True)
    quarter = max(1, len(losses) // 4)
    return sum(losses[-quarter:]) / quarter
