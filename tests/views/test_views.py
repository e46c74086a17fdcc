"""Each view of the made-up crisis, before and after its second dispatch."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from dragoman.model import Brief, Link
from dragoman.views import brief, commitments, contradictions, demands, open_dossier, outlook, positions
from dragoman.views.agenda import tense
from dragoman.views.contradictions import counts
from dragoman.views.gist import gist, same_matter, stem
from tests.views.crisis import DISPATCHES, ENTRIES, FIRST, LINKS, SECOND, days, entry, lookup


@pytest.fixture(scope="module")
def before() -> Brief:
    return brief(ENTRIES, DISPATCHES, date(1931, 3, 5), LINKS, lookup)


@pytest.fixture(scope="module")
def after() -> Brief:
    return brief(ENTRIES, DISPATCHES, None, LINKS, lookup)


def test_agenda_turns_from_coming_to_past(before: Brief, after: Brief) -> None:
    told = [(item.sort, item.days.latest, item.tense) for item in before.agenda]
    assert told == [("talks", date(1931, 3, 9), "coming"), ("deadline", date(1931, 3, 12), "coming")]
    assert {item.tense for item in after.agenda} == {"past"}


@pytest.mark.parametrize(
    ("first", "last", "expected"), [(1, 4, "past"), (4, 5, "today"), (5, 9, "today"), (6, 9, "coming")]
)
def test_tense(first: int, last: int, expected: str) -> None:
    assert tense(days(first, last), date(1931, 3, 5)) == expected


def test_demand_is_open_until_answered(before: Brief, after: Brief) -> None:
    assert [(d.content, d.status, d.answers) for d in before.demands] == [
        ("reopen the strait", "answered", ("c2",))
    ]
    assert after.demands[0].answers == ("c6", "c2")


def test_a_demand_that_nobody_meets_stays_open() -> None:
    kept = [e for e in ENTRIES if e.claim.id in ("c1", "c3", "c4")]
    assert [d.status for d in demands(open_dossier(kept, DISPATCHES))] == ["open"]


def test_pledge_is_conditional_then_kept_with_its_precedent(before: Brief, after: Brief) -> None:
    pledge, threat = before.commitments
    assert (pledge.kind, pledge.state, pledge.verdict) == ("promise", "conditional", "pending")
    assert pledge.antecedent == "if the blockade of Hask ends"
    assert (threat.kind, threat.state, threat.consequent) == ("threat", "active", "seize the lighthouse")
    pledge = after.commitments[0]
    assert (pledge.state, pledge.verdict) == ("satisfied", "kept")
    assert [(e.claim, e.says, e.source) for e in pledge.evidence] == [
        ("c6", "kept", "a harbour pilot"),
        ("c7", "broken before", "the dispatch"),
    ]


def test_a_later_condition_belongs_to_the_same_commitment() -> None:
    bare = entry(
        "p1", FIRST, "Hask threatened", "promise", "CONCEDE", by=("Hask",), content="lift the blockade"
    )
    linked = entry(
        "p2", SECOND, "Hask opposes", "promise", "CONCEDE", by=("Hask",), content="lift its blockade",
        condition="The truce",
    )  # fmt: skip
    (pledge,) = commitments(open_dossier((bare, linked), DISPATCHES))
    assert (pledge.claims, pledge.antecedent, pledge.state) == (("p1", "p2"), "The truce", "conditional")


def test_two_sides_that_disagree_make_it_disputed() -> None:
    denial = entry(
        "x1", SECOND, "Velmar has broken that pledge", "event", "RETREAT", by=("Velmar",),
        content="reopen the strait", factuality="CT-",
    )  # fmt: skip
    pledge = commitments(open_dossier((*ENTRIES, denial), DISPATCHES))[0]
    assert (pledge.verdict, pledge.state) == ("disputed", "conditional")


def test_silence_past_a_deadline_is_no_breach() -> None:
    alone = entry(
        "p1", FIRST, "Hask threatened", "promise", "CONCEDE", by=("Hask",), content="lift the blockade",
        deadline=("by March 12", 12),
    )  # fmt: skip
    (early,) = commitments(open_dossier((alone,), DISPATCHES, date(1931, 3, 12)))
    (late,) = commitments(open_dossier((alone,), DISPATCHES, date(1931, 3, 13)))
    assert (early.state, early.verdict) == ("active", "pending")
    assert (late.state, late.verdict) == ("expired", "unverifiable")


def test_positions_turn_and_keep_their_history() -> None:
    first = entry(
        "s1",
        FIRST,
        "Talks between Velmar and Hask",
        "statement",
        "SUPPORT",
        by=("Hask",),
        content="mediated peace talks",
    )
    second = entry(
        "s2",
        SECOND,
        "any vote in the Assembly",
        "statement",
        "REJECT",
        by=("Hask",),
        content="peace talks under mediation",
    )
    (held,) = positions(open_dossier((second, first), DISPATCHES))
    assert (held.stance, held.since) == ("opposes", date(1931, 3, 13))
    assert [turn.stance for turn in held.history] == ["supports", "opposes"]


def test_a_named_issue_gathers_what_is_said_on_it() -> None:
    told = positions(open_dossier(ENTRIES, DISPATCHES), issues=("vote in the Assembly of Ports",))
    assert ("vote in the Assembly of Ports", "opposes") in {(p.issue, p.stance) for p in told}


def test_body_shows_who_can_block_and_what_they_declared(after: Brief) -> None:
    (body,) = after.bodies
    assert (body.name, body.blockers) == ("Assembly of Ports", ("HSK",))
    assert [(d.member, d.stance, d.claims) for d in body.declared] == [("HSK", "opposes", ("c8",))]


def test_without_a_registry_no_body_is_known() -> None:
    assert brief(ENTRIES, DISPATCHES).bodies == ()


def test_option_needs_the_body_named_beside_a_word_of_approval() -> None:
    plan = entry("o1", FIRST, "Hask threatened to seize the lighthouse", "proposal", "THREATEN", by=("Hask",))
    consent = replace(
        plan,
        claim=replace(
            plan.claim,
            id="o2",
            condition=entry("", FIRST, "Hask", "plan", condition="The Assembly of Ports").claim.condition,
        ),
    )
    words = "with the consent of the Assembly of Ports"
    assert consent.claim.condition
    worded = replace(consent.claim.condition, anchor=replace(consent.claim.condition.anchor, text=words))
    told = brief(
        (replace(consent, claim=replace(consent.claim, condition=worded)),), DISPATCHES, lookup=lookup
    )
    assert told.options[0].bodies == ("Assembly of Ports",)
    assert brief((plan,), DISPATCHES, lookup=lookup).options[0].bodies == ()


def test_unknowns_hold_the_unclear_and_the_unidentified(after: Brief) -> None:
    told = {(line.sort, line.what): line.claims for line in after.unknowns}
    assert told["unclear", "It is unclear who fired on the pilot boat"] == ("c10",)
    assert told["actor", "a harbour pilot"] == ("c6",)


def test_a_demand_of_uncertain_content_is_not_unclear(after: Brief) -> None:
    assert "c1" not in {claim for line in after.unknowns for claim in line.claims}


def test_bounds_that_exclude_each_other_contradict(after: Brief) -> None:
    assert [(c.sort, c.claims) for c in after.contradictions] == [("count", ("c5", "c9"))]


def test_asserted_and_denied() -> None:
    yes = entry("y", FIRST, "Hask threatened to seize the lighthouse", "event", "COERCE", by=("Hask",))
    no = replace(yes, claim=replace(yes.claim, id="n", factuality="CT-"))
    assert [c.sort for c in contradictions(open_dossier((yes, no), DISPATCHES))] == ["denied"]


def test_days_of_one_act_that_do_not_meet() -> None:
    one = entry("a", FIRST, "Hask threatened", "event", "COERCE", when=days(2))
    two = entry("b", SECOND, "Hask opposes", "event", "COERCE", when=days(3))
    tie = (Link("a", "b", "same-act"),)
    assert [c.sort for c in contradictions(open_dossier((one, two), DISPATCHES, None, tie))] == ["day"]
    assert contradictions(open_dossier((one, two), DISPATCHES)) == ()


@pytest.mark.parametrize(
    ("words", "low", "high"),
    [("at least 40 men", 40, float("inf")), ("up to twelve men", 0, 12), ("1,200 men", 1200, 1200)],
)
def test_counts(words: str, low: float, high: float) -> None:
    (count,) = counts(words)
    assert (count.low, count.high) == (low, high)


def test_outlook_has_the_band_of_the_word(after: Brief) -> None:
    (judged,) = after.outlook
    assert (judged.likelihood, judged.band, judged.percent) == ("unlikely", "unlikely", (20, 45))


def test_a_negation_turns_likely() -> None:
    told = "It does not appear likely that it lasts."
    dispatch = replace(FIRST, text=told)
    judged = outlook(
        open_dossier((entry("j", dispatch, told, "assessment", auxiliary=("future",)),), (dispatch,))
    )
    assert (judged[0].likelihood, judged[0].band) == ("likely", "unlikely")


def test_a_hedge_outside_the_standard_has_no_band() -> None:
    told = "War might follow."
    dispatch = replace(FIRST, text=told)
    judged = outlook(
        open_dossier((entry("j", dispatch, told, "assessment", auxiliary=("future",)),), (dispatch,))
    )
    assert (judged[0].likelihood, judged[0].band, judged[0].percent) == ("might", None, None)


def test_gist_joins_inflections_and_derivations() -> None:
    assert stem("withdrawal") == stem("withdrawing") == stem("withdraw")
    assert same_matter(gist("the immediate withdrawal of its troops"), gist("to withdraw troops"))
    assert not same_matter(gist("withdraw troops"), gist("withdraw the complaint"))
