"""The layout of sentences with marked parties: every word once, marks around theirs, long ones cut."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.model import Marked
from dragoman.reading.pieces import PARTY_MARKS
from dragoman.reading.relations import LONGEST, _window, marked_words

S, CLOSE_S = PARTY_MARKS["actor"]
T, CLOSE_T = PARTY_MARKS["recipient"]
TEXT = "French officials met the Iraqi envoy in Cairo."


def test_marks_stand_around_the_words_of_their_party() -> None:
    found = marked_words(Marked(TEXT, ((0, 16),), ((21, 36),)))
    assert found == (
        S, "French", "officials", CLOSE_S, "met", T, "the", "Iraqi", "envoy", CLOSE_T, "in", "Cairo", ".",
    )  # fmt: skip


def test_a_party_within_another_is_closed_before_it() -> None:
    found = marked_words(Marked(TEXT, ((21, 36),), ((25, 36),)))
    assert found[3:] == (S, "the", T, "Iraqi", "envoy", CLOSE_T, CLOSE_S, "in", "Cairo", ".")


def test_an_empty_place_is_no_party() -> None:
    assert S not in marked_words(Marked(TEXT, ((4, 4),)))


def test_a_long_sentence_keeps_the_words_around_its_marks() -> None:
    text = "a " * 300 + "France met Austria" + " b" * 300
    found = _window(marked_words(Marked(text, ((600, 606),), ((611, 618),))))
    assert len(found) == LONGEST
    assert {"France", "met", "Austria", S, T, CLOSE_S, CLOSE_T} <= set(found)


@settings(deadline=None)
@given(st.integers(2, 500), st.data())
def test_both_parties_are_kept_however_far_apart(count: int, data: st.DataObject) -> None:
    one = data.draw(st.integers(0, count - 1))
    two = data.draw(st.integers(0, count - 1).filter(lambda n: n != one))
    text = " ".join(f"w{n:03}" for n in range(count))
    words = marked_words(Marked(text, ((5 * one, 5 * one + 4),), ((5 * two, 5 * two + 4),)))
    found = _window(words)
    assert len(found) == min(len(words), LONGEST)
    assert {S, T, f"w{one:03}", f"w{two:03}"} <= set(found)
    plain = [word for word in found if word[0] == "w"]
    assert plain == sorted(set(plain))


@settings(deadline=None)
@given(st.integers(1, 400), st.integers(0, 399))
def test_of_any_length_something_is_left_and_the_first_mark_with_it(count: int, place: int) -> None:
    place = min(place, count - 1)
    words = marked_words(Marked("a " * count, ((2 * place, 2 * place + 1),)))
    found = _window(words)
    assert len(found) == min(len(words), LONGEST)
    assert S in found
    assert len(_window(marked_words(Marked("a " * count, ())))) == min(count, LONGEST)
