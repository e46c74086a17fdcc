"""American presidents and vice presidents from congress-legislators (CC0)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from dragoman.registry.building.record import Term

_SOURCE = "congress-legislators executive (CC0)"
_KINDS = {"prez": ("head of state", "President"), "viceprez": ("vice president", "Vice President")}


def us_terms(folder: Path) -> Iterator[Term]:
    """The terms since 1945. The file's YAML is flat, so its lines are read one by one."""
    name: dict[str, str] = {}
    term: dict[str, str] = {}
    text = (folder / "offices/us_executive.yaml").read_text(encoding="utf-8")
    for line in [*text.splitlines(), "- id:"]:
        key, _, value = line.strip().removeprefix("- ").partition(":")
        value = value.strip().strip("'\"")
        if line.startswith("- id:") or key == "type":
            if term.get("end", "") >= "1945":
                kind, title = _KINDS[term["type"]]
                spoken = f"{name.get('nickname', name['first'])} {name['last']}"
                formal = f"{name['first']} {name['last']}"
                names = tuple(dict.fromkeys((spoken, formal)))
                yield Term(names, "USA", kind, title, term["start"], term["end"], _SOURCE, name["last"])
            term = {}
        if line.startswith("- id:"):
            name = {}
        if key in {"first", "last", "nickname"}:
            name[key] = value
        if key in {"type", "start", "end"}:
            term[key] = value
