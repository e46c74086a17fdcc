"""What is made of the acts that the network finds: who their words name, and what frames add."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dragoman.claims import claims_in
from dragoman.model import Act, Claim, Kind
from dragoman.reading.acts import PARTS
from tests.claims.told import DESK, PUBLISHED, parties, read, reading_of


def claims_with(text: str, *acts: tuple[Kind, str | None, str, dict[str, str]]) -> tuple[Claim, ...]:
    """The claims of one sentence in which the network found acts: kind, type, trigger, words of its parts."""
    reading = reading_of(text)
    (sentence,) = reading.sentences
    forms = [token.text for token in sentence.tokens]

    def places(words: str) -> tuple[int, ...]:
        return tuple(forms.index(word) for word in words.split())

    found = tuple(
        Act(
            places(trigger), kind, event, None, "CT+", (),
            {part: places(parts.get(part, "")) for part in PARTS}, 0.9,
        )
        for kind, event, trigger, parts in acts
    )  # fmt: skip
    told = tuple(replace(one, act=0.0) for one in sentence.predicates)
    return claims_in(
        replace(reading, sentences=(replace(sentence, acts=found, predicates=told),)), DESK.lexicon
    )


@pytest.mark.parametrize(
    ("text", "actor", "whom"),
    [
        ("Western diplomats met in Berlin.", "Western", ["Western diplomats"]),
        ("France and Mali met in Dakar.", "France Mali", ["France", "Mali"]),
        ("The rebels who met in Dakar left.", "who", ["rebels"]),
        ("Mr Brown said that he met them.", "Brown he", ["Mr Brown"]),
        ("The old ferry met the convoy.", "ferry", ["old ferry"]),
    ],
)
def test_marked_words_become_the_phrases_they_belong_to(text: str, actor: str, whom: list[str]) -> None:
    (claim,) = claims_with(text, ("event", "CONSULT", "met", {"actor": actor}))
    assert parties(claim.actors) == whom


def test_a_frame_gives_the_parties_and_the_mode_that_the_network_leaves_open() -> None:
    (claim,) = claims_with("Rebels attacked the police.", ("event", "ASSAULT", "attacked", {}))
    assert parties(claim.actors) == ["Rebels"]
    assert parties(claim.recipients) == ["police"]


def test_the_network_has_the_last_word_on_kind_and_type() -> None:
    (claim,) = claims_with(
        "Rebels attacked the village.", ("accusation", "ACCUSE", "attacked", {"actor": "Rebels"})
    )
    assert (claim.kind, claim.event.type, claim.method) == ("accusation", "ACCUSE", "act:verb:attack")


def test_a_frame_where_the_network_sees_no_act_gives_no_claim() -> None:
    assert claims_with("Rebels attacked the village.") == ()


@pytest.mark.parametrize(
    ("kind", "event", "becomes"),
    [
        ("plan", "ASSAULT", "THREATEN"),
        ("plan", "CONSULT", "AGREE"),
        ("promise", "RETREAT", "CONCEDE"),
        ("plan", "MOBILIZE", "MOBILIZE"),
        ("event", "ASSAULT", "ASSAULT"),
    ],
)
def test_what_lies_ahead_has_the_type_plover_gives_it(kind: Kind, event: str, becomes: str) -> None:
    (claim,) = claims_with("Rebels will attack the village.", (kind, event, "attack", {"actor": "Rebels"}))
    assert claim.event.type == becomes


def test_a_condition_makes_an_act_hypothetical_and_addresses_it() -> None:
    parts = {"actor": "Chile", "condition": "if Argentina signs"}
    (claim,) = claims_with(
        "Chile will withdraw if Argentina signs.", ("promise", "CONCEDE", "withdraw", parts)
    )
    assert claim.condition is not None
    assert claim.condition.anchor.text == "if Argentina signs"
    assert "hypothetical" in claim.auxiliary
    assert parties(claim.recipients) == ["Argentina"]


def test_the_speaker_of_the_network_is_the_innermost_source() -> None:
    parts = {"actor": "army", "speaker": "minister", "cue": "said"}
    (claim,) = claims_with("The army, the minister said, withdrew.", ("event", "RETREAT", "withdrew", parts))
    assert [source.text for source in claim.sources] == ["the minister"]
    assert claim.cue is not None
    assert claim.cue.text == "said"


def test_a_deadline_of_the_network_has_its_day() -> None:
    parts = {"actor": "Chile", "deadline": "by July 1"}
    (claim,) = claims_with("Chile must withdraw by July 1.", ("demand", "REQUEST", "withdraw", parts))
    assert claim.deadline is not None
    assert str(claim.deadline.days.latest) == "1998-07-01"


def test_a_tied_pledge_stands_before_what_the_network_finds_in_it() -> None:
    text = "Iraq linked the withdrawal of its forces to an end of the raids."
    (claim,) = claims_with(text, ("event", "RETREAT", "withdrawal", {"actor": "forces"}))
    assert (claim.kind, claim.event.type) == ("promise", "CONCEDE")
    assert claim.condition is not None


def test_anonymity_is_no_condition() -> None:
    parts = {"actor": "envoy", "condition": "on condition of anonymity"}
    text = "The envoy rejected it on condition of anonymity."
    (claim,) = claims_with(text, ("event", "REJECT", "rejected", parts))
    assert claim.condition is None


def test_without_a_cue_the_verb_over_the_speaker_attributes() -> None:
    parts = {"actor": "army", "speaker": "minister"}
    (claim,) = claims_with("The minister told us the army fled.", ("event", "RETREAT", "fled", parts))
    assert claim.cue is not None
    assert claim.cue.text == "told"


def test_words_that_act_are_no_recipient() -> None:
    parts = {"actor": "police", "recipient": "police"}
    (claim,) = claims_with("The police withdrew.", ("event", "RETREAT", "withdrew", parts))
    assert claim.recipients == ()


def test_a_deadline_to_come_is_not_the_day_of_what_follows() -> None:
    text = "Russia demanded on Tuesday that Serbia leave by June 20. Police killed four villagers."
    found = claims_in(read(text), DESK.lexicon)
    assert all(c.when.latest is None or c.when.latest <= PUBLISHED for c in found if c.kind == "event")


def test_what_a_noun_tells_is_named_so() -> None:
    (claim,) = claims_with("The blockade went on.", ("event", "COERCE", "blockade", {"actor": "blockade"}))
    assert claim.method == "act:noun:blockade"
