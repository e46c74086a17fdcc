"""What an analyst asks of the ledger: each view a module named as the user sees it.

A view takes a dossier (`open_dossier`) and gives frozen lines of `dragoman.model`, each with the ids
of the claims it stands on. `brief` gives them all.
"""

from __future__ import annotations

from dragoman.views.accusations import accusations
from dragoman.views.agenda import agenda
from dragoman.views.bodies import BodyLookup, DecisionBody, bodies, no_bodies
from dragoman.views.brief import brief
from dragoman.views.commitments import commitments
from dragoman.views.contradictions import contradictions
from dragoman.views.demands import demands
from dragoman.views.dossier import Dossier, open_dossier
from dragoman.views.events import events
from dragoman.views.options import options
from dragoman.views.outlook import outlook
from dragoman.views.positions import positions
from dragoman.views.unknowns import unknowns

__all__ = [
    "BodyLookup",
    "DecisionBody",
    "Dossier",
    "accusations",
    "agenda",
    "bodies",
    "brief",
    "commitments",
    "contradictions",
    "demands",
    "events",
    "no_bodies",
    "open_dossier",
    "options",
    "outlook",
    "positions",
    "unknowns",
]
