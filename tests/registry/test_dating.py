"""Office-holders bound the day of a text; a dossier pools them; no year is forced."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from dragoman.dispatches import dispatch_of
from dragoman.dispatches.bounds import agreed
from dragoman.model import Anchor, Bound
from dragoman.pipeline import Desk
from tests.registry.test_tables import SHARED

DESK = Desk()
BLAIR = "British Prime Minister Tony Blair spoke to the envoys on June 3. The French side kept silent."
PRIMAKOV = "Russian Foreign Minister Yevgeny Primakov met the envoys in Vienna. Nothing was agreed upon."


def candidates(*texts: str) -> list[list[tuple[str, str]]]:
    dispatches = [dispatch_of(text, f"{number}.txt") for number, text in enumerate(texts)]
    return [[(str(a), str(b)) for a, b in dated.candidates] for dated in DESK.dated(dispatches)]


def test_a_titled_name_bounds_the_day_by_its_terms() -> None:
    (found,) = candidates(PRIMAKOV)
    assert found == [("1995-11-25", "1998-10-26")]


def test_no_year_is_forced() -> None:
    (dated,) = DESK.dated([dispatch_of(f"{BLAIR} (Reuter, June 9)", "one.txt")])
    assert not dated.dispatch.published.known
    years = [first.year for first, _ in dated.candidates]
    assert years == list(range(1997, 2008))[: len(years)]
    assert len(years) >= 10
    assert "Tony Blair" in dated.dispatch.published.basis


def test_a_dossier_pools_its_evidence() -> None:
    alone = candidates(f"{BLAIR} (Reuter, June 9)")[0]
    together = candidates(f"{BLAIR} (Reuter, June 9)", PRIMAKOV)[0]
    assert set(together) < set(alone)
    assert {first[:4] for first, _ in together} == {"1997", "1998"}


def test_who_is_only_elected_bounds_nothing() -> None:
    (found,) = candidates("The chancellor-elect, Gerhard Schroeder, spoke to the envoys. They said little.")
    assert found == []


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("danube-watch-95.txt", "1998-05-18"),
        ("moscow-statement.md", "1998-06-18"),
        ("danube-watch-131.txt", "1998-07-09"),
        ("1998-08-07-pristina.txt", "1998-08-07"),
        ("note-on-resolution-1199.txt", "1998-09-25"),
        ("annan-report.txt", "1998-10-08"),
        ("1998-10-17-belgrade.txt", "1998-10-17"),
        ("danube-watch-208.txt", "1998-10-28"),
    ],
)
def test_each_example_alone_may_be_of_its_day(name: str, day: str) -> None:
    """The days are those of examples/kosovo-1998/README.md; no year is forced that is not the right one."""
    path = Path(__file__).parents[2] / "examples" / "kosovo-1998" / name
    (dated,) = DESK.dated([dispatch_of(path.read_text(encoding="utf-8"), name)])
    wanted = date.fromisoformat(day)
    assert any(first <= wanted <= last for first, last in dated.candidates)


def test_a_day_that_is_printed_is_not_moved() -> None:
    (dated,) = DESK.dated([dispatch_of(f"Date: 3 March 2014\n\n{PRIMAKOV}", "x.txt")])
    assert dated.dispatch.published.earliest == dated.dispatch.published.latest == date(2014, 3, 3)


def test_former_means_after_the_term() -> None:
    (found,) = candidates("Former Russian Foreign Minister Yevgeny Primakov came. He said little.")
    assert found[0][0] == "1998-07-28"


def test_the_week_bounds_what_days_in_the_prose_leave_open() -> None:
    text = f"{PRIMAKOV} After a week of talks, which began on March 10, the envoys left."
    found = candidates(text)[0]
    assert ("1998-03-11", "1998-03-15") in found


def bound(first: int, last: int, *, weak: bool = False) -> Bound:
    return Bound(Anchor(0, 1, "A"), ((date(first, 1, 1), date(last, 12, 31)),), "A", weak)


def test_most_bounds_win_and_a_weak_one_does_not_outweigh_another() -> None:
    assert agreed([bound(1990, 1995), bound(1993, 1999), bound(2010, 2012)]) == (
        (date(1993, 1, 1), date(1995, 12, 31)),
    )
    assert agreed([bound(1990, 1995), bound(2000, 2001, weak=True)]) == (
        (date(1990, 1, 1), date(1995, 12, 31)),
    )
    assert agreed([]) == ()


@pytest.mark.skipif(not (SHARED / "seeds").is_dir(), reason="the founding dispatches are not at hand")
def test_the_founding_dispatches_are_dated() -> None:
    first, second = sorted((SHARED / "seeds").iterdir())
    alone = DESK.dated([dispatch_of(first.read_text(encoding="utf-8"), "a.txt")])[0]
    assert [str(a) for a, _ in alone.candidates] == ["1998-06-11", "1999-06-11"]
    both = DESK.dated([dispatch_of(path.read_text(encoding="utf-8"), path.name) for path in (first, second)])
    days = [(dated.dispatch.published.earliest, dated.dispatch.published.latest) for dated in both]
    assert days == [(date(1998, 6, 11), date(1998, 6, 11)), (date(1998, 6, 17), date(1998, 6, 21))]
