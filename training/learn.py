"""Trains the reader: python -m training.learn --shared ../shared --out training/runs/reader.

With --grammar it learns words, trees and names alone. With --start RUN it goes on from such a run and
learns everything, with the vectors of word pieces held still; --silver FILE gives trees for sentences
that have none. Writes a checkpoint after each epoch and goes on from it when started again.
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from functools import cache
from pathlib import Path

import torch

from training.corpora import Example, training_set
from training.encoder import DEVICE, Encoder, pretrained
from training.epochs import Plan, run
from training.network import Labels, Reader
from training.quotations import quotations
from training.silver import silver_trees, with_tree
from training.targets import labels_of
from training.told import told_examples
from training.written import written_examples


def chosen(args: argparse.Namespace, epoch: int) -> list[Example]:
    """What an epoch learns from."""
    found = list(_chosen(args, epoch))
    if args.silver:
        trees = silver_trees(args.silver)
        found = [with_tree(e, trees) for e in found]
    return [e for e in found if 0 < len(e.words) <= 120]


def _chosen(args: argparse.Namespace, epoch: int) -> Iterator[Example]:
    if args.sample:
        yield from [*told_examples()] * DISPATCHES
        written = list(written_examples())
        yield from [e for e in written if e.acts is not None] * UNPOLITICAL
        for examples in corpora(args, written):
            yield from random.Random(epoch).sample(examples, min(args.sample, len(examples)))
        return
    yield from training_set(args.shared)
    if args.grammar:
        return
    yield from [*told_examples()] * DISPATCHES
    written = list(written_examples())
    yield from [e for e in written if e.events][epoch % args.share :: args.share]
    yield from (e for e in written if not e.events)
    if not args.clean:
        yield from quotations(quoted(args), args.share, epoch % args.share)


def corpora(args: argparse.Namespace, written: Sequence[Example]) -> Iterator[list[Example]]:
    """What there is besides the dispatches: trees and names, events, other sentences, quotations."""
    yield training_set(args.shared)
    yield [e for e in written if e.events]
    yield [e for e in written if not e.events]
    if not args.clean:
        yield list(quotations(quoted(args)))


def quoted(args: argparse.Namespace) -> Path:
    """Where the articles with their attributions lie."""
    place: Path = args.shared / "data" / "language" / "polnear" / "train.jsonl.gz"
    return place


DISPATCHES, UNPOLITICAL = 2, 5
"""How many times an epoch sees the dispatches of our own, and the sentences without any act."""


def network_of(run: Path) -> tuple[Reader, Labels]:
    """The network of a run and its labels; heads that an older run had not yet begin anew."""
    labels = Labels(**{k: tuple(v) for k, v in json.loads((run / "labels.json").read_text()).items()})
    reader = Reader(Encoder(), labels)
    state = torch.load(run / "reader.pt", weights_only=True, map_location="cpu")
    reader.load_state_dict(state, strict=False)
    return reader.to(DEVICE), labels


def begin(args: argparse.Namespace) -> tuple[Reader, Labels]:
    """The network to train, new or that of another run, and its labels."""
    if args.start:
        reader, labels = network_of(args.start)
        reader.encoder.word.weight.requires_grad = False
        return reader, labels
    labels = labels_of(chosen(args, 0))
    return Reader(pretrained(), labels).to(DEVICE), labels


def train(args: argparse.Namespace) -> None:
    """Train a reader."""
    torch.manual_seed(args.seed)
    reader, labels = begin(args)
    args.out.mkdir(parents=True, exist_ok=True)
    (args.out / "labels.json").write_text(json.dumps(asdict(labels)), encoding="utf-8")
    plan = Plan(args.epochs, args.rate, args.seed, args.batch)
    share = cache(lambda number: chosen(args, number))  # what is read once need not be read again
    run(reader, labels, args.out, plan, lambda epoch: share(epoch if args.sample else epoch % args.share))


def main() -> None:
    """Read the arguments and train."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--out", type=Path, default=Path("training/runs/reader"))
    parser.add_argument("--start", type=Path, help="a run to go on from")
    parser.add_argument("--grammar", action="store_true", help="words, trees and names alone")
    parser.add_argument("--silver", type=Path, help="trees of training.silver")
    parser.add_argument(
        "--share",
        type=int,
        default=2,
        help="an epoch sees one of so many articles and sentences on events, the next epoch others",
    )
    parser.add_argument(
        "--sample", type=int, help="an epoch sees the dispatches and so many sentences of each corpus"
    )
    parser.add_argument("--epochs", type=int, default=6)
    parser.add_argument("--batch", type=int, default=1600, help="word pieces a batch")
    parser.add_argument("--rate", type=float, default=1.2e-4)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--clean", action="store_true", help="leave out corpora that state no licence")
    parser.add_argument("--threads", type=int, default=2)
    args = parser.parse_args()
    torch.set_num_threads(args.threads)
    train(args)


if __name__ == "__main__":
    main()
