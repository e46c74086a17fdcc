"""Who a party is to a view: what it is called, and when two parties are one actor.

Two rules that are heuristics: everybody who speaks or acts for a government (sectors GOV and MIL
under one state code) is one actor, so that a spokesman's word counts as his state's; and parties
nobody could resolve are one where their content words are equal.
"""

from __future__ import annotations

from collections.abc import Iterable

from dragoman.model import Entry, Party
from dragoman.views.gist import gist

_GOVERNMENT = {"GOV", "MIL", "SPY"}


def called(party: Party) -> str:
    """The name it was resolved to, else its own words, else those it takes up."""
    return party.resolution.name or " ".join(party.mention.words.split())


def listed(parties: Iterable[Party]) -> str:
    """The names of several parties, each once, as a list in prose."""
    names = list(dict.fromkeys(called(party) for party in parties))
    if len(names) <= 1:
        return "".join(names)
    return ", ".join(names[:-1]) + " and " + names[-1]


def key(party: Party) -> str:
    """The same string for parties that count as one actor."""
    who = party.resolution
    sectors = set((who.sector or "").split("/"))
    if who.code and (not who.sector or sectors & _GOVERNMENT):
        return f"code:{who.code}"
    if who.sector and "IGO" in sectors and who.code:
        return f"code:{who.code}"
    if who.entity:
        return f"entity:{who.entity}"
    return "words:" + " ".join(sorted(gist(party.mention.words)) or [party.mention.words.lower()])


def keys(parties: Iterable[Party]) -> frozenset[str]:
    """The keys of several parties."""
    return frozenset(key(party) for party in parties)


def resolved(party: Party) -> bool:
    """Whether anything is known of who it is: an entity or at least a code."""
    return bool(party.resolution.entity or party.resolution.code)


def stands_for(parties: Iterable[Party]) -> Party:
    """The party to name an actor by: the state or body itself rather than one of its officers."""
    several = tuple(parties)
    plain = [p for p in several if not p.resolution.office and resolved(p)]
    named = [p for p in several if p.mention.form == "name"]
    return (plain or named or list(several))[0]


def acting(entry: Entry) -> tuple[Party, ...]:
    """Who does what the claim tells: its actors, or where it names none, its innermost speaker."""
    return entry.actors or entry.speakers[-1:]
