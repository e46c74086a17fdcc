"""The ledger from outside: what is added, what is asked back, as of a day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.errors import LedgerError
from dragoman.ledger import Added, Ledger
from dragoman.model import Days, Dispatch, Entry, Link, Ruling
from tests.ledger.made_up import (
    LATER_RUN,
    RUN,
    dispatch,
    dispatches_of_any_kind,
    entries_of_any_kind,
    entry,
    folder,
    on,
    party,
)


def _fill(ledger: Ledger, count: int = 3) -> list[tuple[Dispatch, tuple[Entry, ...]]]:
    made = folder(count)
    for home, entries in made:
        ledger.add(home, entries, run=RUN)
    return made


@given(st.data())
@settings(max_examples=25, deadline=None)
def test_what_is_added_is_what_is_asked_back(data: st.DataObject) -> None:
    home = data.draw(dispatches_of_any_kind())
    entries = tuple(data.draw(st.lists(entries_of_any_kind(home.id), max_size=3)))
    with Ledger.open() as ledger:
        ledger.add(home, entries, run=RUN)
        assert ledger.dispatches() == (home,)
        assert ledger.entries() == entries


def test_the_same_folder_read_twice_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "crisis.ledger"
    with Ledger.open(path) as ledger:
        made = _fill(ledger)
        assert ledger.add(*made[0], run=RUN) == Added(known=1)
    before = path.read_bytes()
    with Ledger.open(path) as ledger:
        added = sum((ledger.add(home, entries, run=RUN) for home, entries in made), Added())
        assert ledger.add(replace(made[0][0], path="elsewhere.txt"), made[0][1], run=RUN) == Added(known=1)
    assert added == Added(known=3)
    assert path.read_bytes() == before


def test_counts_tell_what_was_new() -> None:
    with Ledger.open() as ledger:
        (home, entries), *_ = folder(1)
        assert ledger.add(home, entries, run=RUN) == Added(dispatches=1, readings=1, entries=5)
        assert ledger.add(home, entries[:2], run=LATER_RUN) == Added(readings=1, entries=2)
        assert ledger.add(home, entries[:2], run=RUN) == Added(readings=1)


def test_the_newest_reading_is_seen_and_rulings_are_kept() -> None:
    with Ledger.open() as ledger:
        (home, entries), *_ = folder(1)
        ledger.add(home, entries, run=RUN)
        ruling = Ruling(entries[0].claim.id, "strike", "an analyst", date(2031, 1, 2))
        ledger.rule(ruling)
        ledger.add(home, entries[1:], run=LATER_RUN)
        assert ledger.entries() == entries[1:]
        assert ledger.rulings() == (ruling,)
        assert ledger.runs() == (RUN, LATER_RUN)
        ledger.add(home, entries, run=RUN)
        assert ledger.entries() == entries
        assert ledger.runs() == (RUN, LATER_RUN)


def test_as_of_a_day_only_what_was_published_is_seen() -> None:
    early, late = dispatch("One.", on(4)), dispatch("Two.", Days(date(2031, 3, 1), date(2031, 3, 9)))
    half, never = dispatch("Three.", Days(earliest=date(2031, 3, 6))), dispatch("Four.")
    with Ledger.open() as ledger:
        for home in (never, late, half, early):
            ledger.add(home, [entry(home, home.text)], run=RUN)
        assert ledger.dispatches() == (early, half, late, never)
        assert ledger.dispatches(date(2031, 3, 3)) == ()
        assert ledger.dispatches(date(2031, 3, 6)) == (early, half)
        assert ledger.dispatches(date.max) == (early, half, late)
        assert [one.claim.dispatch for one in ledger.entries(date(2031, 3, 8))] == [early.id, half.id]
        assert [hit.dispatch for hit in ledger.search("two", date(2031, 3, 8))] == []
        assert [hit.dispatch for hit in ledger.search("two", date(2031, 3, 9))] == [late.id]
        assert len(ledger.entries(since=date(2031, 3, 6), as_of=date.max)) == 2


def test_order_does_not_depend_on_the_order_of_writing() -> None:
    made = folder(6)
    with Ledger.open() as one, Ledger.open() as other:
        for home, entries in made:
            one.add(home, entries, run=RUN)
        for home, entries in reversed(made):
            other.add(home, entries, run=RUN)
        assert one.entries() == other.entries()
        assert one.dispatches() == other.dispatches()


def test_entries_are_found_by_kind_type_and_party() -> None:
    home = dispatch("Arland met Borland. Borland vowed to leave.", on(4))
    met = entry(
        home,
        "Arland met Borland.",
        actors=[party("Arland", "arl-gov", "ARL")],
        recipients=[party("B", None, "BOR")],
    )
    vow = entry(
        home, "Borland vowed to leave.", kind="promise", type="AGREE", actors=[party("Borland", None, "BOR")]
    )
    with Ledger.open() as ledger:
        ledger.add(home, [met, vow], run=RUN)
        assert ledger.entries(kinds=["promise", "threat"]) == (vow,)
        assert ledger.entries(types=["CONSULT"]) == (met,)
        assert ledger.entries(actor="arl-gov") == ledger.entries(actor="ARL") == (met,)
        assert ledger.entries(actor="BOR") == (vow,)
        assert ledger.entries(recipient="BOR") == (met,)
        assert ledger.entries(dispatch=home.id, actor="arl-gov") == (met,)
        assert ledger.entries(dispatch=home.id, recipient="ARL") == ()
        assert ledger.entries(dispatch="none") == ()
        assert ledger.entry(vow.claim.id) == vow
        with pytest.raises(LedgerError, match="no claim 'x'"):
            ledger.entry("x")


def test_a_link_is_seen_while_both_its_claims_are() -> None:
    (one, ones), (two, twos) = folder(2, width=1)
    link = Link(ones[0].claim.id, twos[0].claim.id, "same-act", "made up")
    with Ledger.open() as ledger:
        assert ledger.add(one, ones, [link], run=RUN).links == 1
        assert ledger.links() == ()
        assert ledger.add(two, twos, [link], run=RUN).links == 0
        assert ledger.links() == ledger.links(link.claim) == ledger.links(link.other) == (link,)
        assert ledger.links("x") == ledger.links(as_of=date(2031, 1, 1)) == ()
        assert ledger.links(as_of=date(2031, 1, 2)) == (link,)
        ledger.add(one, ones, run=LATER_RUN)
        assert ledger.links() == (link,)
        ledger.add(two, twos, run=LATER_RUN)
        assert ledger.links() == ()


def test_rulings_come_in_the_order_of_speaking_and_by_day() -> None:
    with Ledger.open() as ledger:
        claim = _fill(ledger, 1)[0][1][0].claim.id
        strike = Ruling(claim, "strike", "an analyst", date(2031, 3, 4), "", "so")
        spoken = [strike, Ruling(claim, "accept", "another", date(2031, 3, 2)), strike]
        for ruling in spoken:
            ledger.rule(ruling)
        assert ledger.rulings() == ledger.rulings(claim) == tuple(spoken)
        assert ledger.rulings(as_of=date(2031, 3, 3)) == (spoken[1],)
        with pytest.raises(LedgerError, match="no claim 'x'"):
            ledger.rule(replace(spoken[0], claim="x"))


def test_a_refused_dispatch_leaves_no_trace() -> None:
    (one, ones), (two, twos) = folder(2)
    broken = replace(twos[1], claim=replace(twos[1].claim, confidence=float("inf")))
    with Ledger.open() as ledger:
        ledger.add(one, ones, run=RUN)
        with pytest.raises(LedgerError, match="does not fit"):
            ledger.add(two, [twos[0], broken], run=LATER_RUN)
        with pytest.raises(LedgerError, match="belongs to dispatch"):
            ledger.add(one, twos, run=LATER_RUN)
        with pytest.raises(LedgerError, match="another text"):
            ledger.add(replace(one, text="Other words."), (), run=LATER_RUN)
        with pytest.raises(LedgerError, match="half character"):
            ledger.add(replace(two, path="\udcff.txt"), (), run=LATER_RUN)
        assert ledger.entries() == ones
        assert ledger.runs() == (RUN,)
        assert ledger.add(two, twos, run=RUN).entries == 5
