"""Loads the reader's weights: one ONNX file that also carries its tokenizer and label sets."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path

import onnxruntime
from tokenizers import Tokenizer

from dragoman.errors import ReaderError
from dragoman.reading.pieces import Pieces

FORM = "3"
"""Version of the file's inputs, outputs and metadata; training.export writes the same."""


@dataclass(frozen=True, slots=True)
class Labels:
    """The label sets, in the order of the network's outputs."""

    upos: tuple[str, ...]
    xpos: tuple[str, ...]
    recipes: tuple[str, ...]
    deprels: tuple[str, ...]
    events: tuple[str, ...]
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Weights:
    """A loaded network, its labels, its tokenizer and its digest (16 hex digits of SHA-256)."""

    session: onnxruntime.InferenceSession
    labels: Labels
    pieces: Pieces
    digest: str


def weights_path() -> Path:
    """Where the package keeps its weights."""
    return Path(str(files("dragoman") / "data" / "reader" / "reader.onnx"))


@cache
def load_weights(path: Path | None = None, threads: int = 2) -> Weights:
    """The weights at a path, or those of the package; loaded once a process.

    Raises ReaderError where the file is missing, damaged, or of another form.
    """
    place = path or weights_path()
    try:
        data = place.read_bytes()
    except OSError as problem:
        raise ReaderError(
            f"the reader's weights cannot be read ({problem.strerror})",
            place=str(place),
            mend="Install the package again",
        ) from problem
    session = _session(data, place, threads)
    told = session.get_modelmeta().custom_metadata_map
    if told.get("form") != FORM:
        raise ReaderError(
            f"the weights are of form {told.get('form', 'unknown')}, this program reads form {FORM}",
            place=str(place),
            mend="Install weights and program of one release",
        )
    try:
        labels = Labels(**{name: tuple(values) for name, values in json.loads(told["labels"]).items()})
        pieces = Pieces(Tokenizer.from_str(told["tokenizer"]))
    except Exception as problem:  # tokenizers raises bare Exceptions
        raise _damage(place) from problem
    return Weights(session, labels, pieces, hashlib.sha256(data).hexdigest()[:16])


def _damage(place: Path) -> ReaderError:
    return ReaderError("the reader's weights are damaged", place=str(place), mend="Install the package again")


def _session(data: bytes, place: Path, threads: int) -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    try:
        return onnxruntime.InferenceSession(data, options, providers=["CPUExecutionProvider"])
    except Exception as problem:  # onnxruntime raises its own kinds, all derived from Exception
        raise _damage(place) from problem
