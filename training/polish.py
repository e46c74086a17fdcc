"""Trains a reader on, trees and certainty before all: python -m training.polish training/runs/reader.

The first stage learns everything at once, and what there is much of (attribution) crowds out what is
hard (trees) or thin (certainty). Here a sixth of the articles and a quarter of the sentences on events stand
beside all trees, names and, three times over, the sentences on certainty. The vectors of word pieces are
held still, so that a network of marked parties begun from the first stage keeps sharing them.
Goes on from the last whole epoch when it is started again.
"""

from __future__ import annotations

import argparse
import json
from functools import partial
from pathlib import Path

import torch

from training.corpora import Example, training_set
from training.encoder import Encoder
from training.epochs import run
from training.learn import arguments
from training.losses import WEIGHTS
from training.network import Labels, Reader
from training.quotations import quotations
from training.written import written_examples

WEIGHED = WEIGHTS | {"tree": 2.0, "factuality": 1.5}


def chosen(shared: Path, clean: bool, epoch: int) -> list[Example]:
    """What an epoch learns from; another sixth and another quarter each time."""
    written = list(written_examples())
    events = [e for e in written if e.events or not (e.values or e.names)]
    rest = [e for e in written if not e.events and (e.values or e.names)]
    judged = [e for e in rest if e.values]
    found = [*training_set(shared), *rest, *judged, *judged, *events[epoch % 4 :: 4]]
    if not clean:
        found += quotations(shared / "data" / "language" / "polnear" / "train.jsonl.gz", 6, epoch % 6)
    return [e for e in found if 0 < len(e.words) <= 120]


def polish(args: argparse.Namespace) -> None:
    """Train the reader of a run on."""
    torch.manual_seed(args.seed)
    told = (args.run / "labels.json").read_text(encoding="utf-8")
    labels = Labels(**{k: tuple(v) for k, v in json.loads(told).items()})
    reader = Reader(Encoder(), labels)
    reader.load_state_dict(torch.load(args.run / "reader.pt", weights_only=True))
    reader.encoder.word.weight.requires_grad = False
    args.out.mkdir(parents=True, exist_ok=True)
    (args.out / "labels.json").write_text(told, encoding="utf-8")
    chosen_of = partial(chosen, args.shared, args.clean)
    run(reader, labels, args.out, args.epochs, args.rate, args.seed, WEIGHED, chosen_of)


def main() -> None:
    """Read the arguments and train."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("run", type=Path, help="a run of training.learn")
    polish(arguments(parser, "training/runs/polished", 3, 1e-4))


if __name__ == "__main__":
    main()
