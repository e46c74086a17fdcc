"""Bodies, parties and armed groups by id: their code, and their sector and period by day."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from dragoman.registry.polities import Period


class Organisations:
    """The organisations of the tables; one may have several rows, each with its time and sector."""

    def __init__(self, rows: Iterable[dict[str, str]]) -> None:
        self._rows: dict[str, list[tuple[Period, dict[str, str]]]] = {}
        for row in rows:
            self._rows.setdefault(row["id"], []).append((Period.of(row["start"], row["end"]), row))

    def __contains__(self, key: object) -> bool:
        return key in self._rows

    def name(self, key: str) -> str:
        """The name of an organisation, "" where it is not known."""
        rows = self._rows.get(key)
        return rows[-1][1]["name"] if rows else ""

    def code(self, key: str) -> str:
        """The code of an organisation, "" where it is not known."""
        rows = self._rows.get(key)
        return rows[-1][1]["code"] if rows else ""

    def sector(self, key: str, day: date | None) -> str:
        """Its sector on the day, else that of the nearest time; "" where it is not known."""
        rows = self._rows.get(key)
        if not rows:
            return ""
        if day is None:
            return rows[-1][1]["sector"]
        return min(rows, key=lambda row: abs(row[0].distance(day)))[1]["sector"]

    def existed(self, key: str, day: date) -> bool:
        """Whether it was in being on the day, by any of its rows; True where no row tells."""
        return any(period.holds(day) for period, _ in self._rows.get(key, ((Period(), {}),)))
