"""Places from GeoNames (CC BY 4.0): capitals, cities from 20,000, smaller ones in the Balkans."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pyarrow.parquet as pq

from dragoman.registry.building.polities import Gazetteer
from dragoman.registry.spelling import fold, fold_phrase
from dragoman.registry.tables import read_rows

_FILE = "places/geonames_cities15000_plus_balkans500.parquet"
_SMALLEST = {
    "XK": 1_500,
    "RS": 4_000,
    "ME": 3_000,
    "MK": 4_000,
    "AL": 4_000,
    "BA": 4_000,
    "HR": 8_000,
}
_ELSEWHERE = 20_000
_MOST_NAMES = 3


def place_rows(gazetteer: Gazetteer, folder: Path, by_hand: Path) -> Iterator[tuple[str, ...]]:
    """Rows id, name, country, lat, lon, population, all names folded (parted by "|")."""
    for row in read_rows("places.tsv", by_hand):
        key = "-".join(fold_phrase(row["name"]))
        plain = (row[c] for c in ("name", "country", "lat", "lon", "population"))
        yield (key, *plain, _folded(row["name"], *row["others"].split("|")))
    capitals = {(c.iso2, fold(c.capital)) for c in gazetteer.countries}
    for row in sorted(pq.read_table(folder / _FILE).to_pylist(), key=lambda r: int(r["geonameid"])):
        population = int(row["pop"] or 0)
        wanted = population >= _SMALLEST.get(row["cc"], _ELSEWHERE)
        if not wanted and (row["cc"], fold(row["name"])) not in capitals:
            continue
        country = gazetteer.by_iso2.get(row["cc"], "")
        others = _others(row["name"], row["alternates"] or "", population)
        yield (
            str(row["geonameid"]),
            row["name"],
            country,
            f"{row['lat']:.3f}",
            f"{row['lon']:.3f}",
            str(population),
            _folded(row["name"], *others),
        )


def _folded(*names: str) -> str:
    return "|".join(dict.fromkeys(" ".join(fold_phrase(name)) for name in names if name))


def _others(name: str, alternates: str, population: int) -> list[str]:
    """A few other Latin spellings, those nearest in length to the name first."""
    seen = {fold(name)}
    found = []
    for other in sorted(alternates.split("|"), key=lambda o: (abs(len(o) - len(name)), o)):
        plain = fold(other)
        fit = other.isascii() and other[:1].isupper() and other[1:2].islower() and 3 < len(other) < 25
        if fit and plain not in seen:
            seen.add(plain)
            found.append(other)
    return found[: _MOST_NAMES * (2 if population > 500_000 else 1)]
