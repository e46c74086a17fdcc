"""Trains the reader: python -m training.learn --shared ../shared --out training/runs/reader.

Writes a checkpoint after each epoch and goes on from it when started again.
"""

from __future__ import annotations

import argparse
import json
from dataclasses import asdict
from pathlib import Path

import torch

from training.corpora import Example, training_set
from training.encoder import pretrained
from training.epochs import run
from training.losses import WEIGHTS
from training.network import Reader
from training.quotations import quotations
from training.targets import labels_of
from training.written import written_examples


def everything(shared: Path, clean: bool) -> list[Example]:
    """All there is to learn from; `clean` leaves out what states no licence (PolNeAR)."""
    found = [*training_set(shared), *written_examples()]
    if not clean:
        found.extend(quotations(shared / "data" / "language" / "polnear" / "train.jsonl.gz"))
    return [e for e in found if 0 < len(e.words) <= 120]


def train(args: argparse.Namespace) -> None:
    """Train a new reader."""
    torch.manual_seed(args.seed)
    examples = everything(args.shared, args.clean)
    labels = labels_of(examples)
    reader = Reader(pretrained(), labels)
    args.out.mkdir(parents=True, exist_ok=True)
    (args.out / "labels.json").write_text(json.dumps(asdict(labels)), encoding="utf-8")
    run(reader, labels, args.out, args.epochs, args.rate, args.seed, WEIGHTS, lambda epoch: examples)  # noqa: ARG005  # every epoch the same


def arguments(parser: argparse.ArgumentParser, out: str, epochs: int, rate: float) -> argparse.Namespace:
    """What the command line of a stage says."""
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--out", type=Path, default=Path(out))
    parser.add_argument("--epochs", type=int, default=epochs)
    parser.add_argument("--rate", type=float, default=rate)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--clean", action="store_true", help="leave out corpora that state no licence")
    parser.add_argument("--threads", type=int, default=2)
    args = parser.parse_args()
    torch.set_num_threads(args.threads)
    return args


def main() -> None:
    """Read the arguments and train."""
    train(arguments(argparse.ArgumentParser(description=__doc__), "training/runs/reader", 4, 1.5e-4))


if __name__ == "__main__":
    main()
