"""News that reports no political act gives no claim of an event."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from dragoman.claims import claims_in
from dragoman.dispatches import dispatch_of
from dragoman.pipeline import Desk

SENTENCES = (Path(__file__).parent / "unpolitical.txt").read_text(encoding="utf-8").splitlines()
DAY = date(2019, 5, 14)
MOST = 6


def test_sentences_without_a_political_act_hardly_give_an_event() -> None:
    desk, told = Desk(), []
    for sentence in SENTENCES:
        reading = desk.read(dispatch_of(sentence, "news.txt", DAY))
        claims = claims_in(reading, desk.lexicon)
        if any((c.kind == "event" or c.event.type) and c.confidence >= 0.5 for c in claims):
            told.append(sentence)
    assert len(SENTENCES) == 200
    assert len(told) <= MOST, "\n".join(told)
