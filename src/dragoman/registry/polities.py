"""States and lesser territories, and the state code that each had on a day."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from dragoman.registry.tables import first_day, last_day


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of days, both ends included; an end that is None is open."""

    start: date | None = None
    end: date | None = None

    @staticmethod
    @lru_cache(maxsize=20_000)
    def of(start: str, end: str) -> Period:
        """The widest period that two days of any precision allow."""
        return Period(first_day(start), last_day(end))

    def holds(self, day: date | None) -> bool:
        """Whether the day lies in it; without a day, whether it is still open."""
        if day is None:
            return self.end is None
        return (self.start is None or self.start <= day) and (self.end is None or day <= self.end)

    def distance(self, day: date) -> int:
        """Days from the day to the nearer end; negative before the start, 0 within."""
        if self.start is not None and day < self.start:
            return (day - self.start).days
        if self.end is not None and day > self.end:
            return (day - self.end).days
        return 0


class Polities:
    """Names and codes of polities by day (`SRB` has the code YUG in 1998)."""

    def __init__(self, rows: list[dict[str, str]], de_facto: Iterable[dict[str, str]] = ()) -> None:
        self._sectors: dict[str, list[tuple[Period, str]]] = {}
        for row in de_facto:
            period = Period.of(row["start"], row["end"])
            self._sectors.setdefault(row["polity"], []).append((period, row["sector"]))
        self._rows: dict[str, list[tuple[Period, str, str]]] = {}
        for row in rows:
            period = Period.of(row["start"], row["end"])
            self._rows.setdefault(row["polity"], []).append((period, row["code"], row["name"]))

    def __len__(self) -> int:
        return len(self._rows)

    def has(self, polity: str) -> bool:
        """Whether a polity is known by this key."""
        return polity in self._rows

    def code(self, polity: str, day: date | None) -> str:
        """The code on the day; outside the known periods that of the nearest one."""
        return self._nearest(polity, day)[1]

    def sector(self, polity: str, day: date | None) -> str:
        """The sector of those who govern a polity without recognition on the day; "" for other polities."""
        return next((sector for period, sector in self._sectors.get(polity, ()) if period.holds(day)), "")

    def name(self, polity: str, day: date | None) -> str:
        """The name on the day."""
        return self._nearest(polity, day)[2]

    def existed(self, polity: str, period: Period) -> bool:
        """Whether the polity is known and there was a day of the period on which it existed."""
        rows = [row[0] for row in self._rows.get(polity, ())]
        starts = [p.start or date.min for p in rows]
        ends = [p.end or date.max for p in rows]
        if not rows:
            return False
        return min(starts) <= (period.end or date.max) and (period.start or date.min) <= max(ends)

    def _nearest(self, polity: str, day: date | None) -> tuple[Period, str, str]:
        rows = self._rows.get(polity)
        if not rows:
            return Period(), polity, polity
        if day is None:
            return rows[-1]
        return min(rows, key=lambda row: abs(row[0].distance(day)))
