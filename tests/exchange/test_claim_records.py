"""Claims in their public form."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pytest

from dragoman.errors import LedgerError
from dragoman.exchange import brief_record, claim_record, claims_jsonl, reading_record
from dragoman.exchange.codes import cameo_root, quad
from dragoman.model import (
    Anchor,
    Event,
    Name,
    Note,
    Reading,
    Sentence,
    Source,
    Time,
    Token,
    Wire,
)
from dragoman.views import brief
from tests.views.crisis import DISPATCHES, ENTRIES, FIRST, LINKS, SECOND, lookup

_HOMES = {dispatch.id: dispatch for dispatch in DISPATCHES}
_FIELDS = (
    "id dispatch sentence evidence kind event actors recipients when where factuality auxiliary sources cue "
    "condition deadline content about confidence method"
).split()


def test_a_claim_line_has_the_public_fields_in_their_order() -> None:
    record = claim_record(ENTRIES[1], FIRST)
    assert list(record) == _FIELDS
    assert record["event"] == {"type": "CONCEDE", "mode": None, "contexts": [], "quad": 1, "cameo": "08"}
    assert record["condition"] == {
        "start": 146,
        "end": 174,
        "text": "if the blockade of Hask ends",
        "role": "sufficient",
        "polarity": "+",
        "from": None,
    }


def test_every_anchor_of_a_line_is_its_slice_of_the_text() -> None:
    def slices(value: object) -> list[tuple[int, int, str]]:
        if isinstance(value, list):
            return [found for item in value for found in slices(item)]
        if not isinstance(value, dict):
            return []
        own = [(value["start"], value["end"], value["text"])] if {"start", "text"} <= set(value) else []
        own = [found for found in own if found[0] is not None]
        return own + [found for item in value.values() for found in slices(item)]

    lines = [json.loads(line) for line in claims_jsonl(ENTRIES, _HOMES)]
    assert len(lines) == len(ENTRIES)
    for line in lines:
        text = _HOMES[line["dispatch"]["id"]].text
        found = slices(line)
        assert found
        assert all(text[start:end] == words for start, end, words in found)


def test_the_wire_stands_where_the_note_names_it() -> None:
    place = Anchor(0, 3, FIRST.text[:3])
    note = Note(place, (Wire(place, "Wire", date(1931, 3, 2)),), (0, len(FIRST.text)))
    home = replace(FIRST, notes=(note,))
    sources = (Source("outlet", "Harbour Gazette"), Source("wire", "Wire", None, date(1931, 3, 2)))
    entry = replace(ENTRIES[0], claim=replace(ENTRIES[0].claim, sources=sources))
    nowhere = {"start": None, "end": None, "entity": None, "date": None}
    assert claim_record(entry, home)["sources"] == [
        {"role": "outlet", "text": "Harbour Gazette"} | nowhere,
        {"role": "wire", "text": "The", "start": 0, "end": 3, "entity": None, "date": "1931-03-02"},
    ]


def test_a_speaker_is_told_apart_from_outlets() -> None:
    sources = claim_record(ENTRIES[5], SECOND)["sources"]
    assert isinstance(sources, list)
    assert [(s["role"], s["text"], s["entity"]) for s in sources] == [("speaker", "a harbour pilot", None)]


def test_mentions_that_nobody_resolved_yet_keep_their_words() -> None:
    bare = replace(ENTRIES[0], actors=(), recipients=())
    actors = claim_record(bare, FIRST)["actors"]
    assert isinstance(actors, list)
    assert [(a["text"], a["entity"]) for a in actors] == [("Assembly of Ports", None)]


def test_a_claim_of_another_dispatch_is_refused() -> None:
    with pytest.raises(LedgerError, match="was read in dispatch d1, not in d2"):
        claim_record(ENTRIES[0], SECOND)
    with pytest.raises(LedgerError, match="not at hand"):
        list(claims_jsonl(ENTRIES, {}))


@pytest.mark.parametrize(
    ("event", "number", "root"),
    [
        (Event("ACCUSE", "investigate"), 3, "09"),
        (Event("ACCUSE", "allege"), 3, "11"),
        (Event("ASSAULT", "aerial"), 4, "19"),
        (Event("SANCTION", "expel"), 4, "16"),
        (Event(None), None, None),
        (Event("NO-SUCH-TYPE"), None, None),
    ],
)
def test_codes(event: Event, number: int | None, root: str | None) -> None:
    assert (quad(event), cameo_root(event)) == (number, root)


def test_a_reading_in_its_public_form() -> None:
    words = Anchor(0, 12, FIRST.text[:12])
    token = Token(0, 3, "The", "the", "DET", "DT", 1, "det")
    sentence = Sentence(words, (token,), (Name(Anchor(4, 12, "Assembly"), "ORG"),))
    times = (Time(Anchor(4, 12, "Assembly"), "DATE", FIRST.published),)
    assert reading_record(Reading(FIRST, (sentence,), times)) == {
        "path": "one.txt",
        "sentences": [
            {
                "start": 0,
                "end": 12,
                "tokens": [{"start": 0, "end": 3, "lemma": "the", "upos": "DET", "head": 1, "deprel": "det"}],
            }
        ],
        "names": [{"start": 4, "end": 12, "label": "ORG"}],
        "attributions": [],
        "times": [{"start": 4, "end": 12, "type": "DATE", "earliest": "1931-03-03", "latest": "1931-03-03"}],
        "factuality": [],
    }


def test_the_brief_in_its_public_form() -> None:
    record = brief_record(brief(ENTRIES, DISPATCHES, None, LINKS, lookup))
    assert (
        list(record)
        == (
            "as_of dispatches agenda events positions demands commitments options bodies accusations "
            "unknowns contradictions outlook"
        ).split()
    )
    for key, lines in record.items():
        if key not in ("as_of", "dispatches"):
            assert isinstance(lines, list)
            assert all("claims" in line for line in lines)
    assert json.loads(json.dumps(record)) == record
