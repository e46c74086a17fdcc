"""Claims: who did or said what to whom, by whose word."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from dragoman.model.dispatches import Anchor, Days
from dragoman.model.reading import Auxiliary, Factuality, Kind

SourceRole = Literal["outlet", "wire", "speaker"]
ConditionRole = Literal["sufficient", "necessary", "exceptive"]
DeadlineStatus = Literal["proposed", "set", "extended", "passed"]
MentionForm = Literal["name", "description", "pronoun"]


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
