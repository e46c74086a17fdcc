"""Writes trained weights as the one file that dragoman loads.

python -m training.export training/runs/reader training/runs/relations

The file is a zip of two networks (the reader, and what runs between two marked parties), the vectors
of word pieces that both share, tokenizer and labels. Weights of the encoders become int8, one scale a
channel, the vectors int8, one scale a piece; the heads stay as they are, being small.
"""

from __future__ import annotations

import argparse
import io
import json
import tempfile
import zipfile
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

import numpy as np
import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from dragoman.reading.weights import FORM, PARTS
from training.encoder import WIDTH, Encoder, tokenizer
from training.network import Labels, Reader
from training.own_sentences import TYPES
from training.pair import Pair

OUTPUTS = [
    "upos", "xpos", "recipes", "names", "cues", "factuality", "events", "predicates", "certainty",
    "arcs", "heads", "relations", "links", "acts", "act_values", "auxiliary", "bonds",
]  # fmt: skip
BEST, SCORED, PLAIN = OUTPUTS[:3], [*OUTPUTS[3:8], "acts", "act_values"], ["certainty", "auxiliary"]


class ReaderGraph(nn.Module):
    """The reader as it is run: labels instead of scores where the best one is all that is needed."""

    inputs = ("vectors", "shapes", "mask", "first", "last")
    outputs = tuple(OUTPUTS)

    def __init__(self, reader: Reader) -> None:
        super().__init__()
        self.reader = reader

    def forward(
        self, vectors: Tensor, shapes: Tensor, mask: Tensor, first: Tensor, last: Tensor
    ) -> tuple[Tensor, ...]:
        """The OUTPUTS for a batch; heads that are padding score very low."""
        batch = {"shapes": shapes, "mask": mask, "first": first, "last": last}
        words = self.reader.words_from(vectors, batch)
        best, scored, (certainty, auxiliary) = self._tags(words)
        arcs, dep, head = self.reader.arcs(words)
        present = torch.cat([torch.ones_like(first[:, :1]), first], 1) > 0
        arcs = arcs.masked_fill(~present[:, None], -10000.0)
        heads, relations = self.reader.likely_relations(arcs, dep, head)
        tree, more = (arcs, heads, relations), (*scored[-2:], auxiliary, self.reader.bonds(words))
        return (*best, *scored[:-2], certainty[..., 0], *tree, self.reader.links(words), *more)

    def _tags(self, words: Tensor) -> tuple[list[Tensor], list[Tensor], list[Tensor]]:
        """All linear heads in one product: best labels, log scores of labels, plain figures."""
        layers = [self.reader.tags[name] for name in (*BEST, *SCORED, *PLAIN)]
        weight = torch.cat([layer.weight for layer in layers])
        bias = torch.cat([layer.bias for layer in layers])
        sizes = [layer.out_features for layer in layers]
        parts = nn.functional.linear(words, weight, bias).split(sizes, -1)
        best = [part.argmax(-1) for part in parts[: len(BEST)]]
        scored = parts[len(BEST) : -len(PLAIN)]
        return best, [torch.log_softmax(part, -1) for part in scored], list(parts[-len(PLAIN) :])


class PairGraph(nn.Module):
    """What runs between two marked parties, as it is run: log odds of the sixteen types."""

    inputs = ("vectors", "shapes", "mask", "places")
    outputs = ("between",)

    def __init__(self, pair: Pair) -> None:
        super().__init__()
        self.pair = pair

    def forward(self, vectors: Tensor, shapes: Tensor, mask: Tensor, places: Tensor) -> Tensor:
        """Sentences x types."""
        return self.pair.from_vectors(vectors, shapes, mask, places)[:, : len(TYPES)]


def export(run: Path, pair_run: Path | None, out: Path, full: bool = False) -> None:
    """Write the weights of one run or both to a file; `full` keeps the networks' 32-bit floats."""
    labels = Labels(**{k: tuple(v) for k, v in json.loads((run / "labels.json").read_text()).items()})
    reader = Reader(Encoder(), labels)
    reader.load_state_dict(torch.load(run / "reader.pt", weights_only=True, map_location="cpu"))
    told = {"form": FORM, "temperature": temperature_of(pair_run) if pair_run else 1.0}
    told["labels"] = {**asdict(labels), "types": TYPES}
    parts = {
        "reader": graph_of(ReaderGraph(reader).eval(), full),
        "vectors": vectors_of(reader.encoder.word.weight.detach().numpy()),
        "tokenizer": tokenizer().to_str().encode(),
        "told": json.dumps(told).encode(),
    }
    if pair_run:
        parts["pair"] = graph_of(PairGraph(pair_of(pair_run, reader)).eval(), full)
    write(out, parts)


def pair_of(run: Path, reader: Reader) -> Pair:
    """The network of marked parties of a run, which must share the reader's vectors of word pieces."""
    pair = Pair(Encoder())
    pair.load_state_dict(torch.load(run / "relations.pt", weights_only=True, map_location="cpu"))
    if not torch.equal(reader.encoder.word.weight, pair.encoder.word.weight):
        raise SystemExit(f"{run} was not begun from the reader's run: their vectors of word pieces differ")
    return pair


def write(out: Path, parts: dict[str, bytes]) -> None:
    """Put the parts into one file, the same bytes for the same parts."""
    out.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in parts.items():
            file.writestr(zipfile.ZipInfo(PARTS[name]), data, zipfile.ZIP_DEFLATED)
    print(f"{out}: {out.stat().st_size / 1e6:.1f} MB")


def temperature_of(run: Path) -> float:
    """The temperature that cross-validation found, 1 where there was none."""
    found = run / "calibration.json"
    return float(json.loads(found.read_text())["temperature"]) if found.exists() else 1.0


def vectors_of(table: np.ndarray) -> bytes:  # type: ignore[type-arg]  # float32, pieces x WIDTH
    """The table as an npz of int8 and a scale a row."""
    scale = np.abs(table).max(1, keepdims=True).clip(min=1e-6) / 127
    data = io.BytesIO()
    np.savez(data, table=np.round(table / scale).astype(np.int8), scale=scale.astype(np.float32), zero=0)
    return data.getvalue()


def graph_of(network: ReaderGraph | PairGraph, full: bool) -> bytes:
    """The network as ONNX, quantised unless `full`."""
    with tempfile.TemporaryDirectory() as folder:
        plain, small = Path(folder) / "plain.onnx", Path(folder) / "small.onnx"
        write_plain(network, network.inputs, network.outputs, plain)
        if not full:
            quantise(plain, small)
        return (plain if full else small).read_bytes()


def write_plain(network: nn.Module, inputs: Sequence[str], outputs: Sequence[str], path: Path) -> None:
    """Trace the network with sizes left open."""
    pieces, words = torch.ones(2, 9, dtype=torch.long), torch.arange(1, 8)[None].repeat(2, 1)
    examples = {
        "vectors": torch.ones(2, 9, WIDTH), "shapes": pieces, "mask": pieces, "first": words, "last": words,
        "places": torch.arange(3)[None].repeat(2, 1),
    }  # fmt: skip
    axes = {k: {0: "sentences", 1: "words" if k in ("first", "last") else "pieces"} for k in inputs}
    if "places" in axes:
        del axes["places"][1]
    torch.onnx.export(
        network, tuple(examples[k] for k in inputs), str(path), input_names=list(inputs),
        output_names=list(outputs), dynamic_axes=axes, opset_version=17, dynamo=False,
    )  # fmt: skip


def quantise(plain: Path, out: Path) -> None:
    """Make the encoder's matrices int8."""
    graph = onnx.load(plain).graph
    heads = [n.name for n in graph.node if n.op_type in ("MatMul", "Gemm") and "/layers." not in n.name]
    quantize_dynamic(
        plain, out, per_channel=True, weight_type=QuantType.QInt8, nodes_to_exclude=heads,
        op_types_to_quantize=["MatMul"],
    )  # fmt: skip


def main() -> None:
    """Read the arguments and export."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("run", type=Path, help="a run of training.learn")
    parser.add_argument("pair_run", type=Path, nargs="?", help="a run of training.relations begun from it")
    parser.add_argument("--out", type=Path, default=Path("src/dragoman/data/reader/reader.zip"))
    parser.add_argument("--full", action="store_true", help="keep 32-bit floats")
    args = parser.parse_args()
    export(args.run, args.pair_run, args.out, args.full)


if __name__ == "__main__":
    main()
