"""Whom "his Soviet counterpart" means: the holder of the same office in another state."""

from __future__ import annotations

import re
from datetime import date

from dragoman.model import Resolution
from dragoman.registry.naming import Naming
from dragoman.registry.people import People

_COUNTERPART = re.compile(
    r"(?P<owner>.+?)(?:['’]s?)? (?P<state>\S+(?: \S+)?) (?:counterpart|opposite number)"
)
PRONOUNS = frozenset({"his", "her", "their", "its"})


def parts_of(words: str) -> tuple[str, str] | None:
    """The owner and the words for the other state of "Shultz's Soviet counterpart"; None for other words."""
    found = _COUNTERPART.fullmatch(words)
    return (found["owner"], found["state"]) if found else None


def counterpart(
    owner: Resolution, polity: str, day: date, people: People, naming: Naming
) -> Resolution | None:
    """Who holds, in a polity on a day, the highest office that somebody holds in his own."""
    held = [term for term in people.terms(owner.entity or "") if term.period.holds(day)]
    for term in sorted(held, key=naming.standing.rank_of, reverse=True):
        found = naming.holder(polity, term.kind, day)
        if found is not None:
            return found
    return None
