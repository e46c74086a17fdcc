"""The ledger: lines, joined, ruled on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from dragoman.model.claims import Claim, Mention
from dragoman.model.registry import Place, Resolution


@dataclass(frozen=True, slots=True)
class Party:
    """A mention with who it was taken to be."""

    mention: Mention
    resolution: Resolution


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the ledger: a claim, who its mentions are, and where it happened.

    `actors` and `recipients` run parallel to those of the claim; `speakers` to those of its
    sources that have a mention.
    """

    claim: Claim
    actors: tuple[Party, ...] = ()
    recipients: tuple[Party, ...] = ()
    speakers: tuple[Party, ...] = ()
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """A tie between two claims: same-act, answers, glosses, contradicts."""

    claim: str
    other: str
    sort: Literal["same-act", "answers", "glosses", "contradicts"]
    why: str = ""


@dataclass(frozen=True, slots=True)
class Ruling:
    """An analyst's word on a claim, kept beside it and replayed over a new reading.

    `word` is accept, amend, strike, same-as, kept or broken; `value` what it needs besides
    (the other claim, the amended field as JSON).
    """

    claim: str
    word: Literal["accept", "amend", "strike", "same-as", "kept", "broken"]
    who: str
    day: date
    value: str = ""
    why: str = ""
