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
                middle = "".join(f"{word[0]}. " for word in name.get("middle", "").split())
                yield Term(
                    (f"{name['first']} {middle}{name['last']}",),
                    "USA",
                    kind,
                    title,
                    term["start"],
                    term["end"],
                    _SOURCE,
                    name["last"],
                )
            term = {}
        if line.startswith("- id:"):
            name = {}
        if key in {"first", "middle", "last"}:
            name[key] = value
        if key in {"type", "start", "end"}:
            term[key] = value
