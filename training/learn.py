"""Trains words, tree and names: python -m training.learn --shared ../shared --out training/runs/first.

Writes a checkpoint after each epoch and goes on from it when started again.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path

import torch
from torch import Tensor, nn

from dragoman.reading.lemmas import recipe_of
from dragoman.reading.pieces import Pieces
from training.corpora import Example, training_set
from training.encoder import pretrained, tokenizer
from training.network import Labels, Reader

MISSING = -100
PIECES_PER_BATCH = 1200


def labels_of(examples: Sequence[Example]) -> Labels:
    """The label sets of the examples; lemma recipes and relations that occur three times or more."""

    def common(values: Iterator[str], least: int) -> tuple[str, ...]:
        return tuple(v for v, n in sorted(Counter(values).items()) if n >= least)

    trees = [e for e in examples if e.upos]
    return Labels(
        upos=common((t for e in trees for t in e.upos or ()), 1),
        xpos=common((t for e in trees for t in e.xpos or ()), 3),
        recipes=common(
            (recipe_of(f, x) for e in trees for f, x in zip(e.words, e.lemmas or (), strict=True)), 4
        ),
        deprels=common((t for e in trees for t in e.deprels or ()), 3),
    )


def targets(examples: Sequence[Example], labels: Labels) -> dict[str, Tensor]:
    """The numbers to learn, sentences x words, MISSING where a layer is not annotated."""
    width = max(len(e.words) for e in examples)
    index = {k: {v: i for i, v in enumerate(vs)} for k, vs in asdict(labels).items()}
    out = {
        k: torch.full((len(examples), width), MISSING)
        for k in ("upos", "xpos", "recipes", "names", "heads", "deprels")
    }
    for i, e in enumerate(examples):
        recipes = [recipe_of(f, x) for f, x in zip(e.words, e.lemmas, strict=True)] if e.lemmas else None
        layers = {"upos": e.upos, "xpos": e.xpos, "recipes": recipes, "names": e.names, "deprels": e.deprels}
        for k, values in layers.items():
            if values:
                out[k][i, : len(values)] = torch.tensor([index[k].get(v, MISSING) for v in values])
        if e.heads:
            out["heads"][i, : len(e.heads)] = torch.tensor(e.heads)
    return out


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


def loss_of(reader: Reader, batch: dict[str, Tensor], want: dict[str, Tensor]) -> Tensor:
    """The sum of the heads' cross entropies."""
    cross = nn.CrossEntropyLoss(ignore_index=MISSING)
    words = reader.words(batch)
    total = words.new_zeros(())
    for name, weight in (("upos", 1.0), ("xpos", 0.5), ("recipes", 0.5), ("names", 1.0)):
        if (want[name] != MISSING).any():
            total = total + weight * cross(reader.tags[name](words).flatten(0, 1), want[name].flatten())
    if (want["heads"] != MISSING).any():
        total = total + tree_loss(reader, words, batch, want, cross)
    return total


def tree_loss(
    reader: Reader, words: Tensor, batch: dict[str, Tensor], want: dict[str, Tensor], cross: nn.Module
) -> Tensor:
    """Heads and, for the true heads, relations."""
    arcs, dep, head = reader.arcs(words)
    present = torch.cat([torch.ones_like(batch["first"][:, :1]), batch["first"]], 1) > 0
    arcs = arcs.masked_fill(~present[:, None], -10000.0)
    true = want["heads"].clamp(min=0)
    chosen = torch.gather(head, 1, true[..., None].expand(-1, -1, head.shape[-1]))
    relations = reader.relations(dep, chosen)
    loss: Tensor = cross(arcs.flatten(0, 1), want["heads"].flatten()) + cross(
        relations.flatten(0, 1), want["deprels"].flatten()
    )
    return loss


def optimiser(reader: Reader, rate: float) -> torch.optim.Optimizer:
    """AdamW; the heads learn ten times faster than the encoder."""
    inside = [p for n, p in reader.named_parameters() if n.startswith("encoder")]
    heads = [p for n, p in reader.named_parameters() if not n.startswith("encoder")]
    return torch.optim.AdamW(
        [{"params": inside, "lr": rate}, {"params": heads, "lr": rate * 10}], weight_decay=0.01
    )


def train(shared: Path, out: Path, epochs: int, rate: float, seed: int) -> None:
    """Train for so many epochs, writing OUT/reader.pt after each."""
    torch.manual_seed(seed)
    examples = [e for e in training_set(shared) if 0 < len(e.words) <= 160]
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
        batch = {k: torch.from_numpy(v) for k, v in pieces.batch([e.words for e in group]).items()}
        loss = loss_of(reader, batch, targets(group, labels))
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
    parser.add_argument("--out", type=Path, default=Path("training/runs/first"))
    parser.add_argument("--epochs", type=int, default=6)
    parser.add_argument("--rate", type=float, default=1e-4)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=2)
    args = parser.parse_args()
    torch.set_num_threads(args.threads)
    train(args.shared, args.out, args.epochs, args.rate, args.seed)


if __name__ == "__main__":
    main()
