"""The page of a dispatch whose claims were read by hand, where the shared gold is at hand."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from dragoman.exchange import brief_html, claim_record
from dragoman.model import Days, Dispatch
from dragoman.views import brief
from tests.exchange.taking_in import entry_of

_SHARED = Path(os.environ.get("DRAGOMAN_SHARED", Path(__file__).parents[3] / "shared"))
_GOLD = _SHARED / "score" / "dev_gold_A.json"


@pytest.mark.skipif(not _GOLD.is_file(), reason="the shared gold is not at hand; set DRAGOMAN_SHARED")
def test_gold_claims_become_a_page_and_come_back_as_they_were() -> None:
    gold = json.loads(_GOLD.read_text(encoding="utf-8"))["documents"]["A"]
    shown = subprocess.run(
        [sys.executable, str(_SHARED / "score" / "selftest.py"), "--claims", "A"],
        capture_output=True, text=True, check=True, encoding="utf-8",
    )  # fmt: skip
    lines = [json.loads(line) for line in shown.stdout.splitlines()]
    text = (_SHARED / "seeds" / gold["file"]).read_bytes().decode("utf-8")
    day = date(1998, 6, 11)
    home = Dispatch("gold", gold["file"], text, "Monitor", Days(day, day), body=(0, len(text)))
    sentences = [(s["span"][0], s["span"][1]) for s in gold["sentences"]]
    entries = [entry_of(line, home, sentences) for line in lines]
    for line, entry in zip(lines, entries, strict=True):
        record = claim_record(entry, home)
        assert record["evidence"] == line["evidence"]
        assert record["kind"] == line["kind"]
    told = brief(entries, [home])
    assert len(told.demands) >= 4
    assert len(told.commitments) >= 2
    assert {position.stance for position in told.positions} >= {"opposes", "conditional", "unclear"}
    assert brief_html(told).count("<article") == 1
