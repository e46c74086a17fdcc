"""Whether a commitment was kept: what later claims say of it, and the state that follows."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.model import CommitmentState, Entry, Testimony, Verdict
from dragoman.views.dossier import Dossier, matter
from dragoman.views.gist import same_matter
from dragoman.views.parties import acting, called, keys
from dragoman.views.wordlists import found, table

_LEAST = 0.6


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a commitment stands, and on what testimony."""

    state: CommitmentState
    verdict: Verdict
    evidence: tuple[Testimony, ...]


def judged(mentions: list[Entry], conditional: bool, late: bool, dossier: Dossier) -> Standing:
    """The state after Singh and Telang and the verdict, from the testimony of other claims.

    Kept and broken by different testimony is disputed. Past its deadline with no word either way, a
    commitment has expired and its verdict is unverifiable: silence is not a breach. Words about an
    earlier commitment of the kind ("broken before") are testimony but decide nothing.
    """
    evidence = tuple(_testimony(mentions, dossier))
    verdict = _verdict({said.says for said in evidence})
    if verdict is None and _taken_back(mentions, dossier):
        return Standing("cancelled", "pending", evidence)
    if verdict is None:
        if late:
            return Standing("expired", "unverifiable", evidence)
        return Standing("conditional" if conditional else "active", "pending", evidence)
    return Standing(_STATES.get(verdict, "conditional" if conditional else "active"), verdict, evidence)


_STATES: dict[Verdict, CommitmentState] = {"kept": "satisfied", "broken": "violated"}


def _verdict(said: set[str]) -> Verdict | None:
    if {"kept", "broken"} <= said:
        return "disputed"
    if "broken" in said:
        return "broken"
    if "partial" in said:
        return "partial"
    return "kept" if "kept" in said else None


def _testimony(mentions: list[Entry], dossier: Dossier) -> list[Testimony]:
    """What every claim that is not a mention says of the commitment, in order."""
    own = {entry.claim.id for entry in mentions}
    tied = {claim for entry in mentions for claim in dossier.linked(entry.claim.id, "glosses")}
    since = dossier.entries.index(mentions[0])
    told = []
    for at, entry in enumerate(dossier.entries):
        if entry.claim.id in own:
            continue
        says = _spoken(entry, own, tied) or (_done(entry, mentions) if at > since else None)
        if says:
            told.append(Testimony(entry.claim.id, says, _source(entry, dossier)))
    return told


def _spoken(entry: Entry, own: set[str], tied: set[str]) -> str | None:
    """What a claim that is about the commitment says, by the words of data/views/commitments.tsv."""
    claim = entry.claim
    if claim.id not in tied and not own & set(claim.about):
        return None
    senses = [row[1] for _, row in found("commitments", claim.evidence.text)]
    verdicts = [sense for sense in senses if sense in ("kept", "partial", "broken")]
    if not verdicts:
        return None
    said = verdicts[0]
    if said == "kept" and ("not" in senses or claim.factuality in ("CT-", "PR-")):
        said = "broken"
    before = "before" in senses or "historical" in claim.auxiliary
    return f"{said} before" if before else said


def _done(entry: Entry, mentions: list[Entry]) -> str | None:
    """Kept or broken, by a later deed of the debtor in the same matter, of a type that carries it out."""
    claim = entry.claim
    if claim.kind not in ("event", "denial") or claim.event.type is None:
        return None
    if any(mention.claim.sentence == claim.sentence for mention in mentions):
        return None  # what stands in the pledge's own sentence is its content or condition
    for mention in mentions:
        if claim.event.type not in _deeds(mention.claim.event.type):
            continue
        if not keys(acting(mention)) & keys(entry.actors):
            continue
        if same_matter(matter(mention), matter(entry), _LEAST):
            return _by_factuality(entry)
    return None


def _by_factuality(entry: Entry) -> str | None:
    if entry.claim.factuality in ("CT+", "PR+"):
        return "kept"
    return "broken" if entry.claim.factuality in ("CT-", "PR-") else None


def _deeds(word_type: str | None) -> frozenset[str]:
    return next((frozenset(row[1].split()) for row in table("deeds") if row[0] == word_type), frozenset())


def _taken_back(mentions: list[Entry], dossier: Dossier) -> bool:
    """Whether the debtor later refuses, by a contradicts link to a mention."""
    debtors = frozenset().union(*(keys(acting(entry)) for entry in mentions))
    others = [claim for entry in mentions for claim in dossier.linked(entry.claim.id, "contradicts")]
    entries = [dossier.entry(claim) for claim in others]
    return any(e is not None and e.claim.event.type == "REJECT" and keys(e.actors) & debtors for e in entries)


def _source(entry: Entry, dossier: Dossier) -> str:
    """Whose testimony it is: the innermost speaker, else the outlet."""
    if entry.speakers:
        return called(entry.speakers[-1])
    return dossier.dispatch(entry).outlet or "the dispatch"
