"""What a ledger is kept in: four verbs that SQLite answers today and PostgreSQL may tomorrow."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Protocol, TypeVar

from dragoman.model import Anchor, Dispatch, Entry, Kind, Link, Ruling

T = TypeVar("T", Dispatch, Entry, Link, Ruling, "Run")


@dataclass(frozen=True, slots=True)
class Run:
    """What read a dispatch: the program's version and the digest of the model's weights."""

    program: str
    model: str


@dataclass(frozen=True, slots=True)
class Added:
    """What one or several additions changed; `known` counts readings that the ledger had already."""

    dispatches: int = 0
    readings: int = 0
    entries: int = 0
    links: int = 0
    known: int = 0

    def __add__(self, other: Added) -> Added:
        return Added(
            self.dispatches + other.dispatches,
            self.readings + other.readings,
            self.entries + other.entries,
            self.links + other.links,
            self.known + other.known,
        )


@dataclass(frozen=True, slots=True)
class Hit:
    """A place where searched words stand: the anchor is a slice of the dispatch's text.

    `marks` are (start, end) of the found words, in the dispatch's text like every offset.
    `score` is higher for the better match and comparable within one search only (BM25).
    """

    dispatch: str
    anchor: Anchor
    marks: tuple[tuple[int, int], ...]
    score: float


@dataclass(frozen=True, slots=True)
class Sheet:
    """One dispatch as one run read it, with the ties found then: what is written whole or not at all."""

    dispatch: Dispatch
    entries: tuple[Entry, ...]
    links: tuple[Link, ...]
    run: Run


@dataclass(frozen=True, slots=True)
class Ask:
    """Which records are wanted; what is None or empty does not narrow.

    `as_of` and `since` bound the day of publication; `actor` and `recipient` are a registry id or
    a code such as RUS or IGONAT.
    """

    as_of: date | None = None
    since: date | None = None
    dispatch: str | None = None
    claim: str | None = None
    kinds: tuple[Kind, ...] = ()
    types: tuple[str, ...] = ()
    actor: str | None = None
    recipient: str | None = None


class Store(Protocol):
    """Keeps sheets and rulings, forgets nothing, and shows the newest reading of each dispatch."""

    def append(self, page: Sheet | Ruling) -> Added:
        """Write it in one transaction, durable on return; a reading already newest changes nothing."""

    def select(self, sort: type[T], ask: Ask) -> Iterator[T]:
        """The records of that sort, in an order that does not depend on the order of writing.

        Rulings and runs come in the order of writing, which is theirs.
        """

    def search(self, words: str, as_of: date | None, limit: int) -> tuple[Hit, ...]:
        """Where all these words stand, best first; any string is a legal question."""

    def close(self) -> None:
        """Let go of the file; a closed store answers nothing."""
