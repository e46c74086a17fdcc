"""A reading as other programs read it: the form of `dragoman annotate` in docs/formats.md."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.exchange.claims import Record, iso
from dragoman.model import Reading, Sentence, Time


def reading_record(
    reading: Reading,
    attributions: Sequence[Record] = (),
    factuality: Sequence[Record] = (),
) -> Record:
    """Sentences, names, attributions, times and factuality of one dispatch.

    `attributions` ({source, cue, content}, each a list of [start, end]) and `factuality`
    ({start, end, value}) are found by the claims stage and given here in their public form.
    """
    return {
        "path": reading.dispatch.path,
        "sentences": [_sentence(sentence) for sentence in reading.sentences],
        "names": [
            {"start": name.anchor.start, "end": name.anchor.end, "label": name.label}
            for sentence in reading.sentences
            for name in sentence.names
        ],
        "attributions": list(attributions),
        "times": [_time(time) for time in reading.times],
        "factuality": list(factuality),
    }


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
