"""The time resolver: figures on sets of expressions, laws, the tree, unknown and uncertain days."""

from __future__ import annotations

import csv
import importlib.util
import sys
from datetime import date
from functools import cache
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.model import Anchor, Days, Sentence, Time, Token
from dragoman.reading.times import almanac, find_times, find_times_in, may_hold_time

HERE = Path(__file__).parent
JUNE_11 = Days(date(1998, 6, 11), date(1998, 6, 11))


@cache
def script(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(f"times_{name}", HERE / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def need_shared() -> None:
    if not (script("recognizers").shared() / "data" / "time").is_dir():
        pytest.skip("the shared data of time expressions are not here (DRAGOMAN_SHARED)")


def one(text: str, published: Days = JUNE_11) -> Time:
    (time,) = find_times_in(text, 0, published, None)
    return time


@pytest.mark.parametrize(("table", "count", "most"), [("expressions", 150, 1), ("further", 30, 0)])
def test_expressions_of_dispatches_stay_above_their_floor(table: str, count: int, most: int) -> None:
    with (HERE / f"{table}.tsv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    wrong = [row["sentence"] for row in rows if not stands(row)]
    assert len(rows) == count
    assert len(wrong) <= most, wrong


def stands(row: dict[str, str]) -> bool:
    day = date.fromisoformat(row["published"])
    times = find_times_in(row["sentence"], 0, Days(day, day), None)
    if row["words"] == "-":
        return not times
    want = (row["words"], row["type"], row["earliest"], row["latest"])
    return any((t.anchor.text, t.type, iso(t.days.earliest), iso(t.days.latest)) == want for t in times)


def iso(day: date | None) -> str:
    return day.isoformat() if day else "-"


@pytest.mark.parametrize(
    ("half", "file", "cases", "floor"),
    [
        ("first", "", 400, 0.96),
        ("second", "", 400, 0.945),
        ("first", "DateTimeModel", 250, 0.96),
        ("second", "DateTimeModel", 250, 0.945),
    ],
)
def test_recognizers_cases_stay_above_their_floor(half: str, file: str, cases: int, floor: float) -> None:
    need_shared()
    figures = script("recognizers").measure(half, file)
    assert figures["cases"] > cases
    assert figures["share"] >= floor


@pytest.mark.parametrize(("name", "floor"), [("train", 0.87), ("test", 0.9)])
def test_timenorm_expressions_stay_above_their_floor(name: str, floor: float) -> None:
    need_shared()
    right, total = script("timenorm").measure(name)
    assert total > 50
    assert right / total >= floor


PARTS = [
    "yesterday",
    "June 12",
    "on Friday",
    "two days ago",
    "the",
    "talks",
    "may",
    "since 1991",
    "12-14 June",
    "next week",
    "by",
    "6/12/98",
    "the second of a two-day meeting",
    ",",
    "until",
    "Oct.",
    "1998",
    "the following day",
    "’s",
    "9/11",
    "0600 GMT",
    "Easter",
    "early",
    "the end of",
    "every",
    "within four months",
    "said",
    "will",
    "–",
    "31",
    "February",
]

TEXTS = st.lists(st.sampled_from(PARTS), max_size=12).map(" ".join) | st.text(max_size=60)


@settings(max_examples=150, deadline=None)
@given(
    st.lists(st.sampled_from(PARTS), max_size=12).map(" ".join) | st.text(max_size=60), st.integers(0, 500)
)
def test_anchors_quote_the_text_and_days_are_in_order(text: str, offset: int) -> None:
    for time in find_times_in(text, offset, JUNE_11, None):
        assert text[time.anchor.start - offset : time.anchor.end - offset] == time.anchor.text
        assert time.anchor.text.strip()
        assert time.type in ("DATE", "TIME", "DURATION", "SET")
        assert time.days.basis
        assert time.days.words.endswith(time.anchor.text)
        if time.days.earliest and time.days.latest:
            assert time.days.earliest <= time.days.latest


@settings(max_examples=100, deadline=None)
@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)), st.dates(date(1945, 1, 1), date(2030, 1, 1)))
def test_a_full_date_is_that_day_whatever_the_publication(day: date, published: date) -> None:
    month = day.strftime("%B")
    for text in (f"{day.day} {month} {day.year}", f"{month} {day.day}, {day.year}", day.isoformat()):
        for known in (Days(published, published), Days()):
            time = one(f"signed on {text}.", known)
            assert (time.days.earliest, time.days.latest) == (day, day)


@given(st.dates(date(1945, 1, 1), date(2030, 1, 1)), st.integers(0, 6))
def test_a_bare_weekday_is_the_last_one_and_a_coming_one_the_next(published: date, weekday: int) -> None:
    name = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"][weekday]
    known = Days(published, published)
    back, ahead = one(f"They met on {name}.", known).days, one(f"They will meet on {name}.", known).days
    assert back.earliest
    assert ahead.earliest
    assert back.earliest.weekday() == ahead.earliest.weekday() == weekday
    assert 0 <= (published - back.earliest).days <= 6
    assert 0 <= (ahead.earliest - published).days <= 6


def test_without_a_day_of_publication_only_full_dates_are_known() -> None:
    times = find_times_in("On June 12, 1998, and again yesterday and on Friday.", 0, Days(), None)
    assert [time.days.known for time in times] == [True, False, False]
    assert "publication" in times[1].days.basis


def test_an_uncertain_day_of_publication_widens_the_days() -> None:
    time = one("They met yesterday.", Days(date(1998, 6, 11), date(1998, 6, 12)))
    assert (time.days.earliest, time.days.latest) == (date(1998, 6, 10), date(1998, 6, 11))
    assert "uncertain" in time.days.basis
    fixed = one("They met on June 12, 1998.", Days(date(1998, 6, 11), date(1998, 6, 12)))
    assert (fixed.days.earliest, fixed.days.latest) == (date(1998, 6, 12), date(1998, 6, 12))


@pytest.mark.parametrize(
    ("text", "words", "earliest", "latest"),
    [
        ("on Friday (June 12)", "Friday (June 12)", "1998-06-12", "1998-06-12"),
        ("They fought from Saturday to Tuesday.", "Saturday to Tuesday", "1998-06-06", "1998-06-09"),
        ("from Monday to Friday next week", "Monday to Friday next week", "1998-06-15", "1998-06-19"),
        ("next week from Tuesday to Friday", "next week from Tuesday to Friday", "1998-06-16", "1998-06-19"),
        ("the first half of last year", "the first half of last year", "1997-01-01", "1997-06-30"),
        ("the second half of 1997", "the second half of 1997", "1997-07-01", "1997-12-31"),
        ("the latter half of the 1990s", "the latter half of the 1990s", "1995-01-01", "1999-12-31"),
        ("Memorial Day weekend", "Memorial Day weekend", "1998-05-23", "1998-05-25"),
        ("last 4 July", "last 4 July", "1997-07-04", "1997-07-04"),
        ("April 27 to the 3rd", "April 27 to the 3rd", "1998-04-27", "1998-05-03"),
        ("three Fridays ago", "three Fridays ago", "1998-05-22", "1998-05-22"),
        ("Monday two weeks ago", "Monday two weeks ago", "1998-05-25", "1998-05-25"),
        ("in the year to date", "the year to date", "1998-01-01", "1998-06-11"),
        ("the week beginning 2 March", "the week beginning 2 March", "1998-03-02", "1998-03-08"),
        ("since '39.", "'39", "1939-01-01", "1998-06-11"),
        ("signed on 15 April 87.", "15 April 87", "1987-04-15", "1987-04-15"),
        ("in the nineteen-eighties", "the nineteen-eighties", "1980-01-01", "1989-12-31"),
        ("from 1945 to the present.", "1945 to the present", "1945-01-01", "1998-06-11"),
        ("Arrests rose from 4 to 10 last month.", "last month", "1998-05-01", "1998-05-31"),
        ("the column passed through May 1 Square", "May 1", "1998-05-01", "1998-05-01"),
    ],
)
def test_general_rules_of_english_dates(text: str, words: str, earliest: str, latest: str) -> None:
    time = one(text)
    assert (time.anchor.text, iso(time.days.earliest), iso(time.days.latest)) == (words, earliest, latest)


@pytest.mark.parametrize(
    "text",
    [
        "Tens of thousands fled.",
        "The guns were left at the moment they fled.",
        "It may well end in march order.",
    ],
)
def test_words_that_only_look_like_times_are_none(text: str) -> None:
    assert not find_times_in(text, 0, JUNE_11, None)


def test_the_following_day_goes_back_to_an_earlier_sentence() -> None:
    earlier = find_times_in("They met on May 4.", 0, JUNE_11, None)
    (time,) = find_times_in("The following day they parted.", 20, JUNE_11, None, earlier)
    assert time.days.earliest == time.days.latest == date(1998, 5, 5)
    assert not one("The following day they parted.").days.known


def test_the_eve_of_a_meeting_whose_days_were_told() -> None:
    earlier = find_times_in("On June 12, the second of a two-day meeting, they voted.", 0, JUNE_11, None)
    (time,) = find_times_in("On the eve of the ministers' meeting she flew in.", 99, JUNE_11, None, earlier)
    assert time.days.earliest == time.days.latest == date(1998, 6, 10)


def test_the_words_hold_the_preposition_and_the_anchor_does_not() -> None:
    time = one("Sanctions have been in force since 1991.")
    assert (time.anchor.text, time.days.words) == ("1991", "since 1991")


def sentence(rows: list[tuple[str, str, str, str, int, str]]) -> Sentence:
    """A sentence of words one blank apart: text, lemma, UPOS, XPOS, head, relation."""
    tokens, at = [], 0
    for text, lemma, upos, xpos, head, deprel in rows:
        tokens.append(Token(at, at + len(text), text, lemma, upos, xpos, head, deprel))
        at += len(text) + 1
    words = " ".join(row[0] for row in rows)
    return Sentence(Anchor(0, len(words), words), tuple(tokens))


def test_the_tree_tells_the_tense_of_the_governing_verb() -> None:
    rows = [
        ("Envoys", "envoy", "NOUN", "NNS", 1, "nsubj"),
        ("agreed", "agree", "VERB", "VBD", -1, "root"),
        ("to", "to", "PART", "TO", 3, "mark"),
        ("meet", "meet", "VERB", "VB", 1, "xcomp"),
        ("Monday", "Monday", "PROPN", "NNP", 3, "obl:tmod"),
    ]
    (inner,) = find_times(sentence(rows), JUNE_11)
    assert inner.days.earliest == date(1998, 6, 15)
    rows[4] = ("Monday", "Monday", "PROPN", "NNP", 1, "obl:tmod")
    (outer,) = find_times(sentence(rows), JUNE_11)
    assert outer.days.earliest == date(1998, 6, 8)


@pytest.mark.parametrize(
    ("feast", "day"),
    [
        (almanac.easter(2024), date(2024, 3, 31)),
        (almanac.pascha(2022), date(2022, 4, 24)),
        (almanac.hebrew(1973, 7, 10), date(1973, 10, 6)),
        (almanac.hebrew(2024, 1, 15), date(2024, 4, 23)),
        (almanac.weekday_of(*almanac.month_span(1998, 11), 3, 4), date(1998, 11, 26)),
    ],
)
def test_feasts_fall_on_their_known_days(feast: date, day: date) -> None:
    assert feast == day


def test_text_without_words_of_time_is_passed_over() -> None:
    assert not may_hold_time("The council condemned the shelling of the town and called for restraint.")
    assert may_hold_time("The council met on Monday.")
