"""Who sits where, on that day."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.registry import Registry


def test_security_council_of_1998(registry: Registry) -> None:
    body = registry.body("the UN Security Council", date(1998, 6, 11))
    assert body is not None
    assert body.permanent == body.veto == ("CHN", "FRA", "GBR", "RUS", "USA")
    elected = set(body.members) - set(body.permanent)
    assert elected == set("BHR BRA CRI GAB GMB JPN KEN PRT SVN SWE".split())
    assert body.complete


@settings(max_examples=80, deadline=None)
@given(st.dates(date(1990, 1, 1), date(2025, 12, 31)))
def test_security_council_has_fifteen_seats(day: date) -> None:
    body = Registry.load().body("org:unsc", day)
    assert body is not None
    assert len(body.members) == 15
    assert set(body.veto) <= set(body.members)
    assert len(body.veto) == 5


def test_the_soviet_seat(registry: Registry) -> None:
    body = registry.body("org:unsc", date(1985, 1, 1))
    assert body is not None
    assert "SUN" in body.veto
    assert not body.complete


@pytest.mark.parametrize(
    ("name", "day", "members"),
    [
        ("Contact Group", date(1995, 1, 1), 5),
        ("Contact Group", date(1998, 6, 11), 6),
        ("NATO", date(1998, 6, 11), 16),
        ("NATO", date(1999, 3, 24), 19),
        ("NATO", date(1950, 6, 25), 12),
        ("the Warsaw Pact", date(1968, 8, 21), 8),
        ("the Warsaw Pact", date(1969, 1, 1), 7),
        ("org:eucouncil", date(1998, 6, 11), 15),
        ("org:eucouncil", date(2021, 1, 1), 27),
        ("ASEAN", date(1998, 1, 1), 9),
        ("the G8", date(2000, 1, 1), 8),
        ("the Arab League", date(1980, 1, 1), 21),
        ("the GCC", date(1990, 8, 2), 6),
    ],
)
def test_members_by_day(registry: Registry, name: str, day: date, members: int) -> None:
    body = registry.body(name, day)
    assert body is not None
    assert len(body.members) == members
    assert body.rule
    assert body.source


def test_a_body_not_in_being_is_none(registry: Registry) -> None:
    assert registry.body("the Contact Group", date(1993, 1, 1)) is None
    assert registry.body("the African Union", date(1998, 1, 1)) is None
    assert registry.body("Paris", date(1998, 1, 1)) is None


def test_lists_from_the_factbook(registry: Registry) -> None:
    for name in ("the OAU", "OSCE", "the OAS", "org:commonwealth", "the Non-Aligned Movement"):
        body = registry.body(name, date(1998, 6, 11))
        assert body is not None
        assert len(body.members) > 30
