"""What is told about a claim beside its words: who says so, how sure, on what condition, who is meant."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.exchange.phrases import CERTAINTY, source_chain, spoken_days
from dragoman.model import Deadline, Entry, Party


@dataclass(frozen=True, slots=True)
class Facts:
    """The facts about one claim, each a short phrase, and who its parties were taken to be."""

    said: tuple[str, ...]
    who: str


def note_facts(entry: Entry) -> Facts:
    """The facts of a footnote, in the order in which a reader doubts."""
    claim = entry.claim
    coded = " ".join(word for word in (claim.event.type, claim.event.mode) if word)
    facts = [
        source_chain(entry),
        f"{claim.kind}, {CERTAINTY[claim.factuality]}",
        f"PLOVER {coded}" if coded else "",
        f"{spoken_days(claim.when)}" if claim.when.known else "",
        f"condition: {' '.join(claim.condition.anchor.text.split())}" if claim.condition else "",
        _deadline(claim.deadline),
    ]
    parties = (*entry.actors, *entry.recipients)
    return Facts(tuple(fact for fact in facts if fact), "; ".join(dict.fromkeys(map(_who, parties))))


def _deadline(deadline: Deadline | None) -> str:
    if deadline is None:
        return ""
    day = spoken_days(deadline.days) if deadline.days.known else "no day given"
    return f"deadline {deadline.status}: {day}"


def _who(party: Party) -> str:
    """What a mention was taken for: its words, then name, office and code."""
    found = party.resolution
    words = " ".join(party.mention.anchor.text.split())
    told = [part for part in (found.name, found.office, found.code) if part and part != words]
    return f"{words} = {', '.join(told)}" if told else f"{words}: not identified"
