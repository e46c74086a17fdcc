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


# -- reading: words, tree, names, times -------------------------------------------------------


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
class Sentence:
    """One sentence: its place, its words with their tree, and the names in it."""

    anchor: Anchor
    tokens: tuple[Token, ...]
    names: tuple[Name, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """What the reader sees in one dispatch before anybody asks what it means."""

    dispatch: Dispatch
    sentences: tuple[Sentence, ...]
    times: tuple[Time, ...] = ()


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
