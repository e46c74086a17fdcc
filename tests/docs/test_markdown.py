"""No page names a file, command, target or heading that is not there, or a place on one machine only."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
from typer.main import get_command

from dragoman.cli import app
from tests.docs.blocks import ROOT

# Folders with pages of others (an environment, caches, runs of training).
_NOT_OURS = frozenset({"node_modules", "runs", "dist", "build"})
_FENCE = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r"\]\(([^)\s]+)\)")
_SPAN = re.compile(r"`([^`\n]+)`")
_ABSOLUTE = re.compile(
    r"(?<![\w./~*-])/(?:work|home|root|tmp|usr|opt|mnt|srv|var|etc|Users|private|data|workspace)\b"
    r"|\bfile://|\b[A-Z]:\\"
)
_NAMES = re.compile(r"^<!-- names .+?:end -->$", re.MULTILINE | re.DOTALL)
_FILE = re.compile(r"[\w.-]+(?:/[\w.-]+)+\.(?:py|tsv|gz|onnx|json|md|html|png|txt)")


def pages() -> list[Path]:
    """Every Markdown file of the project."""
    found = []
    for parent, folders, names in os.walk(ROOT):
        folders[:] = [name for name in folders if not name.startswith(".") and name not in _NOT_OURS]
        found += [Path(parent, name) for name in names if name.endswith(".md")]
    return sorted(found)


PAGES = pages()
DOCS = [page for page in PAGES if page.parent in (ROOT, ROOT / "docs", ROOT / "training")]
each = pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
each_doc = pytest.mark.parametrize("page", DOCS, ids=lambda page: str(page.relative_to(ROOT)))


def anchors(page: Path) -> set[str]:
    """The names by which the headings of a page are linked to."""
    headings = re.findall(r"^#+ (.+)$", _FENCE.sub("", page.read_text(encoding="utf-8")), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).strip().replace(" ", "-") for heading in headings}


def words_after(program: str, page: Path) -> set[str]:
    """What stands after the name of a program in a page's code, within lines and in blocks."""
    # Lists of names are docstrings, which tell of records that later commands will print.
    text = _NAMES.sub("", page.read_text(encoding="utf-8"))
    spans = [span for part in _FENCE.split(text) for span in _SPAN.findall(part)]
    lines = [line for fence in _FENCE.findall(text) for line in fence.splitlines()]
    call = re.compile(rf"(?:^|&& )(?:\$ )?(?:\.venv/bin/)?{program} ([a-z-]+)")
    return {word for line in (*spans, *lines) for word in call.findall(line) if word[0] != "-"}


def test_there_are_pages() -> None:
    told = {page.relative_to(ROOT).as_posix() for page in PAGES}
    assert {"README.md", "docs/commands.md", "docs/python.md", "docs/reader.md", "docs/claims.md"} <= told


@each
def test_every_relative_link_leads_somewhere(page: Path) -> None:
    for link in _LINK.findall(_FENCE.sub("", page.read_text(encoding="utf-8"))):
        if re.match(r"[a-z]+:", link):
            continue
        file, _, heading = link.partition("#")
        target = page.parent / file if file else page
        assert target.exists(), f"{page.name}: nothing at {link}"
        assert not heading or heading in anchors(target), f"{page.name}: no heading for {link}"


@each
def test_no_place_of_one_machine_is_named(page: Path) -> None:
    assert not _ABSOLUTE.findall(page.read_text(encoding="utf-8"))


@each_doc
def test_every_command_that_is_named_exists(page: Path) -> None:
    known = set(getattr(get_command(app), "commands", {}))
    assert words_after("dragoman", page) <= known, f"{page.name} names commands that are not there"


@each_doc
def test_every_target_of_make_that_is_named_exists(page: Path) -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z-]+):", makefile, re.MULTILINE))
    assert words_after("make", page) <= targets, f"{page.name} names targets that are not there"


@each_doc
def test_every_file_that_is_named_exists(page: Path) -> None:
    """A path in backquotes lies in the project, its package or the page's own folder."""
    outside = re.compile(r"training/runs/|\.\./|crisis|brief\.")
    for span in _SPAN.findall(_FENCE.sub("", page.read_text(encoding="utf-8"))):
        if _FILE.fullmatch(span) and not outside.match(span):
            bases = (ROOT, ROOT / "src" / "dragoman", page.parent)
            assert any((base / span).exists() for base in bases), f"{page.name}: no file {span}"


@pytest.mark.parametrize("text", ["see /home/me/x", "in /work/a", "C:\\x", "file:///x", "(/tmp/a)"])
def test_places_of_one_machine_are_seen(text: str) -> None:
    assert _ABSOLUTE.search(text)


@pytest.mark.parametrize("text", ["docs/data/x", "../home/x", "and/or", "/positions", "who/home"])
def test_other_words_are_no_places(text: str) -> None:
    assert not _ABSOLUTE.search(text)
