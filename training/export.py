"""Writes trained weights as the one ONNX file that dragoman loads.

python -m training.export training/runs/first --out src/dragoman/data/reader/reader.onnx

Weights of the encoder become int8, one scale a channel; the heads stay as they are, being small.
The tokenizer and the label sets travel in the file's metadata.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from dragoman.reading.weights import FORM
from training.encoder import Encoder, tokenizer
from training.network import Labels, Reader

OUTPUTS = [
    "upos", "xpos", "recipes", "names", "cues", "factuality", "events", "certainty", "arcs", "heads",
    "relations", "links",
]  # fmt: skip
BEST, SCORED = OUTPUTS[:3], OUTPUTS[3:7]
INPUTS = ["ids", "shapes", "mask", "first", "last"]


class Exported(nn.Module):
    """The network as it is run: labels instead of scores where the best one is all that is needed."""

    def __init__(self, reader: Reader) -> None:
        super().__init__()
        self.reader = reader

    def forward(
        self, ids: Tensor, shapes: Tensor, mask: Tensor, first: Tensor, last: Tensor
    ) -> tuple[Tensor, ...]:
        """The OUTPUTS for a batch; heads that are padding score very low."""
        batch = {"ids": ids, "shapes": shapes, "mask": mask, "first": first, "last": last}
        words = self.reader.words(batch)
        best, scored, certainty = self._tags(words)
        arcs, dep, head = self.reader.arcs(words)
        present = torch.cat([torch.ones_like(first[:, :1]), first], 1) > 0
        arcs = arcs.masked_fill(~present[:, None], -10000.0)
        heads, relations = self.reader.likely_relations(arcs, dep, head)
        return (*best, *scored, certainty, arcs, heads, relations, self.reader.links(words))

    def _tags(self, words: Tensor) -> tuple[list[Tensor], list[Tensor], Tensor]:
        """All linear heads in one product: best labels, log scores of labels, degrees of certainty."""
        names = [*BEST, *SCORED, "certainty"]
        layers = [self.reader.tags[name] for name in names]
        weight = torch.cat([layer.weight for layer in layers])
        bias = torch.cat([layer.bias for layer in layers])
        parts = nn.functional.linear(words, weight, bias).split([len(layer.bias) for layer in layers], -1)
        best = [part.argmax(-1) for part in parts[: len(BEST)]]
        return best, [torch.log_softmax(part, -1) for part in parts[len(BEST) : -1]], parts[-1][..., 0]


def export(run: Path, out: Path, full: bool = False) -> None:
    """Write the run's weights to a file; `full` keeps 32-bit floats."""
    labels = Labels(**{k: tuple(v) for k, v in json.loads((run / "labels.json").read_text()).items()})
    reader = Reader(Encoder(), labels)
    reader.load_state_dict(torch.load(run / "reader.pt", weights_only=True))
    out.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder) / "plain.onnx"
        write_plain(Exported(reader).eval(), plain)
        if full:
            onnx.save(onnx.load(plain), out)
        else:
            quantise(plain, out)
    annotate(out, labels)
    print(f"{out}: {out.stat().st_size / 1e6:.1f} MB")


def write_plain(network: nn.Module, path: Path) -> None:
    """Trace the network with sizes left open."""
    batch = {k: torch.ones(2, 9, dtype=torch.long) for k in INPUTS[:3]} | {
        k: torch.arange(1, 8)[None].repeat(2, 1) for k in INPUTS[3:]
    }
    axes = {k: {0: "sentences", 1: "pieces" if k in INPUTS[:3] else "words"} for k in INPUTS}
    torch.onnx.export(
        network, tuple(batch.values()), str(path), input_names=INPUTS, output_names=OUTPUTS,
        dynamic_axes=axes, opset_version=17, dynamo=False,
    )  # fmt: skip


def quantise(plain: Path, out: Path) -> None:
    """Make the encoder's matrices and tables int8."""
    graph = onnx.load(plain).graph
    heads = [n.name for n in graph.node if n.op_type in ("MatMul", "Gemm") and "/encoder/" not in n.name]
    quantize_dynamic(
        plain, out, per_channel=True, weight_type=QuantType.QInt8, nodes_to_exclude=heads,
        op_types_to_quantize=["MatMul", "Gather"],
    )  # fmt: skip


def annotate(path: Path, labels: Labels) -> None:
    """Put form, labels and tokenizer into the file."""
    model = onnx.load(path)
    told = {
        "form": FORM,
        "labels": json.dumps({k: list(getattr(labels, k)) for k in labels.__slots__}),
        "tokenizer": tokenizer().to_str(),
    }
    onnx.helper.set_model_props(model, told)
    onnx.save(model, path)


def main() -> None:
    """Read the arguments and export."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("run", type=Path)
    parser.add_argument("--out", type=Path, default=Path("src/dragoman/data/reader/reader.onnx"))
    parser.add_argument("--full", action="store_true", help="keep 32-bit floats")
    args = parser.parse_args()
    export(args.run, args.out, args.full)


if __name__ == "__main__":
    main()
