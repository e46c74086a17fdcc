"""The day of publication: what decides it, what does not, and the reasons."""

from __future__ import annotations

from datetime import date

import pytest

from dragoman.dispatches import dispatch_of, possible_days, redate
from dragoman.model import Days

NOTED = "He left yesterday. (AP, June 10) She came yesterday. (Reuter, June 7; AP, June 10)"


@pytest.mark.parametrize(
    ("text", "path", "first", "last"),
    [
        ("He left.", "1998-06-17.txt", date(1998, 6, 17), None),
        ("He left.", "19980617_x.txt", date(1998, 6, 17), None),
        ("He left.", "17-06-1998.txt", date(1998, 6, 17), None),
        ("He left.", "brief_1998_06_17.txt", date(1998, 6, 17), None),
        ("He left.", "brief-june-17-1998.md", date(1998, 6, 17), None),
        ("Date: 12 June 1998\n\nPARIS, June 11 (AP) - He left.", "", date(1998, 6, 12), None),
        ("Date: June 1998\n\nHe left.", "", date(1998, 6, 1), date(1998, 6, 30)),
        (f"Date: June 1998\n\n{NOTED}", "", date(1998, 6, 11), None),
        ("Geneva, 3 March 1986 — He left.", "", date(1986, 3, 3), None),
        (NOTED, "herald-1998.txt", date(1998, 6, 11), None),
        (f"{NOTED}\n\nCopyright 1998 Herald", "", date(1998, 6, 11), None),
        (f"On 3 June 1998 he came. {NOTED}", "", date(1998, 6, 11), None),
        ("He left. (AP, June 10)\n(c) 1998 Herald", "", date(1998, 6, 10), date(1998, 6, 11)),
        ("He left today. (AP, June 10)\n(c) 1998 Herald", "", date(1998, 6, 10), None),
        ("“I left yesterday,” he said today. (AP, June 10)\n(c) 1998 X", "", date(1998, 6, 10), None),
        ("Year: 1999\n\nHe left yesterday. (AP, Dec 31)", "", date(1999, 1, 1), None),
        ("Year: 1998\n\nThey meet tomorrow (June 12) in Paris.", "", date(1998, 6, 11), None),
        ("# Brief, 11 June 1998\n\nHe left.", "", date(1998, 6, 11), None),
        ("PARIS, March 3 (AP) - He left.", "03-04-1986.txt", date(1986, 4, 3), None),
    ],
)
def test_evidence_decides(text: str, path: str, first: date, last: date | None) -> None:
    if path.startswith("03-04"):
        text = text.replace("March 3", "April 3")
    published = dispatch_of(text, path).published
    assert (published.earliest, published.latest) == (first, last or first)
    assert published.words
    assert published.basis


@pytest.mark.parametrize(
    ("text", "path", "told"),
    [
        ("He left.", "", "no day given"),
        ("He left.", "000_569f26a4059ac039.txt", "no day given"),
        ("He left.", "20261345.txt", "no day given"),
        (NOTED, "", "June 11 of an unknown year"),
        (f"The war of 1991. {NOTED}", "", "the text names 1991"),
        (f"On 3 September 1991 he came. {NOTED}", "", "June 11 of an unknown year"),
        ("PARIS, Tuesday, March 3 (AP) - He left.", "", "1987, 1992, 1998, 2009"),
        ("He left.", "06-07-1998.txt", "either June 7, 1998 or July 6, 1998"),
        ("He left yesterday. (AP, June 31)", "", "June has no day 31"),
        ("Date: 1998-13-01\n\nHe left.", "", "no such day as 1998-13-01"),
    ],
)
def test_year_or_day_stays_open(text: str, path: str, told: str) -> None:
    published = dispatch_of(text, path).published
    assert not published.known
    assert told in published.basis


def test_the_users_day_is_strongest_and_conflicts_are_said() -> None:
    published = dispatch_of(f"Date: 12 June 1998\n\n{NOTED}", "", date(1998, 6, 17)).published
    assert published.earliest == published.latest == date(1998, 6, 17)
    assert "set aside: the header says 12 June 1998" in published.basis


def test_weekday_that_does_not_fit_is_said() -> None:
    assert "which was a Friday" in dispatch_of("Date: Monday, 12 June 1998\n\nHe left.").published.basis


def test_whoever_knows_the_year_can_redate() -> None:
    dispatch = dispatch_of(NOTED)
    assert dispatch.notes[0].wires[0].day is None
    days = [day for day in possible_days(dispatch) if day.year == 1998]
    assert days == [date(1998, 6, 11)]
    dated = redate(dispatch, Days(days[0], days[0], basis="the minister held office in 1998"))
    assert [wire.day for note in dated.notes for wire in note.wires] == [
        date(1998, 6, 10),
        date(1998, 6, 7),
        date(1998, 6, 10),
    ]
    assert possible_days(dispatch_of("He left.")) == ()
