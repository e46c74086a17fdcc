"""Trains what tells the event between a marked actor and recipient: python -m training.relations.

--folds K cross-validates on the PLV rows (folds by sentence; own sentences only ever train) and prints
macro-F1 of root, quad and binary with standard deviations; without it, one network is trained on all
rows and written to OUT/relations.pt. Loss and score follow PLV, whose YIELD is CONCEDE or RETREAT.
"""

from __future__ import annotations

import argparse
import copy
import csv
import json
import random
import re
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn

from dragoman.reading.pieces import PARTY_MARKS, Pieces
from dragoman.reading.words import words_in
from training.encoder import WIDTH, Encoder, pretrained, tokenizer
from training.own_sentences import NO_EVENT, TYPES, Span, Written, own_sentences, unmark

CLASSES = (*TYPES, NO_EVENT)
QUAD = {kind: 1 + n for n, kinds in enumerate(
    ("AGREE CONSULT SUPPORT", "COOPERATE AID YIELD", "REQUEST ACCUSE REJECT THREATEN",
     "PROTEST SANCTION MOBILIZE COERCE ASSAULT")) for kind in kinds.split()}  # fmt: skip
"""As the PLV data have it: YIELD counts as material cooperation."""
PIECES_PER_BATCH = 1400


@dataclass(frozen=True, slots=True)
class Row:
    """A sentence cut into words, the parties marked, and the classes that are right."""

    words: tuple[str, ...]
    right: frozenset[str]
    sentence: str


def marked_words(text: str, spans: Sequence[Span], marks: bool = True) -> tuple[str, ...]:
    """The words of a sentence with the marks of actor and recipient around theirs."""
    edges: list[tuple[int, int, str]] = []
    for span in spans if marks else ():
        if span.label in "st":
            opening, closing = PARTY_MARKS["actor" if span.label == "s" else "recipient"]
            edges += [(span.start, 1, opening), (span.end, 0, closing)]
    out, at = list[str](), 0
    for place, _, mark in sorted(edges):
        out += [text[a:b] for a, b in words_in(text, at, place)] + [mark]
        at = place
    return (*out, *(text[a:b] for a, b in words_in(text, at, len(text))))


def plv_rows(path: Path, marks: bool = True) -> list[Row]:
    """The rows of the PLV training file."""
    with path.open(encoding="utf-8", newline="") as file:
        records = list(csv.DictReader(file, delimiter="\t"))
    return [_plv_row(record, marks) for record in records]


def _plv_row(record: dict[str, str], marks: bool) -> Row:
    tidy = re.sub(r"[\[\]]", "|", record["marked_sentence"]).strip()
    parts = re.split(r"(</?[st]>)", tidy)
    text, spans, begun = "", list[Span](), 0
    for part in parts:
        if part in ("<s>", "<t>"):
            begun = len(text)
        elif part in ("</s>", "</t>"):
            spans.append(Span(begun, len(text), part[2]))
        else:
            text += part
    label = record["gold_root"]
    right = frozenset({"CONCEDE", "RETREAT"} if label == "YIELD" else {label})
    return Row(marked_words(text, spans, marks), right, record["sentence"])


def own_rows(sentences: Sequence[Written], marks: bool = True) -> list[Row]:
    """The sentences written for dragoman."""
    return [Row(marked_words(w.text, w.spans, marks), frozenset({w.type}), w.text) for w in sentences]


class Pair(nn.Module):
    """An encoder and what it says of the parties' marks: log odds of CLASSES."""

    def __init__(self, encoder: Encoder) -> None:
        super().__init__()
        self.encoder = encoder
        self.dropout = nn.Dropout(0.1)
        self.inner = nn.Linear(3 * WIDTH, WIDTH)
        self.outer = nn.Linear(WIDTH, len(CLASSES))

    def forward(self, ids: Tensor, shapes: Tensor, mask: Tensor, places: Tensor) -> Tensor:
        """`places`: sentences x 3, the pieces of the opening mark, the actor's and the recipient's mark."""
        seen = self.encoder(ids, shapes, mask)
        picked = torch.gather(seen, 1, places[..., None].expand(-1, -1, WIDTH)).flatten(1)
        hidden = nn.functional.gelu(self.inner(self.dropout(picked)))
        out: Tensor = self.outer(self.dropout(hidden))
        return out


def laid_out(rows: Sequence[Row], pieces: Pieces) -> dict[str, Tensor]:
    """Arrays of a batch, as the network takes them."""
    arrays = pieces.batch([row.words for row in rows])
    places = np.zeros((len(rows), 3), dtype=np.int64)
    for i, row in enumerate(rows):
        for column, party in enumerate(("actor", "recipient"), 1):
            if (mark := PARTY_MARKS[party][0]) in row.words:
                places[i, column] = arrays["first"][i, row.words.index(mark)]
    return {k: torch.from_numpy(v) for k, v in {**arrays, "places": places}.items() if k not in ("first", "last")}


def batches(rows: Sequence[Row], pieces: Pieces, rng: random.Random) -> Iterator[list[Row]]:
    """Batches of like length in random order."""
    sized = sorted(((sum(len(pieces.of(w)) for w in row.words) + rng.uniform(-4, 4), i) for i, row in enumerate(rows)))
    ready: list[list[Row]] = [[]]
    for size, i in sized:
        if ready[-1] and (len(ready[-1]) + 1) * (size + 6) > PIECES_PER_BATCH:
            ready.append([])
        ready[-1].append(rows[i])
    rng.shuffle(ready)
    return iter(ready)


def loss_of(odds: Tensor, rows: Sequence[Row]) -> Tensor:
    """Minus the log of the probability of the right classes together."""
    right = torch.tensor([[kind in row.right for kind in CLASSES] for row in rows])
    inside = odds.masked_fill(~right, -1e9).logsumexp(-1)
    return (odds.logsumexp(-1) - inside).mean()


def fit(network: Pair, rows: Sequence[Row], pieces: Pieces, epochs: int, rate: float, seed: int) -> None:
    """Train in place; the word pieces' own vectors stay as they are."""
    network.encoder.word.weight.requires_grad = False
    inside = [p for n, p in network.named_parameters() if n.startswith("encoder") and p.requires_grad]
    heads = [p for n, p in network.named_parameters() if not n.startswith("encoder")]
    optim = torch.optim.AdamW([{"params": inside, "lr": rate}, {"params": heads, "lr": rate * 5}], weight_decay=0.01)
    rng = random.Random(seed)
    steps = epochs * sum(1 for _ in batches(rows, pieces, random.Random(0)))
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optim, lambda s: min(s / (steps / 10), max(0.0, (steps - s) / (steps * 0.9)))
    )
    network.train()
    for _ in range(epochs):
        for group in batches(rows, pieces, rng):
            with torch.autocast("cpu", dtype=torch.bfloat16):
                odds = network(**laid_out(group, pieces))
            loss = loss_of(odds.float(), group)
            optim.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optim.step()
            schedule.step()


def odds_of(network: Pair, rows: Sequence[Row], pieces: Pieces) -> Tensor:
    """The log odds of each row, in the order given."""
    network.eval()
    out = []
    with torch.no_grad():
        for i in range(0, len(rows), 32):
            out.append(network(**laid_out(rows[i : i + 32], pieces)))
    return torch.cat(out)


def roots(odds: Tensor) -> list[str]:
    """The best of the sixteen types, as PLV names it."""
    best = [CLASSES[i] for i in odds[:, : len(TYPES)].argmax(-1).tolist()]
    return ["YIELD" if kind in ("CONCEDE", "RETREAT") else kind for kind in best]


def root(row: Row) -> str:
    """The right label of a PLV row."""
    return "YIELD" if "RETREAT" in row.right and len(row.right) > 1 else next(iter(row.right))


def macro_f1(gold: Sequence[object], found: Sequence[object]) -> float:
    """The mean F1 of the labels that occur in the gold."""
    scores = []
    for label in set(gold):
        hit = sum(g == f == label for g, f in zip(gold, found, strict=True))
        scores.append(2 * hit / (sum(g == label for g in gold) + sum(f == label for f in found)))
    return sum(scores) / len(scores)


def levels(gold: Sequence[str], found: Sequence[str]) -> dict[str, float]:
    """Macro-F1 of root, quad and binary."""
    quads = [[QUAD[kind] for kind in kinds] for kinds in (gold, found)]
    return {
        "root": macro_f1(gold, found),
        "quad": macro_f1(*quads),
        "binary": macro_f1(*[[quad > 2 for quad in side] for side in quads]),
    }


def folds_of(rows: Sequence[Row], count: int, seed: int) -> list[list[int]]:
    """Numbers of rows in folds; rows of one sentence stay together."""
    sentences = sorted({row.sentence for row in rows})
    random.Random(seed).shuffle(sentences)
    fold = {sentence: n % count for n, sentence in enumerate(sentences)}
    return [[i for i, row in enumerate(rows) if fold[row.sentence] == n] for n in range(count)]


def cross_validate(args: argparse.Namespace, rows: Sequence[Row], own: Sequence[Row], pieces: Pieces) -> None:
    """Print the figures of each fold, their mean and deviation, and those of all rows together.

    What is learnt of the own sentences is learnt once, because they are in no test fold.
    """
    school = schooled(args, own, pieces)
    report("own sentences alone", rows, odds_of(school, rows, pieces))
    by_fold, odds = [], torch.zeros(len(rows), len(CLASSES))
    rng = random.Random(args.seed)
    for number, fold in enumerate(folds_of(rows, args.folds, args.seed)):
        began, inside = time.monotonic(), set(fold)
        torch.manual_seed(args.seed)
        network = copy.deepcopy(school)
        train = [row for i, row in enumerate(rows) if i not in inside]
        replayed = rng.sample(list(own), min(len(own), round(args.replay * len(train))))
        fit(network, [*train, *replayed], pieces, args.epochs, args.rate, args.seed)
        test = [rows[i] for i in fold]
        odds[fold] = odds_of(network, test, pieces)
        by_fold.append(report(f"fold {number}, {time.monotonic() - began:.0f} s", test, odds[fold]))
    mean = {k: round(float(np.mean([f[k] for f in by_fold])), 4) for k in by_fold[0]}
    deviation = {k: round(float(np.std([f[k] for f in by_fold], ddof=1)), 4) for k in by_fold[0]}
    print(json.dumps({"mean": mean, "deviation": deviation}), flush=True)
    report("together", rows, odds)
    args.out.mkdir(parents=True, exist_ok=True)
    torch.save(odds, args.out / "odds.pt")


def schooled(args: argparse.Namespace, own: Sequence[Row], pieces: Pieces) -> Pair:
    """A network that has learnt from the own sentences; kept in OUT/school.pt and taken from there."""
    torch.manual_seed(args.seed)
    network, kept = Pair(begin(args.start)), args.out / "school.pt"
    if kept.exists():
        network.load_state_dict(torch.load(kept, weights_only=True))
    elif own:
        fit(network, own, pieces, args.school, args.rate, args.seed)
        args.out.mkdir(parents=True, exist_ok=True)
        torch.save(network.state_dict(), kept)
    return network


def report(what: str, rows: Sequence[Row], odds: Tensor) -> dict[str, float]:
    """Print and give the macro-F1 of rows."""
    figures = levels([root(row) for row in rows], roots(odds))
    print(f"{what}:", json.dumps({k: round(v, 4) for k, v in figures.items()}), flush=True)
    return figures


def begin(start: Path | None) -> Encoder:
    """The encoder to begin from: that of a trained reader, else the published one."""
    encoder = pretrained()
    if start is not None:
        state = torch.load(start / "reader.pt", weights_only=True)
        encoder.load_state_dict({k[8:]: v for k, v in state.items() if k.startswith("encoder.")})
    return encoder


def main() -> None:
    """Read the arguments; cross-validate or train."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--start", type=Path, help="a run of training.learn to begin from")
    parser.add_argument("--out", type=Path, default=Path("training/runs/relations"))
    parser.add_argument("--epochs", type=int, default=4)
    parser.add_argument("--rate", type=float, default=1e-4)
    parser.add_argument("--school", type=int, default=3, help="epochs over the own sentences")
    parser.add_argument("--replay", type=float, default=1.0, help="own sentences beside each PLV row later")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--folds", type=int, default=0)
    parser.add_argument("--no-own", action="store_true")
    parser.add_argument("--no-marks", action="store_true")
    parser.add_argument("--threads", type=int, default=2)
    args = parser.parse_args()
    torch.set_num_threads(args.threads)
    pieces = Pieces(tokenizer())
    rows = plv_rows(args.shared / "data" / "events" / "plv_train.tsv", not args.no_marks)
    own = [] if args.no_own else own_rows(own_sentences(), not args.no_marks)
    if args.folds:
        cross_validate(args, rows, own, pieces)
        return
    network = schooled(args, own, pieces)
    replayed = random.Random(args.seed).sample(own, min(len(own), round(args.replay * len(rows))))
    fit(network, [*rows, *replayed], pieces, args.epochs, args.rate, args.seed)
    args.out.mkdir(parents=True, exist_ok=True)
    torch.save(network.state_dict(), args.out / "relations.pt")


if __name__ == "__main__":
    main()
