"""The reader: a dispatch in, its sentences with words, tree, names and times out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from dragoman.model import Dispatch, Name, Reading, Sentence, Time, Token
from dragoman.reading.acts import acts_of
from dragoman.reading.attribution import attributed
from dragoman.reading.encoder import Layers, Words, layers_of
from dragoman.reading.inflection import regular_lemma
from dragoman.reading.lemmas import lemma_of
from dragoman.reading.names import Known, names_of, reserved, voted
from dragoman.reading.pieces import PLAIN
from dragoman.reading.predicates import predicates_of
from dragoman.reading.quotations import Told, quotations_of
from dragoman.reading.quotes import quoted_in, within
from dragoman.reading.sentences import sentences_in
from dragoman.reading.times import find_times
from dragoman.reading.tree import heads_of
from dragoman.reading.weights import Weights, load_weights
from dragoman.reading.words import spread, words_in

LONGEST = 120
"""Words that are read together; a longer sentence (a list, a table) is read in parts."""

AT_ONCE = 512
"""Sentences whose scores are held in memory together."""

Spans = list[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads dispatches with one set of weights. `Reader.load()` gives the package's own."""

    weights: Weights

    @classmethod
    def load(cls, path: Path | None = None, threads: int = 2) -> Reader:
        """The reader with the weights at a path, or those of the package.

        Raises ReaderError where they are missing or damaged.
        """
        return cls(load_weights(path, threads))

    @property
    def digest(self) -> str:
        """What tells these weights from others: 16 hex digits."""
        return self.weights.digest

    def read(self, dispatch: Dispatch, known: Known = ()) -> Reading:
        """What stands in a dispatch: sentences with their words, tree and names, times and attributions.

        `known` are names in its text that somebody knows; they have a vote.
        """
        parts = self._parts(dispatch)
        seen = [layers for group in _groups(parts) for layers in layers_of(group, self.weights)]
        sentences = tuple(
            _sentence(dispatch, part.spans, layers, self.weights, known)
            for part, layers in zip(parts, seen, strict=True)
        )
        times: list[Time] = []
        for sentence in sentences:
            times.extend(find_times(sentence, dispatch.published, times))
        told = [
            Told(part.spans, part.words.quoted, attributed(layers.cues, layers.links))
            for part, layers in zip(parts, seen, strict=True)
        ]
        return Reading(dispatch, sentences, tuple(times), tuple(quotations_of(dispatch, told)))

    def words_of(self, sentences: Sequence[Sequence[str]]) -> list[Sequence[Token]]:
        """The words of sentences that are cut already, with tags, lemmas and tree."""
        found = self.layers(sentences)
        joined = [spread(words) for words in sentences]
        return [
            _tokens(text, spans, layers, self.weights)
            for (text, spans), layers in zip(joined, found, strict=True)
        ]

    def layers(self, sentences: Sequence[Sequence[str]]) -> list[Layers]:
        """What the network says of sentences that are cut already."""
        joined = [spread(words) for words in sentences]
        quoted = [within(spans, quoted_in(text)) for text, spans in joined]
        return layers_of(
            [Words(forms, flags) for forms, flags in zip(sentences, quoted, strict=True)], self.weights
        )

    def _parts(self, dispatch: Dispatch) -> list[_Part]:
        """The sentences of the body as the network takes them, source notes left out."""
        text, (start, end) = dispatch.text, dispatch.body
        cuts = [(note.anchor.start, note.anchor.end) for note in dispatch.notes]
        quoted = quoted_in(text, start, end)
        return [
            _Part(spans, Words([text[i:j] for i, j in spans], within(spans, quoted)))
            for a, b in sentences_in(text, start, end, cuts)
            for spans in _short(words_in(text, a, b))
        ]


@dataclass(frozen=True, slots=True)
class _Part:
    """A sentence, or a part of a very long one: where its words stand, and what the network is given."""

    spans: Spans
    words: Words


def _groups(parts: Sequence[_Part]) -> Iterator[list[Words]]:
    for first in range(0, len(parts), AT_ONCE):
        yield [part.words for part in parts[first : first + AT_ONCE]]


def _short(words: Spans) -> list[Spans]:
    return [words[i : i + LONGEST] for i in range(0, len(words), LONGEST)]


def _sentence(dispatch: Dispatch, words: Spans, layers: Layers, weights: Weights, known: Known) -> Sentence:
    anchor = dispatch.anchor(words[0][0], words[-1][1])
    tags = weights.labels.names
    scores = reserved(voted(layers.names, words, known, tags), tags)
    names = tuple(
        Name(dispatch.anchor(words[a][0], words[b - 1][1]), label) for a, b, label in names_of(scores, tags)
    )
    tokens = tuple(_tokens(dispatch.text, words, layers, weights))
    events = weights.labels.events
    return Sentence(
        anchor, tokens, names, tuple(predicates_of(tokens, layers, events)), tuple(acts_of(layers, events))
    )


def _tokens(text: str, words: Spans, layers: Layers, weights: Weights) -> Sequence[Token]:
    heads, out = heads_of(layers.arcs), []
    for i, (start, end) in enumerate(words):
        form, labels = text[start:end], weights.labels
        upos, xpos = labels.upos[layers.upos[i]], labels.xpos[layers.xpos[i]]
        plain = form.translate(PLAIN)
        lemma = regular_lemma(plain, upos, xpos, weights.pieces) if upos in ("VERB", "NOUN") else None
        relation = _relation(layers, i, heads[i], labels.deprels)
        lemma = lemma or lemma_of(plain, labels.recipes[layers.recipes[i]])
        out.append(Token(start, end, form, lemma, upos, xpos, heads[i], relation))
    return out


def _relation(layers: Layers, i: int, head: int, names: Sequence[str]) -> str:
    """The relation of a word to its head in the tree; "dep" where the network thought of other heads."""
    if head < 0:
        return "root"
    for place, number in enumerate(layers.heads[i]):
        if number == head + 1:
            return names[int(layers.relations[i, place])]
    return "dep"
