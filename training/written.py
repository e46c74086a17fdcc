"""The sentences written for dragoman as examples for the heads of names, events and certainty."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.reading.words import words_in
from training.corpora import Example
from training.own_sentences import (
    LABELS,
    NO_EVENT,
    Span,
    Written,
    judged_sentences,
    named_sentences,
    own_sentences,
    unpolitical_sentences,
)


def written_examples() -> Iterator[Example]:
    """All sentences written for dragoman."""
    yield from _events()
    for text, marks in judged_sentences():
        spans = words_in(text, 0, len(text))
        values = {i: v for (a, b), v in marks.items() for i in covered(spans, Span(a, b, v))[-1:]}
        yield Example(
            words=tuple(text[a:b] for a, b in spans),
            values=values,
            predicates=tuple(i in values for i in range(len(spans))),
        )
    for text, names in named_sentences():
        spans = words_in(text, 0, len(text))
        yield Example(words=tuple(text[a:b] for a, b in spans), names=tags(spans, names))
    for text in unpolitical_sentences():
        yield Example(words=tuple(text[a:b] for a, b in words_in(text, 0, len(text))), acts=())


def _events() -> Iterator[Example]:
    """The sentences on events, with the names in them and the type, mode and value of the event words."""
    for written in own_sentences():
        spans = words_in(written.text, 0, len(written.text))
        event = [i for span in written.marked("e") for i in covered(spans, span)]
        label = f"{written.type}:{written.mode}" if written.mode else written.type
        known = label != NO_EVENT or written.trap == "no-event"
        yield Example(
            words=tuple(written.text[a:b] for a, b in spans),
            names=tags(spans, written.spans),
            values=dict.fromkeys(event, written.value) if sure(written) else None,
            events=dict.fromkeys(event, label) if known else None,
            auxiliary=dict.fromkeys(event, written.auxiliary),
            acts=() if written.trap == "no-event" else None,
        )


def sure(written: Written) -> bool:
    """Whether the value can be learnt: writers differ on acts that are announced, PR+ in this house."""
    return bool(written.value) and "future" not in written.auxiliary


def covered(spans: Sequence[tuple[int, int]], span: Span) -> list[int]:
    """The words that a span touches."""
    return [i for i, (start, end) in enumerate(spans) if start < span.end and span.start < end]


def tags(spans: Sequence[tuple[int, int]], marked: Sequence[Span]) -> tuple[str, ...]:
    """BIO tags; of nested names the outer one."""
    out = ["O"] * len(spans)
    for span in marked:
        words = covered(spans, span) if span.label in LABELS else []
        if words and all(out[i] == "O" for i in words):
            out[words[0] : words[-1] + 1] = ["B-" + span.label] + ["I-" + span.label] * (len(words) - 1)
    return tuple(out)
