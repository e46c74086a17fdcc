"""How well a run tells acts: python -m training.acts RUN prints its figures on the dispatches kept out."""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import torch

from dragoman.model import Act as Found
from dragoman.reading.acts import PARTS, acts_of
from dragoman.reading.encoder import Layers
from dragoman.reading.pieces import Pieces
from training.corpora import Act, Example
from training.encoder import DEVICE, tokenizer
from training.learn import network_of
from training.network import Reader
from training.told import kept_out, sentences_of

AT_ONCE = 64


def told_by(reader: Reader, examples: Sequence[Example]) -> Iterator[Layers]:
    """What a network in training says of sentences; layers that acts do not need are empty."""
    pieces = Pieces(tokenizer())
    reader.eval()
    order = sorted(range(len(examples)), key=lambda i: len(examples[i].words))
    out: dict[int, Layers] = {}
    for first in range(0, len(order), AT_ONCE):
        group = order[first : first + AT_ONCE]
        out.update(zip(group, _layers(reader, [examples[i] for i in group], pieces), strict=True))
    yield from (out[i] for i in range(len(examples)))


def _layers(reader: Reader, group: Sequence[Example], pieces: Pieces) -> Iterator[Layers]:
    arrays = pieces.batch([e.words for e in group], [e.inside() for e in group])
    batch = {k: torch.from_numpy(v).to(DEVICE) for k, v in arrays.items()}
    with torch.no_grad(), torch.autocast(DEVICE.type, dtype=torch.bfloat16):
        words = reader.words(batch).float()
    with torch.no_grad():
        scored = {
            k: reader.tags[k](words).log_softmax(-1).cpu().numpy() for k in ("acts", "act_values", "events")
        }
        auxiliary, bonds = (x.cpu().numpy() for x in (reader.tags["auxiliary"](words), reader.bonds(words)))
    empty = np.zeros(0)
    for i, example in enumerate(group):
        n = len(example.words)
        known = {k: v[i, :n] for k, v in scored.items()} | {
            "auxiliary": auxiliary[i, :n], "bonds": bonds[i, :, :n, :n],
        }  # fmt: skip
        yield Layers(**{k: known.get(k, empty) for k in Layers.__slots__})  # type: ignore[arg-type]


def score(found: Sequence[Sequence[Found]], gold: Sequence[Example]) -> dict[str, float]:
    """How acts told agree with those annotated.

    F of acts whose triggers touch; of those the shares with the right kind, type and value; of each part
    the F of words over those acts (of parts that are runs, of their words too).
    """
    count: Counter[str] = Counter()
    for acts, example in zip(found, gold, strict=True):
        wanted = list(example.acts or ())
        count["gold"] += len(wanted)
        count["found"] += len(acts)
        for act in acts:
            match = next((w for w in wanted if set(w.words) & set(act.words)), None)
            if match is not None:
                wanted.remove(match)
                _compare(act, match, count)
    f = lambda hit, a, b: 2 * hit / (a + b) if a + b else float("nan")  # noqa: E731  # one formula, used twice
    out = {"acts": f(count["hit"], count["gold"], count["found"])}
    out |= {k: count[k] / max(1, count["hit"]) for k in ("kind", "type", "value", "auxiliary")}
    return out | {p: f(count[p, "hit"], count[p, "gold"], count[p, "found"]) for p in PARTS}  # type: ignore[index]


def _compare(act: Found, gold: Act, count: Counter) -> None:  # type: ignore[type-arg]  # keys of two forms
    count["hit"] += 1
    count["kind"] += act.kind == gold.kind
    count["type"] += (act.event or "NONE") == gold.event.partition(":")[0]
    count["value"] += act.factuality == gold.value
    count["auxiliary"] += set(act.auxiliary) == set(gold.auxiliary)
    for part in PARTS:
        one, two = set(act.parts[part]), set(gold.parts[part])
        count[part, "hit"] += len(one & two)
        count[part, "gold"] += len(two)
        count[part, "found"] += len(one)


def scored(reader: Reader, events: tuple[str, ...], at_least: float) -> dict[str, float]:
    """The figures of a network on the dispatches kept out."""
    gold = [e for dispatch in kept_out() for e in sentences_of(dispatch)]
    found = [list(acts_of(layers, events, at_least)) for layers in told_by(reader, gold)]
    return {k: round(v, 3) for k, v in score(found, gold).items()}


def main() -> None:
    """Read the arguments and score."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("run", type=Path, help="a run of training.learn")
    reader, labels = network_of(parser.parse_args().run)
    for at_least in (0.3, 0.4, 0.5):
        print(at_least, json.dumps(scored(reader, labels.events, at_least)), flush=True)


if __name__ == "__main__":
    main()
