"""Which claim answers which: a denial the accusation, a refusal the demand, of the same dispatch."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dragoman.ledger import answers
from dragoman.model import Entry, Kind, Party
from tests.ledger.made_up import dispatch, entry, on, party

ARLAND = party("Arland", "arl-gov", "ARL")
BORLAND = party("Borland", "bor-gov", "BOR")
NOBODY = party("the fishermen of Sund")
HOME = dispatch("What Arland and Borland say.")


def said(kind: Kind, sort: str, by: Party, to: Sequence[Party] = (), place: int = 0) -> Entry:
    made = entry(HOME, "Arland", actors=(by,), recipients=to, when=on(4), kind=kind, type=sort)
    return replace(made, claim=replace(made.claim, id=f"{kind}{place}"))


CHARGE = said("accusation", "ACCUSE", ARLAND, (BORLAND,))
DEMAND = said("demand", "REQUEST", ARLAND, (BORLAND,))


def pairs(*entries: Entry) -> list[tuple[str, str]]:
    return [(link.claim, link.other) for link in answers(entries) if link.sort == "answers"]


def test_a_denial_answers_the_last_accusation_of_who_denies() -> None:
    earlier = said("accusation", "ACCUSE", NOBODY, (BORLAND,), 1)
    denial = said("denial", "REJECT", BORLAND, (), 2)
    assert pairs(earlier, CHARGE, denial) == [("denial2", "accusation0")]


def test_a_refusal_and_a_yes_answer_a_demand() -> None:
    refusal, yes = said("statement", "REJECT", BORLAND, (), 3), said("promise", "CONCEDE", BORLAND, (), 4)
    assert pairs(DEMAND, refusal, yes) == [("statement3", "demand0"), ("promise4", "demand0")]


def test_what_is_not_addressed_to_one_is_not_answered_by_one() -> None:
    denial = said("denial", "REJECT", NOBODY, (), 5)
    assert pairs(CHARGE, denial) == []
    assert pairs(said("denial", "REJECT", BORLAND, (), 6), CHARGE) == []


def test_a_demand_is_no_answer_and_praise_is_none() -> None:
    assert pairs(DEMAND, said("demand", "REJECT", BORLAND, (ARLAND,), 7)) == []
    assert pairs(DEMAND, said("statement", "SUPPORT", BORLAND, (), 8)) == []


def test_far_away_and_in_another_dispatch_nothing_is_answered() -> None:
    denial = said("denial", "REJECT", BORLAND, (), 9)
    between = [said("statement", "SUPPORT", NOBODY, (), 20 + i) for i in range(12)]
    assert pairs(CHARGE, *between, denial) == []
    elsewhere = replace(CHARGE, claim=replace(CHARGE.claim, dispatch="another"))
    assert pairs(elsewhere, denial) == []
