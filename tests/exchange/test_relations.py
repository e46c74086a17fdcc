"""Tables of marked sentences: marks out and places right, cells as they were, faults told and survived."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from dragoman.errors import TableError
from dragoman.exchange import MarkedTable, unmarked
from dragoman.exchange.tables import tab_line
from dragoman.model import Marked, Relation

SURE = Relation("AGREE", 0.87654)
MET = "<s>France</s> met <t>Austria</t>."

# -- marks ------------------------------------------------------------------------------------


TEXTS = st.text(st.sampled_from("ab <>/st é\n\t\"'𝄞"), min_size=1, max_size=20)
EDGES = st.lists(st.integers(0, 20), max_size=6)


def pairs(edges: list[int], text: str) -> tuple[tuple[int, int], ...]:
    """Places in a text that do not overlap and hold more than blanks."""
    own = sorted({edge for edge in edges if edge <= len(text)})
    return tuple((a, b) for a, b in zip(own[::2], own[1::2], strict=False) if text[a:b].strip())


def with_marks(sentence: Marked) -> str:
    """The sentence as somebody marks it."""
    put = sorted(
        edge
        for party, places in (("s", sentence.actors), ("t", sentence.recipients))
        for start, end in places
        for edge in ((start, 1, f"<{party}>"), (end, 0, f"</{party}>"))
    )
    out, before = "", 0
    for place, _, tag in put:
        out, before = out + sentence.text[before:place] + tag, place
    return out + sentence.text[before:]


@settings(deadline=None)
@given(TEXTS, EDGES, EDGES)
def test_unmarking_gives_back_text_and_places(text: str, actors: list[int], recipients: list[int]) -> None:
    """Wherever the marks stand, in any text that has none of its own."""
    text = "x" + text
    assume(not any(mark in text for mark in ("<s>", "</s>", "<t>", "</t>")))
    sentence = Marked(text, pairs([0, 1, *actors], text), pairs(recipients, text))
    assert unmarked(with_marks(sentence)) == sentence


@pytest.mark.parametrize(
    ("written", "text", "actors", "recipients"),
    [
        (MET, "France met Austria.", ["France"], ["Austria"]),
        ("<s>Rebels</s> fled.", "Rebels fled.", ["Rebels"], []),
        ("<t>Austria</t> was urged to wait.", "Austria was urged to wait.", [], ["Austria"]),
        ("<s>A</s> and <s>B</s> hit <t>C</t>.", "A and B hit C.", ["A", "B"], ["C"]),
        ("<s><t>Iraqi</t> rebels</s> yield.", "Iraqi rebels yield.", ["Iraqi rebels"], ["Iraqi"]),
        ("<s>A <t>B</s> C</t>", "A B C", ["A B"], ["B C"]),
        ("<b><s>5 < 6</s></b> > <S>", "<b>5 < 6</b> > <S>", ["5 < 6"], []),
        ("<<s>s></s>", "<s>", ["s>"], []),
    ],
)
def test_marks_that_hold(written: str, text: str, actors: list[str], recipients: list[str]) -> None:
    sentence = unmarked(written)
    assert sentence.text == text
    assert [text[a:b] for a, b in sentence.actors] == actors
    assert [text[a:b] for a, b in sentence.recipients] == recipients


@pytest.mark.parametrize(
    ("written", "fault"),
    [
        ("France met Austria.", "nobody is marked"),
        ("", "nobody is marked"),
        ("<s>France met <t>Austria</t>.", "<s> is not closed"),
        ("<s>France</s> met <t>Austria.", "<t> is not closed"),
        ("France</s> met Austria.", "</s> closes nothing"),
        ("<s>France</t> met Austria.", "</t> closes nothing"),
        ("<s>France <s>met</s> Austria.", "a second <s> before the first is closed"),
        ("<s></s>France met Austria.", "</s> closes a mark that holds no word"),
        ("<s>France</s> met<t> </t>Austria.", "</t> closes a mark that holds no word"),
    ],
)
def test_marks_that_do_not_hold(written: str, fault: str) -> None:
    with pytest.raises(TableError) as told:
        unmarked(written)
    assert told.value.fault == fault
    assert told.value.mend


# -- tables -----------------------------------------------------------------------------------


def table_of(folder: Path, content: str | bytes) -> MarkedTable:
    path = folder / "in.tsv"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return MarkedTable.open(path)


def written(table: MarkedTable, relation: Relation = SURE) -> str:
    """The table with the same event in every row that is not faulty."""
    lines = [table.line(row, relation if isinstance(row.sentence, Marked) else None) for row in table.rows()]
    return table.title() + "".join(lines)


def read(text: str) -> list[list[str]]:
    """The rows of a table as any reader of CSV sees them."""
    return list(csv.reader(io.StringIO(text, newline=""), delimiter="\t"))


def faults(table: MarkedTable) -> list[str]:
    """What is told of faulty rows, without the path."""
    told = [row.sentence for row in table.rows() if isinstance(row.sentence, TableError)]
    assert all(error.place == str(table.path) and error.mend for error in told)
    return [f"{error.at}: {error.fault}" for error in told]


CELLS = st.text(st.sampled_from("ab é\"'\t\n\r,\\\0\u2028\ufeff𝄞"), max_size=8)
LEFT_ALONE = st.tuples(CELLS, CELLS, CELLS)


@settings(deadline=None)
@given(st.lists(LEFT_ALONE, min_size=1, max_size=5))
def test_lines_of_cells_are_read_back_by_csv(rows: list[tuple[str, str, str]]) -> None:
    assert read("".join(map(tab_line, rows))) == [list(row) for row in rows]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(rows=st.lists(LEFT_ALONE, max_size=5), ending=st.sampled_from(["\n", "\r\n"]), bom=st.booleans())
def test_no_cell_is_lost_or_altered(
    tmp_path: Path, rows: list[tuple[str, str, str]], ending: str, bom: bool
) -> None:
    """Whatever csv.writer quotes comes back, with the event and confidence behind it."""
    held = [[one, f"<s>{two}x</s> met {two}", three] for one, two, three in rows]
    source = io.StringIO(newline="")
    writer = csv.writer(source, delimiter="\t", lineterminator=ending, quoting=csv.QUOTE_ALL)
    writer.writerows([["id", "marked_sentence", "note"], *held])
    table = table_of(tmp_path, source.getvalue().encode("utf-8-sig" if bom else "utf-8"))
    assert read(written(table)) == [
        ["id", "marked_sentence", "note", "event", "confidence"],
        *([*row, "AGREE", "0.8765"] for row in held),
    ]


@pytest.mark.parametrize("cell", ["a\nb", "a\tb\nc\td", 'he "said" so', '"all of it"', "", '"', "line\rline"])
def test_a_cell_of_csv_in_the_only_other_column_comes_back(tmp_path: Path, cell: str) -> None:
    table = table_of(tmp_path, tab_line(["id", "marked_sentence"]) + tab_line([cell, MET]) * 2)
    assert [row.cells for row in table.rows()] == [(cell, MET)] * 2


def test_a_line_break_in_the_only_column_does_not_part_it(tmp_path: Path) -> None:
    table = table_of(tmp_path, 'marked_sentence\n"<s>France</s> met\nAustria."\n')
    (row,) = table.rows()
    assert row.cells == ("<s>France</s> met\nAustria.",)


BARE = [
    '"<s>We</s> will fight," he said.',
    '<s>They</s> said "no',
    '"<s>Peace</s> now',
    '<s>War</s> later"',
    '"<s>A</s>" and "B"',
]


@pytest.mark.parametrize("order", [BARE, BARE[::-1], BARE[2:4], BARE[:1], BARE[2:3]])
def test_bare_quotation_marks_stay_and_part_no_row(tmp_path: Path, order: Sequence[str]) -> None:
    """Published tables have sentences that begin with a quotation mark nobody escaped."""
    text = "id\tmarked_sentence\n" + "".join(f"{n}\t{line}\n" for n, line in enumerate(order))
    table = table_of(tmp_path, text)
    assert [row.cells for row in table.rows()] == [(str(n), line) for n, line in enumerate(order)]
    assert read(written(table))[1:] == [
        [str(n), line, "AGREE", "0.8765"] for n, line in enumerate(order)
    ]  # fmt: skip


def test_a_faulty_row_does_not_change_how_quotation_marks_are_read(tmp_path: Path) -> None:
    quoted = f'id\tmarked_sentence\n1\t"<s>A</s> said ""no""\nand left"\nshort\n3\t{MET}\n'
    assert next(table_of(tmp_path, quoted).rows()).cells[-1] == '<s>A</s> said "no"\nand left'
    bare = 'id\tmarked_sentence\n1\t"<s>Peace</s> now\nshort\n3\tnobody\n4\t' + MET + "\n"
    assert faults(table_of(tmp_path, bare)) == [
        "line 3: the row has 1 cells, the head 2",
        "line 4: nobody is marked",
    ]


def test_columns_that_are_there_are_replaced_in_place(tmp_path: Path) -> None:
    table = table_of(tmp_path, f"confidence\tevent\tmarked_sentence\tid\nold\told\t{MET}\t7\n")
    assert written(table) == f"confidence\tevent\tmarked_sentence\tid\n0.8765\tAGREE\t{MET}\t7\n"


@pytest.mark.parametrize(("least", "event"), [(0.0, "AGREE"), (0.8765, "AGREE"), (0.8766, ""), (1.0, "")])
def test_below_the_least_confidence_there_is_no_event(tmp_path: Path, least: float, event: str) -> None:
    table = table_of(tmp_path, f"marked_sentence\n{MET}\n")
    (row,) = table.rows()
    assert table.line(row, SURE, least) == f"{MET}\t{event}\t0.8765\n"


def test_faulty_rows_are_told_with_their_line_and_lose_nothing(tmp_path: Path) -> None:
    table = table_of(
        tmp_path,
        'id\tmarked_sentence\tnote\r\n1\t"two\r\nlines, nobody"\tx\r\n\r\n2\t<s>A\ty\r\n3\r\n4\t'
        + f"{MET}\tz\tmore\r\n5\t{MET}\tz\r\n",
    )
    assert faults(table) == [
        "line 2: nobody is marked",
        "line 5: <s> is not closed",
        "line 6: the row has 1 cells, the head 3",
        "line 7: the row has 4 cells, the head 3",
    ]
    assert read(written(table))[1:] == [
        ["1", "two\r\nlines, nobody", "x", "", ""],
        ["2", "<s>A", "y", "", ""],
        ["3", "", "", "", ""],
        ["4", MET, "z", "", "", "more"],
        ["5", MET, "z", "AGREE", "0.8765"],
    ]


def test_a_row_out_of_shape_loses_no_cell_to_columns_that_are_there(tmp_path: Path) -> None:
    table = table_of(tmp_path, f"event\tmarked_sentence\n{MET}\nold\t{MET}\tmore\n")
    assert written(table) == f"event\tmarked_sentence\tconfidence\n\t{MET}\t\n\told\t\t{MET}\tmore\n"


def test_a_sentence_longer_than_csv_allows_is_read(tmp_path: Path) -> None:
    table = table_of(tmp_path, f"marked_sentence\n{MET}{'x' * 200_000}\n{MET}\n")
    assert [len(row.cells[0]) for row in table.rows()] == [len(MET) + 200_000, len(MET)]


def test_a_head_alone_is_a_table(tmp_path: Path) -> None:
    assert written(table_of(tmp_path, "id\tmarked_sentence")) == "id\tmarked_sentence\tevent\tconfidence\n"


@pytest.mark.parametrize(
    ("content", "fault", "at"),
    [
        (b"", "the table is empty", ""),
        (b"\xef\xbb\xbf\n\n", "the table is empty", ""),
        (b"\nid\ttext\n1\tx\n", "no column marked_sentence; there are: id, text", "line 2"),
        (b"id,marked_sentence\n", "no column marked_sentence; there are: id,marked_sentence", "line 1"),
        (b'"id"x\ttext\n1\tx\n', 'no column marked_sentence; there are: "id"x, text', "line 1"),
        (b"id\tmarked_sentence\n1\tcaf\xe9\n", "not UTF-8", "line 2"),
        ("marked_sentence\n".encode("utf-16"), "not UTF-8", "line 1"),
    ],
)
def test_tables_that_cannot_be_read(tmp_path: Path, content: bytes, fault: str, at: str) -> None:
    with pytest.raises(TableError) as told:
        table_of(tmp_path, content)
    assert (told.value.fault, told.value.at) == (fault, at)
    assert told.value.place.endswith("in.tsv")
    assert told.value.mend


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    for path, fault in ((tmp_path, "this is a folder"), (tmp_path / "none.tsv", "no such file")):
        with pytest.raises(TableError, match=fault):
            MarkedTable.open(path)
