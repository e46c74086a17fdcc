"""Who says so: reporting verbs, nested speakers, inserted reports, and cues in exact words."""

from __future__ import annotations

import pytest

from tests.claims.told import claim_of, claims_of, parties, speakers


@pytest.mark.parametrize(
    ("text", "cue", "said_by"),
    [
        ("The minister said the army had shelled the village.", "said", ["minister"]),
        ("The minister said that the army had shelled the village.", "said", ["minister"]),
        ("Soldiers burned the market, the mayor said.", "said", ["mayor"]),
        (
            "The spokesman said that the president believed that rebels had killed the mayor.",
            "believed",
            ["spokesman", "president"],
        ),
    ],
)
def test_the_chain_of_speakers_runs_inwards(text: str, cue: str, said_by: list[str]) -> None:
    claim = claim_of(text, type_="ASSAULT")
    assert claim.cue is not None
    assert claim.cue.text == cue
    assert speakers(claim) == said_by


def test_according_to_names_a_speaker_that_is_no_actor() -> None:
    claim = claim_of("According to the mayor, soldiers burned the market.", type_="ASSAULT")
    assert speakers(claim) == ["mayor"]
    assert parties(claim.actors) == ["soldiers"]


def test_the_reporter_is_no_actor_of_what_he_reports() -> None:
    claim = claim_of("The minister said the army had shelled the village.")
    assert parties(claim.actors) == ["army"]


@pytest.mark.parametrize(
    "text",
    [
        "Russia demanded a withdrawal.",
        "Rome accused Tripoli of sheltering gunmen.",
        "Spain threatened to bomb the port.",
        "The minister denied that troops had entered the valley.",
    ],
)
def test_an_act_of_speech_nobody_reports_is_its_actors_own_word(text: str) -> None:
    claim = claim_of(text)
    assert claim.cue is None
    assert speakers(claim) == parties(claim.actors)


def test_an_event_told_by_nobody_has_no_speaker() -> None:
    assert speakers(claim_of("Rebels bombed the convoy.")) == []


def test_a_denial_keeps_what_is_denied_as_content() -> None:
    claim = claim_of("The minister denied that troops had entered the valley.")
    assert claim.kind == "denial"
    assert claim.content == "troops had entered the valley"


def test_an_accusation_has_what_is_alleged_as_content() -> None:
    claim = claim_of("Rome accused Tripoli of sheltering gunmen.")
    assert (claim.kind, claim.event.mode, claim.content) == ("accusation", "allege", "sheltering gunmen")


def test_a_note_gives_the_wire_behind_the_words() -> None:
    text = "Rebels bombed the convoy. (Reuters, June 10)\n\nThe army shelled the port."
    with_note, without = claims_of(text)
    assert [(s.role, s.day.isoformat() if s.day else None) for s in with_note.sources] == [
        ("wire", "1998-06-10")
    ]
    assert without.sources == ()


def test_the_cue_is_the_whole_of_according_to() -> None:
    claim = claim_of("According to the mayor, soldiers burned the market.")
    assert claim.cue is not None
    assert claim.cue.text == "According to"


def test_we_in_a_quotation_is_the_speaker() -> None:
    claim = claim_of('"We will not sign the treaty," the president said.')
    assert parties(claim.actors) == ["president"]


def test_the_content_keeps_its_first_word() -> None:
    claim = claim_of("On Monday the army shelled the port.")
    assert claim.content == "On Monday the army shelled the port"
