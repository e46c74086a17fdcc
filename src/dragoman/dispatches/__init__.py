"""From files to dispatches: text, outlet, source notes and the day of publication, with reasons."""

from __future__ import annotations

from dragoman.dispatches.bounds import Dated, date_by_offices
from dragoman.dispatches.dossier import Dossier, dispatch_of, possible_days, read_dispatches, redate
from dragoman.dispatches.outlets import Outlet, find_outlet, outlets

__all__ = [
    "Dated",
    "Dossier",
    "Outlet",
    "date_by_offices",
    "dispatch_of",
    "find_outlet",
    "outlets",
    "possible_days",
    "read_dispatches",
    "redate",
]
