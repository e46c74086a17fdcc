"""What a day lets be seen."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from dragoman.model import Brief, Days, Line
from dragoman.views import brief, open_dossier
from tests.views.crisis import DISPATCHES, ENTRIES, FIRST, LINKS, SECOND, lookup

_SECTIONS = (
    "agenda events positions demands commitments options bodies accusations unknowns contradictions outlook"
).split()


def lines(told: Brief) -> list[Line]:
    return [line for section in _SECTIONS for line in getattr(told, section)]


def test_a_day_hides_later_dispatches_and_their_links() -> None:
    dossier = open_dossier(ENTRIES, DISPATCHES, date(1931, 3, 5), LINKS)
    assert [d.id for d in dossier.dispatches] == ["d1"]
    assert {e.claim.dispatch for e in dossier.entries} == {"d1"}
    assert dossier.links == ()


def test_without_a_day_today_is_the_last_publication() -> None:
    assert open_dossier(ENTRIES, DISPATCHES).today == date(1931, 3, 13)


def test_an_undated_dispatch_is_left_out_of_a_day_and_said_to_be() -> None:
    undated = replace(SECOND, published=Days())
    told = brief(ENTRIES, (FIRST, undated), date(1931, 3, 20))
    assert [d.id for d in told.dispatches] == ["d1"]
    assert [line.what for line in told.unknowns if line.sort == "published"] == [
        "two.txt: left out, since its day of publication is not known"
    ]


def test_a_link_is_seen_from_both_ends() -> None:
    dossier = open_dossier(ENTRIES, DISPATCHES, None, LINKS)
    assert dossier.linked("c1", "answers") == ("c6",)
    assert dossier.linked("c6", "answers") == ("c1",)
    assert dossier.linked("c6", "glosses") == ()


@given(st.integers(-3, 20), st.permutations(ENTRIES), st.permutations(DISPATCHES))
def test_every_line_stands_on_claims_known_that_day_in_whatever_order_they_come(
    after: int, entries: list[object], dispatches: list[object]
) -> None:
    day = date(1931, 3, 1) + timedelta(days=after)
    told = brief(entries, dispatches, day, LINKS, lookup)  # type: ignore[arg-type]
    known = {e.claim.id for e in ENTRIES if e.claim.dispatch == "d1" and after >= 2}
    known |= {e.claim.id for e in ENTRIES if e.claim.dispatch == "d2" and after >= 12}
    assert {entry.claim.id for entry in told.entries} == known
    for line in lines(told):
        assert set(line.claims) <= known
        assert line.claims
    assert told == brief(ENTRIES, DISPATCHES, day, LINKS, lookup)
