"""Options on the table: whose, how far along, to what end, and which bodies must approve."""

from __future__ import annotations

from typing import TypeAlias

from dragoman.model import Entry, Option, OptionStage
from dragoman.views.agenda import sort_of
from dragoman.views.bodies import BodyLookup, bodies_in, no_bodies
from dragoman.views.dossier import Dossier, matter, told
from dragoman.views.gist import clipped, likeness, same_matter
from dragoman.views.joining import gathered, ids
from dragoman.views.parties import acting, keys
from dragoman.views.wordlists import first, found

_Consent: TypeAlias = list[tuple[frozenset[str], tuple[str, ...]]]
_RANK: tuple[OptionStage, ...] = ("mooted", "planned", "proposed", "decided", "rejected")
_ON_THE_TABLE = {"plan", "proposal", "threat"}


def options(dossier: Dossier, lookup: BodyLookup = no_bodies) -> tuple[Option, ...]:
    """Courses of action that somebody plans, proposes or threatens, in the order of first mention.

    Heuristics: claims of kind plan, proposal and threat that are no meeting or visit; two are one if
    an owner and the matter agree. The stage is the furthest that words of data/views/stages.tsv in a
    claim or its kind show; the purpose a demand by the same owner in the same sentence, else the words
    after a purpose phrase of data/views/purposes.tsv. Bodies to approve are those named beside a word
    of data/views/approval.tsv in a claim on the same matter, and owners that are bodies themselves.
    """
    tabled = [entry for entry in dossier.entries if _is_option(entry)]
    groups = gathered(tabled, lambda entry: entry.claim.event.type, _same_option)
    consent = _consent(dossier, lookup)
    return tuple(_option(group, dossier, lookup, consent) for group in groups)


def _is_option(entry: Entry) -> bool:
    claim = entry.claim
    if claim.kind not in _ON_THE_TABLE:
        return False
    return not (claim.event.type in ("CONSULT", "AGREE", None) and sort_of(entry) is not None)


def _same_option(one: Entry, other: Entry) -> bool:
    if not keys(acting(one)) & keys(acting(other)):
        return False
    return same_matter(matter(one), matter(other), 0.6)


def _option(group: list[Entry], dossier: Dossier, lookup: BodyLookup, consent: _Consent) -> Option:
    head = min(group, key=lambda entry: len(told(entry)))
    conditions = [e.claim.condition.anchor.text for e in group if e.claim.condition]
    purposes = [purpose for e in group if (purpose := _purpose(e, dossier))]
    return Option(
        claims=ids(group),
        what=told(head),
        owners=next((acting(e) for e in group if acting(e)), ()),
        stage=max((_stage(entry) for entry in group), key=_RANK.index),
        purpose=purposes[0] if purposes else None,
        condition=clipped(conditions[-1]) if conditions else None,
        bodies=_approving(group, dossier, lookup, consent),
    )


def _stage(entry: Entry) -> OptionStage:
    """By the furthest stage word; else by kind; what is only possible is no more than mooted."""
    claim = entry.claim
    if claim.factuality in ("CT-", "PR-"):
        return "rejected"
    words = {row[1] for _, row in found("stages", claim.evidence.text)}
    spoken = [stage for stage in _RANK if stage in words]
    if spoken:
        return spoken[0] if claim.factuality == "PS+" else spoken[-1]
    if claim.factuality == "PS+" or claim.kind == "threat":
        return "mooted"
    return "proposed" if claim.kind == "proposal" else "planned"


def _purpose(entry: Entry, dossier: Dossier) -> str | None:
    claim = entry.claim
    for other in dossier.beside(entry):
        follows = other.claim.kind == "demand" and other.claim.evidence.start > claim.evidence.start
        if follows and keys(acting(other)) & keys(acting(entry)):
            return told(other)
    after = claim.sentence.text[max(0, claim.evidence.end - claim.sentence.start) :]
    phrases = found("purposes", after)
    return clipped(after[phrases[0][0].start() :].rstrip(" .")) if phrases else None


def _approving(
    group: list[Entry], dossier: Dossier, lookup: BodyLookup, consent: _Consent
) -> tuple[str, ...]:
    named: dict[str, None] = {}
    about = {matter(entry) for entry in group}
    for subject, bodies in consent:
        if subject in about or any(likeness(subject, one) >= 0.5 for one in about):
            named |= dict.fromkeys(bodies)
    for entry in group:
        for party in acting(entry):
            who = party.resolution
            for name in (who.entity, who.code):
                owner = lookup(name, dossier.reported(entry)) if name else None
                if owner is not None:
                    named[owner.name] = None
    return tuple(named)


def _consent(dossier: Dossier, lookup: BodyLookup) -> _Consent:
    """What the claims are about that name bodies beside a word of approval, with the bodies' names."""
    found_in = []
    for entry in dossier.entries:
        claim = entry.claim
        words = claim.evidence.text + " " + (claim.condition.anchor.text if claim.condition else "")
        if first("approval", words) is not None:
            bodies = bodies_in(entry, dossier.reported(entry), lookup)
            found_in.append((entry, tuple(body.name for body in bodies)))
    return [(matter(entry), names) for entry, names in found_in if names]
