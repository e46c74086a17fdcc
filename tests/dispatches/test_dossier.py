"""Dossiers: sisters date each other; anchors are slices; reading twice gives the same."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import dragoman
from dragoman.dispatches import dispatch_of, read_dispatches
from dragoman.errors import DispatchError
from dragoman.model import Dispatch

NOTED = "He left yesterday. (AP, June 10)"


def issue(folder: Path, name: str, head: str, prose: str = NOTED) -> Path:
    path = folder / name
    path.write_text(f"{head}\n\n{prose}", encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("sister", "own", "day"),
    [
        ("Volume: 4 Issue: 120", "Volume: 4 Issue: 112", date(1998, 6, 11)),
        ("Volume: 4 Issue: 90", "Volume: 4 Issue: 112", date(1999, 6, 11)),
        ("Volume: 4", "Volume: 4", date(1998, 6, 11)),
        ("Volume: IV", "Volume: VI", date(2000, 6, 11)),
    ],
)
def test_sister_issue_gives_the_year(tmp_path: Path, sister: str, own: str, day: date) -> None:
    dated = issue(tmp_path, "a.txt", f"Publication: Herald {sister} Date: 23 June 1998", "He left.")
    undated = issue(tmp_path, "b.txt", f"Publication: Herald {own}")
    for paths in ([dated, undated], [undated, dated]):
        found = {Path(one.path).name: one for one in read_dispatches(paths).dispatches}["b.txt"]
        assert found.published.earliest == found.published.latest == day
        assert found.notes[0].wires[0].day == day.replace(day=10)


def test_neighbouring_issues_bound_an_undated_one(tmp_path: Path) -> None:
    for number, day in ((111, 10), (113, 12)):
        issue(tmp_path, f"{number}.txt", f"Publication: H Volume: 4 Issue: {number}\nDate: {day} June 1998")
    path = issue(tmp_path, "x.txt", "Publication: H Volume: 4 Issue: 112", "He left.")
    found = next(one for one in read_dispatches([tmp_path]).dispatches if one.path == str(path))
    assert (found.published.earliest, found.published.latest) == (date(1998, 6, 10), date(1998, 6, 12))


def test_other_outlets_tell_nothing(tmp_path: Path) -> None:
    issue(tmp_path, "a.txt", "Publication: Herald Volume: 4\nDate: 23 June 1998")
    path = issue(tmp_path, "b.txt", "Publication: Courier Volume: 4")
    found = next(one for one in read_dispatches([tmp_path]).dispatches if one.path == str(path))
    assert not found.published.known


def test_a_dossier_of_one_year_gives_the_year_and_says_so(tmp_path: Path) -> None:
    issue(tmp_path, "1998-08-01.txt", "", "He left.")
    path = issue(tmp_path, "b.txt", "Publication: Courier")
    alone = next(one for one in read_dispatches([tmp_path]).dispatches if one.path == str(path))
    assert not alone.published.known
    issue(tmp_path, "1998-09-01.txt", "", "He came.")
    found = next(one for one in read_dispatches([tmp_path]).dispatches if one.path == str(path))
    assert found.published.earliest == found.published.latest == date(1998, 6, 11)
    assert "taken to be of one crisis" in found.published.basis
    issue(tmp_path, "1974-09-01.txt", "", "He stayed.")
    mixed = next(one for one in read_dispatches([tmp_path]).dispatches if one.path == str(path))
    assert not mixed.published.known


def test_contradicting_sisters_decide_nothing(tmp_path: Path) -> None:
    issue(tmp_path, "a.txt", "Publication: H Volume: 4 Issue: 100\nDate: 23 June 1998")
    issue(tmp_path, "b.txt", "Publication: H Volume: 4 Issue: 120\nDate: 23 June 1990")
    path = issue(tmp_path, "c.txt", "Publication: H Volume: 4 Issue: 112")
    found = next(one for one in read_dispatches([tmp_path]).dispatches if one.path == str(path))
    assert not found.published.known
    assert "contradict" in found.published.basis


@pytest.mark.parametrize(
    ("text", "outlet"),
    [
        ("Publication: Herald\n\nHe left.", "Herald"),
        ("From: Jane Doe <jane@example.org>\n\nHe left.", "Jane Doe"),
        ("PARIS, June 10 (Reuter) - He left.", "Reuter"),
        ("Publication: Herald\n\nPARIS, June 10 (Reuter) - He left.", "Herald"),
        ("He left.", None),
    ],
)
def test_outlet_is_as_printed(text: str, outlet: str | None) -> None:
    assert dispatch_of(text).outlet == outlet


def test_body_leaves_out_header_dateline_and_closing_marks() -> None:
    head = "\ufeffPublication: Herald\r\n\r\nPARIS, June 10 (AP) - "
    text = f"{head}He left.\r\n(AP, June 10)\r\n\r\n-30-\r\nNNNN\r\n"
    dispatch = dispatch_of(text)
    assert text[slice(*dispatch.body)] == "He left.\r\n(AP, June 10)"
    assert dispatch.dateline is not None
    assert dispatch.dateline.text == "PARIS, June 10 (AP)"


def anchors_hold(dispatch: Dispatch) -> None:
    text = dispatch.text
    start, end = dispatch.body
    assert 0 <= start <= end <= len(text)
    anchors = [dispatch.dateline] if dispatch.dateline else []
    edge = start
    for note in dispatch.notes:
        anchors += [note.anchor, *(wire.anchor for wire in note.wires)]
        assert note.covers[0] == edge
        assert note.covers[1] == note.anchor.start
        edge = note.anchor.end
        assert all(note.anchor.covers(wire.anchor) for wire in note.wires)
    assert edge <= end
    assert all(text[anchor.start : anchor.end] == anchor.text for anchor in anchors)


# Furniture mixed with whatever else a file may hold.
PIECES = st.lists(
    st.one_of(
        st.sampled_from(
            [
                "Publication: Herald Volume: 4 Issue: 112\r\n",
                "---\n",
                "# Title\n",
                "PARIS, June 10 (AP) - ",
                "He left yesterday. ",
                "(Reuter, June 7; AP, June 10)",
                "[TASS, Feb 29]",
                "today, Dec. 31, ",
                "Tuesday, 3 March ",
                "\n\n",
                "\r\n",
                "\ufeff",
                "e\u0301 \U0001f600 \u202e\u05e9\u05dc\u05d5\u05dd. ",
                "Date: 1500-01-01\n",
                "Volume: XCCIL ",
                "1998",
                "-30-\n",
            ]
        ),
        st.text(st.characters(exclude_categories=["Cs"]), max_size=12),
    ),
    max_size=10,
)


@settings(deadline=None, max_examples=150)
@given(PIECES, st.text(st.characters(exclude_categories=["Cs"]), max_size=10), st.none() | st.dates())
def test_any_text_reads_with_anchors_that_are_slices(
    pieces: list[str], name: str, published: date | None
) -> None:
    text = "".join(pieces)
    dispatch = dispatch_of(text, name, published)
    assert dispatch.text == text
    anchors_hold(dispatch)
    assert dispatch == dispatch_of(text, name, published)
    if published:
        assert dispatch.published.earliest == dispatch.published.latest == published


@settings(deadline=None, max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=200) | PIECES.map(lambda pieces: "".join(pieces).encode("utf-8")))
def test_any_file_is_read_or_refused(tmp_path: Path, raw: bytes) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(raw)
    dossier = read_dispatches([path])
    assert len(dossier.dispatches) + len(dossier.refused) == 1
    again = read_dispatches([path])
    assert again.dispatches == dossier.dispatches
    assert [str(error) for error in again.refused] == [str(error) for error in dossier.refused]


def test_lone_surrogate_is_refused() -> None:
    with pytest.raises(DispatchError, match="surrogate"):
        dispatch_of("He \ud800 left.")


def seeds() -> Path:
    root = Path(dragoman.__file__).parents[2]
    return Path(os.environ.get("DRAGOMAN_SHARED", root.parent / "shared")) / "seeds"


@pytest.mark.skipif(not seeds().is_dir(), reason="the seed dispatches are not here (set DRAGOMAN_SHARED)")
def test_seed_with_notes_is_of_june_11_in_a_year_it_does_not_tell() -> None:
    first, second = read_dispatches([seeds()]).dispatches
    assert first.outlet == "Monitor"
    assert not first.published.known
    assert first.published.basis.startswith("June 11 of an unknown year")
    assert [len(note.wires) for note in first.notes] == [2, 1, 1, 2]
    anchors_hold(first)
    anchors_hold(second)
    assert second.notes == ()
    (given_day, _) = read_dispatches([seeds()], date(1998, 6, 11)).dispatches
    days = [wire.day for note in given_day.notes for wire in note.wires]
    assert days == [date(1998, 6, day) for day in (10, 10, 10, 10, 7, 10)]
