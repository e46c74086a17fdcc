"""Every record that crosses a border between two stages, in the order in which they arise.

All records are frozen. Offsets are 0-based code points into the dispatch's text, end-exclusive;
an `Anchor`'s text always equals that slice. Days are `datetime.date`; unknown is `None` or an
empty tuple, never a guess. The machine-readable forms of these records are in docs/formats.md.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

Kind = Literal[
    "event",
    "statement",
    "demand",
    "proposal",
    "promise",
    "threat",
    "accusation",
    "denial",
    "assessment",
    "plan",
]
Factuality = Literal["CT+", "PR+", "PS+", "CT-", "PR-", "PS-", "Uu"]
Auxiliary = Literal["historical", "future", "hypothetical", "negated"]
SourceRole = Literal["outlet", "wire", "speaker"]
ConditionRole = Literal["sufficient", "necessary", "exceptive"]
DeadlineStatus = Literal["proposed", "set", "extended", "passed"]
MentionForm = Literal["name", "description", "pronoun"]


# -- dispatches: text and what its own furniture tells ----------------------------------------


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


# -- reading: words, tree, names, times, who says what -------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Token:
    """A syntactic word: UD v2 tag and relation, Penn tag, lemma, head index (-1 for the root)."""

    start: int
    end: int
    text: str
    lemma: str
    upos: str
    xpos: str
    head: int
    deprel: str


@dataclass(frozen=True, slots=True)
class Name:
    """A proper name and its label: PER, ORG or LOC."""

    anchor: Anchor
    label: str


@dataclass(frozen=True, slots=True)
class Time:
    """An expression of time (TIMEX3 type DATE, TIME, DURATION or SET) and the days it stands for.

    `days.basis` says by which rule; days are unknown where the words and the day do not decide.
    """

    anchor: Anchor
    type: str
    days: Days


@dataclass(frozen=True, slots=True)
class Quotation:
    """An attribution after PolNeAR: whose words, by which words, what; any part may be in pieces.

    `source` is empty where nobody is named.
    """

    source: tuple[Anchor, ...]
    cue: tuple[Anchor, ...]
    content: tuple[Anchor, ...]


@dataclass(frozen=True, slots=True)
class Predicate:
    """What the network says of a word (its number in the sentence) as one that tells of an event.

    `factuality` is its likeliest FactBank value, `certainty` the same as a degree, -3 (surely not) to 3.
    `event` is the likeliest PLOVER type, None for no political event, `mode` its mode; `probability`
    that of the type.
    """

    word: int
    factuality: Factuality
    certainty: float
    event: str | None
    mode: str | None
    probability: float


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: its place, its words with their tree, the names and the predicates in it."""

    anchor: Anchor
    tokens: tuple[Token, ...]
    names: tuple[Name, ...] = ()
    predicates: tuple[Predicate, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """What the reader sees in one dispatch before anybody asks what it means."""

    dispatch: Dispatch
    sentences: tuple[Sentence, ...]
    times: tuple[Time, ...] = ()
    quotations: tuple[Quotation, ...] = ()


@dataclass(frozen=True, slots=True)
class Marked:
    """A sentence in which somebody has marked the actor and the recipient, each in one place or several.

    Places are (start, end) in `text`; a sentence without a named recipient has none.
    """

    text: str
    actors: tuple[tuple[int, int], ...]
    recipients: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Relation:
    """The PLOVER type that holds between a marked actor and recipient, and how sure that is, 0 to 1."""

    event: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Judged:
    """A predicate and how surely its source says it holds (FactBank)."""

    anchor: Anchor
    value: Factuality


# -- claims: who did or said what to whom, by whose word --------------------------------------


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that stand for a party or a place, not yet resolved.

    `anchor` is the whole phrase, `head` its head word or name. For a pronoun or a bare
    description, `antecedent` holds the earlier words that it takes up.
    """

    anchor: Anchor
    head: Anchor
    form: MentionForm = "name"
    antecedent: Anchor | None = None

    @property
    def words(self) -> str:
        """The words to resolve: those of the antecedent where there is one."""
        return self.antecedent.text if self.antecedent else self.anchor.text


@dataclass(frozen=True, slots=True)
class Event:
    """What sort of event, by PLOVER 0.8: type (None where none fits), mode, contexts."""

    type: str | None = None
    mode: str | None = None
    contexts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Condition:
    """The antecedent of a conditional claim, after PDTB-3.

    `inherited_from` is the id of the claim it stands with, where that is another one.
    """

    anchor: Anchor
    role: ConditionRole = "sufficient"
    polarity: Literal["+", "-"] = "+"
    inherited_from: str | None = None


@dataclass(frozen=True, slots=True)
class Deadline:
    """By when; the days are unknown where the text names a deadline without a day."""

    anchor: Anchor
    days: Days
    status: DeadlineStatus = "set"


@dataclass(frozen=True, slots=True)
class Source:
    """One link of the chain of who says so. A speaker has a mention, an outlet has only words."""

    role: SourceRole
    text: str
    mention: Mention | None = None
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """One act as one source reports it, in mentions, tied to the exact words.

    `id` hashes dispatch, evidence, kind and event, so the same input gives the same id.
    `sources` run from the outermost (outlet) to the innermost (speaker). `confidence` is 0 to 1.
    """

    id: str
    dispatch: str
    sentence: Anchor
    evidence: Anchor
    kind: Kind
    event: Event
    actors: tuple[Mention, ...] = ()
    recipients: tuple[Mention, ...] = ()
    when: Days = Days()
    where: Mention | None = None
    factuality: Factuality = "CT+"
    auxiliary: tuple[Auxiliary, ...] = ()
    sources: tuple[Source, ...] = ()
    cue: Anchor | None = None
    condition: Condition | None = None
    deadline: Deadline | None = None
    content: str = ""
    about: tuple[str, ...] = ()
    confidence: float = 0.5
    method: str = ""


# -- registry: who is that, on that day -------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Resolution:
    """Who a mention stands for on a day, with a score from 0 to 1 and the reason in words.

    `entity` is a registry id, None where nobody known fits; `code` and `sector` are still given
    where the words show them. `code`: ISO 3166-1/-3 alpha-3 of the state on that day or the
    code of an organisation (IGONAT). `sector`: PLOVER sector (GOV, MIL, IGO, REB ...).
    """

    entity: str | None = None
    name: str | None = None
    code: str | None = None
    sector: str | None = None
    office: str | None = None
    score: float = 0.0
    why: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a mention lies: today's country code (alpha-3), degrees north and east, score 0 to 1."""

    name: str | None = None
    country: str | None = None
    lat: float | None = None
    lon: float | None = None
    score: float = 0.0


# -- ledger: lines, joined, ruled on ----------------------------------------------------------


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


# -- views: what an analyst asks of the ledger ------------------------------------------------

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
