"""The brief: every view of one dossier, for the morning."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from dragoman.model import Brief, Dispatch, Entry, Link
from dragoman.views.accusations import accusations
from dragoman.views.agenda import agenda
from dragoman.views.bodies import BodyLookup, bodies, no_bodies
from dragoman.views.commitments import commitments
from dragoman.views.contradictions import contradictions
from dragoman.views.demands import demands
from dragoman.views.dossier import open_dossier
from dragoman.views.events import events
from dragoman.views.options import options
from dragoman.views.outlook import outlook
from dragoman.views.positions import positions
from dragoman.views.unknowns import unknowns


def brief(
    entries: Sequence[Entry],
    dispatches: Sequence[Dispatch],
    as_of: date | None = None,
    links: Sequence[Link] = (),
    lookup: BodyLookup = no_bodies,
    issues: Sequence[str] = (),
) -> Brief:
    """What an analyst is told: everything known by `as_of`, or everything.

    `lookup` answers for decision bodies, `issues` names matters that the analyst follows.
    """
    dossier = open_dossier(entries, dispatches, as_of, links)
    tabled = options(dossier, lookup)
    held = positions(dossier, issues)
    return Brief(
        as_of=dossier.today,
        dispatches=dossier.dispatches,
        entries=dossier.entries,
        agenda=agenda(dossier),
        events=events(dossier),
        positions=held,
        demands=demands(dossier),
        commitments=commitments(dossier),
        options=tabled,
        bodies=bodies(dossier, lookup, tabled, held),
        accusations=accusations(dossier),
        unknowns=unknowns(dossier),
        contradictions=contradictions(dossier),
        outlook=outlook(dossier),
    )
