"""Views: what an analyst asks of the ledger."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from dragoman.model.claims import Deadline, Event
from dragoman.model.dispatches import Days, Dispatch
from dragoman.model.ledger import Entry, Party
from dragoman.model.reading import Factuality

Stance = Literal["supports", "opposes", "conditional", "unclear"]
Tense = Literal["past", "today", "coming", "undated"]
OptionStage = Literal["mooted", "planned", "proposed", "decided", "rejected"]
CommitmentKind = Literal["promise", "threat", "agreement"]
CommitmentState = Literal[
    "conditional", "active", "satisfied", "violated", "expired", "cancelled", "released"
]
Verdict = Literal["kept", "partial", "broken", "disputed", "pending", "unverifiable"]


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a view: the ids of the claims it stands on, in the order they were read."""

    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AgendaItem(Line):
    """A meeting, visit, vote or deadline, past or coming as seen from the day of the view.

    `sort` is the word of data/views/occasions.tsv ("meeting", "visit" ...), "deadline" or "plan".
    """

    sort: str
    what: str
    days: Days
    tense: Tense
    parties: tuple[Party, ...] = ()
    place: str | None = None


@dataclass(frozen=True, slots=True)
class Happening(Line):
    """What happened: one act, however many sentences or dispatches report it."""

    what: str
    event: Event
    days: Days
    actors: tuple[Party, ...] = ()
    recipients: tuple[Party, ...] = ()
    place: str | None = None
    factuality: Factuality = "CT+"


@dataclass(frozen=True, slots=True)
class Turn:
    """One expression of a position: the day, the stance, its words, its condition, its claim."""

    day: date | None
    stance: Stance
    words: str
    claim: str
    condition: str | None = None


@dataclass(frozen=True, slots=True)
class Position(Line):
    """Where an actor stands on an issue, since when, and every expression of it, oldest first.

    `since` is the first day of the present stance.
    """

    actor: Party
    issue: str
    stance: Stance
    since: date | None
    history: tuple[Turn, ...] = ()


@dataclass(frozen=True, slots=True)
class Demand(Line):
    """Who demands what of whom, by when, and what answered it (claim ids)."""

    id: str
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    content: str
    condition: str | None
    deadline: Deadline | None
    status: Literal["open", "answered"]
    answers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Testimony:
    """What one claim says about a commitment, and by whose word.

    `says` is a verdict, or "kept before" and "broken before" for an earlier commitment of the kind.
    """

    claim: str
    says: str
    source: str


@dataclass(frozen=True, slots=True)
class Commitment(Line):
    """C(debtor, creditor, antecedent, consequent) after Singh and Telang; a threat has the same form.

    `claims` are its mentions. `antecedent` is None where the commitment is unconditional.
    """

    id: str
    kind: CommitmentKind
    debtor: tuple[Party, ...]
    creditor: tuple[Party, ...]
    antecedent: str | None
    consequent: str
    deadline: Deadline | None
    state: CommitmentState
    verdict: Verdict
    evidence: tuple[Testimony, ...] = ()


@dataclass(frozen=True, slots=True)
class Option(Line):
    """A course of action on the table: whose, how far along, to what end, who must approve.

    `bodies` are the names of decision bodies, as in the bodies view.
    """

    what: str
    owners: tuple[Party, ...]
    stage: OptionStage
    purpose: str | None
    condition: str | None
    bodies: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Declared:
    """What a member of a body has said on a matter before it."""

    member: str
    stance: Stance
    issue: str
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BodyPath(Line):
    """A decision body on a day: members, rule, who alone can block it, what its members declared.

    `members`, `veto` and `blockers` hold state codes; `source` says where the rule stands.
    """

    name: str
    code: str | None
    day: date | None
    members: tuple[str, ...]
    veto: tuple[str, ...]
    rule: str
    source: str
    blockers: tuple[str, ...]
    options: tuple[str, ...] = ()
    declared: tuple[Declared, ...] = ()


@dataclass(frozen=True, slots=True)
class Accusation(Line):
    """Who blames whom for what, and the claims that deny it."""

    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    content: str
    days: Days
    denials: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Unknown(Line):
    """What is not known: a source says so, a deadline has no day, nobody known fits a name."""

    sort: Literal["unclear", "deadline", "actor", "published"]
    what: str


@dataclass(frozen=True, slots=True)
class Contradiction(Line):
    """Accounts that cannot all be true, side by side, not settled."""

    sort: Literal["denied", "count", "day", "linked"]
    what: str
    sides: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Judgement(Line):
    """A dispatch's own view of what comes next, in its words.

    `band` is the ICD 203 term for `likelihood`, and `percent` its (low, high) bounds, where the
    words hold a term of that standard; hedges outside it ("might") have no band.
    """

    words: str
    by: str
    day: date | None
    likelihood: str | None = None
    band: str | None = None
    percent: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Brief:
    """Everything an analyst is told in the morning, with the entries and dispatches it stands on."""

    as_of: date | None
    dispatches: tuple[Dispatch, ...]
    entries: tuple[Entry, ...]
    agenda: tuple[AgendaItem, ...] = ()
    events: tuple[Happening, ...] = ()
    positions: tuple[Position, ...] = ()
    demands: tuple[Demand, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    options: tuple[Option, ...] = ()
    bodies: tuple[BodyPath, ...] = ()
    accusations: tuple[Accusation, ...] = ()
    unknowns: tuple[Unknown, ...] = ()
    contradictions: tuple[Contradiction, ...] = ()
    outlook: tuple[Judgement, ...] = ()
