"""`dragoman registry`, `dragoman resolve` and `dragoman date` as a user types them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.test_commands import complaints, run

EXAMPLES = Path(__file__).parents[2] / "examples"
LINE = (
    '{"sentence": "Moscow said no.", "start": 0, "end": 6, "text": "Moscow", "day": "1998-06-10", "id": 7}\n'
)


def test_each_line_gets_who_is_meant_and_keeps_its_fields(tmp_path: Path) -> None:
    path = tmp_path / "in.jsonl"
    path.write_text(LINE + "\n" + LINE, encoding="utf-8")
    found = run("resolve", path)
    assert found.exit_code == 0
    first, second = (json.loads(line) for line in found.stdout.splitlines())
    assert first == second
    assert (first["id"], first["entity"], first["code"], first["sector"]) == (7, "state:RUS", "RUS", "GOV")
    assert set(first) == set(
        "sentence start end text day id entity name code sector office score why".split()
    )


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("not json", "this is no JSON"),
        ("[1]", "this is no JSON object"),
        ('{"start": 0, "end": 1}', "no sentence"),
        ('{"sentence": "Ab.", "start": 0, "end": true}', "start and end are not both whole numbers"),
        ('{"sentence": "Ab.", "start": 2, "end": 9}', "2 to 9 is no stretch of a sentence of 3 characters"),
        ('{"sentence": "Ab.", "start": 0, "end": 2, "text": "b"}', "text is 'b', but 0 to 2 is 'Ab'"),
        ('{"sentence": "Ab.", "start": 0, "end": 2, "day": "June"}', "'June' is not a day"),
    ],
)
def test_a_faulty_line_is_told_and_stops_nothing(tmp_path: Path, line: str, fault: str) -> None:
    path = tmp_path / "in.jsonl"
    path.write_text(f"{line}\n{LINE}", encoding="utf-8")
    found = run("resolve", path)
    assert found.exit_code == 1
    assert f"in.jsonl, line 1: {fault}" in complaints(found)[0]
    bad, good = (json.loads(one) for one in found.stdout.splitlines())
    assert (bad["entity"], bad["code"]) == (None, None)
    assert fault in bad["why"]
    assert good["code"] == "RUS"


def test_out_is_written_and_may_not_be_what_is_read(tmp_path: Path) -> None:
    path, out = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    path.write_text(LINE, encoding="utf-8")
    assert run("resolve", path, "--out", out).exit_code == 0
    assert json.loads(out.read_text(encoding="utf-8"))["code"] == "RUS"
    assert "this is the file that is read" in complaints(run("resolve", path, "--out", path))[0]


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    assert "the file cannot be read" in complaints(run("resolve", tmp_path / "none.jsonl"))[0]


def test_a_faulty_overlay_stops_a_command_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "my.yml"
    path.write_text("persons:\n  - name: A\n", encoding="utf-8")
    found = run("claims", EXAMPLES / "kosovo-1998", "--registry", path)
    assert found.exit_code == 1
    assert "my.yml, line 2: terms is missing" in complaints(found)[0]


def test_add_then_who(tmp_path: Path) -> None:
    path = tmp_path / "my.yml"
    options: list[str | Path] = [
        "--office",
        "spokesman",
        "--of",
        "Norway",
        "--from",
        "1998",
        "--registry",
        path,
    ]
    assert run("registry", "add", "Ida Moe", *options).exit_code == 0
    found = run("registry", "who", "spokesman", "NOR", "1999-01-01", "--registry", path)
    assert found.stdout == "Ida Moe\tSpokesman\t1998 to ?\toverlay my.yml\tperson:own-ida-moe\n"


def test_check_lists_every_fault_of_an_overlay(tmp_path: Path) -> None:
    path = tmp_path / "my.yml"
    path.write_text("placs: []\nbodies: []\n", encoding="utf-8")
    found = run("registry", "check", "--registry", path)
    assert found.exit_code == 1
    assert len(complaints(found)) == 2


def test_date_tells_the_day_and_why() -> None:
    found = run("date", EXAMPLES / "kosovo-1998", "--format", "jsonl")
    records = [json.loads(line) for line in found.stdout.splitlines()]
    assert len(records) >= 7
    assert all(record["basis"] and record["candidates"] for record in records)
