"""Reads the training corpora into one form; which part of each may be used, and why, stands here."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from dragoman.reading.quotes import quoted_in, within
from dragoman.reading.words import spread

FREE_GENRES = frozenset("academic court news interview bio voyage textbook vlog conversation speech".split())
"""GUM's genres whose licence allows any use; the others are non-commercial and left out."""

LABELS = {
    "PER": "PER", "PERSON": "PER", "POLITICIAN": "PER",
    "ORG": "ORG", "ORGANISATION": "ORG", "ORGANIZATION": "ORG", "POLITICALPARTY": "ORG",
    "LOC": "LOC", "LOCATION": "LOC", "COUNTRY": "LOC",
}  # fmt: skip

CROSSNER = 3
"""How many times an epoch sees CrossNER's 200 sentences: no other corpus leaves events' names unmarked."""

UNKNOWN = "?"
"""The tag of a word of which a corpus does not tell what it is, whether it belongs to a name, say."""

MISSING = -100
"""The head of a word of which no head is known; what torch's losses leave out."""


@dataclass(frozen=True, slots=True)
class Said:
    """One attribution within a sentence, as word numbers; `source` and `content` may be empty."""

    cue: tuple[int, ...]
    source: tuple[int, ...]
    content: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Act:
    """An act told in a sentence: its trigger, what it is, and the words that belong to it, by part."""

    words: tuple[int, ...]
    kind: str
    event: str
    value: str
    auxiliary: tuple[str, ...]
    parts: Mapping[str, tuple[int, ...]]


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence with what is known of it; a layer that is not annotated is None.

    Tags may be UNKNOWN and heads MISSING for single words. `certainty` (-3 to 3), `values` (FactBank) and
    `events` (`TYPE` or `TYPE:mode`) know some words only; `predicates` tells of each whether it has a value.
    """

    words: tuple[str, ...]
    lemmas: tuple[str, ...] | None = None
    upos: tuple[str, ...] | None = None
    xpos: tuple[str, ...] | None = None
    heads: tuple[int, ...] | None = None
    deprels: tuple[str, ...] | None = None
    names: tuple[str, ...] | None = None
    quoted: tuple[bool, ...] | None = None
    said: tuple[Said, ...] | None = None
    certainty: Mapping[int, float] | None = None
    values: Mapping[int, str] | None = None
    events: Mapping[int, str] | None = None
    predicates: tuple[bool, ...] | None = None
    acts: tuple[Act, ...] | None = None
    auxiliary: Mapping[int, frozenset[str]] | None = None

    def inside(self) -> tuple[bool, ...]:
        """Whether each word stands between quotation marks; of a lone sentence, found from its words."""
        if self.quoted is not None:
            return self.quoted
        text, spans = spread(self.words)
        return tuple(within(spans, quoted_in(text)))


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


def gum(path: Path, names: Path) -> Iterator[Example]:
    """GUM's sentences of free genres with the names derived from its entities.

    Unlinked names are missing there: a proper noun outside a name counts as not known.
    """
    by_words = {mark.words: mark.names for mark in tagged(names)}
    for tree in treebank(path, FREE_GENRES):
        found = by_words.get(tree.words)
        yield replace(tree, names=doubtful(tree, found)) if found else tree


def doubtful(tree: Example, names: Sequence[str]) -> tuple[str, ...]:
    """The tags with UNKNOWN for proper nouns outside names, and for what may join two of them."""
    proper = [tag == "PROPN" for tag in tree.upos or ()]
    near = [any(proper[max(0, i - 2) : i]) and any(proper[i + 1 : i + 3]) for i in range(len(proper))]
    return tuple(
        UNKNOWN if name == "O" and (own or joins) else name
        for name, own, joins in zip(names, proper, near, strict=True)
    )


def ewt(path: Path, factuality: Path) -> Iterator[Example]:
    """EWT's sentences with the certainty of their predicates (UDS-IH2); names are known by absence only."""
    judged = dict(certainties(factuality))
    for tree in treebank(path):
        names = doubtful(tree, ["O"] * len(tree.words))
        yield replace(tree, names=names, certainty=judged.get(tree.words))


def certainties(path: Path) -> Iterator[tuple[tuple[str, ...], dict[int, float]]]:
    """The sentences of UDS-IH2: words, and -3 (surely not) to 3 (surely) for the words judged."""
    for line in lines_of(path):
        if line.strip():
            record = json.loads(line)
            marks = {target["span"][0]: float(target["label"]) for target in record["targets"]}
            yield tuple(record["text"].split(" ")), marks


def training_set(shared: Path) -> list[Example]:
    """All that the words, tree, names and certainty heads learn from (no development part of any corpus)."""
    language = shared / "data" / "language"
    ner = language / "ner"
    return [
        *ewt(language / "ewt" / "train.conllu.gz", language / "factuality" / "uds_ih2_train.jsonl.gz"),
        *gum(language / "gum" / "train.conllu.gz", ner / "gum_train.bio"),
        *tagged(ner / "wikigold.bio"),
        *tagged(ner / "re3d_train.bio"),
        *(CROSSNER * list(tagged(ner / "crossner_politics_train.bio"))),
    ]
