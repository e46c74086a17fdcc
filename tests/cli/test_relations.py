"""`dragoman relations` as a user types it, and `--min-confidence` wherever it is an option."""

from __future__ import annotations

import csv
import json
import os
import subprocess
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from types import SimpleNamespace

import pytest

import dragoman.cli.relations as command
from dragoman.errors import ReaderError
from dragoman.model import Claim, Dispatch, Entry, Event, Marked, Relation
from dragoman.pipeline import Desk
from tests.cli.test_commands import complaints, run

EXAMPLE = Path(__file__).parents[2] / "examples" / "relations.tsv"
PLOVER = (
    "AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION "
    "MOBILIZE COERCE ASSAULT"
).split()
TABLE = "id\tmarked_sentence\n1\t<s>France</s> met <t>Austria</t>.\n2\tnobody\n3\t<s>Rebels</s> fled.\n"


def rows_of(table: Path | str) -> list[dict[str, str]]:
    text = table if isinstance(table, str) else table.read_bytes().decode()
    return list(csv.DictReader(text.splitlines(), delimiter="\t"))


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[Sequence[Marked]]:
    """What a stand-in for the network was asked, call by call; it is surer where there is a recipient."""
    calls: list[Sequence[Marked]] = []

    def between(_desk: Desk, sentences: Sequence[Marked]) -> list[Relation]:
        calls.append(sentences)
        return [Relation("CONSULT", 0.75) if s.recipients else Relation("RETREAT", 0.25) for s in sentences]

    monkeypatch.setattr(Desk, "relations", between)
    return calls


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "in.tsv"
    path.write_text(TABLE, encoding="utf-8")
    return path


@pytest.mark.usefixtures("asked")
def test_each_row_gets_its_event_and_a_faulty_one_none(table: Path) -> None:
    found = run("relations", table)
    assert found.stdout == (
        "id\tmarked_sentence\tevent\tconfidence\n1\t<s>France</s> met <t>Austria</t>.\tCONSULT\t0.7500\n"
        "2\tnobody\t\t\n3\t<s>Rebels</s> fled.\tRETREAT\t0.2500\n"
    )
    (line,) = complaints(found)
    assert line.startswith(f"dragoman: {table}, line 3: nobody is marked. ")
    assert found.exit_code == 1


@pytest.mark.usefixtures("asked")
def test_out_holds_what_standard_output_gets(table: Path, tmp_path: Path) -> None:
    found = run("relations", table, "--out", tmp_path / "out.tsv")
    assert found.stdout == ""
    assert f"Written to {tmp_path / 'out.tsv'}" in found.stderr
    written = (tmp_path / "out.tsv").read_bytes().decode()
    assert written == run("relations", table, "--out", "-").stdout == run("relations", table).stdout


def test_the_network_is_asked_for_the_sentences_without_marks(
    asked: list[Sequence[Marked]], table: Path
) -> None:
    run("relations", table)
    assert asked == [
        [Marked("France met Austria.", ((0, 6),), ((11, 18),)), Marked("Rebels fled.", ((0, 6),))]
    ]


@pytest.mark.parametrize(("rows", "chunks"), [(0, []), (512, [512]), (1100, [512, 512, 76])])
def test_rows_are_judged_by_the_chunk(
    asked: list[Sequence[Marked]], tmp_path: Path, rows: int, chunks: list[int]
) -> None:
    many = tmp_path / "many.tsv"
    many.write_text("n\tmarked_sentence\n" + "".join(f"{n}\t<s>A</s> {n}\n" for n in range(rows)))
    found = run("relations", many)
    assert (found.exit_code, found.stderr) == (0, "")
    assert [len(sentences) for sentences in asked] == chunks
    assert [row["n"] for row in rows_of(found.stdout)] == [str(n) for n in range(rows)]


def test_a_table_is_written_as_it_goes(
    monkeypatch: pytest.MonkeyPatch, asked: list[Sequence[Marked]], table: Path, tmp_path: Path
) -> None:
    """When the second chunk is judged, the first one stands in the file."""
    monkeypatch.setattr(command, "CHUNK", 1)
    out, judge, seen = tmp_path / "out.tsv", Desk.relations, list[int]()

    def watched(desk: Desk, sentences: Sequence[Marked]) -> list[Relation]:
        seen.append(out.read_text().count("\n") if out.exists() else 0)
        return judge(desk, sentences)

    monkeypatch.setattr(Desk, "relations", watched)
    run("relations", table, "--out", out)
    assert len(asked) == 2
    assert seen == [0, 3]


@pytest.mark.usefixtures("asked")
def test_rows_that_are_not_sure_enough_keep_their_confidence(table: Path) -> None:
    told = rows_of(run("relations", table, "--min-confidence", "0.5").stdout)
    assert [(row["event"], row["confidence"]) for row in told] == [
        ("CONSULT", "0.7500"),
        ("", ""),
        ("", "0.2500"),
    ]


@pytest.mark.usefixtures("asked")
@pytest.mark.parametrize("link", ["same", "symbolic", "hard"])
def test_out_may_not_be_the_table_itself(table: Path, tmp_path: Path, link: str) -> None:
    out = table if link == "same" else tmp_path / "other.tsv"
    if link == "symbolic":
        out.symlink_to(table)
    elif link == "hard":
        out.hardlink_to(table)
    found = run("relations", table, "--out", out)
    assert found.exit_code == 1
    assert "this is the file that is read" in complaints(found)[0]
    assert table.read_text(encoding="utf-8") == TABLE


@pytest.mark.usefixtures("asked")
def test_out_where_nothing_can_be_written(table: Path, tmp_path: Path) -> None:
    found = run("relations", table, "--out", tmp_path / "nowhere" / "out.tsv")
    assert found.exit_code == 1
    assert "cannot be written" in complaints(found)[0]


def test_a_reader_that_cannot_be_loaded_leaves_out_as_it_was(
    monkeypatch: pytest.MonkeyPatch, table: Path, tmp_path: Path
) -> None:
    def broken(_desk: Desk, _sentences: Sequence[Marked]) -> list[Relation]:
        raise ReaderError("the weights are damaged")

    monkeypatch.setattr(Desk, "relations", broken)
    out = tmp_path / "out.tsv"
    out.write_text("kept")
    found = run("relations", table, "--out", out)
    assert found.exit_code == 1
    assert "the weights are damaged" in complaints(found)[0]
    assert out.read_text() == "kept"


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "the table is empty"),
        (b"id\ttext\n", "there are: id, text"),
        (b"marked_sentence\n\xff\n", "line 2: not UTF-8"),
        (None, "no such file"),
    ],
)
def test_a_table_that_cannot_be_read_is_one_line_and_code_1(
    tmp_path: Path, content: bytes | None, words: str
) -> None:
    if content is not None:
        (tmp_path / "in.tsv").write_bytes(content)
    found = run("relations", tmp_path / "in.tsv", "--out", tmp_path / "out.tsv")
    (line,) = complaints(found)
    assert found.exit_code == 1
    assert words in line
    assert not (tmp_path / "out.tsv").exists()


def test_a_closed_pipe_ends_quietly(table: Path) -> None:
    code = (
        "from dragoman.cli import main\nfrom dragoman.model import Relation\n"
        "from dragoman.pipeline import Desk\n"
        "Desk.relations = lambda desk, sentences: [Relation('AID', 0.5) for _ in sentences]\nmain()"
    )
    table.write_text("marked_sentence\n<s>A</s>\n", encoding="utf-8")
    reading, writing = os.pipe()
    os.close(reading)
    try:
        found = subprocess.run(
            [sys.executable, "-c", code, "relations", str(table)],
            stdout=writing, stderr=subprocess.PIPE, check=False,
        )  # fmt: skip
    finally:
        os.close(writing)
    assert found.stderr.decode() == ""


def test_the_example_gets_events_from_the_network(tmp_path: Path) -> None:
    """The whole command with the weights of the package."""
    found = run("relations", EXAMPLE, "--out", tmp_path / "out.tsv")
    assert found.exit_code == 0
    before, after = rows_of(EXAMPLE), rows_of(tmp_path / "out.tsv")
    assert [{name: row[name] for name in before[0]} for row in after] == before
    assert {row["event"] for row in after} <= set(PLOVER)
    assert all(1 / 16 <= float(row["confidence"]) <= 1 for row in after)
    assert [row["event"] for row in after[:2]] == ["REQUEST", "ASSAULT"]


# -- --min-confidence of claims and brief -----------------------------------------------------


@pytest.fixture
def note(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A dispatch of two sentences of which a stand-in makes two claims, 0.25 and 0.75 sure."""
    path = tmp_path / "1998-06-11.txt"
    path.write_text("Rebels bombed the convoy. Norway aided Sweden.", encoding="utf-8")

    def entries(_desk: Desk, dispatch: Dispatch) -> Iterable[Entry]:
        for start, end, event, sure in ((0, 25, "ASSAULT", 0.25), (26, 46, "AID", 0.75)):
            words = dispatch.anchor(start, end)
            yield Entry(Claim(event, dispatch.id, words, words, "event", Event(event), confidence=sure))

    monkeypatch.setattr(Desk, "entries", lambda desk, dispatch: tuple(entries(desk, dispatch)))
    monkeypatch.setattr(Desk, "reader", SimpleNamespace(digest="0" * 16))
    return path


@pytest.mark.parametrize(
    ("least", "kept"), [("0", ["ASSAULT", "AID"]), ("0.25", ["ASSAULT", "AID"]), ("0.3", ["AID"]), ("1", [])]
)
def test_claims_and_brief_leave_out_what_is_less_sure(note: Path, least: str, kept: list[str]) -> None:
    found = run("claims", note, "--min-confidence", least)
    assert (found.exit_code, found.stderr) == (0, "")
    assert [json.loads(line)["id"] for line in found.stdout.splitlines()] == kept
    told = json.loads(run("brief", note, "--min-confidence", least, "--format", "json").stdout)
    assert [event["type"] for event in told["events"]] == kept
    assert len(told["dispatches"]) == 1


@pytest.mark.usefixtures("note")
def test_what_a_brief_leaves_out_stays_in_the_ledger(note: Path, tmp_path: Path) -> None:
    book = tmp_path / "crisis.ledger"
    run("brief", note, "--ledger", book, "--min-confidence", "0.5")
    told = json.loads(run("brief", "--ledger", book, "--format", "json").stdout)
    assert [event["type"] for event in told["events"]] == ["ASSAULT", "AID"]


@pytest.mark.parametrize("command", ["claims", "brief", "relations"])
@pytest.mark.parametrize("least", ["-0.1", "1.5", "nan", "half"])
def test_a_confidence_that_is_none_is_code_2(table: Path, command: str, least: str) -> None:
    found = run(command, table, "--min-confidence", least)
    assert found.exit_code == 2
    assert "--min-confidence" in found.stderr
    assert found.stdout == ""
