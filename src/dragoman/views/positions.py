"""Positions: where each actor stands on each issue, since when, and how it got there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from dragoman.model import Entry, Position, Stance, Turn
from dragoman.views.dossier import Dossier, matter, published_by, told
from dragoman.views.gist import clipped, gist, same_matter
from dragoman.views.parties import acting, key, stands_for
from dragoman.views.wordlists import found

_TAKES_SIDES = {"statement", "demand", "proposal", "assessment", "denial", "accusation", "event", "promise"}
_FOR = {"SUPPORT", "AGREE", "CONCEDE", "REQUEST"}
_AGAINST = {"REJECT"}
_TURNED: dict[Stance, Stance] = {"supports": "opposes", "opposes": "supports"}


@dataclass(slots=True)
class Issue:
    """A matter that positions are taken on: its label and what it is about, growing as claims join."""

    label: str
    about: frozenset[str]
    named: bool = False


def positions(dossier: Dossier, issues: Sequence[str] = ()) -> tuple[Position, ...]:
    """One line for each actor and issue, actors in the order they first took a stand.

    Issues are those the analyst names in `issues`, then those found: a heuristic puts claims whose
    content words are mostly shared under one issue, labelled by the shortest of their contents. The
    stance comes from the words of data/views/stances.tsv in the claim, else from its PLOVER type; a
    condition makes it conditional, a negation turns it, factuality Uu makes it unclear.
    """
    known = [Issue(name, gist(name), named=True) for name in issues]
    held: dict[tuple[str, int], list[tuple[Entry, Stance]]] = {}
    for entry in dossier.entries:
        stance = stance_of(entry)
        if stance is None or not acting(entry):
            continue
        at = _issue(entry, known)
        for party in acting(entry):
            pair = (entry, stance)
            mentions = held.setdefault((key(party), at), [])
            if pair not in mentions:
                mentions.append(pair)
    return tuple(_position(actor, known[at], pairs, dossier) for (actor, at), pairs in held.items())


def stance_of(entry: Entry) -> Stance | None:
    """Where the claim puts its actor, None where it takes no side."""
    claim = entry.claim
    if claim.kind not in _TAKES_SIDES:
        return None
    if claim.factuality == "Uu" and claim.kind in ("assessment", "statement"):
        return "unclear"
    stance = _by_words(claim.evidence.text) or _by_type(entry)
    if stance is None:
        return None
    if claim.condition is not None and stance != "unclear":
        return "conditional"
    if claim.factuality in ("CT-", "PR-"):
        return _TURNED.get(stance, stance)
    return stance


def _by_words(text: str) -> Stance | None:
    """The stance of the strongest word: unclear, then conditional, then whichever stands first."""
    stances = [row[1] for _, row in found("stances", text)]
    for strong in ("unclear", "conditional"):
        if strong in stances:
            return "unclear" if strong == "unclear" else "conditional"
    if not stances:
        return None
    return "supports" if stances[0] == "supports" else "opposes"


def _by_type(entry: Entry) -> Stance | None:
    """The stance of the PLOVER type; an accusation or an event of meeting takes no stand by itself."""
    claim = entry.claim
    if claim.event.type in _AGAINST or (claim.event.type == "ACCUSE" and claim.event.mode == "disapprove"):
        return "opposes"
    if claim.kind in ("demand", "proposal"):
        return "supports"
    if claim.event.type in _FOR and claim.kind in ("statement", "assessment", "promise"):
        return "supports"
    return "supports" if claim.event.type == "SUPPORT" else None


def _issue(entry: Entry, known: list[Issue]) -> int:
    """The place of the claim's issue among those known, added where none fits."""
    about, label = matter(entry), told(entry)
    for at, issue in enumerate(known):
        if same_matter(issue.about, about):
            if not issue.named and len(label) < len(issue.label):
                issue.label = label
            return at
    known.append(Issue(label, about))
    return len(known) - 1


def _position(actor: str, issue: Issue, pairs: list[tuple[Entry, Stance]], dossier: Dossier) -> Position:
    turns = sorted(
        (_turn(entry, stance, dossier) for entry, stance in pairs), key=lambda turn: turn.day or date.min
    )
    stance = turns[-1].stance
    parties = [party for entry, _ in pairs for party in acting(entry) if key(party) == actor]
    return Position(
        claims=tuple(dict.fromkeys(turn.claim for turn in turns)),
        actor=stands_for(parties),
        issue=issue.label,
        stance=stance,
        since=_since(turns, stance),
        history=tuple(turns),
    )


def _turn(entry: Entry, stance: Stance, dossier: Dossier) -> Turn:
    claim = entry.claim
    condition = clipped(claim.condition.anchor.text) if claim.condition else None
    return Turn(_said(entry, dossier), stance, clipped(claim.evidence.text), claim.id, condition)


def _said(entry: Entry, dossier: Dossier) -> date | None:
    """The day a stance was shown, never after its dispatch came out."""
    day, out = dossier.said(entry), published_by(dossier.dispatch(entry))
    return min(day, out) if day and out else day


def _since(turns: list[Turn], stance: Stance) -> date | None:
    """The first day of the unbroken run of the last stance."""
    since = turns[-1].day
    for turn in reversed(turns):
        if turn.stance != stance:
            break
        since = turn.day or since
    return since
