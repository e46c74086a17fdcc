"""Sentences with marked parties and the event between them: PLV's rows and those written for dragoman."""

from __future__ import annotations

import csv
import random
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from dragoman.exchange import unmarked
from dragoman.model import Marked
from dragoman.reading.pieces import PARTY_MARKS
from dragoman.reading.relations import marked_words
from training.own_sentences import NO_EVENT, TYPES, Written

CLASSES = (*TYPES, NO_EVENT)
YIELD = frozenset({"CONCEDE", "RETREAT"})
"""PLV has one label for both."""


@dataclass(frozen=True, slots=True)
class Row:
    """A sentence cut into words, its parties marked, and the classes that are right."""

    words: tuple[str, ...]
    right: frozenset[str]
    sentence: str

    @property
    def root(self) -> str:
        """The right label as PLV has it."""
        return "YIELD" if self.right == YIELD else next(iter(self.right))


def plv_rows(path: Path) -> list[Row]:
    """The rows of PLV's training file."""
    with path.open(encoding="utf-8", newline="") as file:
        return [_plv_row(record) for record in csv.DictReader(file, delimiter="\t")]


def _plv_row(record: dict[str, str]) -> Row:
    label = record["gold_root"]
    right = YIELD if label == "YIELD" else frozenset({label})
    return Row(marked_words(unmarked(record["marked_sentence"])), right, record["sentence"])


def own_rows(sentences: Sequence[Written]) -> list[Row]:
    """The sentences written for dragoman."""
    return [Row(marked_words(_marked(w)), frozenset({w.type}), w.text) for w in sentences]


def _marked(written: Written) -> Marked:
    return Marked(written.text, *(tuple((s.start, s.end) for s in written.marked(party)) for party in "st"))


def without_marks(rows: Sequence[Row]) -> list[Row]:
    """The rows without their marks, for an ablation."""
    marks = {mark for pair in PARTY_MARKS.values() for mark in pair}
    return [Row(tuple(w for w in row.words if w not in marks), row.right, row.sentence) for row in rows]


def folds_of(rows: Sequence[Row], count: int, seed: int) -> list[list[int]]:
    """Numbers of rows in folds; rows of one sentence stay together."""
    sentences = sorted({row.sentence for row in rows})
    random.Random(seed).shuffle(sentences)
    fold = {sentence: n % count for n, sentence in enumerate(sentences)}
    return [[i for i, row in enumerate(rows) if fold[row.sentence] == n] for n in range(count)]
