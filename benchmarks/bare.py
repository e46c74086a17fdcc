"""The bare encoder as the limit: the same int8 weights without the heads, on the same sentences."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from zipfile import ZipFile

import onnx
import onnxruntime

from dragoman.reading.weights import PARTS, Weights

SENTENCES_PER_BATCH = 64


def bare_encoder(weights: Path, threads: int) -> onnxruntime.InferenceSession:
    """A session of the weights at a path that ends where the heads begin."""
    with ZipFile(weights) as file:
        model = onnx.load_from_string(file.read(PARTS["reader"]))
    picked = next(node for node in model.graph.node if node.op_type == "GatherElements")
    part = onnx.utils.Extractor(model).extract_model(["vectors", "shapes", "mask"], [picked.input[0]])
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads, options.inter_op_num_threads = threads, 1
    return onnxruntime.InferenceSession(part.SerializeToString(), options, providers=["CPUExecutionProvider"])


def in_order(sentences: Sequence[Sequence[str]]) -> list[list[Sequence[str]]]:
    """All sentences by length in full batches: the encoder's best case."""
    ready = sorted(sentences, key=len)
    return [list(ready[i : i + SENTENCES_PER_BATCH]) for i in range(0, len(ready), SENTENCES_PER_BATCH)]


def run_bare(
    session: onnxruntime.InferenceSession, batches: Sequence[Sequence[Sequence[str]]], weights: Weights
) -> None:
    """One pass over batches of sentences."""
    for batch in batches:
        arrays = weights.pieces.batch(batch)
        vectors = weights.vectors(arrays["ids"])
        session.run(None, {"vectors": vectors, "shapes": arrays["shapes"], "mask": arrays["mask"]})
