"""Unknowns: what a source says is unclear, deadlines without a day, and who nobody could tell."""

from __future__ import annotations

from dragoman.model import Entry, Party, Unknown
from dragoman.views.dossier import Dossier, published_by
from dragoman.views.gist import clipped
from dragoman.views.parties import resolved
from dragoman.views.wordlists import first

_TELLS = {"event", "statement", "assessment", "denial", "accusation"}


def unknowns(dossier: Dossier) -> tuple[Unknown, ...]:
    """What is not known: first what a source says so, then deadlines, actors, days of publication.

    A claim is unclear if its factuality is Uu (for the kinds that tell of the world; a demand's content
    is always Uu) or, a heuristic, if a phrase of data/views/unclear.tsv stands in it or in its cue.
    """
    unclear = [
        Unknown((entry.claim.id,), "unclear", clipped(_words(entry)))
        for entry in dossier.entries
        if _is_unclear(entry)
    ]
    return (*unclear, *_deadlines(dossier), *_actors(dossier), *_published(dossier))


def _is_unclear(entry: Entry) -> bool:
    claim = entry.claim
    if claim.kind in _TELLS and claim.factuality == "Uu":
        return True
    if claim.kind not in ("event", "statement", "assessment"):
        return False
    return first("unclear", claim.evidence.text) is not None or bool(
        claim.cue and first("unclear", claim.cue.text)
    )


def _words(entry: Entry) -> str:
    """The evidence, from the words that say it is unclear where those stand just before it."""
    claim = entry.claim
    if claim.cue and claim.sentence.covers(claim.cue) and claim.cue.start < claim.evidence.start:
        offset = claim.sentence.start
        return claim.sentence.text[claim.cue.start - offset : claim.evidence.end - offset]
    return claim.evidence.text


def _deadlines(dossier: Dossier) -> list[Unknown]:
    """Deadlines that nobody has put a day to, one line for each wording in a dispatch."""
    claims: dict[tuple[str, str], list[str]] = {}
    for entry in dossier.entries:
        deadline = entry.claim.deadline
        if deadline and not deadline.days.known:
            wording = " ".join(deadline.anchor.text.split())
            claims.setdefault((entry.claim.dispatch, wording), []).append(entry.claim.id)
    return [Unknown(tuple(ids), "deadline", wording) for (_, wording), ids in claims.items()]


def _actors(dossier: Dossier) -> list[Unknown]:
    """Names and speakers that nobody known fits, by their words, those of most claims first."""
    claims: dict[str, dict[str, None]] = {}
    wording: dict[str, str] = {}
    for entry in dossier.entries:
        named = [p for p in (*entry.actors, *entry.recipients) if p.mention.anchor.text[:1].isupper()]
        for party in (*named, *entry.speakers):
            if not resolved(party):
                words = _called(party)
                wording.setdefault(words.lower(), words)
                claims.setdefault(words.lower(), {})[entry.claim.id] = None
    most = sorted(claims, key=lambda words: -len(claims[words]))
    return [Unknown(tuple(claims[words]), "actor", wording[words]) for words in most]


def _called(party: Party) -> str:
    return clipped(party.mention.words, 80)


def _published(dossier: Dossier) -> list[Unknown]:
    """Dispatches without a day of publication; with a day asked for, those left out because of it."""
    undated = [d for d in dossier.dispatches if published_by(d) is None]
    kept = [Unknown((), "published", f"{d.path}: day of publication not known") for d in undated]
    left = [
        Unknown((), "published", f"{d.path}: left out, since its day of publication is not known")
        for d in dossier.undated
    ]
    return kept + left
