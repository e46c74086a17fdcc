"""Reads PolNeAR: who says what by which words, as sentences cut the way dragoman cuts them."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from dragoman.reading.quotes import quoted_in, within
from dragoman.reading.sentences import sentences_in
from dragoman.reading.words import words_in
from training.corpora import Example, Said, lines_of

Spans = Sequence[tuple[int, int]]


def articles(path: Path) -> list[dict[str, Any]]:
    """The annotated articles; of one annotated by several people only the first."""
    found: dict[str, dict[str, Any]] = {}
    for line in lines_of(path):
        if line.strip():
            record = json.loads(line)
            found.setdefault(record["id"], record)
    return list(found.values())


KEPT_OUT = 42
"""The last articles of the train part are not learnt from: thresholds are tuned on them."""


def quotations(path: Path, every: int = 1, first: int = 0) -> Iterator[Example]:
    """The sentences of the articles to learn from, or of every n-th one.

    An attribution belongs to the sentence of its cue.
    """
    for article in articles(path)[:-KEPT_OUT][first::every]:
        yield from sentences_of(article["text"], article["attributions"])


def sentences_of(text: str, attributions: Sequence[dict[str, list[list[int]]]]) -> Iterator[Example]:
    """One article as examples."""
    quoted = quoted_in(text)
    for start, end in sentences_in(text, 0, len(text), []):
        spans = words_in(text, start, end)
        if not spans:
            continue
        said = [_said(text, spans, a) for a in attributions]
        yield Example(
            words=tuple(text[a:b] for a, b in spans),
            quoted=tuple(within(spans, quoted)),
            said=tuple(s for s in said if s.cue),
        )


def _said(text: str, spans: Spans, attribution: dict[str, list[list[int]]]) -> Said:
    return Said(*(_covered(text, spans, attribution[role]) for role in ("cue", "source", "content")))


def _covered(text: str, spans: Spans, parts: Sequence[Sequence[int]]) -> tuple[int, ...]:
    """The words that a part covers by a letter or digit, or, for marks, at all."""
    return tuple(
        i
        for i, (start, end) in enumerate(spans)
        if any(start < stop and begin < end for begin, stop in parts)
        and (text[start:end][0].isalnum() or any(begin <= start and end <= stop for begin, stop in parts))
    )
