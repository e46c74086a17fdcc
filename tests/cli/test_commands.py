"""Commands as a user types them: what they print, what they refuse, and with which code."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from dragoman.cli import app

EXAMPLES = Path(__file__).parents[2] / "examples" / "kosovo-1998"
NOTE = "Bishop Weekly, 11 June 1998\n\nFrance urged Austria to open the border. Rebels bombed the convoy.\n"
LATER = "Rebels shelled the port. Norway held talks with Sweden in Copenhagen.\n"


def run(*words: str | Path, columns: int = 80) -> Result:
    """The outcome of a command line; only an orderly exit is none of a fault."""
    found = CliRunner().invoke(app, [str(word) for word in words], env={"COLUMNS": str(columns)})
    assert found.exception is None or isinstance(found.exception, SystemExit), found.exception
    assert "Traceback" not in found.output
    return found


def complaints(found: Result) -> list[str]:
    """The lines on standard error that tell of a fault."""
    return [line for line in found.stderr.splitlines() if line.startswith("dragoman: ")]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two dispatches of our own, a week apart."""
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "1998-06-11.txt").write_text(NOTE, encoding="utf-8")
    (tmp_path / "in" / "1998-06-18.txt").write_text(LATER, encoding="utf-8")
    return tmp_path / "in"


# -- good input -------------------------------------------------------------------------------


def test_claims_prints_one_object_a_line(folder: Path) -> None:
    found = run("claims", folder)
    lines = [json.loads(line) for line in found.stdout.splitlines()]
    assert (found.exit_code, found.stderr) == (0, "")
    assert [line["kind"] for line in lines] == ["demand", "event", "event", "event"]
    for line in lines:
        text = Path(line["dispatch"]["path"]).read_bytes().decode("utf-8")
        evidence = line["evidence"]
        assert text[evidence["start"] : evidence["end"]] == evidence["text"]


def test_claims_of_the_same_input_are_the_same(folder: Path) -> None:
    assert run("claims", folder).stdout == run("claims", folder).stdout


def test_annotate_prints_the_words_with_one_root_a_sentence(folder: Path) -> None:
    found = run("annotate", folder / "1998-06-18.txt")
    told = json.loads(found.stdout)
    assert found.exit_code == 0
    assert len(told["sentences"]) == 2
    for sentence in told["sentences"]:
        assert [token["head"] for token in sentence["tokens"]].count(-1) == 1
    assert {"start": 26, "end": 32, "label": "LOC"} in [n | {"label": "LOC"} for n in told["names"]] or told[
        "names"
    ]


def test_brief_prints_every_section_and_the_words(folder: Path) -> None:
    found = run("brief", folder)
    assert found.exit_code == 0
    for part in ("Agenda", "Demands", "Commitments", "The words"):
        assert part in found.stdout
    assert "“Rebels bombed the convoy”" in found.stdout


@pytest.mark.parametrize(("form", "begins"), [("json", "{"), ("markdown", "#")])
def test_brief_in_other_forms(folder: Path, form: str, begins: str) -> None:
    found = run("brief", folder, "--format", form)
    assert found.exit_code == 0
    assert found.stdout.startswith(begins)


@pytest.mark.parametrize("ending", [".html", ".md", ".json"])
def test_out_writes_a_file_and_says_where(folder: Path, tmp_path: Path, ending: str) -> None:
    out = tmp_path / f"brief{ending}"
    found = run("brief", folder, "--out", out)
    assert found.exit_code == 0
    assert f"Written to {out}" in found.stderr
    assert "Rebels" in out.read_text(encoding="utf-8")


def test_the_json_brief_stands_on_claims_that_the_claims_command_prints(folder: Path) -> None:
    ids = {json.loads(line)["id"] for line in run("claims", folder).stdout.splitlines()}
    told = json.loads(run("brief", folder, "--format", "json").stdout)
    called = {
        claim for part in ("events", "demands", "agenda") for row in told[part] for claim in row["claims"]
    }
    assert called
    assert called <= ids


@pytest.mark.parametrize("columns", [80, 60])
def test_no_line_is_wider_than_the_terminal(columns: int) -> None:
    found = run("brief", EXAMPLES, columns=columns)
    assert found.exit_code == 0
    assert max(map(len, found.stdout.splitlines())) <= columns


def test_as_of_hides_what_was_published_later(folder: Path) -> None:
    early = [json.loads(line) for line in run("claims", folder, "--as-of", "1998-06-12").stdout.splitlines()]
    assert {Path(line["dispatch"]["path"]).name for line in early} == {"1998-06-11.txt"}
    assert "Norway" not in run("brief", folder, "--as-of", "1998-06-12").stdout
    assert "Norway" in run("brief", folder, "--as-of", "1998-06-18").stdout


def test_published_dates_what_is_undated(tmp_path: Path) -> None:
    plain = tmp_path / "plain.txt"
    plain.write_text("Rebels bombed the convoy on Monday.", encoding="utf-8")
    (line,) = run("claims", plain, "--published", "2001-03-14").stdout.splitlines()
    told = json.loads(line)
    assert told["dispatch"]["published"]["earliest"] == "2001-03-14"
    assert told["when"]["earliest"] == "2001-03-12"


# -- the ledger -------------------------------------------------------------------------------


def test_reading_twice_into_a_ledger_changes_nothing(folder: Path, tmp_path: Path) -> None:
    book = tmp_path / "crisis.ledger"
    first = run("brief", folder, "--ledger", book, "--format", "json").stdout
    before = book.read_bytes()
    second = run("brief", folder, "--ledger", book, "--format", "json").stdout
    assert first == second
    assert book.read_bytes() == before


def test_a_ledger_alone_gives_the_brief_of_what_it_holds(folder: Path, tmp_path: Path) -> None:
    book = tmp_path / "crisis.ledger"
    first = run("brief", folder, "--ledger", book, "--format", "json")
    again = run("brief", "--ledger", book, "--format", "json")
    assert again.exit_code == 0
    assert again.stdout == first.stdout


def test_a_ledger_grows_by_what_is_new(folder: Path, tmp_path: Path) -> None:
    book = tmp_path / "crisis.ledger"
    run("brief", folder / "1998-06-11.txt", "--ledger", book)
    whole = json.loads(run("brief", folder / "1998-06-18.txt", "--ledger", book, "--format", "json").stdout)
    assert len(whole["dispatches"]) == 2


# -- refused ----------------------------------------------------------------------------------


def _bad_files(folder: Path) -> dict[str, tuple[Path, str]]:
    (folder / "binary.txt").write_bytes(bytes(range(256)) * 40)
    (folder / "large.txt").write_bytes(b"Rebels bombed the convoy. " * 2_000_000)
    (folder / "bare").mkdir()
    (folder / "bare" / "picture.png").write_bytes(b"\x89PNG")
    return {
        "missing": (folder / "missing.txt", "no such file"),
        "binary": (folder / "binary.txt", "binary"),
        "50 MB": (folder / "large.txt", "too large"),
        "no text": (folder / "bare", "no dispatch"),
    }


@pytest.mark.parametrize("case", ["missing", "binary", "50 MB", "no text"])
@pytest.mark.parametrize("command", ["brief", "claims", "annotate"])
def test_bad_input_is_one_line_and_code_1(tmp_path: Path, command: str, case: str) -> None:
    path, words = _bad_files(tmp_path)[case]
    if (command, case) == ("annotate", "no text"):
        words = "this is a folder"  # annotate reads one file
    found = run(command, path)
    (line,) = complaints(found)
    assert found.exit_code == 1
    assert str(path) in line
    assert words in line
    assert found.stderr.strip() == line


def test_bad_files_do_not_stop_the_others(folder: Path, tmp_path: Path) -> None:
    good = [json.loads(line)["id"] for line in run("claims", folder).stdout.splitlines()]
    bad = [path for path, _ in _bad_files(tmp_path).values()]
    found = run("claims", bad[0], folder, *bad[1:])
    assert [json.loads(line)["id"] for line in found.stdout.splitlines()] == good
    assert len(complaints(found)) == len(bad)
    assert found.exit_code == 1


@pytest.mark.parametrize("command", ["brief", "claims", "annotate"])
def test_an_empty_file_is_no_traceback(tmp_path: Path, command: str) -> None:
    empty = tmp_path / "empty.txt"
    empty.write_bytes(b"")
    found = run(command, empty)
    assert found.exit_code in (0, 1)
    assert len(complaints(found)) == found.exit_code


@pytest.mark.parametrize("option", ["--published", "--as-of"])
@pytest.mark.parametrize("day", ["June 11", "1998-13-01", "11/06/1998", ""])
def test_a_bad_day_names_its_option(folder: Path, option: str, day: str) -> None:
    found = run("claims", folder, option, day)
    (line,) = complaints(found)
    assert found.exit_code == 1
    assert option in line
    assert "1998-06-11" in line
    assert found.stdout == ""


def test_out_with_another_ending_is_refused_before_reading(folder: Path, tmp_path: Path) -> None:
    found = run("brief", folder, "--out", tmp_path / "brief.docx")
    (line,) = complaints(found)
    assert found.exit_code == 1
    assert ".html, .md or .json" in line
    assert found.stdout == ""
    assert not (tmp_path / "brief.docx").exists()


def test_out_where_nothing_can_be_written(folder: Path, tmp_path: Path) -> None:
    found = run("brief", folder, "--out", tmp_path / "nowhere" / "brief.html")
    (line,) = complaints(found)
    assert found.exit_code == 1
    assert "cannot be written" in line


@pytest.mark.parametrize("content", [b"This is no ledger.\n" * 60, b"\x00\x01\x02" * 500])
def test_a_file_that_is_no_ledger_is_refused_and_left_alone(
    folder: Path, tmp_path: Path, content: bytes
) -> None:
    book = tmp_path / "letter.ledger"
    book.write_bytes(content)
    found = run("brief", folder, "--ledger", book)
    (line,) = complaints(found)
    assert found.exit_code == 1
    assert "letter.ledger" in line
    assert book.read_bytes() == content


def test_nothing_to_read_is_told() -> None:
    found = run("brief")
    assert found.exit_code == 1
    assert "nothing to read" in complaints(found)[0]


def test_the_version_and_the_help_are_told() -> None:
    assert run("--version").stdout.startswith("dragoman ")
    for command in ("brief", "claims", "annotate", "relations"):
        assert command in run("--help").stdout
        assert run(command, "--help").exit_code == 0


def test_a_name_with_odd_letters_and_blanks_is_read(tmp_path: Path) -> None:
    odd = tmp_path / "depêche n° 7 – Приштина.txt"
    odd.write_text("Rebels bombed the convoy.", encoding="utf-8")
    (line,) = run("claims", odd).stdout.splitlines()
    assert json.loads(line)["dispatch"]["path"] == os.fspath(odd)
