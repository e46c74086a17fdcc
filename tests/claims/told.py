"""Claims of short texts of our own, by the shipped reader, as if published on Thursday, June 11, 1998."""

from __future__ import annotations

from datetime import date

from dragoman.claims import claims_in
from dragoman.dispatches import dispatch_of
from dragoman.model import Claim, Days, Mention, Reading
from dragoman.pipeline import Desk

DESK = Desk()
PUBLISHED = date(1998, 6, 11)


def reading_of(text: str) -> Reading:
    """What the reader sees in a text."""
    return DESK.read(dispatch_of(text, "told.txt", PUBLISHED))


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
