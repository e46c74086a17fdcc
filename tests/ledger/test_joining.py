"""Which claims report the same act, on made-up entries."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace

import pytest

from dragoman.ledger import same_acts
from dragoman.model import Days, Entry, Kind, Party
from tests.ledger.made_up import dispatch, entry, on, party

NEARLY = "The minister agreed to pull artillery back from the river."
ARLAND = party("Arland", "arl-gov", "ARL")
MINISTER = party("the Arlandish foreign minister", "arl-fm", "ARL")
BORLAND = party("Borland", "bor-gov", "BOR")
COUNCIL = party("the River Council", "riverco", "IGORIV")
FOURTH = on(4)
NOBODY = party("the fishermen of Sund")
FIRST = "Arland pledged to pull back its artillery from the river crossings."
AGAIN = "On Tuesday Arland promised that artillery at the crossings would be pulled back."


def _one(
    words: str,
    actors: Sequence[Party] = (ARLAND,),
    *,
    when: Days = FOURTH,
    recipients: Sequence[Party] = (),
    kind: Kind = "promise",
    type: str | None = "AGREE",  # noqa: A002 - the name of the field
) -> Entry:
    return entry(
        dispatch(words), words, actors=actors, recipients=recipients, when=when, kind=kind, type=type
    )


def _tied(one: Entry, other: Entry) -> bool:
    return bool(same_acts([one, other, *BACKGROUND]))


BACKGROUND = tuple(
    _one(words, (party(name, name),), type="CONSULT", kind="event")
    for name, words in (
        ("Cesland", "Cesland held talks about fishing quotas."),
        ("Delland", "Delland received a trade delegation in its capital."),
    )
)


def test_two_reports_of_one_act_are_tied_with_the_reason() -> None:
    one, other = _one(FIRST), _one(AGAIN, when=on(5))
    (link,) = same_acts([one, other, *BACKGROUND])
    assert {link.claim, link.other} == {one.claim.id, other.claim.id}
    assert link.sort == "same-act"
    assert "AGREE by ARL, arl-gov" in link.why
    assert "artill" in link.why


@pytest.mark.parametrize(
    ("other", "tied"),
    [
        pytest.param(_one(AGAIN, when=on(5)), True, id="a day later"),
        pytest.param(_one(AGAIN, when=on(8)), False, id="four days later"),
        pytest.param(_one(AGAIN, (BORLAND,)), False, id="somebody else"),
        pytest.param(_one(AGAIN, kind="statement"), False, id="another kind"),
        pytest.param(_one(AGAIN, type="YIELD"), False, id="another type"),
        pytest.param(_one("Arland pledged to reopen its schools."), False, id="another content"),
        pytest.param(_one(AGAIN, (MINISTER,)), False, id="its minister, in half the words"),
        pytest.param(_one(NEARLY, (MINISTER,)), True, id="its minister, in most of the words"),
        pytest.param(
            _one("Its foreign minister called artillery duels a pity.", (MINISTER,)), False, id="its minister"
        ),
    ],
)
def test_kind_type_party_day_and_content_must_agree(other: Entry, tied: bool) -> None:
    assert _tied(_one(FIRST), other) is tied


def test_one_word_in_common_is_not_enough() -> None:
    assert not _tied(_one("Arland reopened crossings."), _one("Arland closed crossings."))


def test_recipients_must_agree_where_both_are_named() -> None:
    to_council, to_borland = (_one(FIRST, recipients=[COUNCIL]), _one(AGAIN, recipients=[BORLAND]))
    assert not _tied(to_council, to_borland)
    assert _tied(to_council, _one(AGAIN))
    assert _tied(to_council, _one(AGAIN, recipients=[COUNCIL, BORLAND]))


def test_a_denial_is_not_the_same_act() -> None:
    other = _one(AGAIN)
    assert not _tied(_one(FIRST), replace(other, claim=replace(other.claim, factuality="CT-")))


def test_without_days_more_content_must_agree() -> None:
    assert _tied(
        _one(FIRST), _one("So Arland would pull back artillery from the river crossings.", when=Days())
    )
    weak = "Arland pledged artillery shells, uniforms, boots and blankets for river crossings"
    assert not _tied(_one(FIRST), _one(weak, when=Days()))


def test_unresolved_parties_are_told_by_their_words() -> None:
    assert _tied(_one(FIRST, (NOBODY,)), _one(AGAIN, (NOBODY,)))


def test_claims_of_one_sentence_and_claims_without_actors_are_not_tied() -> None:
    one = _one(FIRST)
    assert same_acts([one, replace(one, claim=replace(one.claim, id="other"))]) == ()
    assert same_acts([_one(FIRST, ()), _one(AGAIN, ())]) == ()
    assert same_acts([]) == ()


def test_events_without_a_type_are_not_tied() -> None:
    assert not _tied(_one(FIRST, kind="event", type=None), _one(AGAIN, kind="event", type=None))
    assert _tied(_one(FIRST, kind="demand", type=None), _one(AGAIN, kind="demand", type=None))


def test_the_ties_do_not_depend_on_the_order() -> None:
    entries = [_one(FIRST), _one(AGAIN), _one(AGAIN + " So it was said.", (MINISTER,)), *BACKGROUND]
    expected = same_acts(entries)
    for seed in range(5):
        random.Random(seed).shuffle(entries)
        assert same_acts(entries) == expected
