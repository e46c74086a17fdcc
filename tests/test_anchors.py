"""No anchor, no line: every quoted text equals its slice of the file, in records and in JSON."""

from __future__ import annotations

import dataclasses
import json
import os
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.claims import claims_in
from dragoman.dispatches import dispatch_of, read_dispatches
from dragoman.exchange import brief_record, claim_record, claims_jsonl, reading_record
from dragoman.model import Anchor, Dispatch, Sentence, Token
from dragoman.pipeline import Desk
from dragoman.views import brief

ROOT = Path(__file__).parents[1]
SHARED = Path(os.environ.get("DRAGOMAN_SHARED", ROOT.parent / "shared"))
EXAMPLES = sorted(
    p for p in (ROOT / "examples").rglob("*") if p.suffix in (".txt", ".md") and p.stem != "README"
)
# The other half of the test gold is closed: no test reads it.
OPEN_GOLD = [
    ROOT / "tests" / "gold" / "texts" / name
    for name in (
        "G01_berlin_1961.txt",
        "G02_suez_1956.txt",
        "G03_cyprus_1974.txt",
        "G04_sinai_1979.txt",
        "G05_falklands_1982.txt",
    )
]
SEEDS = sorted((SHARED / "seeds").glob("*.txt"))
DESK = Desk()


def anchors_in(thing: object) -> Iterator[Anchor]:
    """Every anchor within a record."""
    if isinstance(thing, Anchor):
        yield thing
    elif dataclasses.is_dataclass(thing) and not isinstance(thing, (type, Dispatch)):
        for field in dataclasses.fields(thing):
            yield from anchors_in(getattr(thing, field.name))
    elif isinstance(thing, tuple):
        for part in thing:
            yield from anchors_in(part)


def quotes_in(thing: object) -> Iterator[tuple[int, int, str]]:
    """Every {start, end, text} within a JSON record."""
    if isinstance(thing, dict):
        if isinstance(thing.get("start"), int) and isinstance(thing.get("text"), str):
            yield thing["start"], thing["end"], thing["text"]
        for part in thing.values():
            yield from quotes_in(part)
    elif isinstance(thing, list):
        for part in thing:
            yield from quotes_in(part)


def check(dispatch: Dispatch) -> int:
    """Assert it of all that is made of a dispatch; the number of quotations looked at."""
    text = dispatch.text
    reading = DESK.read(dispatch)
    entries = DESK.entries(dispatch)
    claims = claims_in(reading, DESK.lexicon)
    assert tuple(entry.claim for entry in entries) == claims
    found = [*anchors_in((reading.sentences, reading.times, entries, reading.quotations))]
    found += anchors_in((dispatch.dateline, dispatch.notes))
    for anchor in found:
        assert text[anchor.start : anchor.end] == anchor.text
        assert 0 <= anchor.start < anchor.end <= len(text)
    for sentence in reading.sentences:
        _check_words(sentence, text)
    for claim in claims:
        _check_order(claim.sentence, claim.evidence)
        assert claim.content in text
        for days in (claim.when, claim.deadline.days if claim.deadline else claim.when):
            assert days.words in text
    count = len(found)
    for line in claims_jsonl(entries, {dispatch.id: dispatch}):
        for start, end, quoted in quotes_in(json.loads(line)):
            assert text[start:end] == quoted
            count += 1
    return count


def _check_words(sentence: Sentence, text: str) -> None:
    at = sentence.anchor.start
    for token in sentence.tokens:
        assert text[token.start : token.end] == token.text != ""
        assert text[at : token.start].strip() == "", "nothing but blanks lies between two words"
        assert -1 <= token.head < len(sentence.tokens)
        at = token.end
    assert at == sentence.anchor.end
    assert _roots(sentence.tokens) == 1


def _roots(tokens: tuple[Token, ...]) -> int:
    return sum(token.head == -1 for token in tokens)


def _check_order(sentence: Anchor, evidence: Anchor) -> None:
    assert sentence.covers(evidence)


# -- files ------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", [*EXAMPLES, *OPEN_GOLD], ids=lambda path: path.name)
def test_every_quotation_of_a_file_is_its_slice(path: Path) -> None:
    (dispatch,) = read_dispatches([path]).dispatches
    assert dispatch.text == path.read_bytes().decode("utf-8")
    assert check(dispatch) > 100


@pytest.mark.skipif(not SEEDS, reason="the seed dispatches are not here (set DRAGOMAN_SHARED)")
def test_every_quotation_of_the_seeds_is_its_slice() -> None:
    for dispatch in read_dispatches(SEEDS).dispatches:
        assert dispatch.text == Path(dispatch.path).read_bytes().decode("utf-8")
        assert check(dispatch) > 100


def test_the_annotation_of_a_file_has_spans_within_it() -> None:
    (dispatch,) = read_dispatches([EXAMPLES[0]]).dispatches
    reading = DESK.read(dispatch)
    record = json.loads(json.dumps(reading_record(reading)))
    tokens = [token for sentence in record["sentences"] for token in sentence["tokens"]]
    named = [dispatch.text[n["start"] : n["end"]] for n in record["names"]]
    assert [dispatch.text[t["start"] : t["end"]] for t in tokens] == [
        token.text for sentence in reading.sentences for token in sentence.tokens
    ]
    assert named == [name.anchor.text for sentence in reading.sentences for name in sentence.names]


@cache
def _read_example() -> Dispatch:
    (dispatch,) = read_dispatches([EXAMPLES[-1]]).dispatches
    return dispatch


def test_the_brief_stands_on_claims_whose_words_are_slices() -> None:
    dispatch = _read_example()
    entries = DESK.entries(dispatch)
    record = json.loads(json.dumps(brief_record(brief(entries, [dispatch]))))
    known = {entry.claim.id for entry in entries}
    quoted = list(quotes_in(record))
    assert quoted
    for start, end, words in quoted:
        assert dispatch.text[start:end] == words
    rows = [row for part in record.values() if isinstance(part, list) for row in part if "claims" in row]
    assert {claim for row in rows for claim in row["claims"]} <= known


# -- any text ---------------------------------------------------------------------------------

WORDS = (
    "Rebels France Chad Serbia Ivan Petrov he they it the a two army president minister envoy "
    "bombed said agreed to withdraw if unless should will might not that with by until on who "
    "demanded threatened troops talks treaty village yesterday tomorrow Monday June 11 1998 12:30 "
    "Đakovica São Приштина القدس ירושלים 日本 e\u0301clair 🇷🇸 👩‍👩‍👧 \u202e \u200b ½ can't Moscow's U.S. Mr. "
    "two-day http://x.org/a (Reuters, June 10) (AP)"
).split(" ")
MARKS = '. |, | |  |? |.\r\n\r\n|\n\n|\r\n|\n|; | “|” | "|" | (|) |: |... |—|-|\t'.split("|")
SENTENCES = [
    "France urged Austria to open the border by Friday.",
    "The minister said “the army had shelled the village”.",
    "If the rebels attack, Chad will bomb the port (AP, June 10).",
    "It is unclear where Poland stands.",
    "Ivan Petrov arrived. He accused Hungary of arming them.",
    "Sudan agreed to withdraw unless Egypt attacks.",
]  # fmt: skip
written = st.lists(
    st.one_of(
        st.tuples(st.sampled_from(WORDS), st.sampled_from(MARKS)).map("".join),
        st.sampled_from(SENTENCES),
        st.text(max_size=6),
    ),
    max_size=30,
).map("".join)


@settings(max_examples=60, deadline=None)
@given(text=written, published=st.none() | st.just(date(1998, 6, 11)))
def test_every_quotation_of_any_text_is_its_slice(text: str, published: date | None) -> None:
    dispatch = dispatch_of(text.encode("utf-8", "replace").decode("utf-8"), "any.txt", published)
    check(dispatch)


@settings(max_examples=30, deadline=None)
@given(
    before=st.text(alphabet="🇷🇸👩‍👧e\u0301\u202eאب \r\n(“", max_size=12), sentence=st.sampled_from(SENTENCES)
)
def test_claims_stay_with_their_words_behind_odd_characters(before: str, sentence: str) -> None:
    alone = dispatch_of(sentence, "any.txt", date(1998, 6, 11))
    behind = dispatch_of(f"{before}\n\n{sentence}", "any.txt", date(1998, 6, 11))
    there = [entry.claim.evidence.text for entry in DESK.entries(behind)]
    for entry in DESK.entries(alone):
        # A mark at the edge may fall otherwise: other sentences in its batch move the last digits.
        own = entry.claim.evidence.text.strip("“”.,")
        assert any(own in text for text in there)


def test_a_claim_of_another_dispatch_is_not_printed() -> None:
    entry = DESK.entries(dispatch_of(SENTENCES[0], "one.txt"))[0]
    with pytest.raises(Exception, match="was read in dispatch"):
        claim_record(entry, dispatch_of(SENTENCES[1], "two.txt"))
