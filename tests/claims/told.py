"""Claims of short texts of our own, by the shipped reader, as if published on Thursday, June 11, 1998.

They are the claims of the frames and rules alone: the acts that the network finds are taken out of the
reading, so that what is tested here does not change with its weights (test_acts.py tests the two together).
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from dragoman.claims import claims_in
from dragoman.dispatches import dispatch_of
from dragoman.model import Claim, Days, Mention, Predicate, Reading, Sentence
from dragoman.pipeline import Desk

DESK = Desk()
PUBLISHED = date(1998, 6, 11)


def read(text: str) -> Reading:
    """What the reader sees in a text, acts and all."""
    return DESK.read(dispatch_of(text, "told.txt", PUBLISHED))


def reading_of(text: str) -> Reading:
    """What the reader sees in a text but for acts, as if any word might tell of one."""
    reading = read(text)
    return replace(reading, sentences=tuple(map(_without_acts, reading.sentences)))


def _without_acts(sentence: Sentence) -> Sentence:
    told = {one.word: replace(one, act=1.0) for one in sentence.predicates}
    words = range(len(sentence.tokens))
    plain = tuple(told.get(i) or Predicate(i, "CT+", 3.0, None, None, 0.0, 1.0) for i in words)
    return replace(sentence, acts=(), predicates=plain)


def claims_of(text: str) -> tuple[Claim, ...]:
    """Every claim of a text."""
    return claims_in(reading_of(text), DESK.lexicon)


def claim_of(text: str, *, type_: str | None = None, kind: str | None = None) -> Claim:
    """The one claim of a text of that PLOVER type and kind, where they are given."""
    found = [
        c
        for c in claims_of(text)
        if (type_ is None or c.event.type == type_) and (kind is None or c.kind == kind)
    ]
    assert len(found) == 1, [(c.kind, c.event.type, c.evidence.text) for c in claims_of(text)]
    return found[0]


def parties(mentions: tuple[Mention, ...]) -> list[str]:
    """Who they are, in the words to resolve, without articles, in order of the alphabet."""
    return sorted(m.words.removeprefix("The ").removeprefix("the ") for m in mentions)


def speakers(claim: Claim) -> list[str]:
    """Who says so, outermost first, in the words to resolve."""
    said = [s.mention.words for s in claim.sources if s.role == "speaker" and s.mention]
    return [words.removeprefix("The ").removeprefix("the ") for words in said]


def on(day: int, month: int = 6) -> tuple[date, date]:
    """A day of 1998 as both ends of an interval."""
    return date(1998, month, day), date(1998, month, day)


def days(found: Days) -> tuple[date | None, date | None]:
    """Both ends of an interval."""
    return found.earliest, found.latest
