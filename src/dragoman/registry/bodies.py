"""Decision bodies: who sits in them on a day, who can block, and by which rule they decide."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from dragoman.registry.organisations import Organisations
from dragoman.registry.polities import Period, Polities
from dragoman.registry.source import PACKAGE, Source


@dataclass(frozen=True, slots=True)
class Body:
    """A decision body as it stood on a day. Members, permanent members and vetoes are state codes.

    `complete` is False where the tables lack some members of that day (the elected members of
    the Security Council before 1990).
    """

    name: str
    code: str
    members: tuple[str, ...]
    permanent: tuple[str, ...]
    veto: tuple[str, ...]
    rule: str
    source: str
    complete: bool = True


class Bodies:
    """The decision bodies of the tables."""

    def __init__(
        self,
        polities: Polities,
        organisations: Organisations,
        source: Source = PACKAGE,
    ) -> None:
        self._polities = polities
        self._organisations = organisations
        self._bodies = {row["org"].removeprefix("org:"): row for row in source.rows("by_hand/bodies.tsv")}
        self._members: dict[str, list[tuple[str, Period, str]]] = {}
        for row in source.rows("members.tsv"):
            period = Period.of(row["start"], row["end"])
            self._members.setdefault(row["body"], []).append((row["polity"], period, row["source"]))

    def keys(self) -> tuple[str, ...]:
        """The ids of the bodies."""
        return tuple(self._bodies)

    def get(self, key: str, day: date) -> Body | None:
        """A body by its id, as it stood on the day; None where it is none of ours or did not exist.

        A body of which the tables know members and no rule has the rule "".
        """
        row = self._bodies.get(key) or self._ruleless(key)
        if row is None or not self._organisations.existed(key, day):
            return None
        rows = self._members.get(row["id"], ())
        seats = [(p, s) for p, period, s in rows if period.holds(day) and not p.startswith("-")]
        gone = {p[1:] for p, period, _ in rows if p.startswith("-") and period.holds(day)}
        seats = [(p, s) for p, s in seats if p not in gone]
        members = tuple(sorted({self._polities.code(p, day) for p, _ in seats}))
        permanent = self._named(row["permanent"], members)
        veto = members if row["veto"] == "*" else self._named(row["veto"], members)
        sources = "; ".join(sorted({source for _, source in seats}))
        complete = row["id"] != "unsc" or len(members) >= (15 if day.year >= 1966 else 11)
        return Body(
            row["name"],
            self._organisations.code(key),
            members,
            permanent,
            veto,
            row["rule"],
            f"rule: {row['source']}; members: {sources or 'not in the tables'}",
            complete and bool(members),
        )

    def _ruleless(self, key: str) -> dict[str, str] | None:
        if key not in self._members:
            return None
        plain = {"id": key, "name": self._organisations.name(key), "rule": "", "source": "not in the tables"}
        return plain | {"permanent": "", "veto": ""}

    def _named(self, codes: str, members: tuple[str, ...]) -> tuple[str, ...]:
        """Those of the listed codes that sit; the Soviet Union held Russia's seat."""
        wanted = set(codes.split()) | ({"SUN"} if "RUS" in codes.split() else set())
        return tuple(code for code in members if code in wanted)
