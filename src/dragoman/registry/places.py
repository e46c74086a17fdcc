"""Where a place lies: GeoNames, by name, the larger of two places of one name first."""

from __future__ import annotations

from dragoman.model import Place
from dragoman.registry.spelling import fold_phrase
from dragoman.registry.tables import read_table

_ARTICLES = frozenset(
    {"the", "city", "of", "town", "village", "northern", "southern", "eastern", "western", "central"}
)
_Row = tuple[int, str, str, float, float]


class Places:
    """The places of the tables, read at the first question."""

    def __init__(self) -> None:
        self._by_name: dict[tuple[str, ...], list[_Row]] = {}

    def find(self, words: str, country: str | None = None) -> Place | None:
        """The place a phrase names, in a country if one is given (alpha-3); None where none is known."""
        if not self._by_name:
            self._load()
        folded = fold_phrase(words)
        while folded[:1] and folded[0] in _ARTICLES and folded not in self._by_name:
            folded = folded[1:]
        rows = [row for row in self._by_name.get(folded, ()) if country is None or row[2] == country]
        if not rows:
            return None
        rows = sorted(rows, reverse=True)
        population, name, code, lat, lon = rows[0]
        rival = rows[1][0] if len(rows) > 1 else 0
        score = 0.95 if rival == 0 else 0.9 if population > 5 * rival else 0.6
        return Place(name, code or None, lat, lon, score)

    def __len__(self) -> int:
        if not self._by_name:
            self._load()
        return len({row for rows in self._by_name.values() for row in rows})

    def _load(self) -> None:
        for _, name, country, lat, lon, population, others in read_table("places.tsv.gz")[1]:
            row = (int(population), name, country, float(lat), float(lon))
            for spelling in {fold_phrase(text) for text in (name, *others.split("|")) if text}:
                self._by_name.setdefault(spelling, []).append(row)
