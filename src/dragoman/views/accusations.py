"""Accusations: who blames whom for what, and who denies it."""

from __future__ import annotations

from dragoman.model import Accusation, Entry
from dragoman.views.dossier import Dossier, matter, told
from dragoman.views.gist import likeness
from dragoman.views.joining import gathered, ids
from dragoman.views.parties import acting, keys


def accusations(dossier: Dossier) -> tuple[Accusation, ...]:
    """Claims of kind accusation in the order they were read; repeated ones are one line.

    Heuristic: two are one if accuser, accused and at least half of the words of the matter agree. A
    denial is a claim of kind denial by one of the accused in a like matter, or one tied by a link.
    """
    voiced = [entry for entry in dossier.entries if entry.claim.kind == "accusation"]
    denials = [entry for entry in dossier.entries if entry.claim.kind == "denial"]
    groups = gathered(voiced, lambda e: (keys(acting(e)), keys(e.recipients)), _same_matter)
    return tuple(_accusation(group, denials, dossier) for group in groups)


def _same_matter(one: Entry, other: Entry) -> bool:
    return likeness(matter(one), matter(other)) >= 0.5


def _accusation(group: list[Entry], denials: list[Entry], dossier: Dossier) -> Accusation:
    head = group[0]
    accused = keys(head.recipients)
    linked = [claim for e in group for claim in dossier.linked(e.claim.id, "contradicts")]
    spoken = [d for d in denials if keys(acting(d)) & accused and any(_same_matter(d, e) for e in group)]
    return Accusation(
        claims=ids(group),
        actors=acting(head),
        recipients=head.recipients,
        content=told(head),
        days=head.claim.when,
        denials=tuple(dict.fromkeys([*linked, *ids(spoken)])),
    )
