"""The brief as it is laid out for people: sections of rows, each row with the claims it stands on.

Terminal, Markdown and HTML print these same rows.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dragoman.exchange.phrases import CERTAINTY, spoken_day, spoken_days
from dragoman.model import (
    Accusation,
    AgendaItem,
    BodyPath,
    Brief,
    Commitment,
    Contradiction,
    Deadline,
    Demand,
    Happening,
    Judgement,
    Option,
    Party,
    Position,
    Unknown,
)
from dragoman.views.parties import called, listed


@dataclass(frozen=True, slots=True)
class Remark:
    """What is said beside a row, with the claims that say it."""

    words: str
    claims: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the brief: what leads it, its words, its standing in one word, remarks, claims.

    `group` is the heading under which rows of one section stand together, "" for none.
    """

    lead: str
    words: str
    claims: tuple[str, ...]
    tag: str = ""
    remarks: tuple[Remark, ...] = ()
    group: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the brief; `empty` is what it says when it has no rows."""

    key: str
    title: str
    empty: str
    rows: tuple[Row, ...]


_TITLES = {
    "agenda": ("Agenda", "Nothing dated or due."),
    "events": ("What happened", "No event reported."),
    "positions": ("Positions", "Nobody has taken a stand."),
    "demands": ("Demands", "Nothing demanded."),
    "commitments": ("Commitments", "Nothing promised or threatened."),
    "options": ("Options on the table", "No option on the table."),
    "bodies": ("Decision bodies", "No decision body spoken of."),
    "accusations": ("Accusations", "Nobody accused."),
    "unknowns": ("Not known", "No source names a gap."),
    "contradictions": ("Contradictions", "No accounts at odds."),
    "outlook": ("Outlook", "No dispatch looks ahead."),
}


def sections(brief: Brief) -> tuple[Section, ...]:
    """The parts of the brief in the order of its JSON form."""
    return (
        _section("agenda", _agenda(brief.agenda)),
        _section("events", map(_event, brief.events)),
        _section("positions", map(_position, brief.positions)),
        _section("demands", map(_demand, brief.demands)),
        _section("commitments", map(_pledge, brief.commitments)),
        _section("options", map(_option, brief.options)),
        _section("bodies", map(_body, brief.bodies)),
        _section("accusations", map(_accusation, brief.accusations)),
        _section("unknowns", map(_unknown, brief.unknowns)),
        _section("contradictions", map(_contradiction, brief.contradictions)),
        _section("outlook", map(_judgement, brief.outlook)),
    )


def numbered(parts: Sequence[Section]) -> dict[str, int]:
    """Claim ids to footnote numbers from 1, in the order in which the rows call them."""
    calls = (claim for part in parts for row in part.rows for claim in called_by(row))
    return {claim: number for number, claim in enumerate(dict.fromkeys(calls), start=1)}


def called_by(row: Row) -> tuple[str, ...]:
    """The claims of a row and of its remarks, each once."""
    return tuple(dict.fromkeys([*row.claims, *(claim for r in row.remarks for claim in r.claims)]))


def _section(key: str, rows: Iterable[Row]) -> Section:
    title, empty = _TITLES[key]
    return Section(key, title, empty, tuple(rows))


_GROUPS = {"today": "Today", "coming": "Coming", "undated": "No day given", "past": "Past"}


def _agenda(items: Sequence[AgendaItem]) -> list[Row]:
    """Today and coming first, then what has no day, then what is past, latest first."""
    rows: list[Row] = []
    for tense, group in _GROUPS.items():
        within = [item for item in items if item.tense == tense]
        ordered = reversed(within) if tense == "past" else within
        rows += [_agenda_row(item, group) for item in ordered]
    return rows


def _agenda_row(item: AgendaItem, group: str) -> Row:
    remarks = [listed(item.parties), item.place or ""]
    return Row(spoken_days(item.days), item.what, item.claims, item.sort, _remarks(*remarks), group)


def _event(line: Happening) -> Row:
    kind = " ".join(word for word in (line.event.type, line.event.mode) if word).lower()
    sure = "" if line.factuality == "CT+" else CERTAINTY[line.factuality]
    return Row(
        spoken_days(line.days),
        line.what,
        line.claims,
        kind,
        _remarks(_who(line.actors, line.recipients), sure),
    )


def _position(line: Position) -> Row:
    last = line.history[-1] if line.history else None
    before = [turn for turn in line.history if turn.stance != line.stance]
    return Row(
        called(line.actor),
        line.issue,
        line.claims,
        line.stance,
        (
            *_remarks(
                f"condition: {last.condition}" if last and last.condition else "",
                f"since {spoken_day(line.since)}" if line.since else "",
            ),
            *(
                Remark(f"before: {t.stance}, {spoken_day(t.day) or 'no day'}", (t.claim,))
                for t in before[-2:]
            ),
        ),
    )


def _demand(line: Demand) -> Row:
    answers = (Remark("answered", line.answers),) if line.answers else ()
    condition = f"condition: {line.condition}" if line.condition else ""
    remarks = (*_remarks(_due(line.deadline), condition), *answers)
    return Row(_who(line.actors, line.recipients), line.content, line.claims, line.status, remarks)


def _pledge(line: Commitment) -> Row:
    said = tuple(Remark(f"{e.says}, says {e.source}", (e.claim,)) for e in line.evidence)
    verdict = "" if line.verdict == "pending" else line.verdict
    condition = f"condition: {line.antecedent}" if line.antecedent else ""
    remarks = (*_remarks(line.kind, verdict, condition, _due(line.deadline)), *said)
    return Row(_who(line.debtor, line.creditor), line.consequent, line.claims, line.state, remarks)


def _option(line: Option) -> Row:
    remarks = _remarks(
        f"to what end: {line.purpose}" if line.purpose else "",
        f"condition: {line.condition}" if line.condition else "",
        f"needs: {', '.join(line.bodies)}" if line.bodies else "",
    )
    return Row(listed(line.owners) or "Nobody named", line.what, line.claims, line.stage, remarks)


def _body(line: BodyPath) -> Row:
    blocking = f"can block alone: {', '.join(line.blockers)}" if line.blockers else "nobody can block alone"
    said = tuple(Remark(f"{d.member} {_stands(d.stance)}: {d.issue}", d.claims) for d in line.declared[:3])
    remarks = (
        *_remarks(
            f"{len(line.members)} members: {', '.join(line.members)}"
            if line.members
            else "members not known",
            blocking,
            f"before it: {'; '.join(line.options)}" if line.options else "",
        ),
        *said,
    )
    return Row(line.name, line.rule or "rule not known", line.claims[:6], line.code or "", remarks)


def _stands(stance: str) -> str:
    return {"conditional": "sets a condition", "unclear": "is unclear"}.get(stance, stance)


def _accusation(line: Accusation) -> Row:
    denied = (Remark("denied", line.denials),) if line.denials else ()
    tag = "denied" if line.denials else ""
    return Row(_who(line.actors, line.recipients), line.content, line.claims, tag, denied)


_UNKNOWN = {
    "unclear": "Unclear",
    "deadline": "Deadline without a day",
    "actor": "Not identified",
    "published": "Undated",
}


def _unknown(line: Unknown) -> Row:
    return Row(_UNKNOWN[line.sort], line.what, line.claims[:6])


_AT_ODDS = {
    "denied": "Asserted and denied",
    "count": "Counts differ",
    "day": "Days differ",
    "linked": "At odds",
}


def _contradiction(line: Contradiction) -> Row:
    first, *others = line.sides
    remarks = tuple(Remark(f"against: {side}", line.claims[1:]) for side in others)
    return Row(_AT_ODDS[line.sort], first, line.claims[:1], "", remarks)


def _judgement(line: Judgement) -> Row:
    low, high = line.percent or (0, 0)
    band = f"ICD 203: {line.band}, {low}–{high}%" if line.band else ""
    hedge = f"hedge: “{line.likelihood}”, no band" if line.likelihood and not line.band else ""
    return Row(line.by, line.words, line.claims, line.band or "", _remarks(band, hedge, spoken_day(line.day)))


def _due(deadline: Deadline | None) -> str:
    if deadline is None:
        return ""
    day = (
        spoken_days(deadline.days)
        if deadline.days.known
        else f"“{' '.join(deadline.anchor.text.split())}”, no day"
    )
    return f"deadline {deadline.status}: {day}"


def _who(actors: Sequence[Party], recipients: Sequence[Party]) -> str:
    doer = listed(actors) or "Nobody named"
    return f"{doer} → {listed(recipients)}" if recipients else doer


def _remarks(*words: str) -> tuple[Remark, ...]:
    return tuple(Remark(word) for word in words if word)
