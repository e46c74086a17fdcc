"""A reading as other programs read it: the form of `dragoman annotate` in docs/formats.md."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.exchange.claims import Record, iso
from dragoman.model import Quotation, Reading, Sentence, Time


def reading_record(reading: Reading) -> Record:
    """Sentences, names, attributions, times and factuality of one dispatch."""
    return {
        "path": reading.dispatch.path,
        "sentences": [_sentence(sentence) for sentence in reading.sentences],
        "names": [
            {"start": name.anchor.start, "end": name.anchor.end, "label": name.label}
            for sentence in reading.sentences
            for name in sentence.names
        ],
        "attributions": [_quotation(q) for q in reading.quotations],
        "times": [_time(time) for time in reading.times],
        "factuality": [value for sentence in reading.sentences for value in _values(sentence)],
    }


def _quotation(quotation: Quotation) -> Record:
    parts = {"source": quotation.source, "cue": quotation.cue, "content": quotation.content}
    return {name: [[anchor.start, anchor.end] for anchor in anchors] for name, anchors in parts.items()}


def _values(sentence: Sentence) -> Iterator[Record]:
    for one in sentence.predicates:
        token = sentence.tokens[one.word]
        yield {"start": token.start, "end": token.end, "value": one.factuality}


def _sentence(sentence: Sentence) -> Record:
    return {
        "start": sentence.anchor.start,
        "end": sentence.anchor.end,
        "tokens": [
            {
                "start": token.start,
                "end": token.end,
                "lemma": token.lemma,
                "upos": token.upos,
                "head": token.head,
                "deprel": token.deprel,
            }
            for token in sentence.tokens
        ],
    }


def _time(time: Time) -> Record:
    return {
        "start": time.anchor.start,
        "end": time.anchor.end,
        "type": time.type,
        "earliest": iso(time.days.earliest),
        "latest": iso(time.days.latest),
    }
