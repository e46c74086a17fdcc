"""Members of decision bodies: by hand, from the Factbook's lists, and the Security Council by year."""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pyarrow.parquet as pq

from dragoman.registry.building.polities import FACTBOOK, Gazetteer
from dragoman.registry.tables import read_rows

# Abbreviations in the Factbook's lists of memberships.
_LISTED = {
    "OAU": ("oau", 1990, 2001),
    "AU": ("au", 2002, 2024),
    "OAS": ("oas", 1990, 2024),
    "OSCE": ("osce", 1995, 2024),
    "CSCE": ("csce", 1990, 1994),
    "C": ("commonwealth", 1990, 2024),
    "NAM": ("nonaligned", 1990, 2024),
}
_COUNCIL_FROM_FACTBOOK = (*range(1996, 1999), *range(2000, 2009), 2010, 2011)
_PERMANENT = ("CHN", "FRA", "GBR", "USA")
_Row = tuple[str, str, str, str, str]


def member_rows(gazetteer: Gazetteer, folder: Path, by_hand: Path) -> Iterator[_Row]:
    """Rows body, polity, start, end, source; ends are the last day of membership."""
    yield from _by_hand(by_hand)
    yield from _listed(gazetteer, folder)
    yield from _council(gazetteer, folder, by_hand)


def _by_hand(by_hand: Path) -> Iterator[_Row]:
    rows = read_rows("members.tsv", by_hand)
    for row in rows:
        for code in row["members"].split():
            if not code.startswith("-"):
                yield row["body"], code, row["start"], row["end"], row["source"]
            else:
                yield row["body"], code, row["start"], row["end"], row["source"]


def _listed(gazetteer: Gazetteer, folder: Path) -> Iterator[_Row]:
    table = pq.read_table(folder / FACTBOOK, columns=["edition_year", "country", "canonical_field", "text"])
    years: dict[tuple[str, str], set[int]] = defaultdict(set)
    editions: dict[str, set[int]] = defaultdict(set)
    for row in table.to_pylist():
        if row["canonical_field"] != "International organization participation":
            continue
        year = row["edition_year"]
        polity = gazetteer.polity(row["country"], year)
        if polity is None:
            continue
        editions[polity].add(year)
        for item in re.split(r"[,;|]", row["text"]):
            body, first, last = _LISTED.get(item.strip(), ("", 0, 0))
            if first <= year <= last:
                years[body, polity].add(year)
    for (body, polity), found in sorted(years.items()):
        first, last = next((f, t) for b, f, t in _LISTED.values() if b == body)
        start = "" if min(found) <= max(first, min(editions[polity])) + 1 else str(min(found))
        end = "" if max(found) >= min(last, max(editions[polity])) - 2 else str(max(found))
        yield body, polity, start, end, "CIA World Factbook, by edition (public domain)"


def _council(gazetteer: Gazetteer, folder: Path, by_hand: Path) -> Iterator[_Row]:
    for code in _PERMANENT:
        yield "unsc", code, "1945-10-24", "", "UN Charter, art. 23"
    yield "unsc", "SUN", "1945-10-24", "1991-12-25", "UN Charter, art. 23"
    yield "unsc", "RUS", "1991-12-26", "", "succession of 1991-12-24"
    elected: dict[int, tuple[list[str], str]] = {}
    with (folder / "igo/unsc_members_from_factbook.csv").open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            year = int(row["edition_year"])
            polity = gazetteer.polity(row["country"], year)
            if year in _COUNCIL_FROM_FACTBOOK and row["kind"] != "permanent" and polity:
                source = f"CIA World Factbook {year} (public domain)"
                elected.setdefault(year, ([], source))[0].append(polity)
    for row in read_rows("unsc_years.tsv", by_hand):
        elected[int(row["year"])] = (row["members"].split(), row["source"])
    for year, (members, source) in sorted(elected.items()):
        for code in sorted(members):
            yield "unsc", code, f"{year}-01-01", f"{year}-12-31", source
