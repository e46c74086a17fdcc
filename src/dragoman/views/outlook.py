"""The outlook as the dispatches give it: their own judgements of what comes next, in their words."""

from __future__ import annotations

from dragoman.model import Entry, Judgement
from dragoman.views.dossier import Dossier
from dragoman.views.gist import clipped
from dragoman.views.parties import called
from dragoman.views.wordlists import found

_NEGATIONS = {"not", "no", "never", "hardly", "n't", "n’t"}
_REACH = 5
_OPPOSITE = {
    "likely": ("unlikely", 20, 45),
    "very likely": ("unlikely", 20, 45),
}


def outlook(dossier: Dossier) -> tuple[Judgement, ...]:
    """Assessments that look ahead, in the order they were read.

    Heuristic: a claim of kind assessment looks ahead if its auxiliary modes say future or hypothetical
    or a term of data/views/likelihood.tsv stands in it. The band is that of the first term of ICD 203;
    a negation within five words before it turns likely into unlikely.
    """
    judged = [entry for entry in dossier.entries if entry.claim.kind == "assessment" and _ahead(entry)]
    return tuple(_judgement(entry, dossier) for entry in judged)


def _ahead(entry: Entry) -> bool:
    claim = entry.claim
    if "historical" in claim.auxiliary:
        return False
    return bool({"future", "hypothetical"} & set(claim.auxiliary)) or bool(
        found("likelihood", _words(entry)) and claim.factuality not in ("CT+", "CT-", "Uu")
    )


def _words(entry: Entry) -> str:
    """The evidence with the words that attribute it, where those stand before it in the sentence."""
    claim = entry.claim
    if claim.cue and claim.sentence.covers(claim.cue) and claim.cue.start < claim.evidence.start:
        return claim.sentence.text[
            claim.cue.start - claim.sentence.start : claim.evidence.end - claim.sentence.start
        ]
    return claim.evidence.text


def _judgement(entry: Entry, dossier: Dossier) -> Judgement:
    words = _words(entry)
    terms = found("likelihood", words)
    chosen = next((term for term in terms if term[1][1]), terms[0] if terms else None)
    band, percent, spoken = None, None, None
    if chosen:
        match, row = chosen
        spoken = match.group()
        if row[1]:
            band, low, high = _band(words[: match.start()], row)
            percent = (low, high)
    return Judgement(
        claims=(entry.claim.id,),
        words=clipped(entry.claim.evidence.text, 320),
        by=_by(entry, dossier),
        day=dossier.said(entry),
        likelihood=spoken,
        band=band,
        percent=percent,
    )


def _band(before: str, row: tuple[str, ...]) -> tuple[str, int, int]:
    """The band of a term, turned where a negation stands closely before it."""
    near = before.lower().split()[-_REACH:]
    negated = any(word.strip("–—-,;:“”\"'") in _NEGATIONS or word.endswith(("n't", "n’t")) for word in near)
    if negated and row[1] in _OPPOSITE:
        return _OPPOSITE[row[1]]
    return row[1], int(row[2]), int(row[3])


def _by(entry: Entry, dossier: Dossier) -> str:
    """Whose judgement it is: the innermost speaker's, else the outlet's."""
    if entry.speakers:
        return called(entry.speakers[-1])
    return dossier.dispatch(entry).outlet or "the dispatch"
