"""Blocks of a page that must equal what the program really prints; compared, or written anew on request.

A block stands between `<!-- KEY:begin -->` and `<!-- KEY:end -->`. With DRAGOMAN_DOCS=write in the
environment the tests write it instead of comparing it; the difference is then for a person to read.
"""

from __future__ import annotations

import os
import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
WRITING = os.environ.get("DRAGOMAN_DOCS") == "write"
_MEND = (
    "If the new output is right: DRAGOMAN_DOCS=write .venv/bin/pytest tests/docs, then read the difference"
)


def hold(page: Path, key: str, fresh: str) -> None:
    """Compare the block of a page with fresh text, or write it where that is asked for."""
    text = page.read_text(encoding="utf-8")
    if WRITING:
        page.write_text(_block(key).sub(lambda found: found[1] + fresh + found[3], text), encoding="utf-8")
    assert block(page, key) == fresh, f"{page.name}, block {key}: not what the program gives. {_MEND}"


def block(page: Path, key: str) -> str:
    """The text of the one block with that key."""
    found = _block(key).findall(page.read_text(encoding="utf-8"))
    assert len(found) == 1, f"{page.name}: {len(found)} blocks {key}, one is needed"
    return str(found[0][1])


def keys(page: Path) -> list[str]:
    """The keys of a page's blocks, in order."""
    return re.findall(r"^<!-- (.+):begin -->$", page.read_text(encoding="utf-8"), re.MULTILINE)


def fenced(text: str, language: str = "text") -> str:
    """Text as a block of code, blanks at the ends of its lines left out."""
    lines = [line.rstrip() for line in text.strip("\n").splitlines()]
    return "\n".join([f"```{language}", *lines, "```", ""])


def code(page: Path, language: str) -> list[str]:
    """The blocks of code in that language, in order."""
    return re.findall(rf"^```{language}\n(.*?)^```$", page.read_text(encoding="utf-8"), re.M | re.S)


def commands(page: Path) -> list[str]:
    """The command lines of the page's shell blocks, continued lines joined, without `$` and comments."""
    joined = "\n".join(code(page, "sh")).replace("\\\n", " ")
    return [line.removeprefix("$ ").split("  #")[0].strip() for line in joined.splitlines() if line.strip()]


def _block(key: str) -> re.Pattern[str]:
    mark = re.escape(key)
    return re.compile(rf"^(<!-- {mark}:begin -->\n)(.*?)^(<!-- {mark}:end -->)$", re.MULTILINE | re.DOTALL)
