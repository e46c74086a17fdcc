"""The README shows what the program prints today, and its commands are those that CI runs."""

from __future__ import annotations

import json
import re
import shutil
import struct
import subprocess
from collections.abc import Iterator
from pathlib import Path

from tests.docs.blocks import ROOT, WRITING, commands, fenced, hold
from tests.docs.runs import printed, run

README = ROOT / "README.md"
PICTURE = ROOT / "docs" / "brief.png"
SIZE = (1400, 1100)
CHROMIUM = (
    "--headless --no-sandbox --disable-gpu --disable-background-networking --disable-component-update "
    "--disable-sync --no-first-run --hide-scrollbars"
).split()


def test_the_brief_is_the_real_one() -> None:
    brief = printed("dragoman brief examples/kosovo-1998")
    title, section, *_ = re.split(r"\n\n(?=\S.* ─{3})", brief)
    hold(README, "brief", fenced(f"$ make brief\n{title}\n\n{section}"))


def test_the_claim_is_a_real_one() -> None:
    text = README.read_text(encoding="utf-8")
    told = re.search(r"<!-- claim of (.+): the one with “(.+)” -->", text)
    assert told, "the README does not say which claim it shows"
    claims = [json.loads(line) for line in printed(f"dragoman claims {told[1]}").splitlines()]
    shown = [claim for claim in claims if told[2] in claim["evidence"]["text"]]
    assert shown, f"no claim has “{told[2]}” in its evidence: choose another one for the README"
    hold(README, "claim", fenced(laid_out(shown[0]), "json"))


def test_its_commands_are_targets_and_run_by_ci() -> None:
    told = [line for line in commands(README) if line.startswith("make ")]
    ci = (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()
    assert told[:2] == ["make brief", "make test"]
    assert set(told[:2]) <= set(ci)


def test_make_brief_runs_the_command_that_the_readme_shows() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert "dragoman brief $(EXAMPLE) --out brief.html" in makefile
    assert re.search(r"^EXAMPLE \?= examples/kosovo-1998$", makefile, re.MULTILINE)


def test_the_picture_is_one_of_the_page(tmp_path: Path) -> None:
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if WRITING and chromium:
        take_picture(chromium, tmp_path)
    data = PICTURE.read_bytes()
    assert data.startswith(b"\x89PNG\r\n\x1a\n")
    assert struct.unpack(">II", data[16:24]) == SIZE
    assert len(data) < 400_000
    assert "](docs/brief.png)" in README.read_text(encoding="utf-8")


def take_picture(chromium: str, folder: Path) -> None:
    """Write the picture anew from the page of the example."""
    page = folder / "brief.html"
    assert run(f"dragoman brief examples/kosovo-1998 --out {page}")[0] == 0
    own = [f"--user-data-dir={folder / 'chromium'}", f"--window-size={SIZE[0]},{SIZE[1]}"]
    arguments = [chromium, *CHROMIUM, *own, f"--screenshot={PICTURE}", page.as_uri()]
    subprocess.run(arguments, check=True, capture_output=True, timeout=120)


def laid_out(claim: dict[str, object]) -> str:
    """A record on lines of at most 110 characters where its parts allow it."""
    return "\n".join(_lines(claim, 0))


def _lines(value: object, depth: int, before: str = "", after: str = "") -> Iterator[str]:
    short = " " * depth + before + json.dumps(value, ensure_ascii=False) + after
    if len(short) <= 110 or not isinstance(value, dict | list):
        yield short
        return
    pairs = list(value.items()) if isinstance(value, dict) else [("", part) for part in value]
    left, right = "{}" if isinstance(value, dict) else "[]"
    yield " " * depth + before + left
    for number, (key, part) in enumerate(pairs, 1):
        comma = "," if number < len(pairs) else ""
        yield from _lines(part, depth + 1, f"{json.dumps(key)}: " if key else "", comma)
    yield " " * depth + right + after
