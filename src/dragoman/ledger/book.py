"""The ledger as the rest of the program sees it: add, rule, and ask as of a day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import Self

from dragoman.errors import LedgerError
from dragoman.ledger.sqlite import SqliteStore
from dragoman.ledger.store import Added, Ask, Hit, Run, Sheet, Store
from dragoman.model import Dispatch, Entry, Kind, Link, Ruling


class Ledger:
    """Dispatches, their entries, the ties between them and the analysts' rulings, never forgotten.

    `as_of` shows what was published by that day: a dispatch counts from its latest possible day of
    publication, or its earliest where the latest is unknown; an undated one is seen only when no day
    is asked for. Of several readings of a dispatch the newest is seen; rulings stay beside all.
    """

    def __init__(self, store: Store) -> None:
        self._store = store

    @classmethod
    def open(cls, path: Path | None = None, *, write: bool = True) -> Self:
        """The ledger in that file, made if it is not there; None keeps one in memory.

        `write=False` makes nothing and changes nothing. Raises LedgerError where the file is not a
        ledger, newer than this program, locked, or (reading only) missing.
        """
        return cls(SqliteStore(path, write=write))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, sort: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self._store.close()

    # -- writing ------------------------------------------------------------------------------

    def add(
        self, dispatch: Dispatch, entries: Sequence[Entry], links: Sequence[Link] = (), *, run: Run
    ) -> Added:
        """Write one dispatch as that run read it, whole or not at all, and tell what was new.

        The newest reading given again changes nothing, whatever the dispatch's path; another one is
        set beside it and seen from now on. Links may name claims of any dispatch; a link is seen
        while both its claims are, and until both their dispatches were read anew by another run.
        """
        for entry in entries:
            if entry.claim.dispatch != dispatch.id:
                fault = f"claim {entry.claim.id} belongs to dispatch {entry.claim.dispatch}"
                raise LedgerError(fault, at=dispatch.id, mend="Add it with its own dispatch")
        return self._store.append(Sheet(dispatch, tuple(entries), tuple(links), run))

    def rule(self, ruling: Ruling) -> None:
        """Set an analyst's word beside a claim, after all earlier ones; a later word undoes it.

        Raises LedgerError where no reading holds the claim.
        """
        self._store.append(ruling)

    # -- asking -------------------------------------------------------------------------------

    def dispatches(self, as_of: date | None = None) -> tuple[Dispatch, ...]:
        """The dispatches by day of publication, then id; undated ones last."""
        return tuple(self._store.select(Dispatch, Ask(as_of=as_of)))

    def entries(
        self,
        as_of: date | None = None,
        *,
        since: date | None = None,
        dispatch: str | None = None,
        kinds: Sequence[Kind] = (),
        types: Sequence[str] = (),
        actor: str | None = None,
        recipient: str | None = None,
    ) -> tuple[Entry, ...]:
        """The lines of the newest readings, by dispatch as in `dispatches`, then as they were added.

        `since` is a day of publication; `types` are PLOVER types; `actor` and `recipient` a registry
        id or a code such as RUS.
        """
        ask = Ask(as_of, since, dispatch, None, tuple(kinds), tuple(types), actor, recipient)
        return tuple(self._store.select(Entry, ask))

    def entry(self, claim: str, as_of: date | None = None) -> Entry:
        """The line with that claim. Raises LedgerError where no seen reading holds it."""
        for entry in self._store.select(Entry, Ask(as_of=as_of, claim=claim)):
            return entry
        raise LedgerError(f"no claim {claim!r} is seen", mend="Take an id that `entries` gives")

    def links(self, claim: str | None = None, as_of: date | None = None) -> tuple[Link, ...]:
        """The ties between seen claims, or those of one claim, ordered by their claims."""
        return tuple(self._store.select(Link, Ask(claim=claim, as_of=as_of)))

    def rulings(self, claim: str | None = None, as_of: date | None = None) -> tuple[Ruling, ...]:
        """The analysts' words in the order in which they were set down.

        `as_of` leaves out those of a later day. Those on a claim that a new reading no longer holds
        are given too: nothing an analyst said is lost.
        """
        return tuple(self._store.select(Ruling, Ask(claim=claim, as_of=as_of)))

    def runs(self) -> tuple[Run, ...]:
        """Every program version and model that ever read into this ledger, oldest first."""
        return tuple(self._store.select(Run, Ask()))

    def search(self, words: str, as_of: date | None = None, *, limit: int = 50) -> tuple[Hit, ...]:
        """Where all these words stand in the dispatches, best first; any string is a legal question.

        "Two words" in double quotes are looked for together, and withdr* for every word that begins so.
        """
        return self._store.search(words, as_of, limit)
