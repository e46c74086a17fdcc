"""Scores the resolution of marked mentions against a gold table.

The table has the columns sentence (the mention in double brackets), day, kind, who, code, sector, hard,
note. `kind` is person, state, body, people, place, several or none; `who` names, alternatives parted by
"|", of several parties by " + ". A person or body that the tables cannot know is right when unresolved.
"""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from rapidfuzz import fuzz

from dragoman.model import Question, Resolution
from dragoman.pipeline import Desk
from dragoman.registry import Registry
from dragoman.registry.spelling import fold_phrase, skeleton

_ALIKE = 80
_COLUMNS = ["sentence", "day", "kind", "who", "code", "sector", "hard", "note"]


@dataclass(frozen=True)
class Judged:
    """A row of the gold with what was found: whether the entity, the code and the sector are right.

    Code and sector are None where the row does not tell them.
    """

    row: dict[str, str]
    found: tuple[Resolution, ...]
    entity: bool
    code: bool | None
    sector: bool | None


def judge(path: Path, desk: Desk) -> Iterator[Judged]:
    """Every row of a gold table, judged."""
    for row in rows_of(path):
        found = desk.answer(question_of(row))
        found = found[: found[0].together]
        code = _codes(row, found, desk.registry) == set(row["code"].split("+")) if row["code"] else None
        sector = found[0].sector == row["sector"] if row["sector"] else None
        yield Judged(row, found, _is_right(row, found, desk.registry), code, sector)


def rows_of(path: Path) -> list[dict[str, str]]:
    """The rows of a gold table."""
    with path.open(encoding="utf-8", newline="") as lines:
        rows = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        assert rows.fieldnames == _COLUMNS, rows.fieldnames
        return list(rows)


def question_of(row: dict[str, str]) -> Question:
    """The question that a row asks."""
    before, _, rest = row["sentence"].partition("[[")
    words, _, after = rest.partition("]]")
    start = len(before)
    return Question(before + words + after, start, start + len(words), date.fromisoformat(row["day"]))


def shares(judged: list[Judged]) -> dict[str, float]:
    """The shares that are right: entity, code (of rows that tell one), sector (likewise)."""
    codes = [one.code for one in judged if one.code is not None]
    sectors = [one.sector for one in judged if one.sector is not None]
    return {
        "entity": sum(one.entity for one in judged) / len(judged),
        "code": sum(codes) / len(codes),
        "sector": sum(sectors) / len(sectors),
    }


def by_kind(judged: list[Judged]) -> dict[str, tuple[int, int]]:
    """For each kind of mention how many entities are right, of how many."""
    right = Counter(one.row["kind"] for one in judged if one.entity)
    return {kind: (right[kind], n) for kind, n in Counter(one.row["kind"] for one in judged).items()}


def _is_right(row: dict[str, str], found: tuple[Resolution, ...], registry: Registry) -> bool:
    best, kind = found[0], row["kind"]
    if kind == "none":
        return best.entity is None
    if kind == "place":
        return best.sector is None and (best.entity is None or best.entity.startswith("state:"))
    if kind == "state":
        return (best.entity or "").startswith("state:") and best.code == row["code"]
    if kind == "several":
        return _all_found(row, found, registry)
    if best.entity is None:
        return not _known(row["who"], kind, registry)
    return _names(best, row["who"], registry)


def _codes(row: dict[str, str], found: tuple[Resolution, ...], registry: Registry) -> set[str | None]:
    """The codes of the parties found; of one body where the row has several states, those of its members."""
    body = (
        registry.body(found[0].entity or "", date.fromisoformat(row["day"])) if "+" in row["code"] else None
    )
    return set(body.members) if body and len(found) == 1 else {one.code for one in found}


def _all_found(row: dict[str, str], found: tuple[Resolution, ...], registry: Registry) -> bool:
    """Whether as many parties were found as the row names, each of them one that was.

    A body that has exactly the states that the row tells as its members is right too.
    """
    if not row["who"]:
        right = _codes(row, found, registry) == set(row["code"].split("+"))
        return right and all(one.entity for one in found)
    parts = row["who"].split(" + ")
    return len(parts) == len(found) and all(
        any(
            _names(one, part, registry) or (one.entity is None and not _known(part, "person", registry))
            for one in found
        )
        for part in parts
    )


def _names(found: Resolution, who: str, registry: Registry) -> bool:
    """Whether somebody found bears one of the names."""
    own = registry.spellings(found.entity or "") or ((found.name,) if found.name else ())
    return any(_same(name, other) for name in who.split("|") for other in own)


def _known(who: str, kind: str, registry: Registry) -> bool:
    """Whether the tables hold a bearer of one of the names, of any time."""
    if kind == "person":
        return any(
            fit >= 0.95 for name in who.split("|") for _, fit in registry.people.named(fold_phrase(name))
        )
    return any(registry.names_in(name) for name in who.split("|"))


def _same(name: str, other: str) -> bool:
    ours, theirs = ([skeleton(w) for w in fold_phrase(n) if len(w) > 1] for n in (name, other))
    short, long = sorted((ours, theirs), key=len)
    return bool(short) and all(any(fuzz.ratio(w, v) >= _ALIKE for v in long) for w in short)
