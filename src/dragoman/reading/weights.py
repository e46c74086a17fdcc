"""Loads the reader's weights: one zip of two networks, the vectors they share, tokenizer and labels."""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
import zlib
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files
from pathlib import Path

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from tokenizers import Tokenizer

from dragoman.errors import ReaderError
from dragoman.reading.pieces import Pieces

FORM = "5"
"""Version of the file's parts and of the networks' inputs and outputs; training.export writes the same."""

PARTS = {
    "told": "told.json",
    "tokenizer": "tokenizer.json",
    "vectors": "vectors.npz",
    "reader": "reader.onnx",
    "pair": "pair.onnx",
}
"""The files in the zip; `pair` may be missing. `told` holds the form, the label sets and the temperature."""


@dataclass(frozen=True, slots=True)
class Labels:
    """The label sets, in the order of the network's outputs; `types` are those between two parties."""

    upos: tuple[str, ...]
    xpos: tuple[str, ...]
    recipes: tuple[str, ...]
    deprels: tuple[str, ...]
    events: tuple[str, ...]
    names: tuple[str, ...]
    types: tuple[str, ...]


@dataclass(frozen=True)
class Weights:
    """Loaded weights, and their digest: 16 hex digits of SHA-256.

    `table` (pieces x 384, 8-bit), less `zero`, times `scale` makes the vectors of word pieces.
    `temperature` divides the log odds of the event between two parties, so that they are calibrated.
    """

    session: onnxruntime.InferenceSession
    labels: Labels
    pieces: Pieces
    table: NDArray[np.int8 | np.uint8]
    scale: NDArray[np.float32]
    zero: int
    temperature: float
    digest: str
    place: Path
    threads: int

    def vectors(self, ids: NDArray[np.int64]) -> NDArray[np.float32]:
        """The vectors of word pieces, one axis more than their numbers."""
        return (self.table[ids].astype(np.float32) - self.zero) * self.scale[ids]

    @cached_property
    def pair(self) -> onnxruntime.InferenceSession:
        """What tells the event between two marked parties; loaded when first asked.

        Raises ReaderError where the file has no such network.
        """
        parts = _parts(self.place)[1]
        if "pair" not in parts:
            raise ReaderError(
                "these weights tell nothing of marked parties",
                place=str(self.place),
                mend="Use the package's own weights, or export them with a run of training.relations",
            )
        return _session(parts["pair"], self.place, self.threads)


def weights_path() -> Path:
    """Where the package keeps its weights."""
    return Path(str(files("dragoman") / "data" / "reader" / "reader.zip"))


@cache
def load_weights(path: Path | None = None, threads: int = 2) -> Weights:
    """The weights at a path, or those of the package; loaded once a process.

    Raises ReaderError where the file is missing, damaged, or of another form.
    """
    place = path or weights_path()
    digest, parts = _parts(place)
    try:
        told = json.loads(parts["told"])
        if told["form"] != FORM:
            raise _other(place, told["form"])
        vectors = np.load(io.BytesIO(parts["vectors"]))
        return Weights(
            session=_session(parts["reader"], place, threads),
            labels=Labels(**{name: tuple(values) for name, values in told["labels"].items()}),
            pieces=Pieces(Tokenizer.from_str(parts["tokenizer"].decode())),
            table=vectors["table"],
            scale=vectors["scale"],
            zero=int(vectors["zero"]),
            temperature=float(told["temperature"]),
            digest=digest,
            place=place,
            threads=threads,
        )
    except ReaderError:
        raise
    except Exception as problem:  # tokenizers raises bare Exceptions
        raise _damage(place) from problem


def _parts(place: Path) -> tuple[str, dict[str, bytes]]:
    """The digest of a file and the parts in it."""
    try:
        data = place.read_bytes()
    except OSError as problem:
        raise ReaderError(
            f"the reader's weights cannot be read ({problem.strerror})",
            place=str(place),
            mend="Install the package again",
        ) from problem
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as file:
            held = set(file.namelist())
            parts = {name: file.read(member) for name, member in PARTS.items() if member in held}
    except (zipfile.BadZipFile, zlib.error, RuntimeError, NotImplementedError) as problem:
        raise _damage(place) from problem
    return hashlib.sha256(data).hexdigest()[:16], parts


def _other(place: Path, form: object) -> ReaderError:
    return ReaderError(
        f"the weights are of form {form}, this program reads form {FORM}",
        place=str(place),
        mend="Install weights and program of one release",
    )


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
