"""The attributions of a dispatch, those of its sentences joined to what a quotation carries on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dragoman.model import Anchor, Dispatch, Quotation
from dragoman.reading.attribution import Attributed, runs

Spans = Sequence[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence's words, which of them stand in a quotation, and the attributions in it."""

    words: Spans
    quoted: Sequence[bool]
    attributed: Sequence[Attributed]

    def speaks_on(self) -> bool:
        """Whether half of it or more lies within a quotation and it says nothing of who speaks."""
        return not self.attributed and sum(self.quoted) * 2 >= len(self.quoted)

    def begins_more(self) -> bool:
        """Whether a quotation opens in it and goes on in the next sentence."""
        return self.quoted[-1] and not self.quoted[0]


def quotations_of(dispatch: Dispatch, sentences: Sequence[Told]) -> Iterator[Quotation]:
    """Every attribution, in order of its sentence; contents may reach over several sentences."""
    more: dict[tuple[int, int], list[int]] = {}
    for i, sentence in enumerate(sentences):
        if sentence.speaks_on() and (home := _home(dispatch.text, sentences, i)) is not None:
            more.setdefault(home, []).append(i)
    for i, sentence in enumerate(sentences):
        for k, one in enumerate(sentence.attributed):
            content = list(_anchors(dispatch, sentence.words, one.content))
            for j in more.get((i, k), ()):
                words = sentences[j].words
                content.extend(_anchors(dispatch, words, range(len(words))))
            yield Quotation(
                tuple(_anchors(dispatch, sentence.words, one.source)),
                tuple(_anchors(dispatch, sentence.words, one.cue)),
                tuple(sorted(content, key=lambda anchor: anchor.start)),
            )


def _home(text: str, sentences: Sequence[Told], i: int) -> tuple[int, int] | None:
    """The attribution that a sentence of a quotation carries on: the nearest in its paragraph.

    The one before it comes first, unless the quotation opens here and goes on.
    """
    for step in (1, -1) if sentences[i].begins_more() else (-1, 1):
        j = i
        while 0 <= j + step < len(sentences) and not _parted(text, sentences[j], sentences[j + step]):
            j += step
            if found := _quoting(sentences[j]):
                return j, found[-1 if step < 0 else 0]
            if not sentences[j].speaks_on():
                break
    return None


def _parted(text: str, one: Told, two: Told) -> bool:
    """Whether a paragraph ends between two sentences."""
    first, second = sorted((one, two), key=lambda told: told.words[0])
    return text.count("\n", first.words[-1][1], second.words[0][0]) > 1


def _quoting(sentence: Told) -> list[int]:
    """The attributions of a sentence whose content has quoted words, outermost cues alone."""
    return [
        k
        for k, one in enumerate(sentence.attributed)
        if any(sentence.quoted[i] for i in one.content) and not any(sentence.quoted[i] for i in one.cue)
    ]


def _anchors(dispatch: Dispatch, words: Spans, numbers: Sequence[int]) -> Iterator[Anchor]:
    for first, last in runs(numbers):
        yield dispatch.anchor(words[first][0], words[last][1])
