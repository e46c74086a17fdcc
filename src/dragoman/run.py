"""Where reading runs: here, in this process. Pools and clusters come to stand beside it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from importlib.metadata import version
from pathlib import Path

from dragoman.dispatches import read_dispatches
from dragoman.errors import DispatchError
from dragoman.ledger import Ledger, Run, answers, same_acts
from dragoman.model import Brief, Entry, Link
from dragoman.pipeline import Desk
from dragoman.views import brief


def read_into(
    ledger: Ledger, paths: Iterable[Path], desk: Desk, published: date | None = None
) -> tuple[DispatchError, ...]:
    """Read files and folders into a ledger, each dispatch whole or not at all; give what was refused."""
    dossier = read_dispatches(paths, published)
    run = Run(version("dragoman"), desk.reader.digest)
    held = list(ledger.entries()) if dossier.dispatches else []
    for dated in desk.dated(dossier.dispatches):
        dispatch = dated.dispatch
        entries = desk.entries(dispatch)
        others = [entry for entry in held if entry.claim.dispatch != dispatch.id]
        ledger.add(dispatch, entries, _ties(others, entries), run=run)
        held = [*others, *entries]
    return dossier.refused


def _ties(others: list[Entry], entries: tuple[Entry, ...]) -> tuple[Link, ...]:
    """The ties of a dispatch's lines among themselves and with the lines the ledger holds."""
    own = {entry.claim.id for entry in entries}
    same = (link for link in same_acts((*others, *entries)) if own & {link.claim, link.other})
    return (*same, *answers(entries))


def brief_from(ledger: Ledger, desk: Desk, as_of: date | None = None, min_confidence: float = 0.0) -> Brief:
    """The brief of all that a ledger knew by a day, claims less sure than `min_confidence` left out."""
    entries = [e for e in ledger.entries(as_of) if e.claim.confidence >= min_confidence]
    dispatches = ledger.dispatches(as_of)
    return brief(entries, dispatches, as_of, ledger.links(as_of=as_of), desk.body)
