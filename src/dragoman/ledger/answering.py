"""Ties between a claim and the one it answers: a denial the accusation, a refusal or a yes the demand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.model import Entry, Kind, Link, Party

_REACH = 12
"""How many claims before it an answer may look back upon, in its own dispatch."""

_ASKED: frozenset[Kind] = frozenset({"demand", "proposal", "threat"})
_REPLIES = frozenset({"AGREE", "CONCEDE", "RETREAT", "REJECT"})


def answers(entries: Sequence[Entry]) -> tuple[Link, ...]:
    """The answers among claims in the order of their text: `claim` answers `other`.

    The rule (the *nearest addressee heuristic*): a denial answers the last accusation of its dispatch, within
    twelve claims before it, that is made by another and addressed to who denies; a refusal, yes or concession
    in the same way the last demand, proposal or threat. Parties are the same by entity, else by code, else by
    their words. It misses answers given in another dispatch, and takes a refusal of one demand for that of
    the next.
    """
    return tuple(
        Link(
            entry.claim.id,
            asked.claim.id,
            "answers",
            f"{entry.claim.kind} by one whom the {asked.claim.kind} addressed",
        )
        for place, entry in enumerate(entries)
        if (asked := next(_answered(entry, entries[max(0, place - _REACH) : place]), None)) is not None
    )


def _answered(entry: Entry, before: Sequence[Entry]) -> Iterator[Entry]:
    """The claims that it may answer, nearest first."""
    own = _keys(entry.actors)
    for other in reversed(before):
        here = other.claim.dispatch == entry.claim.dispatch
        if here and _fits(entry, other) and own & _keys(other.recipients) and not own & _keys(other.actors):
            yield other


def _fits(entry: Entry, other: Entry) -> bool:
    if entry.claim.kind == "denial":
        return other.claim.kind == "accusation"
    replied = entry.claim.event.type in _REPLIES and entry.claim.kind not in _ASKED
    return replied and other.claim.kind in _ASKED


def _keys(parties: Sequence[Party]) -> frozenset[str]:
    """Each party by its entity, else its code, else its words."""
    return frozenset(p.resolution.entity or p.resolution.code or p.mention.words.casefold() for p in parties)
