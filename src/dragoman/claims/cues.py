"""The words around an act: who says so, how sure, on what condition, by when, in which matter, of whom."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from dragoman.model import ConditionRole, DeadlineStatus, Kind

Effect = Literal["PR+", "PS+", "CT-", "PR-", "PS-", "Uu", "CT+"]
ReportPos = Literal["verb", "noun", "adj", "phrase", "adverb"]
GrammaticalNumber = Literal["sing", "plur", "collective"]


@dataclass(frozen=True, slots=True)
class Report:
    """A cue that attributes content to a source ("said", "according to").

    `sort`: say, claim (doubtful), deny, know (factive), believe, ask, hear, show. `kind` is that of the
    report itself where its content is no political act.
    """

    lemma: str
    pos: ReportPos
    sort: str
    complements: tuple[str, ...]
    kind: Kind


@dataclass(frozen=True, slots=True)
class CertaintyMark:
    """A word or phrase that changes how sure the clause under it is (FactBank values).

    `sort`: modal, hedge, negation, implicative+, implicative-, aim, future, factive, unclear.
    """

    words: str
    pos: str
    effect: Effect
    sort: str
    notes: str


@dataclass(frozen=True, slots=True)
class ConditionMarker:
    """A word or phrase that makes what it introduces a condition (PDTB-3).

    `form`: mark (subordinator), inversion, prep, verb (links A to B), noun, adj.
    """

    words: str
    form: str
    role: ConditionRole
    polarity: Literal["+", "-"]


@dataclass(frozen=True, slots=True)
class DeadlineCue:
    """A word or phrase that sets a day by which something must be done; `status` None where open."""

    words: str
    form: str
    status: DeadlineStatus | None


@dataclass(frozen=True, slots=True)
class PartyNoun:
    """A common noun that stands for an actor, and whether it can act; `sector` None: it does not say."""

    lemma: str
    number: GrammaticalNumber
    sector: str | None
    animate: bool


TRAITS = tuple("constant told act specificity noun statement borrowed party same other none".split())
"""What the confidence of a claim is worked out from; see `dragoman.claims.confidence`."""
