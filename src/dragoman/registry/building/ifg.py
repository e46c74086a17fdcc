"""British ministers since 1979, to the day, from the Institute for Government (CC BY 4.0)."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

from dragoman.registry.building.record import Term, tidy
from dragoman.registry.offices import Titles

_SOURCE = "IfG ministers database (CC BY 4.0)"
_DEPUTIES = {
    "Foreign and Commonwealth Office": "deputy foreign minister",
    "Foreign, Commonwealth & Development Office": "deputy foreign minister",
    "Ministry of Defence": "deputy defence minister",
}


def ifg_terms(folder: Path, titles: Titles) -> Iterator[Term]:
    """The terms of ministers and junior ministers; whips and law officers count as ministers too."""
    root = folder / "offices/ifg_uk"
    people: dict[str, list[str]] = {}
    for row in _rows(root / "person.csv"):
        people.setdefault(row["id"], []).append(tidy(row["display_name"]))
    posts = {row["id"]: row for row in _rows(root / "post.csv")}
    houses = {row["id"]: row["name"] for row in _rows(root / "organisation.csv")}
    for row in _rows(root / "appointment.csv"):
        post = posts[row["post_id"]]
        title = tidy(post["display_name"] or post["name"])
        kind = _kind(title, post["rank_equivalence"], houses.get(post["organisation_id"], ""), titles)
        names = tuple(sorted(set(people[row["person_id"]]), key=lambda n: (n.startswith(("Lord", "Bar")), n)))
        yield Term(names, "GBR", kind, title, row["start_date"], row["end_date"], _SOURCE)


def _kind(title: str, rank: str, house: str, titles: Titles) -> str:
    office = titles.kind(title, "GBR")
    if rank in {"MoS", "PUSS", "Parl."}:
        return _DEPUTIES.get(house, "deputy minister")
    return office.kind if office else "minister"


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))
