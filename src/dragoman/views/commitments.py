"""Commitments: promises, threats and agreements, joined over their mentions, with their life."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.model import Commitment, CommitmentKind, Deadline, Entry, Party
from dragoman.views.agenda import sort_of, tense
from dragoman.views.dossier import Dossier, matter, told
from dragoman.views.fulfilment import Standing, judged
from dragoman.views.gist import same_matter
from dragoman.views.joining import gathered, ids
from dragoman.views.naming import line_id
from dragoman.views.parties import acting, keys
from dragoman.views.wordlists import found

_WORD_TYPES = {"AGREE", "CONCEDE"}


def commitments(dossier: Dossier) -> tuple[Commitment, ...]:
    """Every commitment in the order of its first mention: C(debtor, creditor, antecedent, consequent).

    Heuristics: claims of kind promise and threat are mentions, and claims of type AGREE or CONCEDE
    with a word of agreement that are no meeting. Two mentions are one commitment if debtor, type and
    content words agree, or a same-act or glosses link ties them; a condition given in any mention,
    also a later one, is the condition of the commitment.
    """
    mentions = [entry for entry in dossier.entries if _is_mention(entry)]

    def same(one: Entry, other: Entry) -> bool:
        ties = dossier.linked(one.claim.id, "same-act") + dossier.linked(one.claim.id, "glosses")
        if other.claim.id in ties or one.claim.id in other.claim.about:
            return True
        return _alike(one, other)

    groups = gathered(mentions, _bucket, same)
    return tuple(_commitment(group, dossier) for group in groups)


def _is_mention(entry: Entry) -> bool:
    claim = entry.claim
    if "historical" in claim.auxiliary or claim.factuality in ("CT-", "PR-"):
        return False
    if claim.kind in ("promise", "threat"):
        return True
    if claim.event.type not in _WORD_TYPES or claim.kind not in ("event", "statement"):
        return False
    agreed = any(row[1] == "agreement" for _, row in found("commitments", claim.evidence.text))
    return agreed and sort_of(entry) is None


def _bucket(entry: Entry) -> str:
    return "threat" if entry.claim.kind == "threat" else "promise"


def _alike(one: Entry, other: Entry) -> bool:
    if not keys(acting(one)) & keys(acting(other)) or not _types_agree(one, other):
        return False
    return same_matter(matter(one), matter(other))


def _types_agree(one: Entry, other: Entry) -> bool:
    """Equal PLOVER types; a promise to cooperate and one to yield are near enough to be one pledge."""
    pair = {one.claim.event.type, other.claim.event.type}
    return len(pair) == 1 or None in pair or pair <= _WORD_TYPES


@dataclass(frozen=True, slots=True)
class _Terms:
    """What a commitment's mentions say together."""

    debtor: tuple[Party, ...]
    creditor: tuple[Party, ...]
    antecedent: str | None
    consequent: str
    deadline: Deadline | None


def _commitment(group: list[Entry], dossier: Dossier) -> Commitment:
    terms = _terms(group)
    late = terms.deadline is not None and tense(terms.deadline.days, dossier.today) == "past"
    standing: Standing = judged(group, terms.antecedent is not None, late, dossier)
    return Commitment(
        claims=ids(group),
        id=line_id("commitment", group[0].claim.id),
        kind=_kind(group),
        debtor=terms.debtor,
        creditor=terms.creditor,
        antecedent=terms.antecedent,
        consequent=terms.consequent,
        deadline=terms.deadline,
        state=standing.state,
        verdict=standing.verdict,
        evidence=standing.evidence,
    )


def _terms(group: list[Entry]) -> _Terms:
    """Parties of the first mention that has them; the last condition; the first content; a dated deadline."""
    conditions = [e.claim.condition.anchor.text for e in group if e.claim.condition]
    deadlines = [e.claim.deadline for e in group if e.claim.deadline]
    dated = [deadline for deadline in deadlines if deadline.days.known]
    with_content = next((e for e in group if e.claim.content), group[0])
    return _Terms(
        debtor=next((acting(e) for e in group if acting(e)), ()),
        creditor=next((e.recipients for e in group if e.recipients), ()),
        antecedent=" ".join(conditions[-1].split()) if conditions else None,
        consequent=told(with_content),
        deadline=next(reversed(dated or deadlines), None),
    )


def _kind(group: list[Entry]) -> CommitmentKind:
    """A threat by its kind; an agreement where several debtors bind themselves and no creditor is named."""
    if group[0].claim.kind == "threat":
        return "threat"
    several = any(len(keys(entry.actors)) > 1 and not entry.recipients for entry in group)
    return "agreement" if several else "promise"
