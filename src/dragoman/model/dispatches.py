"""Dispatches: text and what its own furniture tells."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Anchor:
    """The exact words that something stands on: `text == dispatch.text[start:end]`."""

    start: int
    end: int
    text: str

    def covers(self, other: Anchor) -> bool:
        """Whether the other anchor lies within this one."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class Days:
    """An interval of days, both ends included, with the words it came from and why.

    One day has `earliest == latest`. An end that is not known is None.
    """

    earliest: date | None = None
    latest: date | None = None
    words: str = ""
    basis: str = ""

    @property
    def known(self) -> bool:
        """Whether either end is known."""
        return self.earliest is not None or self.latest is not None


@dataclass(frozen=True, slots=True)
class Wire:
    """An agency named in a source note, with the day the note gives it ("AP, June 10")."""

    anchor: Anchor
    name: str
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Note:
    """A paragraph-final source note and the stretch of text it vouches for.

    `covers` is (start, end): back to the previous note or the start of the body.
    """

    anchor: Anchor
    wires: tuple[Wire, ...]
    covers: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Bound:
    """What an office-holder named in a text tells of its day: it lies in one of these periods.

    `periods` are (first day, last day), None for an open end; `says` why, in words. A `weak` bound rests
    on what the tables do not say ("not yet in the later office").
    """

    anchor: Anchor
    periods: tuple[tuple[date | None, date | None], ...]
    says: str
    weak: bool = False


@dataclass(frozen=True, slots=True)
class Dispatch:
    """One text as it was received, never altered, with its outlet, notes and publication day.

    `id` is a hash of the text. `body` is (start, end) of the prose without header and dateline.
    """

    id: str
    path: str
    text: str
    outlet: str | None = None
    published: Days = Days()
    dateline: Anchor | None = None
    body: tuple[int, int] = (0, 0)
    notes: tuple[Note, ...] = ()

    def anchor(self, start: int, end: int) -> Anchor:
        """The words from start to end."""
        return Anchor(start, end, self.text[start:end])
