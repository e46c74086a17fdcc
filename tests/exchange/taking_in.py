"""Takes claims in their public JSON form back in as entries, for tests that start from gold."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, cast

from dragoman.model import (
    Anchor,
    Claim,
    Condition,
    Days,
    Deadline,
    DeadlineStatus,
    Dispatch,
    Entry,
    Event,
    Factuality,
    Kind,
    Mention,
    Party,
    Resolution,
    Source,
    SourceRole,
)


def entry_of(line: Mapping[str, Any], dispatch: Dispatch, sentences: Iterable[tuple[int, int]]) -> Entry:
    """One claim line as an entry of the dispatch; what the line lacks is taken as unknown."""
    evidence = _anchor(line["evidence"])
    start, end = next((s for s in sentences if s[0] <= evidence.start < s[1]), (evidence.start, evidence.end))
    speakers = [s for s in line["sources"] if s["role"] == "speaker"]
    actors = tuple(_party(actor) for actor in line["actors"])
    recipients = tuple(_party(actor) for actor in line["recipients"])
    claim = Claim(
        id=line["id"],
        dispatch=dispatch.id,
        sentence=dispatch.anchor(start, max(end, evidence.end)),
        evidence=evidence,
        kind=cast(Kind, line["kind"]),
        event=Event(line["event"]["type"]),
        actors=tuple(party.mention for party in actors),
        recipients=tuple(party.mention for party in recipients),
        when=_days(line["when"]),
        factuality=cast(Factuality, line["factuality"]),
        sources=tuple(_source(source) for source in line["sources"]),
        cue=_anchor(line["cue"]) if line["cue"] else None,
        condition=Condition(_anchor(line["condition"])) if line["condition"] else None,
        deadline=_deadline(line["deadline"], evidence),
        content=line["content"] or "",
    )
    return Entry(claim, actors, recipients, tuple(_party(speaker) for speaker in speakers))


def _anchor(form: Mapping[str, Any]) -> Anchor:
    return Anchor(form["start"], form["end"], form["text"])


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _days(form: Mapping[str, Any]) -> Days:
    return Days(_day(form["earliest"]), _day(form["latest"]))


def _party(form: Mapping[str, Any]) -> Party:
    sector = (form.get("sector") or "").split("/")[0] or None
    who = Resolution(form["entity"], form["name"], form["code"], sector, form["office"], form["score"])
    return Party(_mention(form), who)


def _mention(form: Mapping[str, Any]) -> Mention:
    words = Anchor(0, 0, form["text"])
    return Mention(words, words)


def _source(form: Mapping[str, Any]) -> Source:
    mention = _mention(form) if form["role"] == "speaker" else None
    return Source(cast(SourceRole, form["role"]), form["text"], mention, _day(form.get("date")))


def _deadline(form: Mapping[str, Any] | None, evidence: Anchor) -> Deadline | None:
    if form is None:
        return None
    words = Anchor(evidence.start, evidence.end, form["words"] or evidence.text)
    return Deadline(words, _days(form), cast(DeadlineStatus, form["status"]))
