"""Trains the reader: python -m training.learn --shared ../shared --out training/runs/reader.

Writes a checkpoint after each epoch and goes on from it when started again.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path

import torch
from torch import nn

from dragoman.reading.pieces import Pieces
from training.corpora import Example, training_set
from training.encoder import pretrained, tokenizer
from training.losses import loss_of
from training.network import Reader
from training.quotations import quotations
from training.targets import labels_of, targets
from training.written import written_examples

PIECES_PER_BATCH = 1600


def everything(shared: Path, clean: bool) -> list[Example]:
    """All there is to learn from; `clean` leaves out what states no licence (PolNeAR)."""
    polnear = shared / "data" / "language" / "polnear" / "train.jsonl.gz"
    found = [*training_set(shared), *written_examples()]
    if not clean:
        found.extend(quotations(polnear))
    return [e for e in found if 0 < len(e.words) <= 120]


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
    """AdamW; the heads learn ten times faster than the encoder."""
    inside = [p for n, p in reader.named_parameters() if n.startswith("encoder")]
    heads = [p for n, p in reader.named_parameters() if not n.startswith("encoder")]
    return torch.optim.AdamW(
        [{"params": inside, "lr": rate}, {"params": heads, "lr": rate * 10}], weight_decay=0.01
    )


def train(shared: Path, out: Path, epochs: int, rate: float, seed: int, clean: bool) -> None:
    """Train for so many epochs, writing OUT/reader.pt after each."""
    torch.manual_seed(seed)
    examples = everything(shared, clean)
    labels, pieces = labels_of(examples), Pieces(tokenizer())
    reader = Reader(pretrained(), labels)
    optim = optimiser(reader, rate)
    steps = epochs * sum(1 for _ in batches(examples, pieces, random.Random(0)))
    warm = max(1, steps // 20)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optim, lambda s: min(s / warm, max(0.0, (steps - s) / (steps - warm)))
    )
    first, saved = 0, out / "state.pt"
    if saved.exists():
        state = torch.load(saved, weights_only=False)
        reader.load_state_dict(state["reader"])
        optim.load_state_dict(state["optim"])
        schedule.load_state_dict(state["schedule"])
        first = state["epoch"] + 1
    out.mkdir(parents=True, exist_ok=True)
    (out / "labels.json").write_text(json.dumps(asdict(labels)), encoding="utf-8")
    for epoch in range(first, epochs):
        began = time.monotonic()
        loss = epoch_of(reader, examples, labels, pieces, optim, schedule, random.Random(seed * 1000 + epoch))
        torch.save(
            {
                "reader": reader.state_dict(),
                "optim": optim.state_dict(),
                "schedule": schedule.state_dict(),
                "epoch": epoch,
            },
            saved,
        )
        torch.save(reader.state_dict(), out / "reader.pt")
        print(f"epoch {epoch + 1}/{epochs}: loss {loss:.3f}, {time.monotonic() - began:.0f} s", flush=True)


def epoch_of(reader, examples, labels, pieces, optim, schedule, rng) -> float:  # type: ignore[no-untyped-def]
    """One pass over the examples; the mean loss of its last quarter."""
    reader.train()
    losses = []
    todo = list(batches(examples, pieces, rng))
    for number, group in enumerate(todo):
        arrays = pieces.batch([e.words for e in group], [e.inside() for e in group])
        batch = {k: torch.from_numpy(v) for k, v in arrays.items()}
        with torch.autocast("cpu", dtype=torch.bfloat16):
            words = reader.words(batch)
        loss = loss_of(reader, words.float(), batch, targets(group, labels), group)
        optim.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(reader.parameters(), 1.0)
        optim.step()
        schedule.step()
        losses.append(loss.item())
        if number % 50 == 0:
            print(f"  {number}/{len(todo)} loss {sum(losses[-50:]) / len(losses[-50:]):.3f}", flush=True)
    return sum(losses[-len(losses) // 4 :]) / max(1, len(losses) // 4)


def main() -> None:
    """Read the arguments and train."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--out", type=Path, default=Path("training/runs/reader"))
    parser.add_argument("--epochs", type=int, default=6)
    parser.add_argument("--rate", type=float, default=1e-4)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--clean", action="store_true", help="leave out corpora that state no licence")
    parser.add_argument("--threads", type=int, default=2)
    args = parser.parse_args()
    torch.set_num_threads(args.threads)
    train(args.shared, args.out, args.epochs, args.rate, args.seed, args.clean)


if __name__ == "__main__":
    main()
