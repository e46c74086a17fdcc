"""Where a place lies: GeoNames, by name, the larger of two places of one name first."""

from __future__ import annotations

from dragoman.model import Place
from dragoman.registry.source import PACKAGE, Source
from dragoman.registry.spelling import fold_phrase

_IN_THE_NEWS = 1_000_000
_ARTICLES = frozenset(
    {"the", "city", "of", "town", "village", "northern", "southern", "eastern", "western", "central"}
)


class Places:
    """The places of the tables, read at the first question."""

    def __init__(self, source: Source = PACKAGE) -> None:
        self._source = source
        self._by_name: dict[str, str] = {}

    def find(self, words: str, country: str | None = None) -> Place | None:
        """The place a phrase names, in a country if one is given (alpha-3); None where none is known."""
        if not self._by_name:
            self._load()
        folded = fold_phrase(words)
        while folded[:1] and folded[0] in _ARTICLES and " ".join(folded) not in self._by_name:
            folded = folded[1:]
        found = map(_row, self._by_name.get(" ".join(folded), "").splitlines())
        rows = [row for row in found if country is None or row[2] == country]
        if not rows:
            return None
        own = [row for row in rows if fold_phrase(row[1]) == folded]
        rows = sorted(own or rows, reverse=True)
        population, name, code, lat, lon = rows[0]
        rival = rows[1][0] if len(rows) > 1 else 0
        score = 0.95 if rival == 0 else 0.9 if population > 5 * rival else 0.6
        return Place(name, code or None, lat, lon, score)

    def __len__(self) -> int:
        if not self._by_name:
            self._load()
        return len({line for lines in self._by_name.values() for line in lines.splitlines()})

    def _load(self) -> None:
        for line in self._source.lines("places.tsv.gz"):
            cut = line.rindex("\t")
            kept = line[:cut]
            for spelling in line[cut + 1 :].split("|"):
                held = self._by_name.get(spelling)
                self._by_name[spelling] = f"{held}\n{kept}" if held else kept


def _row(line: str) -> tuple[int, str, str, float, float]:
    """Population, name, country, degrees north and east of a line of the table without its folded names."""
    key, name, country, lat, lon, population = line.split("\t")
    # Those kept by hand are in the news, whatever their size; GeoNames' keys are numbers.
    weight = int(population) if key.isdigit() else max(int(population), _IN_THE_NEWS)
    return weight, name, country, float(lat), float(lon)
