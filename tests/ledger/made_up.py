"""Made-up dispatches and entries, and hypothesis strategies for any that the records allow."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from hashlib import blake2b

from hypothesis import strategies as st

from dragoman.ledger import Run
from dragoman.model import (
    Anchor,
    Claim,
    Days,
    Dispatch,
    Entry,
    Event,
    Kind,
    Mention,
    Party,
    Resolution,
    Source,
)

RUN = Run("0.1.0", "first-model")
LATER_RUN = Run("0.2.0", "second-model")
UNKNOWN = Days()


def on(day: int, month: int = 3) -> Days:
    """One day of a made-up year."""
    return Days(date(2031, month, day), date(2031, month, day), f"{month}/{day}", "given")


def dispatch(text: str, published: Days = UNKNOWN, path: str = "one.txt") -> Dispatch:
    """A dispatch of that text."""
    return Dispatch(
        blake2b(text.encode(), digest_size=8).hexdigest(),
        path,
        text,
        "The Courier",
        published,
        None,
        (0, len(text)),
    )


def party(words: str, entity: str | None = None, code: str | None = None) -> Party:
    """A party of that name, resolved where an entity or a code is given."""
    anchor = Anchor(0, len(words), words)
    return Party(
        Mention(anchor, anchor), Resolution(entity, words if entity else None, code, "GOV", None, 0.9, "said")
    )


def entry(
    home: Dispatch,
    words: str,
    *,
    kind: Kind = "event",
    type: str | None = "CONSULT",  # noqa: A002 - the name of the field
    actors: Sequence[Party] = (),
    recipients: Sequence[Party] = (),
    when: Days = UNKNOWN,
    content: str = "",
) -> Entry:
    """An entry whose evidence and sentence are those words of the dispatch."""
    start = home.text.index(words)
    place = Anchor(start, start + len(words), words)
    claim = Claim(
        blake2b(f"{home.id}{words}{kind}{type}".encode(), digest_size=8).hexdigest(),
        home.id,
        place,
        place,
        kind,
        Event(type),
        tuple(one.mention for one in actors),
        tuple(one.mention for one in recipients),
        when,
        sources=(Source("outlet", "The Courier"),),
        content=content,
    )
    return Entry(claim, tuple(actors), tuple(recipients))


def folder(count: int, width: int = 5) -> list[tuple[Dispatch, tuple[Entry, ...]]]:
    """So many dispatches with so many entries each, one a day."""
    made = []
    for number in range(count):
        lines = [f"Envoy {number} of Arland called on minister {place}." for place in range(width)]
        home = dispatch("\n".join(lines), on(1 + number % 28, 1 + number // 28 % 12), f"{number}.txt")
        made.append(
            (home, tuple(entry(home, line, actors=(party("Envoy", "arl", "ARL"),)) for line in lines))
        )
    return made


def dispatches_of_any_kind() -> st.SearchStrategy[Dispatch]:
    """Any dispatch that the records allow, its id a hash of its text."""
    return st.from_type(Dispatch).map(
        lambda one: replace(one, id=blake2b(one.text.encode(), digest_size=8).hexdigest())
    )


def entries_of_any_kind(home: str) -> st.SearchStrategy[Entry]:
    """Any entry of that dispatch that the records allow."""
    return _ENTRIES.map(lambda one: replace(one, claim=replace(one.claim, dispatch=home)))


_FINITE = st.floats(allow_nan=False, allow_infinity=False)
st.register_type_strategy(float, _FINITE)
_ENTRIES = st.from_type(Entry)
