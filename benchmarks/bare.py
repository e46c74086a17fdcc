"""The bare encoder as the limit: the same int8 weights without the heads, on the same sentences."""

from __future__ import annotations

from collections.abc import Sequence

import onnx
import onnxruntime

from dragoman.reading.encoder import groups_of
from dragoman.reading.weights import Weights, weights_path


def bare_encoder(threads: int) -> onnxruntime.InferenceSession:
    """A session of the shipped weights that ends where the heads begin."""
    model = onnx.load(weights_path())
    picked = next(node for node in model.graph.node if node.op_type == "GatherElements")
    hidden = picked.input[0]
    part = onnx.utils.Extractor(model).extract_model(["ids", "shapes", "mask"], [hidden])
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads, options.inter_op_num_threads = threads, 1
    return onnxruntime.InferenceSession(part.SerializeToString(), options, providers=["CPUExecutionProvider"])


def run_bare(
    session: onnxruntime.InferenceSession, sentences: Sequence[Sequence[str]], weights: Weights
) -> None:
    """One pass over the sentences in the reader's own batches."""
    for group in groups_of(sentences, weights):
        arrays = weights.pieces.batch([sentences[i] for i in group])
        session.run(None, {name: arrays[name] for name in ("ids", "shapes", "mask")})
