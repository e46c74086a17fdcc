"""Headers: keyed lines, front matter, cables, mastheads, titles; and prose left alone."""

from __future__ import annotations

import pytest

from dragoman.dispatches.header import read_header

PROSE = "The minister left for talks."


@pytest.mark.parametrize(
    ("head", "fields"),
    [
        (
            "Publication: Herald Volume: 4 Issue: 112",
            [("outlet", "Herald"), ("volume", "4"), ("issue", "112")],
        ),
        (
            "From: Reuters\r\nDate: 12 June 1998\r\nSubject: Talks",
            [("origin", "Reuters"), ("day", "12 June 1998"), ("title", "Talks")],
        ),
        (
            '---\ntitle: "One: two"\ndate: 1998-06-11\n---',
            [("title", "One: two"), ("day", "1998-06-11")],
        ),
        ("\ufeff\n# Talks stall\n\nBy Jane Doe\n", [("title", "# Talks stall"), ("other", "By Jane Doe")]),
        (
            "UNCLAS NICOSIA 000123\nSIPDIS\nFM AMEMBASSY NICOSIA\nP 101530Z JUN 98\nTAGS: PREL",
            [
                ("other", "UNCLAS NICOSIA 000123"),
                ("other", "SIPDIS"),
                ("origin", "AMEMBASSY NICOSIA"),
                ("day", "P 101530Z JUN 98"),
                ("other", "PREL"),
            ],
        ),
        (
            "Daily Brief, Vol. 4, No. 112, June 11, 1998",
            [("volume", "4"), ("issue", "112"), ("outlet", "Daily Brief"), ("day", "June 11, 1998")],
        ),
        ("Thursday, 11 June 1998", [("day", "Thursday, 11 June 1998")]),
        ("Date: 1 May 1999\nKicker: x\nTitle: y", [("day", "1 May 1999"), ("title", "x"), ("title", "y")]),
        (
            "Date: 1 May 1999\nMood: tense\nTitle: y",
            [("day", "1 May 1999"), ("other", "Mood: tense"), ("title", "y")],
        ),
        (
            "Sahel Bulletin | 7 August 2023",
            [
                ("masthead", "Sahel Bulletin"),
                ("title", "Sahel Bulletin"),
                ("day", "7 August 2023"),
            ],
        ),
        ("17 August 1961, 8 p.m.", [("day", "17 August 1961")]),
        (
            "THE COURIER\nThursday, November 1, 1956\n\nTALKS STALL IN CAIRO",
            [
                ("title", "THE COURIER"),
                ("day", "Thursday, November 1, 1956"),
                ("title", "TALKS STALL IN CAIRO"),
            ],
        ),
        ("Talks stall\nDate: 1 May 1999", [("title", "Talks stall"), ("day", "1 May 1999")]),
    ],
)
def test_header_is_read_and_ends_where_prose_begins(head: str, fields: list[tuple[str, str]]) -> None:
    text = f"{head}\n\n{PROSE}"
    header = read_header(text)
    assert [(field.role, field.value.text) for field in header.fields] == fields
    assert text[header.end :] == PROSE
    assert all(text[field.value.start : field.value.end] == field.value.text for field in header.fields)


@pytest.mark.parametrize(
    "text",
    [
        PROSE,
        "Moscow: the minister said no.",
        "The minister said: no.",
        "From: the hall came shouts and cries while the delegates filed out of the room.",
        "A short line\n\nMore prose here, as in a list.",
        "PARIS, June 10 (AP) - The envoy left.",
        "---\nA rule that opens no front matter.",
    ],
)
def test_prose_is_no_header(text: str) -> None:
    header = read_header(text)
    assert "".join(text.split("---\n")) == text[header.end :]
