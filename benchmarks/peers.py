"""What the field runs, as networks of the same size with random weights: only their speed is of interest.

RoBERTa-base has 12 layers, 768 wide; it is what most fine-tuned coders stand on. The stack that NGEC's
code names reads every sentence with mpnet-base (12 layers) once, with a question answerer of 6 layers
three times, and with a RoBERTa-base tagger once. Vectors of word pieces, heads and the code around them
are left out, in the peers' favour.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import onnx
import onnxruntime
from numpy.typing import NDArray
from onnx import helper, numpy_helper

WIDTH, HEADS, INNER = 768, 12, 3072
NGEC = (12, 6, 6, 6, 12)
"""Layers of each network that the stack runs over a sentence."""


def transformer(layers: int, threads: int) -> onnxruntime.InferenceSession:
    """A session of so many layers from `vectors` (sentences x pieces x WIDTH), 32-bit floats."""
    graph = _Graph()
    at = "vectors"
    for _ in range(layers):
        at = graph.layer(at)
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads, options.inter_op_num_threads = threads, 1
    data = graph.model(at).SerializeToString()
    return onnxruntime.InferenceSession(data, options, providers=["CPUExecutionProvider"])


class _Graph:
    """Nodes and weights of a transformer, added layer by layer."""

    def __init__(self) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.weights: list[onnx.TensorProto] = []
        self._random = np.random.default_rng(1)
        self.constant("split", np.array([0, 0, HEADS, WIDTH // HEADS]))
        self.constant("join", np.array([0, 0, WIDTH]))
        for name, value in (
            ("scale", (WIDTH / HEADS) ** -0.5),
            ("root", 2**-0.5),
            ("one", 1.0),
            ("half", 0.5),
        ):
            self.constant(name, np.array(value, dtype=np.float32))

    def constant(self, name: str, value: NDArray[np.generic]) -> str:
        """A named weight."""
        self.weights.append(numpy_helper.from_array(value, name))
        return name

    def add(self, kind: str, *inputs: str, axis: int | None = None, perm: list[int] | None = None) -> str:
        """One operation; the name of what it gives."""
        name = f"x{len(self.nodes)}"
        self.nodes.append(helper.make_node(kind, list(inputs), [name], axis=axis, perm=perm))
        return name

    def linear(self, x: str, rows: int, columns: int) -> str:
        """A product with a random matrix, and a bias."""
        number = len(self.weights)
        matrix = self._random.normal(0, 0.02, (rows, columns)).astype(np.float32)
        product = self.add("MatMul", x, self.constant(f"w{number}", matrix))
        return self.add("Add", product, self.constant(f"b{number}", np.zeros(columns, dtype=np.float32)))

    def norm(self, x: str) -> str:
        """Layer normalisation."""
        scale = self.constant(f"g{len(self.weights)}", np.ones(WIDTH, dtype=np.float32))
        return self.add("LayerNormalization", x, scale, axis=-1)

    def attention(self, x: str) -> str:
        """Self-attention with HEADS heads."""
        query, key, value = (self.add("Reshape", self.linear(x, WIDTH, WIDTH), "split") for _ in range(3))
        query = self.add("Transpose", query, perm=[0, 2, 1, 3])
        key = self.add("Transpose", key, perm=[0, 2, 3, 1])
        value = self.add("Transpose", value, perm=[0, 2, 1, 3])
        weights = self.add("Softmax", self.add("Mul", self.add("MatMul", query, key), "scale"), axis=-1)
        seen = self.add("Transpose", self.add("MatMul", weights, value), perm=[0, 2, 1, 3])
        return self.linear(self.add("Reshape", seen, "join"), WIDTH, WIDTH)

    def layer(self, x: str) -> str:
        """Attention and the inner network, each added and normed."""
        x = self.norm(self.add("Add", x, self.attention(x)))
        inner = self.linear(x, WIDTH, INNER)
        grown = self.add("Add", self.add("Erf", self.add("Mul", inner, "root")), "one")
        gelu = self.add("Mul", self.add("Mul", inner, grown), "half")
        return self.norm(self.add("Add", x, self.linear(gelu, INNER, WIDTH)))

    def model(self, out: str) -> onnx.ModelProto:
        """The graph that ends in `out`."""
        shape: list[str | int | None] = ["sentences", "pieces", WIDTH]
        start, end = (
            helper.make_tensor_value_info(x, onnx.TensorProto.FLOAT, shape) for x in ("vectors", out)
        )
        graph = helper.make_graph(self.nodes, "peer", [start], [end], self.weights)
        return helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)


def run_peer(sessions: Sequence[onnxruntime.InferenceSession], batches: Sequence[tuple[int, int]]) -> None:
    """Every session over batches of (sentences, pieces)."""
    for count, pieces in batches:
        vectors = np.zeros((count, pieces, WIDTH), dtype=np.float32)
        for session in sessions:
            session.run(None, {"vectors": vectors})
