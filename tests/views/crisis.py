"""A small made-up crisis, in words of our own: two dispatches and their claims, read by hand."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from dragoman.model import (
    Anchor,
    Auxiliary,
    Claim,
    Condition,
    Days,
    Deadline,
    Dispatch,
    Entry,
    Event,
    Factuality,
    Kind,
    Link,
    Mention,
    Party,
    Resolution,
    Source,
)

FIRST_TEXT = (
    "The Assembly of Ports asked Velmar on Monday to reopen the strait by March 12. "
    "Foreign Minister Oru Tamsin of Velmar pledged to reopen the strait if the blockade of Hask ends. "
    "Hask threatened to seize the lighthouse. Talks between Velmar and Hask are to open in Lund on March 9. "
    "At least 40 sailors were detained by Velmar. <script>alert('x')</script> & other marks."
)
SECOND_TEXT = (
    "Velmar reopened the strait on Thursday, a harbour pilot said. Velmar has broken that pledge before. "
    "Hask opposes any vote in the Assembly of Ports. Up to 12 sailors were detained by Velmar. "
    "It is unclear who fired on the pilot boat. The truce is unlikely to last the month."
)
FIRST = Dispatch(
    "d1", "one.txt", FIRST_TEXT, "Harbour Gazette", Days(date(1931, 3, 3), date(1931, 3, 3), "", "header")
)
SECOND = Dispatch("d2", "two.txt", SECOND_TEXT, None, Days(date(1931, 3, 13), date(1931, 3, 13), "", "name"))
DISPATCHES = (FIRST, SECOND)

WHO = {
    "Velmar": Resolution("velmar", "Velmar", "VLM", "GOV", None, 0.9, "a state"),
    "Hask": Resolution("hask", "Hask", "HSK", "GOV", None, 0.9, "a state"),
    "Foreign Minister Oru Tamsin of Velmar": Resolution(
        "tamsin", "Oru Tamsin", "VLM", "GOV", "Foreign Minister", 0.8, "office and name"
    ),
    "Assembly of Ports": Resolution("ports", "Assembly of Ports", "IGOPRT", "IGO", None, 0.9, "a body"),
}


@dataclass(frozen=True, slots=True)
class Assembly:
    """The made-up body: four members, one of which has a veto."""

    name: str = "Assembly of Ports"
    code: str | None = "IGOPRT"
    members: tuple[str, ...] = ("VLM", "HSK", "LND", "ORR")
    veto: tuple[str, ...] = ("HSK",)
    rule: str = "three of four votes, Hask not against"
    source: str = "made up"


def lookup(name: str, _day: date | None) -> Assembly | None:
    """The made-up body by name or entity id."""
    return Assembly() if name in ("Assembly of Ports", "ports") else None


def anchor(dispatch: Dispatch, words: str) -> Anchor:
    """Where the words stand in the dispatch."""
    start = dispatch.text.index(words)
    return Anchor(start, start + len(words), words)


def party(dispatch: Dispatch, words: str) -> Party:
    """The first mention in these words, resolved if the registry of the made-up world knows it."""
    place = anchor(dispatch, words)
    return Party(Mention(place, place), WHO.get(words, Resolution()))


def days(first: int, last: int | None = None) -> Days:
    """Days of March 1931."""
    return Days(date(1931, 3, first), date(1931, 3, last or first))


def entry(
    name: str,
    dispatch: Dispatch,
    words: str,
    kind: Kind,
    event: str | None = None,
    *,
    by: tuple[str, ...] = (),
    to: tuple[str, ...] = (),
    speaker: str | None = None,
    when: Days | None = None,
    condition: str | None = None,
    deadline: tuple[str, int] | None = None,
    content: str = "",
    factuality: Factuality = "CT+",
    auxiliary: tuple[Auxiliary, ...] = (),
    about: tuple[str, ...] = (),
) -> Entry:
    """An entry whose evidence is these words."""
    evidence = anchor(dispatch, words)
    actors = tuple(party(dispatch, who) for who in by)
    recipients = tuple(party(dispatch, who) for who in to)
    said = party(dispatch, speaker) if speaker else None
    sources = [Source("outlet", dispatch.outlet)] if dispatch.outlet else []
    if said:
        sources.append(Source("speaker", said.mention.anchor.text, said.mention))
    claim = Claim(
        id=name,
        dispatch=dispatch.id,
        sentence=evidence,
        evidence=evidence,
        kind=kind,
        event=Event(event),
        actors=tuple(p.mention for p in actors),
        recipients=tuple(p.mention for p in recipients),
        when=when or Days(),
        factuality=factuality,
        auxiliary=auxiliary,
        sources=tuple(sources),
        condition=Condition(anchor(dispatch, condition)) if condition else None,
        deadline=Deadline(anchor(dispatch, deadline[0]), days(deadline[1])) if deadline else None,
        content=content,
        about=about,
        confidence=0.75,
        method="by hand",
    )
    return Entry(claim, actors, recipients, (said,) if said else ())


ENTRIES = (
    entry(
        "c1", FIRST, "The Assembly of Ports asked Velmar on Monday to reopen the strait by March 12",
        "demand", "REQUEST", by=("Assembly of Ports",), to=("Velmar",), when=days(2),
        deadline=("by March 12", 12), content="reopen the strait", factuality="Uu",
    ),
    entry(
        "c2", FIRST,
        "Foreign Minister Oru Tamsin of Velmar pledged to reopen the strait if the blockade of Hask ends",
        "promise", "CONCEDE", by=("Foreign Minister Oru Tamsin of Velmar",),
        condition="if the blockade of Hask ends", content="reopen the strait", auxiliary=("future",),
    ),
    entry(
        "c3", FIRST, "Hask threatened to seize the lighthouse", "threat", "THREATEN", by=("Hask",),
        to=("Velmar",), content="seize the lighthouse",
    ),
    entry(
        "c4", FIRST, "Talks between Velmar and Hask are to open in Lund on March 9", "plan", "AGREE",
        by=("Velmar", "Hask"), when=days(9), factuality="PR+", auxiliary=("future",),
    ),
    entry("c5", FIRST, "At least 40 sailors were detained by Velmar", "event", "COERCE", by=("Velmar",)),
    entry(
        "c6", SECOND, "Velmar reopened the strait on Thursday", "event", "RETREAT", by=("Velmar",),
        speaker="a harbour pilot", when=days(12),
    ),
    entry("c7", SECOND, "Velmar has broken that pledge before", "assessment", by=("Velmar",), about=("c2",)),
    entry(
        "c8", SECOND, "Hask opposes any vote in the Assembly of Ports", "statement", "REJECT", by=("Hask",),
    ),
    entry("c9", SECOND, "Up to 12 sailors were detained by Velmar", "event", "COERCE", by=("Velmar",)),
    entry("c10", SECOND, "It is unclear who fired on the pilot boat", "statement", factuality="Uu"),
    entry("c11", SECOND, "The truce is unlikely to last the month", "assessment", auxiliary=("future",)),
)  # fmt: skip
LINKS = (Link("c6", "c1", "answers", "same actor and content"),)
