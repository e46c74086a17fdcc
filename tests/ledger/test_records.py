"""Records to JSON and back, exactly and strictly."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from datetime import date
from typing import cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.errors import LedgerError
from dragoman.ledger.records import decode, encode, encode_all, forms
from dragoman.model import Anchor, Days, Dispatch, Entry, Link, Mention, Ruling
from tests.ledger.made_up import dispatch, entries_of_any_kind, entry


@given(entries_of_any_kind("home"))
@settings(max_examples=60, deadline=None)
def test_every_entry_reads_back_as_it_was(one: Entry) -> None:
    assert decode(Entry, encode(one)) == one


@given(st.one_of(st.from_type(Dispatch), st.from_type(Link), st.from_type(Ruling)))
@settings(max_examples=60, deadline=None)
def test_every_other_record_reads_back_as_it_was(one: object) -> None:
    assert decode(type(one), encode(one)) == one


@given(st.lists(entries_of_any_kind("home"), max_size=3))
@settings(max_examples=20, deadline=None)
def test_a_line_does_not_depend_on_its_neighbours(many: list[Entry]) -> None:
    assert encode_all([*many, *many]) == [encode(one) for one in many] * 2


def test_a_line_is_plain_json_in_the_order_of_the_fields() -> None:
    days = Days(date(2031, 3, 4), None, "après «midi»", "")
    assert json.loads(encode(days)) == ["2031-03-04", None, "après «midi»", ""]
    assert forms(Days) == {"Days": ["earliest", "latest", "words", "basis"]}


def test_forms_name_every_record_within() -> None:
    assert {"Entry", "Claim", "Anchor", "Resolution", "Place", "Source"} <= forms(Entry).keys()


def test_a_field_added_at_the_end_takes_its_default() -> None:
    assert decode(Days, '["2031-03-04"]') == Days(date(2031, 3, 4))


@pytest.mark.parametrize(
    ("line", "at"),
    [
        ('[0, "1", "x"]', "Anchor.end"),
        ('[0, true, "x"]', "Anchor.end"),
        ('[0, 1.0, "x"]', "Anchor.end"),
        ("[0, 1]", "Anchor"),
        ('[0, 1, "x", 2]', "Anchor"),
        ('{"start": 0}', "Anchor"),
        ("[0, 1", "Anchor"),
    ],
)
def test_what_does_not_fit_is_refused_by_its_place(line: str, at: str) -> None:
    with pytest.raises(LedgerError) as caught:
        decode(Anchor, line)
    assert caught.value.at == at


def test_the_place_of_a_fault_is_told_from_the_outside_in() -> None:
    home = dispatch("Talks began.")
    line = encode(entry(home, "Talks began.")).replace('"CT+"', '"SURE"')
    with pytest.raises(LedgerError, match=r"Entry\.claim\.factuality.*'SURE' is none of"):
        decode(Entry, line)


@pytest.mark.parametrize(
    "wrong",
    [
        Anchor(cast(int, "0"), 1, "x"),
        Anchor(0, 1, cast(str, None)),
        Mention(Anchor(0, 1, "x"), cast(Anchor, "x")),
        replace(Mention(Anchor(0, 1, "x"), Anchor(0, 1, "x")), form="guess"),  # type: ignore[arg-type]
        Dispatch("id", "path", "text", notes=cast("tuple[()]", [])),
        Dispatch("id", "path", "text", body=cast("tuple[int, int]", (1,))),
        replace(
            entry(dispatch("A."), "A."),
            claim=replace(entry(dispatch("A."), "A.").claim, confidence=float("nan")),
        ),
        "not a record",
    ],
)
def test_what_does_not_fit_is_never_written(wrong: object) -> None:
    with pytest.raises(LedgerError, match="does not fit"):
        encode(wrong)


def test_a_type_without_a_form_is_the_programmers_error() -> None:
    @dataclass(frozen=True)
    class Odd:
        either: int | str

    with pytest.raises(LedgerError):
        encode(Odd(1))
