"""Whom "Palme's successor" and "his Soviet counterpart" mean: who holds an office next, or elsewhere."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from dragoman.model import Resolution
from dragoman.registry.naming import Naming
from dragoman.registry.people import People
from dragoman.registry.spelling import fold_phrase

_RELATIVE = re.compile(
    r"(?P<owner>.+?)(?:['’]s?)? (?:(?P<order>successor|predecessor)(?: (?:as|at|in|on) .+)?"
    r"|(?P<state>\S+(?: \S+)?) (?:counterpart|colleague|opposite number))"
)
PRONOUNS = frozenset({"his", "her", "their", "its"})


@dataclass(frozen=True, slots=True)
class Relative:
    """The owner's words, and either the order ("successor") or the words for another state."""

    owner: str
    order: str
    state: str


def relative_of(words: str) -> Relative | None:
    """The parts of "Shultz's Soviet counterpart"; None for other words."""
    found = _RELATIVE.fullmatch(words)
    return Relative(found["owner"], found["order"] or "", found["state"] or "") if found else None


def whom(
    relative: Relative,
    owner: Resolution,
    day: date,
    naming: Naming,
    people: People,
    polity_of: Callable[[str], str],
) -> Resolution | None:
    """Who is meant, given who the owner is; None where the tables name nobody.

    `polity_of` tells the polity of words for a state, "" where it knows none.
    """
    if relative.order:
        key = owner.entity or ""
        if not people.names(key) or relative.order == "successor":
            key = naming.lately(fold_phrase(relative.owner), day) or key
        return naming.neighbour(key, day, later=relative.order == "successor")
    polity = polity_of(relative.state)
    held = [term for term in people.terms(owner.entity or "") if term.period.holds(day)]
    for term in sorted(held, key=naming.standing.rank_of, reverse=True) if polity else ():
        found = naming.holder(polity, term.kind, day)
        if found is not None:
            return found
    return None
