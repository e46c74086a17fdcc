"""Readings: words, tree, names, times, who says what."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from dragoman.model.dispatches import Anchor, Days, Dispatch

Factuality = Literal["CT+", "PR+", "PS+", "CT-", "PR-", "PS-", "Uu"]
Auxiliary = Literal["historical", "future", "hypothetical", "negated"]
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
    that of the type. `act` is how probable it is that the word is of the trigger of an act.
    """

    word: int
    factuality: Factuality
    certainty: float
    event: str | None
    mode: str | None
    probability: float
    act: float = 0.0


@dataclass(frozen=True, slots=True)
class Act:
    """An act that the network finds in a sentence; all numbers are those of words in it.

    `words` are its trigger, `event` its PLOVER type (None where none fits). `parts` has the words of each
    part: evidence, actor, recipient, speaker, cue, condition, deadline, time, place, content; a part may
    be empty. `probability` is that of the trigger.
    """

    words: tuple[int, ...]
    kind: Kind
    event: str | None
    mode: str | None
    factuality: Factuality
    auxiliary: tuple[Auxiliary, ...]
    parts: Mapping[str, tuple[int, ...]]
    probability: float


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: its place, its words with their tree, the names, predicates and acts in it."""

    anchor: Anchor
    tokens: tuple[Token, ...]
    names: tuple[Name, ...] = ()
    predicates: tuple[Predicate, ...] = ()
    acts: tuple[Act, ...] = ()


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
