"""What a quotation carries on is joined to the attribution that stands nearest in its paragraph."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.model import Dispatch, Quotation
from dragoman.reading.attribution import Attributed
from dragoman.reading.quotations import Told, quotations_of
from dragoman.reading.quotes import quoted_in, within
from dragoman.reading.sentences import sentences_in
from dragoman.reading.words import words_in

Spans = list[tuple[int, int]]
Said = tuple[str, str, str]

GO = "“We must go,” Lee said."
ADDED = "Ann added: “We must stay here.”"
BOTH = "“We must leave,” Lee said; “we cannot wait,” Ann said later."
TOLD = "Lee said it rained."
NESTED = "“Ann says so every single day,” Lee told us."
ON = "“We must go on now.”"
RAIN = "Rain fell on the town."
OPENS = "“The price is high."
CLOSES = "We cannot pay,” Ann said."

KNOWN: dict[str, list[Said]] = {
    GO: [("Lee", "said", "“We must go,”")],
    ADDED: [("Ann", "added", "“We must stay here.”")],
    BOTH: [("Lee", "said", "“We must leave,”"), ("Ann", "said later", "“we cannot wait,”")],
    TOLD: [("Lee", "said", "it rained")],
    NESTED: [("Ann", "says", "so every single day"), ("Lee", "told", "“Ann says so every single day,”")],
    ON: [],
    RAIN: [],
    OPENS: [],
    CLOSES: [("Ann", "said", "We cannot pay,”")],
}
"""Sentences and who says what in each: source, cue, content."""


def dispatch_of(text: str) -> Dispatch:
    return Dispatch("d", "d.txt", text, body=(0, len(text)))


def attribution(sentence: str, words: Spans, said: Said) -> Attributed:
    """What is said in a sentence, as numbers of words that stand at those offsets in it."""
    found = []
    for part in said:
        start = sentence.index(part)
        found.append(tuple(i for i, (a, b) in enumerate(words) if start <= a and b <= start + len(part)))
    source, cue, content = found
    return Attributed(cue, source, content)


def told(text: str) -> list[Told]:
    """The sentences of a text made of those in KNOWN."""
    quoted, out = quoted_in(text), []
    for start, end in sentences_in(text, 0, len(text)):
        sentence, words = text[start:end], words_in(text, start, end)
        own = [(a - start, b - start) for a, b in words]
        said = [attribution(sentence, own, one) for one in KNOWN[sentence]]
        out.append(Told(words, within(words, quoted), said))
    return out


def read(text: str) -> list[Quotation]:
    return list(quotations_of(dispatch_of(text), told(text)))


def contents(text: str) -> list[list[str]]:
    return [[anchor.text for anchor in one.content] for one in read(text)]


# -- what is carried on -----------------------------------------------------------------------


def test_a_quotation_goes_on_after_its_cue() -> None:
    assert contents(f"{GO} {ON} {ON}") == [["“We must go,”", ON, ON]]


def test_a_quotation_begins_before_its_cue() -> None:
    assert contents(f"{ON} {ON} {GO}") == [[ON, ON, "“We must go,”"]]


def test_the_speaker_before_comes_first() -> None:
    assert contents(f"{GO} {ON} {ADDED}") == [["“We must go,”", ON], ["“We must stay here.”"]]


def test_a_quotation_that_opens_belongs_to_the_speaker_it_leads_to() -> None:
    assert contents(f"{GO} {OPENS} {CLOSES}") == [["“We must go,”"], [OPENS, "We cannot pay,”"]]


def test_the_nearest_of_two_in_a_sentence_speaks() -> None:
    after, before = contents(f"{BOTH} {ON}"), contents(f"{ON} {BOTH}")
    assert after == [["“We must leave,”"], ["“we cannot wait,”", ON]]
    assert before == [[ON, "“We must leave,”"], ["“we cannot wait,”"]]


def test_the_outermost_speaker_speaks_on() -> None:
    assert contents(f"{NESTED} {ON}") == [["so every single day"], ["“Ann says so every single day,”", ON]]
    assert contents(f"{ON} {NESTED}") == [["so every single day"], [ON, "“Ann says so every single day,”"]]


def test_a_sentence_with_a_speaker_of_its_own_is_not_carried() -> None:
    assert contents(f"{GO} {NESTED}")[0] == ["“We must go,”"]


def test_a_wrapped_line_ends_no_paragraph() -> None:
    assert contents(f"{GO}\n{ON}") == [["“We must go,”", ON]]


@pytest.mark.parametrize(
    "text",
    [
        f"{GO}\n\n{ON}",
        f"{ON}\n \n{GO}",
        f"{GO} {RAIN} {ON}",
        f"{ON} {RAIN} {GO}",
        f"{TOLD} {ON}",
        f"{GO} {TOLD} {ON}",
        f"{RAIN} {ON}",
    ],
)
def test_nothing_is_carried_over_a_paragraph_or_other_talk(text: str) -> None:
    assert all(ON not in content for content in contents(text))


def test_a_quotation_names_source_and_cue() -> None:
    (one,) = read(f"{RAIN} {GO}")
    assert [anchor.text for anchor in one.source] == ["Lee"]
    assert [anchor.text for anchor in one.cue] == ["said"]


# -- any text ---------------------------------------------------------------------------------

TEXTS = st.lists(st.tuples(st.sampled_from(sorted(KNOWN)), st.sampled_from([" ", "\n", "\n\n"])), max_size=8)


@settings(deadline=None)
@given(TEXTS)
def test_every_attribution_is_told_once_and_in_order(parts: list[tuple[str, str]]) -> None:
    found = read("".join(sentence + gap for sentence, gap in parts))
    expected = [said[:2] for sentence, _ in parts for said in KNOWN[sentence]]
    assert [(one.source[0].text, one.cue[0].text) for one in found] == expected


@settings(deadline=None)
@given(TEXTS)
def test_contents_are_exact_ordered_and_of_one_paragraph(parts: list[tuple[str, str]]) -> None:
    text = "".join(sentence + gap for sentence, gap in parts)
    for one in read(text):
        assert all(text[part.start : part.end] == part.text for part in one.content)
        assert all(a.end <= b.start for a, b in zip(one.content, one.content[1:], strict=False))
        assert "\n\n" not in text[one.content[0].start : one.content[-1].end]


@settings(deadline=None)
@given(TEXTS)
def test_a_sentence_is_carried_by_one_speaker_at_most(parts: list[tuple[str, str]]) -> None:
    carried = [
        part.start
        for one in read("".join(sentence + gap for sentence, gap in parts))
        for part in one.content
        if part.text == ON
    ]
    assert len(carried) == len(set(carried))
