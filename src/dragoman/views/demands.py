"""Demands: who wants what of whom, by when, and whether anything has answered them."""

from __future__ import annotations

from dragoman.model import Demand, Entry
from dragoman.views.dossier import Dossier, matter, told
from dragoman.views.gist import same_matter
from dragoman.views.joining import gathered, ids
from dragoman.views.naming import line_id
from dragoman.views.parties import acting, keys

_ANSWERS = {"AGREE", "CONCEDE", "RETREAT", "REJECT"}


def demands(dossier: Dossier) -> tuple[Demand, ...]:
    """Demands in the order they were first read, each once with all its claims.

    Heuristics: two claims are one demand if who demands, of whom (where both say so) and the matter
    agree. A demand is answered by a claim that an `answers` link ties to it, or by a later promise,
    concession, retreat or refusal of one of its addressees in the same matter.
    """
    wanted = [entry for entry in dossier.entries if entry.claim.kind == "demand"]
    groups = gathered(wanted, lambda entry: entry.claim.event.type, _same_demand)
    return tuple(_demand(group, dossier) for group in groups)


def _same_demand(one: Entry, other: Entry) -> bool:
    if not keys(acting(one)) & keys(acting(other)):
        return False
    addressees = keys(one.recipients), keys(other.recipients)
    if all(addressees) and not addressees[0] & addressees[1]:
        return False
    return same_matter(matter(one), matter(other))


def _demand(group: list[Entry], dossier: Dossier) -> Demand:
    head = group[0]
    late = [e.claim.deadline for e in group if e.claim.deadline]
    conditions = [e.claim.condition.anchor.text for e in group if e.claim.condition]
    answers = _answers(group, dossier)
    return Demand(
        claims=ids(group),
        id=line_id("demand", head.claim.id),
        actors=acting(head),
        recipients=next((e.recipients for e in group if e.recipients), ()),
        content=told(head),
        condition=conditions[-1] if conditions else None,
        deadline=next((d for d in reversed(late) if d.days.known), late[-1] if late else None),
        status="answered" if answers else "open",
        answers=answers,
    )


def _answers(group: list[Entry], dossier: Dossier) -> tuple[str, ...]:
    own = set(ids(group))
    linked = [claim for e in group for claim in dossier.linked(e.claim.id, "answers")]
    linked += [
        e.claim.id for e in dossier.entries if own & set(e.claim.about) and e.claim.event.type in _ANSWERS
    ]
    asked = frozenset().union(*(keys(e.recipients) for e in group))
    since = dossier.entries.index(group[0])
    heard = [e for e in dossier.entries[since + 1 :] if _is_answer(e, group, asked)]
    return tuple(claim for claim in dict.fromkeys([*linked, *ids(heard)]) if claim not in own)


def _is_answer(entry: Entry, group: list[Entry], asked: frozenset[str]) -> bool:
    claim = entry.claim
    if claim.kind == "demand" or not (claim.kind == "promise" or claim.event.type in _ANSWERS):
        return False
    if not keys(entry.actors) & asked:
        return False
    return any(same_matter(matter(entry), matter(member)) for member in group)
