"""Decision bodies that the dispatches speak of: members and rule on the day, and who can block."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Protocol

from dragoman.model import BodyPath, Declared, Entry, Option, Position
from dragoman.views.dossier import Dossier
from dragoman.views.wordlists import first


class DecisionBody(Protocol):
    """A body with its members on one day, as the registry knows it.

    `members` and `veto` (those who can block alone) are state codes; `rule` tells how it decides and
    `source` where that stands.
    """

    @property
    def name(self) -> str:
        """Its full name."""

    @property
    def code(self) -> str | None:
        """Its organisation code (IGONAT)."""

    @property
    def members(self) -> Sequence[str]:
        """State codes of its members on the day."""

    @property
    def veto(self) -> Sequence[str]:
        """State codes of those whose No alone blocks."""

    @property
    def rule(self) -> str:
        """How it decides."""

    @property
    def source(self) -> str:
        """Where members and rule stand."""


BodyLookup = Callable[[str, date | None], DecisionBody | None]
"""Asks for a body by name, entity id or code, as it was on a day."""

_LINKING = r"(?:of|the|for|on|and|in)"
_CAPITALISED = re.compile(rf"[A-Z][\w.&’'-]*(?:\s+(?:{_LINKING}\s+){{0,2}}[A-Z][\w.&’'-]*)*")
_LONGEST = 8


def no_bodies(_name: str, _day: date | None) -> DecisionBody | None:
    """The lookup for a program without a registry: no body is known."""
    return None


@dataclass(slots=True)
class Mentioned:
    """A body and the claims that speak of it."""

    body: DecisionBody
    day: date | None
    claims: list[str] = field(default_factory=list)


def bodies(
    dossier: Dossier,
    lookup: BodyLookup = no_bodies,
    options: Sequence[Option] = (),
    positions: Sequence[Position] = (),
) -> tuple[BodyPath, ...]:
    """Every body that a claim speaks of, in the order of first mention, with its rule on that day.

    A body is found as a party of a claim or, a heuristic, as a run of capitalised words in the claim's
    sentence that the lookup knows. Who can block alone: the holders of a veto; without a veto, every
    member where the rule needs all of them (words of data/views/rules.tsv); otherwise nobody. What
    members declared are the positions of those that can block; their own issue is named, not matched.
    """
    paths = []
    for one in mentioned(dossier, lookup):
        blocking = blockers(one.body)
        paths.append(
            BodyPath(
                claims=tuple(dict.fromkeys(one.claims)),
                name=one.body.name,
                code=one.body.code,
                day=one.day,
                members=tuple(one.body.members),
                veto=tuple(one.body.veto),
                rule=one.body.rule,
                source=one.body.source,
                blockers=blocking,
                options=tuple(option.what for option in options if one.body.name in option.bodies),
                declared=_declared(blocking, positions),
            )
        )
    return tuple(paths)


def mentioned(dossier: Dossier, lookup: BodyLookup) -> tuple[Mentioned, ...]:
    """The bodies that claims speak of, each once, with all the claims."""
    asked: dict[tuple[str, date | None], DecisionBody | None] = {}
    seen: dict[str, Mentioned] = {}
    for entry in dossier.entries:
        for body in bodies_in(entry, dossier.reported(entry), lookup, asked):
            one = seen.setdefault(body.name, Mentioned(body, dossier.reported(entry)))
            one.claims.append(entry.claim.id)
    return tuple(seen.values())


def bodies_in(
    entry: Entry,
    day: date | None,
    lookup: BodyLookup,
    asked: dict[tuple[str, date | None], DecisionBody | None] | None = None,
) -> tuple[DecisionBody, ...]:
    """The bodies one claim speaks of: its parties and the names in its evidence and condition.

    `asked` keeps earlier answers of the lookup.
    """
    kept = {} if asked is None else asked
    known: dict[str, DecisionBody] = {}
    for name in _names(entry):
        if (name, day) not in kept:
            kept[name, day] = lookup(name, day)
        body = kept[name, day]
        if body is not None:
            known[body.name] = body
    return tuple(known.values())


def blockers(body: DecisionBody) -> tuple[str, ...]:
    """Who can block a body's decision alone."""
    if body.veto:
        return tuple(body.veto)
    return tuple(body.members) if first("rules", body.rule) else ()


def _names(entry: Entry) -> Iterable[str]:
    """What may name a body, most telling first, each once."""
    claim = entry.claim
    words: list[str | None] = []
    for party in (*entry.actors, *entry.recipients, *entry.speakers):
        words += [party.resolution.entity, party.resolution.code, party.mention.words]
    passages = [claim.evidence.text]
    if claim.condition:
        passages.append(claim.condition.anchor.text)
    for passage in passages:
        for run in _CAPITALISED.findall(passage):
            words += _parts(run)
    return dict.fromkeys(word for word in words if word)


def _parts(run: str) -> list[str]:
    """The stretches of a capitalised run, longest first: "British Prime Minister" holds shorter names."""
    tokens = re.sub(r"[’']s\b", "", run).split()[:_LONGEST]
    spans = [(i, j) for i in range(len(tokens)) for j in range(i + 1, len(tokens) + 1)]
    spans.sort(key=lambda span: span[0] - span[1])
    return [" ".join(tokens[i:j]) for i, j in spans]


def _declared(blocking: tuple[str, ...], positions: Sequence[Position]) -> tuple[Declared, ...]:
    """The opposing, conditional or unclear positions of those who can block."""
    return tuple(
        Declared(code, position.stance, position.issue, position.claims)
        for position in positions
        if (code := position.actor.resolution.code) in blocking and code and position.stance != "supports"
    )
