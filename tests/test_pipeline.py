"""The whole way in one process: from a file to resolved lines and a brief."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from dragoman.dispatches import dispatch_of
from dragoman.errors import ReaderError
from dragoman.ledger import Ledger
from dragoman.model import Entry
from dragoman.pipeline import Desk
from dragoman.run import brief_from, read_into

DESK = Desk()
TEXT = (
    "Foreign Minister Robin Cook met Madeleine Albright in London on Tuesday. "
    "NATO threatened to bomb Serbia. Talks with an unheard-of Zorblaxian envoy began, Moscow said."
)


def entries_of(text: str, day: date | None = date(1998, 6, 11)) -> tuple[Entry, ...]:
    return DESK.entries(dispatch_of(text, "told.txt", day))


def test_stages_are_loaded_once_and_only_when_needed() -> None:
    desk = Desk(weights=Path("nowhere.onnx"))
    assert desk.lexicon is desk.lexicon
    with pytest.raises(ReaderError, match=r"nowhere\.onnx"):
        desk.read(dispatch_of(TEXT))


def test_parties_run_parallel_to_mentions() -> None:
    entries = entries_of(TEXT)
    assert entries
    for entry in entries:
        assert [p.mention for p in entry.actors] == list(entry.claim.actors)
        assert [p.mention for p in entry.recipients] == list(entry.claim.recipients)
        spoken = [s.mention for s in entry.claim.sources if s.mention is not None]
        assert [p.mention for p in entry.speakers] == spoken


def test_names_are_resolved_on_the_day_of_the_claim() -> None:
    (then,) = entries_of("Yugoslavia shelled the port.", date(1998, 6, 11))
    assert then.actors[0].resolution.code == "YUG"
    (met,) = [e for e in entries_of(TEXT) if e.claim.event.type == "CONSULT" and e.claim.where]
    assert {p.resolution.code for p in met.actors} == {"GBR", "USA"}
    assert met.place is not None
    assert met.place.country == "GBR"


def test_a_pronoun_is_resolved_by_the_words_it_takes_up() -> None:
    last = entries_of("Robin Cook arrived in Paris on Tuesday. He accused Serbia of arming the gunmen.")[-1]
    assert last.actors[0].mention.anchor.text == "He"
    assert last.actors[0].resolution.code == "GBR"


def test_without_a_day_nothing_is_guessed_from_one() -> None:
    for entry in entries_of("Rebels bombed the convoy on Monday.", None):
        assert not entry.claim.when.known


def test_an_unknown_party_stays_with_its_words() -> None:
    (entry,) = entries_of("The Zorblaxian Front bombed the convoy.")
    assert entry.actors[0].resolution.entity is None
    assert "Zorblaxian" in entry.actors[0].mention.anchor.text


def test_a_body_is_asked_on_a_day() -> None:
    council = DESK.body("UN Security Council", date(1998, 6, 11))
    assert council is not None
    assert DESK.body("UN Security Council", None) is None


def _write(folder: Path, **texts: str) -> None:
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")


def test_reading_into_a_ledger_gives_what_was_refused(tmp_path: Path) -> None:
    _write(tmp_path, good="Rebels bombed the convoy.")
    (tmp_path / "bad.txt").write_bytes(bytes(range(256)) * 8)
    with Ledger.open() as ledger:
        (refused,) = read_into(ledger, [tmp_path], DESK)
        assert "bad.txt" in refused.place
        assert [e.claim.event.type for e in ledger.entries()] == ["ASSAULT"]


def test_reading_twice_adds_nothing(tmp_path: Path) -> None:
    _write(tmp_path, one="Rebels bombed the convoy.", two="France urged Austria to open the border.")
    with Ledger.open() as ledger:
        read_into(ledger, [tmp_path], DESK)
        first = (ledger.entries(), ledger.dispatches(), ledger.links())
        read_into(ledger, [tmp_path], DESK)
        assert (ledger.entries(), ledger.dispatches(), ledger.links()) == first
        assert len(first[0]) == 2


def test_the_order_of_the_files_does_not_change_the_lines(tmp_path: Path) -> None:
    _write(tmp_path, one="Rebels bombed the convoy.", two="Rebels bombed a convoy near the port.")
    held = []
    for order in (("one", "two"), ("two", "one")):
        with Ledger.open() as ledger:
            read_into(ledger, [tmp_path / f"{name}.txt" for name in order], DESK, date(1998, 6, 11))
            held.append(({e.claim.id for e in ledger.entries()}, set(ledger.links())))
    assert held[0] == held[1]


def test_a_brief_as_of_a_day_knows_nothing_later(tmp_path: Path) -> None:
    (tmp_path / "1998-06-11.txt").write_text("Rebels bombed the convoy.", encoding="utf-8")
    (tmp_path / "1998-06-18.txt").write_text("Norway held talks with Sweden.", encoding="utf-8")
    with Ledger.open() as ledger:
        read_into(ledger, [tmp_path], DESK)
        early = brief_from(ledger, DESK, date(1998, 6, 12))
        late = brief_from(ledger, DESK)
    assert [Path(d.path).name for d in early.dispatches] == ["1998-06-11.txt"]
    assert len(late.dispatches) == 2
    assert {e.claim.event.type for e in early.entries} == {"ASSAULT"}
    assert late.as_of == date(1998, 6, 18)
