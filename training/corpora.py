"""Reads the training corpora into one form; which part of each may be used, and why, stands here."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

FREE_GENRES = frozenset("academic court news interview bio voyage textbook vlog conversation speech".split())
"""GUM's genres whose licence allows any use; the others are non-commercial and left out."""

LABELS = {
    "PER": "PER", "PERSON": "PER", "POLITICIAN": "PER",
    "ORG": "ORG", "ORGANISATION": "ORG", "ORGANIZATION": "ORG", "POLITICALPARTY": "ORG",
    "LOC": "LOC", "LOCATION": "LOC", "COUNTRY": "LOC",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence with what is known of it; a layer that is not annotated is None."""

    words: tuple[str, ...]
    lemmas: tuple[str, ...] | None = None
    upos: tuple[str, ...] | None = None
    xpos: tuple[str, ...] | None = None
    heads: tuple[int, ...] | None = None
    deprels: tuple[str, ...] | None = None
    names: tuple[str, ...] | None = None


def lines_of(path: Path) -> list[str]:
    """The lines of a file, unpacked if need be."""
    data = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    return data.decode("utf-8").split("\n")


def blocks_of(path: Path) -> Iterator[list[str]]:
    """The runs of lines between blank lines."""
    block: list[str] = []
    for line in lines_of(path):
        if line.strip():
            block.append(line)
        elif block:
            yield block
            block = []
    if block:
        yield block


def treebank(path: Path, genres: frozenset[str] | None = None) -> Iterator[Example]:
    """The sentences of a CoNLL-U file; of GUM only the documents of the given genres."""
    wanted = True
    for block in blocks_of(path):
        for line in block:
            if genres is not None and (found := re.match(r"# newdoc id = \w+?_(\w+?)_", line)):
                wanted = found[1] in genres
        if wanted:
            rows = [line.split("\t") for line in block if re.match(r"\d+\t", line)]
            yield Example(
                words=tuple(row[1] for row in rows),
                lemmas=tuple(row[2] for row in rows),
                upos=tuple(row[3] for row in rows),
                xpos=tuple(row[4] for row in rows),
                heads=tuple(int(row[6]) for row in rows),
                deprels=tuple(row[7] for row in rows),
            )


def tagged(path: Path) -> Iterator[Example]:
    """The sentences of a BIO file, its labels mapped to PER, ORG, LOC and the others dropped."""
    for block in blocks_of(path):
        rows = [line.split("\t")[:2] for line in block if "\t" in line]
        if rows:
            yield Example(words=tuple(row[0] for row in rows), names=tuple(_tags(row[1] for row in rows)))


def _tags(raw: Iterator[str]) -> Iterator[str]:
    last = "O"
    for tag in raw:
        label = LABELS.get(tag[2:].upper())
        here = "O" if label is None else f"{tag[0] if last[2:] == label else 'B'}-{label}"
        yield here
        last = here


def gum(path: Path, names: Path, genres: frozenset[str] = FREE_GENRES) -> Iterator[Example]:
    """GUM's sentences with the names derived from its entities, joined by order."""
    everything = frozenset({"all"})
    trees = list(treebank(path))
    marks = list(tagged(names))
    free = {example.words for example in treebank(path, genres)} if genres != everything else None
    by_words = {mark.words: mark.names for mark in marks}
    for tree in trees:
        if free is None or tree.words in free:
            yield Example(
                tree.words,
                tree.lemmas,
                tree.upos,
                tree.xpos,
                tree.heads,
                tree.deprels,
                by_words.get(tree.words),
            )


def training_set(shared: Path) -> list[Example]:
    """All that the words, tree and names heads learn from (no development part of any corpus)."""
    language = shared / "data" / "language"
    ner = language / "ner"
    return [
        *treebank(language / "ewt" / "train.conllu.gz"),
        *gum(language / "gum" / "train.conllu.gz", ner / "gum_train.bio"),
        *tagged(ner / "wikigold.bio"),
        *tagged(ner / "re3d_train.bio"),
        *tagged(ner / "crossner_politics_train.bio"),
    ]
