"""Trains what tells the event between two marked parties: python -m training.relations.

--folds K cross-validates on the PLV rows (folds by sentence; own sentences only ever train), prints
macro-F1 of root, quad and binary with standard deviations, and fits the temperature that calibrates.
Without it, one network is trained on all rows and written to OUT/relations.pt.
"""

from __future__ import annotations

import argparse
import copy
import json
import random
import time
from collections.abc import Sequence
from pathlib import Path

import torch

from dragoman.reading.pieces import Pieces
from training.encoder import DEVICE, Encoder, pretrained, tokenizer
from training.macro import calibration_error, probabilities, report, roots, summary, temperature_of
from training.own_sentences import own_sentences
from training.pair import Pair, fit, odds_of
from training.pairs import CLASSES, Row, folds_of, own_rows, plv_rows, without_marks


def begin(start: Path | None) -> Encoder:
    """The encoder to begin from: that of a trained reader, else the published one."""
    if start is None:
        return pretrained()
    encoder, state = Encoder(), torch.load(start / "reader.pt", weights_only=True, map_location="cpu")
    encoder.load_state_dict({k[8:]: v for k, v in state.items() if k.startswith("encoder.")})
    return encoder


def schooled(args: argparse.Namespace, own: Sequence[Row], pieces: Pieces) -> Pair:
    """A network that has learnt from the own sentences; kept in OUT/school.pt and taken from there."""
    torch.manual_seed(args.seed)
    network, kept = Pair(begin(args.start)).to(DEVICE), args.out / "school.pt"
    if kept.exists():
        network.load_state_dict(torch.load(kept, weights_only=True, map_location=DEVICE))
    elif own:
        fit(network, own, pieces, args.school, args.rate, args.seed)
        args.out.mkdir(parents=True, exist_ok=True)
        torch.save(network.state_dict(), kept)
    return network


def finished(
    args: argparse.Namespace, school: Pair, rows: Sequence[Row], own: Sequence[Row], pieces: Pieces
) -> Pair:
    """The schooled network trained on PLV rows with some own sentences beside them.

    It is the mean of the weights of `soup` runs that differ in seed (Wortsman and others 2022).
    """
    states = []
    for seed in range(args.seed, args.seed + args.soup):
        torch.manual_seed(seed)
        network, rng = copy.deepcopy(school), random.Random(seed)
        replayed = rng.sample(list(own), min(len(own), round(args.replay * len(rows))))
        fit(network, [*rows, *replayed], pieces, args.epochs, args.rate, seed)
        states.append(network.state_dict())
    mean = {name: torch.stack([state[name] for state in states]).mean(0) for name in states[0]}
    school = copy.deepcopy(school)
    school.load_state_dict(mean)
    return school


def cross_validate(args: argparse.Namespace, rows: Sequence[Row], own: Sequence[Row], pieces: Pieces) -> None:
    """Print the figures of each fold, their mean and deviation, and the calibration.

    What is learnt of the own sentences is learnt once, because they are in no test fold.
    """
    school = schooled(args, own, pieces)
    report("own sentences alone", rows, roots(odds_of(school, rows, pieces)))
    by_fold, odds, folds = [], torch.zeros(len(rows), len(CLASSES)), folds_of(rows, args.folds, args.seed)
    for number, fold in enumerate(folds):
        began, inside = time.monotonic(), set(fold)
        network = finished(args, school, [r for i, r in enumerate(rows) if i not in inside], own, pieces)
        odds[fold] = odds_of(network, [rows[i] for i in fold], pieces)
        name = f"fold {number}, {time.monotonic() - began:.0f} s"
        by_fold.append(report(name, [rows[i] for i in fold], roots(odds[fold])))
    print("mean of folds:", summary(by_fold), flush=True)
    report("all rows", rows, roots(odds))
    calibrate(args.out, rows, odds, folds)


def calibrate(out: Path, rows: Sequence[Row], odds: torch.Tensor, folds: Sequence[Sequence[int]]) -> None:
    """Print the calibration error, each fold under the temperature of the others; write that of all."""
    chance = probabilities(odds)
    before = calibration_error(chance, rows)
    for fold in folds:
        rest = [i for i in range(len(rows)) if i not in set(fold)]
        chance[list(fold)] = probabilities(odds[fold], temperature_of(odds[rest], [rows[i] for i in rest]))
    temperature = temperature_of(odds, rows)
    after = calibration_error(chance, rows)
    print(f"expected calibration error {before:.4f}, with temperature ({temperature:.2f}) {after:.4f}")
    out.mkdir(parents=True, exist_ok=True)
    (out / "calibration.json").write_text(json.dumps({"temperature": temperature, "error": after}))
    torch.save(odds, out / "odds.pt")


def arguments() -> argparse.Namespace:
    """What the command line says."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--start", type=Path, help="a run of training.learn to begin from")
    parser.add_argument("--out", type=Path, default=Path("training/runs/relations"))
    parser.add_argument("--school", type=int, default=3, help="epochs over the own sentences")
    parser.add_argument("--epochs", type=int, default=5, help="epochs over the PLV rows")
    parser.add_argument("--replay", type=float, default=0.5, help="own sentences beside each PLV row")
    parser.add_argument("--soup", type=int, default=1, help="runs whose weights are averaged")
    parser.add_argument("--rate", type=float, default=1e-4)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--folds", type=int, default=0)
    parser.add_argument("--no-own", action="store_true", help="ablation: without own sentences")
    parser.add_argument("--no-marks", action="store_true", help="ablation: without marks")
    parser.add_argument("--clean", action="store_true", help="without PLV, which states no licence")
    parser.add_argument("--threads", type=int, default=2)
    return parser.parse_args()


def main() -> None:
    """Cross-validate or train."""
    args = arguments()
    torch.set_num_threads(args.threads)
    pieces = Pieces(tokenizer())
    rows = plv_rows(args.shared / "data" / "events" / "plv_train.tsv")
    own = [] if args.no_own else own_rows(own_sentences())
    if args.no_marks:
        rows, own = without_marks(rows), without_marks(own)
    if args.folds:
        cross_validate(args, rows, own, pieces)
        return
    network = schooled(args, own, pieces)
    if not args.clean:
        network = finished(args, network, rows, own, pieces)
    torch.save(network.cpu().state_dict(), args.out / "relations.pt")


if __name__ == "__main__":
    main()
