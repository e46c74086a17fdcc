"""What the docs say may be imported is what the packages export, and their examples run."""

from __future__ import annotations

import io
import re
from contextlib import chdir, redirect_stdout
from pathlib import Path

import pytest

from tests.docs.blocks import ROOT, block, code, fenced, hold, keys
from tests.docs.exports import MODULES, exported, listed, stages

PAGE = ROOT / "docs" / "python.md"
PAGES = [page for page in sorted((ROOT / "docs").glob("*.md")) if code(page, "python")]
PLACES = sorted((*stages(), *MODULES))


def test_the_page_tells_of_every_package_that_exports() -> None:
    assert sorted(key.removeprefix("names ") for key in keys(PAGE) if key.startswith("names ")) == PLACES


@pytest.mark.parametrize("place", PLACES)
def test_names_are_as_in_the_code(place: str) -> None:
    hold(PAGE, f"names {place}", listed(place))


@pytest.mark.parametrize("place", PLACES)
def test_exported_names_are_exactly_the_documented_ones(place: str) -> None:
    told = re.findall(r"^- `(\w+)", block(PAGE, f"names {place}"), re.MULTILINE)
    assert told
    assert sorted(told) == sorted(exported(place))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_examples_run_and_print_what_the_page_says(page: Path) -> None:
    """One after the other, as if typed; a block `output N` holds what the Nth example prints."""
    known: dict[str, object] = {}
    for number, example in enumerate(code(page, "python"), 1):
        out = io.StringIO()
        with chdir(ROOT), redirect_stdout(out):
            exec(compile(example, f"{page.name}, example {number}", "exec"), known)
        if out.getvalue() or f"output {number}" in keys(page):
            hold(page, f"output {number}", fenced(out.getvalue()))
