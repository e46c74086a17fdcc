"""Claims as other programs read them: one JSON object each, in the form of docs/formats.md."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import TypeAlias

from dragoman.errors import LedgerError
from dragoman.exchange.codes import cameo_root, quad
from dragoman.model import (
    Anchor,
    Condition,
    Days,
    Deadline,
    Dispatch,
    Entry,
    Event,
    Link,
    Mention,
    Party,
    Place,
    Resolution,
    Source,
)

Record: TypeAlias = dict[str, object]
"""A JSON object: its values are strings, numbers, None, lists and objects of these."""


def claim_record(entry: Entry, dispatch: Dispatch, about: Iterable[str] = ()) -> Record:
    """One line of `dragoman claims`: the claim, its parties as resolved, and where it was read.

    `about` are the ids of claims that it answers or tells again, besides those the claim itself knows.

    Raises LedgerError if the dispatch is not the one that the claim was read in.
    """
    claim = entry.claim
    if claim.dispatch != dispatch.id:
        raise LedgerError(
            f"claim {claim.id} was read in dispatch {claim.dispatch}, not in {dispatch.id}",
            place=dispatch.path,
            mend="Give the dispatch that the claim names",
        )
    return {
        "id": claim.id,
        "dispatch": dispatch_record(dispatch),
        "sentence": _span(claim.sentence),
        "evidence": anchor_record(claim.evidence),
        "kind": claim.kind,
        "event": _event(claim.event),
        "actors": [party_record(party) for party in _parties(entry.actors, claim.actors)],
        "recipients": [party_record(party) for party in _parties(entry.recipients, claim.recipients)],
        "when": days_record(claim.when),
        "where": _where(claim.where, entry.place),
        "factuality": claim.factuality,
        "auxiliary": list(claim.auxiliary),
        "sources": _sources(entry, dispatch),
        "cue": anchor_record(claim.cue) if claim.cue else None,
        "condition": _condition(claim.condition),
        "deadline": deadline_record(claim.deadline),
        "content": claim.content,
        "about": list(dict.fromkeys([*claim.about, *about])),
        "confidence": round(claim.confidence, 4),
        "method": claim.method,
    }


def claims_jsonl(
    entries: Iterable[Entry], dispatches: Mapping[str, Dispatch], links: Iterable[Link] = ()
) -> Iterable[str]:
    """The lines of `dragoman claims --format jsonl`, without line ends, in the order of the entries.

    `dispatches` maps ids to dispatches; `links` are the ties among the claims. Raises LedgerError for a
    claim whose dispatch is not among them.
    """
    entries = tuple(entries)
    about = _looking_back(entries, links)
    for entry in entries:
        dispatch = dispatches.get(entry.claim.dispatch)
        if dispatch is None:
            raise LedgerError(
                f"claim {entry.claim.id} was read in dispatch {entry.claim.dispatch}, which is not at hand",
                mend="Give every dispatch that the claims were read in",
            )
        yield json.dumps(claim_record(entry, dispatch, about[entry.claim.id]), ensure_ascii=False)


def _looking_back(entries: Sequence[Entry], links: Iterable[Link]) -> Mapping[str, list[str]]:
    """For each claim those it is tied to that stand before it."""
    place = {entry.claim.id: number for number, entry in enumerate(entries)}
    about: dict[str, list[str]] = defaultdict(list)
    for link in links:
        if link.claim in place and link.other in place:
            first, second = sorted((link.claim, link.other), key=place.__getitem__)
            about[second].append(first)
    return about


def dispatch_record(dispatch: Dispatch) -> Record:
    """Where a claim was read: id, path, outlet, and the publication days with their reason."""
    published = dispatch.published
    return {
        "id": dispatch.id,
        "path": dispatch.path,
        "outlet": dispatch.outlet,
        "published": {
            "earliest": iso(published.earliest),
            "latest": iso(published.latest),
            "basis": published.basis,
        },
    }


def anchor_record(anchor: Anchor) -> Record:
    """The exact words and their place: {start, end, text}."""
    return {"start": anchor.start, "end": anchor.end, "text": anchor.text}


def party_record(party: Party) -> Record:
    """A mention and who it was taken to be; an unresolved one keeps its words with entity null."""
    anchor = party.mention.anchor
    return {"text": anchor.text} | _span(anchor) | resolution_record(party.resolution)


def resolution_record(found: Resolution) -> Record:
    """Who somebody was taken to be, with score and reason; null where nobody is known."""
    return {
        "entity": found.entity,
        "name": found.name,
        "code": found.code,
        "sector": found.sector,
        "office": found.office,
        "score": round(found.score, 4),
        "why": found.why,
    }


def iso(day: date | None) -> str | None:
    """An ISO day, or None for an unknown one."""
    return day.isoformat() if day else None


def _parties(parties: tuple[Party, ...], mentions: tuple[Mention, ...]) -> tuple[Party, ...]:
    """The resolved parties; before resolution, the bare mentions as unresolved ones."""
    return parties or tuple(Party(mention, Resolution()) for mention in mentions)


def _span(anchor: Anchor) -> Record:
    return {"start": anchor.start, "end": anchor.end}


def _event(event: Event) -> Record:
    return {
        "type": event.type,
        "mode": event.mode,
        "contexts": list(event.contexts),
        "quad": quad(event),
        "cameo": cameo_root(event),
    }


def days_record(days: Days) -> Record:
    """Days with the words they came from and why: {earliest, latest, words, basis}."""
    return {
        "earliest": iso(days.earliest),
        "latest": iso(days.latest),
        "words": days.words,
        "basis": days.basis,
    }


def _where(mention: Mention | None, place: Place | None) -> Record | None:
    if mention is None and place is None:
        return None
    place = place or Place()
    return {
        "text": mention.anchor.text if mention else None,
        "name": place.name,
        "country": place.country,
        "lat": place.lat,
        "lon": place.lon,
        "score": round(place.score, 4),
    }


def _condition(condition: Condition | None) -> Record | None:
    if condition is None:
        return None
    return anchor_record(condition.anchor) | {
        "role": condition.role,
        "polarity": condition.polarity,
        "from": condition.inherited_from,
    }


def deadline_record(deadline: Deadline | None) -> Record | None:
    """A deadline with its status; null dates where the text gives none."""
    if deadline is None:
        return None
    return {
        "earliest": iso(deadline.days.earliest),
        "latest": iso(deadline.days.latest),
        "words": deadline.anchor.text,
        "status": deadline.status,
    }


def _sources(entry: Entry, dispatch: Dispatch) -> list[Record]:
    """The chain, outermost first; a wire's place is that in the note that vouches for the claim."""
    speakers = iter(entry.speakers)
    return [
        _source(source, next(speakers, None) if source.mention else None, entry.claim.evidence, dispatch)
        for source in entry.claim.sources
    ]


def _source(source: Source, speaker: Party | None, evidence: Anchor, dispatch: Dispatch) -> Record:
    place = source.mention.anchor if source.mention else _wire_place(source, evidence, dispatch)
    record: Record = {
        "role": source.role,
        "text": place.text if place else source.text,
        "start": place.start if place else None,
        "end": place.end if place else None,
        "entity": speaker.resolution.entity if speaker else None,
        "date": iso(source.day),
    }
    if source.role == "speaker":
        found = speaker.resolution if speaker else Resolution()
        record |= {"name": found.name, "code": found.code, "sector": found.sector, "office": found.office}
    return record


def _wire_place(source: Source, evidence: Anchor, dispatch: Dispatch) -> Anchor | None:
    """Where the note that covers the evidence names this wire with this day."""
    if source.role != "wire":
        return None
    for note in dispatch.notes:
        if note.covers[0] <= evidence.start < note.covers[1]:
            for wire in note.wires:
                if wire.name == source.text and wire.day == source.day:
                    return wire.anchor
    return None
