"""What happened: the acts that a source reports as done, each once, latest first."""

from __future__ import annotations

from datetime import date

from dragoman.model import Entry, Happening
from dragoman.views.dossier import Dossier, matter
from dragoman.views.gist import clipped, same_matter
from dragoman.views.joining import gathered, ids
from dragoman.views.parties import keys

_DONE = ("CT+", "PR+", "PS+")


def events(dossier: Dossier) -> tuple[Happening, ...]:
    """Acts of kind event that some source holds at least possible, latest day first, undated last.

    Two reports are one act if a same-act link says so or, a heuristic, if type, days and actors agree
    and their words are alike. The line is told in the words of the surest report.
    """
    done = [e for e in dossier.entries if e.claim.kind == "event" and e.claim.factuality in _DONE]

    def same(one: Entry, other: Entry) -> bool:
        if other.claim.id in dossier.linked(one.claim.id, "same-act"):
            return True
        return _alike(one, other)

    groups = gathered(done, lambda entry: entry.claim.event.type, same)
    lines = [_line(group) for group in groups]
    return tuple(sorted(lines, key=lambda line: _day(line) or date.min, reverse=True))


def _alike(one: Entry, other: Entry) -> bool:
    a, b = one.claim, other.claim
    if (a.when.earliest, a.when.latest) != (b.when.earliest, b.when.latest) or not a.when.known:
        return False
    return bool(keys(one.actors) & keys(other.actors)) and same_matter(matter(one), matter(other))


def _line(group: list[Entry]) -> Happening:
    best = min(group, key=lambda entry: _DONE.index(entry.claim.factuality))
    claim = best.claim
    place = next((e.place.name for e in group if e.place and e.place.name), None)
    return Happening(
        claims=ids(group),
        what=clipped(claim.evidence.text),
        event=claim.event,
        days=claim.when,
        actors=best.actors,
        recipients=best.recipients,
        place=place or (claim.where.words if claim.where else None),
        factuality=claim.factuality,
    )


def _day(line: Happening) -> date | None:
    return line.days.latest or line.days.earliest
