"""Who publishes: the known outlets and agencies, and the words that make a name a source."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Outlet:
    """A house that publishes. `kind`: agency, newspaper, broadcaster or bulletin.

    `country`: alpha-3 code of its home. `since` and `until` are years, None where not known or
    still running. `check` names the encyclopaedia article in which the row can be checked.
    """

    name: str
    aliases: tuple[str, ...]
    kind: str
    country: str
    since: int | None
    until: int | None
    check: str


def find_outlet(name: str) -> Outlet | None:
    """Give the known outlet of that name or alias, whatever its case, dots and hyphens."""
    return _by_name().get(_folded(name))


@cache
def outlets() -> tuple[Outlet, ...]:
    """Give every known outlet, in the order of the table."""
    return tuple(_outlet(row) for row in _rows("outlets.tsv"))


@cache
def header_roles() -> dict[str, str]:
    """Give the role (outlet, day, volume ...) of each known header key, in lower case."""
    return {row["key"]: row["role"] for row in _rows("header_keys.tsv")}


@cache
def words_of(role: str) -> frozenset[str]:
    """Give the words (lower case) of a role: source, joiner, label, cable or end."""
    return frozenset(row["word"] for row in _rows("words.tsv") if row["role"] == role)


def _outlet(row: dict[str, str]) -> Outlet:
    return Outlet(
        name=row["name"],
        aliases=tuple(alias for alias in row["aliases"].split("|") if alias),
        kind=row["kind"],
        country=row["country"],
        since=int(row["since"]) if row["since"] else None,
        until=int(row["until"]) if row["until"] else None,
        check=row["check"],
    )


@cache
def _by_name() -> dict[str, Outlet]:
    table: dict[str, Outlet] = {}
    for outlet in outlets():
        for name in (outlet.name, *outlet.aliases):
            table.setdefault(_folded(name), outlet)
    return table


def _folded(name: str) -> str:
    words = name.casefold().replace(".", "").replace("-", " ").replace("’", "'").split()
    if len(words) > 1 and words[0] == "the":
        words = words[1:]
    return " ".join(words)


def _rows(table: str) -> list[dict[str, str]]:
    text = files("dragoman").joinpath("data", "outlets", table).read_text("utf-8")
    return list(csv.DictReader(text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE))
