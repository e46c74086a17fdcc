"""The coverage that docs/registry.md tells is that of the tables."""

from __future__ import annotations

from dragoman.registry import Registry
from dragoman.registry.coverage import coverage_tables
from tests.docs.blocks import ROOT, hold

PAGE = ROOT / "docs" / "registry.md"


def test_the_page_tells_the_coverage_of_the_tables() -> None:
    registry = Registry.load()
    hold(PAGE, "coverage", "\n" + coverage_tables(registry.people, registry.polities) + "\n")
