"""Dispatches with gold that are no test: those rules were written by, and those kept out of learning."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from training.told import kept_out

from dragoman.dispatches import dispatch_of
from dragoman.model import Dispatch
from tests.gold.scoring import GOLD, Wanted, places


def development() -> Iterator[tuple[Dispatch, tuple[Wanted, ...]]]:
    """D1 to D6 with their gold."""
    folder = GOLD / "development"
    rows = (folder / "published.tsv").read_text(encoding="utf-8").splitlines()[1:]
    days = {name: date.fromisoformat(day) for name, day in (row.split("\t") for row in rows)}
    for document in json.loads((folder / "claims.json").read_text(encoding="utf-8"))["documents"].values():
        name = Path(document["file"]).name
        text = (folder / "texts" / name).read_bytes().decode("utf-8")
        yield dispatch_of(text, name, days[name]), tuple(map(_wanted, document["claims"]))


def _wanted(claim: dict[str, Any]) -> Wanted:
    plover, evidence, kind = claim["plover"], claim["evidence"], claim["kind"]
    types = frozenset({plover["event"], *(plover.get("acceptable_alternatives") or ())})
    return Wanted(places(evidence["span"][0], evidence["text"]), kind, frozenset({kind}), types)


def written() -> Iterator[tuple[Dispatch, tuple[Wanted, ...]]]:
    """The training dispatches kept out, with what is annotated as the only right answer."""
    for told in kept_out():
        wanted = [
            Wanted(
                places(claim["evidence"]["start"], claim["evidence"]["text"]),
                claim["kind"],
                frozenset({claim["kind"]}),
                frozenset({claim["event"]["type"]}),
            )
            for claim in told.claims
        ]
        yield dispatch_of(told.text, told.name, told.published), tuple(wanted)
