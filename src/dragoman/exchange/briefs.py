"""The brief and its views as other programs read them: JSON in the form of docs/formats.md."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.exchange.claims import (
    Record,
    days_record,
    deadline_record,
    dispatch_record,
    iso,
    party_record,
)
from dragoman.model import (
    Accusation,
    AgendaItem,
    BodyPath,
    Brief,
    Commitment,
    Contradiction,
    Demand,
    Happening,
    Judgement,
    Option,
    Party,
    Position,
    Unknown,
)


def brief_record(brief: Brief) -> Record:
    """The whole brief; every line has `claims`, the ids that it stands on."""
    return {
        "as_of": iso(brief.as_of),
        "dispatches": [dispatch_record(dispatch) for dispatch in brief.dispatches],
        "agenda": [agenda_record(item) for item in brief.agenda],
        "events": [event_record(line) for line in brief.events],
        "positions": positions_record(brief.positions),
        "demands": [demand_record(demand) for demand in brief.demands],
        "commitments": commitments_record(brief.commitments),
        "options": [option_record(option) for option in brief.options],
        "bodies": [body_record(path) for path in brief.bodies],
        "accusations": [accusation_record(line) for line in brief.accusations],
        "unknowns": [unknown_record(line) for line in brief.unknowns],
        "contradictions": [contradiction_record(line) for line in brief.contradictions],
        "outlook": [judgement_record(line) for line in brief.outlook],
    }


def commitments_record(commitments: Sequence[Commitment]) -> list[Record]:
    """The commitments of a brief for machines; debtor and creditor are lists like `actors`."""
    return [commitment_record(commitment) for commitment in commitments]


def positions_record(positions: Sequence[Position]) -> list[Record]:
    """The positions of a brief for machines."""
    return [position_record(position) for position in positions]


def commitment_record(line: Commitment) -> Record:
    """One commitment; `mentions` and `claims` are the same ids."""
    return {
        "id": line.id,
        "debtor": _parties(line.debtor),
        "creditor": _parties(line.creditor),
        "antecedent": line.antecedent,
        "consequent": line.consequent,
        "kind": line.kind,
        "deadline": deadline_record(line.deadline),
        "state": line.state,
        "verdict": line.verdict,
        "mentions": list(line.claims),
        "evidence": [{"claim": e.claim, "says": e.says, "source": e.source} for e in line.evidence],
        "claims": list(line.claims),
    }


def position_record(line: Position) -> Record:
    """One position with its history, oldest turn first."""
    return {
        "actor": party_record(line.actor),
        "issue": line.issue,
        "stance": line.stance,
        "since": iso(line.since),
        "claims": list(line.claims),
        "history": [
            {
                "day": iso(turn.day),
                "stance": turn.stance,
                "words": turn.words,
                "condition": turn.condition,
                "claim": turn.claim,
            }
            for turn in line.history
        ],
    }


def agenda_record(line: AgendaItem) -> Record:
    """One item of the agenda."""
    return {
        "sort": line.sort,
        "what": line.what,
        "when": days_record(line.days),
        "tense": line.tense,
        "parties": _parties(line.parties),
        "place": line.place,
        "claims": list(line.claims),
    }


def event_record(line: Happening) -> Record:
    """One thing that happened."""
    return {
        "what": line.what,
        "type": line.event.type,
        "mode": line.event.mode,
        "when": days_record(line.days),
        "actors": _parties(line.actors),
        "recipients": _parties(line.recipients),
        "place": line.place,
        "factuality": line.factuality,
        "claims": list(line.claims),
    }


def demand_record(line: Demand) -> Record:
    """One demand; `answers` are claim ids."""
    return {
        "id": line.id,
        "actors": _parties(line.actors),
        "recipients": _parties(line.recipients),
        "content": line.content,
        "condition": line.condition,
        "deadline": deadline_record(line.deadline),
        "status": line.status,
        "answers": list(line.answers),
        "claims": list(line.claims),
    }


def option_record(line: Option) -> Record:
    """One option; `bodies` are names as in the bodies section."""
    return {
        "what": line.what,
        "owners": _parties(line.owners),
        "stage": line.stage,
        "purpose": line.purpose,
        "condition": line.condition,
        "bodies": list(line.bodies),
        "claims": list(line.claims),
    }


def body_record(line: BodyPath) -> Record:
    """One decision body on its day; members and blockers are state codes."""
    return {
        "name": line.name,
        "code": line.code,
        "day": iso(line.day),
        "members": list(line.members),
        "veto": list(line.veto),
        "rule": line.rule,
        "source": line.source,
        "blockers": list(line.blockers),
        "options": list(line.options),
        "declared": [
            {"member": d.member, "stance": d.stance, "issue": d.issue, "claims": list(d.claims)}
            for d in line.declared
        ],
        "claims": list(line.claims),
    }


def accusation_record(line: Accusation) -> Record:
    """One accusation; `denials` are claim ids."""
    return {
        "actors": _parties(line.actors),
        "recipients": _parties(line.recipients),
        "content": line.content,
        "when": days_record(line.days),
        "denials": list(line.denials),
        "claims": list(line.claims),
    }


def unknown_record(line: Unknown) -> Record:
    """One thing that is not known; an unknown day of publication stands on no claim."""
    return {"sort": line.sort, "what": line.what, "claims": list(line.claims)}


def contradiction_record(line: Contradiction) -> Record:
    """Two accounts that cannot both be true; `sides` run parallel to `claims`."""
    return {"sort": line.sort, "what": line.what, "sides": list(line.sides), "claims": list(line.claims)}


def judgement_record(line: Judgement) -> Record:
    """One judgement of what comes next; `percent` is [low, high] of the ICD 203 band."""
    return {
        "words": line.words,
        "by": line.by,
        "day": iso(line.day),
        "likelihood": line.likelihood,
        "band": line.band,
        "percent": list(line.percent) if line.percent else None,
        "claims": list(line.claims),
    }


def _parties(parties: Sequence[Party]) -> list[Record]:
    return [party_record(party) for party in parties]
