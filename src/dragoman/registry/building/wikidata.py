"""Holders of office 2000-2022 from the EveryPolitician extracts of Wikidata (statements are CC0)."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from pathlib import Path

from dragoman.registry.building.polities import Gazetteer
from dragoman.registry.building.record import Term, tidy
from dragoman.registry.offices import Titles

_SUFFIX = re.compile(r"-(?:cabinet|ministers)$")
_WORLD = {
    "Secretary-General of the United Nations": ("org:un", "secretary-general"),
    "Secretary General of NATO": ("org:nato", "secretary-general"),
}


def wikidata_terms(folder: Path, gazetteer: Gazetteer, titles: Titles) -> Iterator[Term]:
    """The terms in every file; rows without a Latin name or a start are left out."""
    for path in sorted((folder / "offices/everypolitician_wikidata").glob("*.csv")):
        country = _SUFFIX.sub("", path.stem)
        polity = gazetteer.polity(country.replace("-", " ")) if country != "world" else None
        with path.open(encoding="utf-8", newline="") as lines:
            for row in csv.DictReader(lines):
                term = _term(row, polity, titles)
                if term is not None:
                    yield term


def _term(row: dict[str, str], polity: str | None, titles: Titles) -> Term | None:
    title, name = tidy(row["position"]), tidy(row["person"])
    if not row["start"] or not re.match(r"[^\W\d_]", name) or not _is_latin(name):
        return None
    if polity is None:
        found = _WORLD.get(title)
        if found is None:
            return None
        polity, kind = found
    else:
        office = titles.kind(title, polity)
        kind = office.kind if office else "official"
    source = f"Wikidata {row['personID']}"
    return Term(
        (name,), polity, kind, title, _cut(row["start"]), _cut(row["end"]), source, "", row["personID"]
    )


def _is_latin(name: str) -> bool:
    return "," not in name and all(ord(letter) < 0x250 or 0x1E00 <= ord(letter) < 0x1F00 for letter in name)


def _cut(day: str) -> str:
    """A first of January is often a year in disguise: it is kept as the year."""
    return day[:4] if day.endswith("-01-01") else day
