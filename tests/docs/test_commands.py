"""Every command and option stands in docs/commands.md, with its help as printed and an example that runs."""

from __future__ import annotations

import re
import shlex
import shutil
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

import pytest
from typer.main import get_command

from dragoman.cli import app
from tests.docs.blocks import ROOT, WRITING, block, commands, fenced, hold, keys
from tests.docs.runs import run

PAGE = ROOT / "docs" / "commands.md"


def _named(command: object, name: str = "") -> Iterator[tuple[str, object]]:
    """A command and those under it, by what is typed after `dragoman`."""
    yield name, command
    for word, inner in getattr(command, "commands", {}).items():
        yield from _named(inner, f"{name} {word}".strip())


COMMANDS: dict[str, object] = dict(_named(get_command(app)))
BUILD = "registry build"
"""Its sources stand in no clone, so the page has its help and no example."""
TYPER = ".".join(version("typer").split(".")[:2])
EXAMPLES = [line for line in commands(PAGE) if line.startswith("dragoman ")]


def parameters(name: str) -> list[tuple[str, str]]:
    """The long name and the help of each option of a command."""
    told = [(getattr(p, "opts", ()), getattr(p, "help", None)) for p in getattr(COMMANDS[name], "params", ())]
    return [(opt, words or "") for opts, words in told for opt in opts if opt.startswith("--")]


def key_of(name: str) -> str:
    return f"help {name}".strip()


def test_the_page_has_the_help_of_every_command_and_of_no_other() -> None:
    assert sorted(key for key in keys(PAGE) if key.startswith("help")) == sorted(map(key_of, COMMANDS))


def test_the_page_names_the_typer_that_laid_out_its_help() -> None:
    if WRITING:
        hold(PAGE, "typer", f"Help stands here as typer {TYPER} lays it out in 80 columns.\n")
    assert re.search(r" typer \d+\.\d+ ", block(PAGE, "typer"))


@pytest.mark.parametrize("name", COMMANDS)
def test_help_is_as_printed(name: str) -> None:
    """Exactly, with the typer that the page names: other releases lay the same words out otherwise."""
    status, fresh = run(f"dragoman {name} --help")
    assert status == 0
    if f" typer {TYPER} " not in block(PAGE, "typer"):
        pytest.skip(f"the page's help was laid out by another typer than {TYPER}; its words are tested below")
    hold(PAGE, key_of(name), fenced(fresh))


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_stands_in_the_help_with_its_words(name: str) -> None:
    shown = " ".join(re.sub(r"[│╭╮╰╯─]", " ", block(PAGE, key_of(name))).split())
    for option, words in parameters(name):
        assert option in shown, f"{name} {option} is not in docs/commands.md"
        assert " ".join(words.split()) in shown, f"{name} {option}: the page has other words"


@pytest.mark.parametrize("name", [name for name in COMMANDS if name and name != BUILD])
def test_every_command_and_option_has_an_example(name: str) -> None:
    own = [shlex.split(line) for line in EXAMPLES if f"{line} ".startswith(f"dragoman {name} ")]
    assert own, f"{name} has no example in docs/commands.md"
    for option, _ in parameters(name):
        assert option == "--help" or any(option in words for words in own), f"no example of {name} {option}"


def test_every_example_runs(tmp_path: Path) -> None:
    """In the order of the page, in a folder with the examples; what one leaves the next may use."""
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    assert EXAMPLES
    for line in EXAMPLES:
        status, text = run(line.partition(" > ")[0], tmp_path)
        assert status == 0, f"{line}: exit code {status}"
        assert text.strip(), f"{line}: nothing printed"


def test_every_message_is_as_printed(tmp_path: Path) -> None:
    """The messages of the table of faults, each provoked."""
    page = PAGE.read_text(encoding="utf-8")
    (tmp_path / "empty.txt").touch()
    (tmp_path / "scan.pdf").write_bytes(b"%PDF-1.4\n")
    (tmp_path / "notes").mkdir()
    (tmp_path / "notes.txt").write_text("no ledger", encoding="utf-8")
    provoked = [line.removeprefix("$ ") for line in page.splitlines() if line.startswith("$ dragoman")]
    assert len(provoked) >= 5
    for line in provoked:
        after = page.partition(f"$ {line}\n")[2].partition("\n")[0]
        status, text = run(line, tmp_path)
        assert status == 1, line
        assert after == text.strip(), line
