"""Days as headers, datelines and notes print them."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.dispatches.days import MONTHS, WEEKDAYS, find_days


@pytest.mark.parametrize(
    ("text", "pairs", "year"),
    [
        ("June 10", ((6, 10),), None),
        ("10 Jun 98", ((6, 10),), 1998),
        ("10 JUN 05)", ((6, 10),), 2005),
        ("Oct. 27 [1962]", ((10, 27),), 1962),
        ("March 3-4", ((3, 3), (3, 4)), None),
        ("3–4 March 1986", ((3, 3), (3, 4)), 1986),
        ("April 30-May 1", ((4, 30), (5, 1)), None),
        ("1998-06-11T10:00", ((6, 11),), 1998),
        ("10.06.1998", ((6, 10),), 1998),
        ("06/10/1998", ((10, 6), (6, 10)), 1998),
        ("25/12/1998", ((12, 25),), 1998),
        ("101530Z JUN 98", ((6, 10),), 1998),
        ("10 June 1530 GMT", ((6, 10),), None),
        ("3rd of May, 2001", ((5, 3),), 2001),
    ],
)
def test_forms(text: str, pairs: tuple[tuple[int, int], ...], year: int | None) -> None:
    (found,) = find_days(text)
    assert (found.month_days, found.year) == (pairs, year)


@pytest.mark.parametrize("text", ["31 June", "June 31", "Feb 29, 1998", "1998-13-01", "30/30/1998"])
def test_a_day_that_cannot_be_has_a_fault(text: str) -> None:
    (found,) = find_days(text)
    assert found.month_days == ()
    assert found.fault


@pytest.mark.parametrize(
    "text", ["resolution 1199", "they march 4 abreast", "he may 3 times", "1.5.2", "10:30"]
)
def test_no_day(text: str) -> None:
    assert list(find_days(text)) == []


@given(st.dates(date(1800, 1, 1), date(2049, 12, 31)))
def test_every_day_is_read_back(day: date) -> None:
    month, weekday = MONTHS[day.month - 1], WEEKDAYS[day.weekday()]
    for text in (
        f"{weekday}, {month} {day.day}, {day.year}",
        f"{weekday[:3]}, {day.day} {month[:3]} {day.year}",
        f"{weekday}, the {day.day}th of {month}, {day.year}",
    ):
        (found,) = find_days(f"on {text}.")
        assert found.text == text
        assert found.dates == (day,)
        assert found.weekday == day.weekday()


@given(st.text())
def test_found_words_are_the_slice(text: str) -> None:
    for found in find_days(text + " June 10 " + text):
        assert (text + " June 10 " + text)[found.start : found.end] == found.text


def test_run_of_days_counts_as_its_last() -> None:
    (found,) = find_days("March 3-4, 1998")
    assert found.dates == (date(1998, 3, 3) + timedelta(days=1),)
