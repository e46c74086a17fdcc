"""Source notes: which parentheses are notes, whose days they give, and what they cover."""

from __future__ import annotations

from datetime import date

import pytest

from dragoman.dispatches.notes import date_notes, find_notes
from dragoman.model import Days

NOTED = [
    ("A. (Reuter, AP, June 10)", [("Reuter", (6, 10)), ("AP", (6, 10))]),
    ("A. (AP, June 10)In an effort", [("AP", (6, 10))]),
    ("A. (Reuter, June 7; AP, June 10) The", [("Reuter", (6, 7)), ("AP", (6, 10))]),
    ("A. (AFP, BBC, 3 May)\r\n\r\nB.", [("AFP", (5, 3)), ("BBC", (5, 3))]),
    ("A. (Interfax, March 3-4)", [("Interfax", (3, 4))]),
    ("A.” [ITAR-TASS, Jan 12] B", [("ITAR-TASS", (1, 12))]),
    ("A. (Reuters)", [("Reuters", None)]),
    ("A (Reuters).", [("Reuters", None)]),
    ("A (AFP, 3 May). B.", [("AFP", (5, 3))]),
    ("A. (Harbour Gazette, June 10) B.", [("Harbour Gazette", (6, 10))]),
    ("A. (local media, June 3) In", [("local media", (6, 3))]),
    ("A. (AP/AFP and Radio Nord, June 10)", [("AP", (6, 10)), ("AFP", (6, 10)), ("Radio Nord", (6, 10))]),
    ("A. (AP - June 10)", [("AP", (6, 10))]),
    ("A. (www.example.org, June 10)", [("www.example.org", (6, 10))]),
    ("A. (AP, June 9, 10)", [("AP", (6, 10))]),
    ("A. (AP,\nJune 10)", [("AP", (6, 10))]),
    ("A. (Source: Reuters)", [("Reuters", None)]),
    ("A. —Reuters", [("Reuters", None)]),
]


@pytest.mark.parametrize(("text", "names"), NOTED)
def test_note_is_found(text: str, names: list[tuple[str, tuple[int, int] | None]]) -> None:
    (note,) = find_notes(text, (0, len(text)))
    found = [(name.anchor.text, name.day.month_days[-1] if name.day else None) for name in note.names]
    assert found == names
    for anchor in (note.anchor, *(name.anchor for name in note.names)):
        assert text[anchor.start : anchor.end] == anchor.text
    assert note.covers == (0, note.anchor.start)


@pytest.mark.parametrize(
    "text",
    [
        "He left. (June 10)",
        "The bloc (NATO, the alliance, and others) met.",
        "The KLA (KLA) met. The army (JNA).",
        "He told the Associated Press (AP).",
        "They met at Geneva (Geneva, 3 March 1986) again.",
        "It was signed there (Geneva, 3 March 1986).",
        "He left. (He resigned on Dec. 31.) She stayed.",
        "He rose. (Born May 3, 1941) He fell.",
        "He left. (see page 3, June 10) She stayed.",
        "He spoke. (Laughter) He went on. (Applause.)",
        "The agency (AFP) said so.",
        "A.\n\n(AP\n\nJune 10)",
    ],
)
def test_other_parentheses_are_not_taken(text: str) -> None:
    assert find_notes(text, (0, len(text))) == ()


def test_notes_cover_back_to_the_one_before() -> None:
    text = "HEAD One. (AP, June 9) Two. (AFP, June 10)\n\nThree."
    first, second = find_notes(text, (5, len(text)))
    assert text[slice(*first.covers)] == "One. "
    assert text[slice(*second.covers)] == " Two. "


@pytest.mark.parametrize(
    ("note", "published", "day"),
    [
        ("(AP, June 10)", date(1998, 6, 11), date(1998, 6, 10)),
        ("(AP, Dec. 31)", date(1999, 1, 1), date(1998, 12, 31)),
        ("(AP, Nov. 3)", date(1998, 6, 11), date(1997, 11, 3)),
        ("(AP, Feb. 29)", date(1998, 3, 1), None),
        ("(AP, Feb. 29)", date(1996, 3, 1), date(1996, 2, 29)),
        ("(AP, June 31)", date(1998, 6, 11), None),
        ("(AP, June 10, 1986)", date(1998, 6, 11), date(1986, 6, 10)),
        ("(AP, Jan. 1)", date(1998, 12, 31), date(1999, 1, 1)),
        ("(AP, June 10)", None, None),
    ],
)
def test_day_of_a_wire_is_the_last_such_day_by_publication(
    note: str, published: date | None, day: date | None
) -> None:
    text = f"He left. {note}"
    (dated,) = date_notes(find_notes(text, (0, len(text))), Days(published, published))
    assert [(wire.name, wire.day) for wire in dated.wires] == [("AP", day)]
