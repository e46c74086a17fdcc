"""The lexicon holds what PLOVER asks for, keeps hard neighbours apart, and refuses bad rows by line."""

from __future__ import annotations

import shutil
import time
from collections import Counter
from importlib.resources import as_file
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.claims.frames import (
    BARE_SORTS,
    SEATS,
    VALUED_SORTS,
    Frame,
    parse_constraint,
    parse_seats,
)
from dragoman.claims.lexicon import Lexicon
from dragoman.claims.lexicon_tables import shipped_tables
from dragoman.claims.plover import CONTEXTS, MODES
from dragoman.errors import LexiconError

LEXICON = Lexicon.load()
FRAMES = [frame for frames in LEXICON.frames_by_lemma.values() for frame in frames]
HEADER = "lemma\tpos\twith\ttype\tmode\tkind\tactor\trecipient\tcontent\tsource\n"


def frame(pos: str, lemma: str, *constraints: str) -> Frame:
    """The frame with exactly these constraints; those of content are written content:@class."""
    wanted = sorted(constraints)
    found = [f for f in LEXICON.frames(pos, lemma) if sorted(c.text for c in f.constraints) == wanted]
    assert len(found) == 1, f"{len(found)} frames of {lemma} with {wanted}"
    return found[0]


def code(found: Frame) -> tuple[str | None, str | None, str | None]:
    return found.type, found.mode, found.kind


# -- coverage ---------------------------------------------------------------------------------


@pytest.mark.parametrize(("pos", "rows", "lemmas"), [("verb", 900, 450), ("noun", 350, 250), ("adj", 60, 40)])
def test_the_lexicon_is_as_large_as_promised(pos: str, rows: int, lemmas: int) -> None:
    own = [f for f in FRAMES if f.pos == pos]
    assert len({(f.lemma, f.line) for f in own}) >= rows
    assert len({f.lemma for f in own}) >= lemmas


@pytest.mark.parametrize("type_", sorted(MODES))
def test_every_type_and_mode_has_verbs_and_nouns(type_: str) -> None:
    seen = {(f.pos, f.mode) for f in FRAMES if f.type == type_}
    assert {pos for pos, _ in seen} >= {"verb", "noun"}
    assert MODES[type_] <= {mode for _, mode in seen}


def test_every_context_has_words() -> None:
    seen = Counter(context for contexts in LEXICON.contexts_by_word.values() for context in contexts)
    assert set(seen) == CONTEXTS
    assert min(seen.values()) >= 5
    assert len(LEXICON.contexts_by_word) >= 400


def test_parties_are_many_and_of_every_sort() -> None:
    assert len(LEXICON.parties) >= 300
    assert LEXICON.animate("separatist")
    assert LEXICON.animate("troop")
    assert not LEXICON.animate("agreement")
    assert not LEXICON.animate("xyzzy")
    assert LEXICON.parties["guerrilla"].sector == "REB"
    assert LEXICON.parties["leader"].sector == "GOV"


# -- the hard neighbours ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("pos", "lemma", "constraints", "expected"),
    [
        ("verb", "meet", ["prep:with"], ("CONSULT", None, "event")),
        ("verb", "invite", ["obj:@party"], ("AGREE", None, "proposal")),
        ("verb", "promise", ["to"], ("AGREE", None, "promise")),
        ("verb", "promise", ["to", "content:@giving_way"], ("CONCEDE", None, "promise")),
        ("noun", "withdrawal", ["-"], ("RETREAT", "withdraw", "event")),
        ("verb", "sign", ["obj:@agreement"], ("SUPPORT", None, "event")),
        ("verb", "sign", ["obj:@truce"], ("CONCEDE", None, "event")),
        ("verb", "declare", ["obj:@truce,ceasefire"], ("CONCEDE", None, "event")),
        ("verb", "urge", ["obj", "to"], ("REQUEST", None, "demand")),
        ("verb", "urge", ["obj", "to", "content:@yielding"], ("REQUEST", "yield", "demand")),
        ("verb", "propose", ["obj"], ("REQUEST", None, "proposal")),
        ("verb", "propose", ["content:@meeting_act"], ("AGREE", None, "proposal")),
        ("verb", "threaten", ["content:@violence"], ("THREATEN", "violence", "threat")),
        ("verb", "accuse", ["obj"], ("ACCUSE", "allege", "accusation")),
        ("verb", "summon", ["obj:@diplomat"], ("ACCUSE", "disapprove", "event")),
        ("verb", "deny", ["ccomp"], ("REJECT", None, "denial")),
        ("verb", "cancel", ["obj:@meeting"], ("REJECT", "meet", "event")),
        ("verb", "arrest", ["-"], None),
        ("verb", "extradite", ["obj"], ("COOPERATE", None, "event")),
        ("noun", "peacekeeper", ["prep:as"], ("AID", None, "event")),
        ("adj", "responsible", ["prep:for,of,in"], ("ACCUSE", "allege", "accusation")),
        ("adj", "opposed", ["-"], ("REJECT", None, "statement")),
        ("noun", "defender", ["prep:of"], ("SUPPORT", None, "statement")),
        ("noun", "deadline", ["-"], ("REQUEST", None, "demand")),
    ],
)
def test_neighbours_are_kept_apart(
    pos: str, lemma: str, constraints: list[str], expected: tuple[str | None, ...] | None
) -> None:
    constraints = [c for c in constraints if c != "-"]
    if expected is None:
        assert all(f.constraints for f in LEXICON.frames(pos, lemma)), "an arrest needs somebody arrested"
    else:
        assert code(frame(pos, lemma, *constraints)) == expected


def test_idioms_block_the_wider_frame() -> None:
    idiom = frame("verb", "take", "obj:place")
    assert idiom.blocks
    assert code(idiom) == (None, None, None)


def test_a_reciprocal_act_has_both_parties_in_one_seat() -> None:
    met = frame("verb", "meet", "prep:with")
    assert met.reciprocal
    assert met.actor == ("subj+prep:with",)
    assert met.recipient == ()


def test_frames_come_most_specific_first() -> None:
    for frames in LEXICON.frames_by_lemma.values():
        weights = [f.specificity for f in frames]
        assert weights == sorted(weights, reverse=True)
        assert all(f.specificity == sum(c.weight for c in f.constraints) for f in frames)


def test_no_frame_contradicts_the_ontology() -> None:
    for f in FRAMES:
        assert f.mode is None or (f.type is not None and f.mode in MODES[f.type]), f
        assert f.type is None or f.kind is not None, f
        for c in f.constraints:
            assert c.sort in VALUED_SORTS | BARE_SORTS
        for seat in (*f.actor, *f.recipient, *f.content):
            assert all(part in SEATS or part.startswith("prep:") for part in seat.split("+")), seat


# -- cues -------------------------------------------------------------------------------------


def test_certainty_marks_have_their_effect() -> None:
    effects = {
        (m.sort, m.effect) for word in ("fail", "might", "unclear", "seek") for m in LEXICON.certainty(word)
    }
    assert {("implicative-", "CT-"), ("modal", "PS+"), ("unclear", "Uu"), ("aim", "Uu")} <= effects
    assert LEXICON.certainty("table") == ()


def test_conditions_know_their_form() -> None:
    unless = LEXICON.condition("unless", "mark")
    assert unless is not None
    assert (unless.role, unless.polarity) == ("exceptive", "-")
    assert LEXICON.condition("should", "inversion") is not None
    assert LEXICON.condition("should", "mark") is None
    only_with = LEXICON.condition("only with", "prep")
    assert only_with is not None
    assert only_with.role == "necessary"
    assert LEXICON.condition("link", "verb") is not None


def test_reports_answer_to_ud_tags_and_fixed_words() -> None:
    said, claim = LEXICON.report("say", "VERB"), LEXICON.report("claim", "NOUN")
    assert said is not None
    assert claim is not None
    assert (said.sort, said.kind, claim.sort) == ("say", "statement", "claim")
    assert LEXICON.report("according to", "phrase") is not None
    assert LEXICON.report("reportedly", "ADV") is not None
    assert LEXICON.report("say", "NOUN") is None


def test_deadlines_know_limits_and_status() -> None:
    assert LEXICON.limits("by")
    assert not LEXICON.limits("deadline")
    assert LEXICON.deadline("ultimatum")
    assert LEXICON.deadline_status("extend") == "extended"
    assert LEXICON.deadline_status("propose") == "proposed"
    assert LEXICON.deadline_status("walk") is None


def test_contexts_are_found_in_phrases_and_told_once() -> None:
    found = LEXICON.contexts(["Foreign", "Minister", "and", "ambassador", "of", "the", "Security", "Council"])
    assert found == ("diplomatic",)
    assert "peacekeeping" in LEXICON.contexts(["peacekeeper"])


# -- constraints and seats --------------------------------------------------------------------


def test_classes_unfold_and_admit_names() -> None:
    obj = parse_constraint("obj:@party,town", LEXICON.classes)
    assert obj.admits("government")
    assert obj.admits("town")
    assert obj.admits("Ruritania", "PROPN")
    assert not obj.admits("banana")
    prep = parse_constraint("prep:on,against=sanction", LEXICON.classes)
    assert prep.prepositions == {"on", "against"}
    assert prep.values == {"sanction"}
    assert prep.weight > parse_constraint("prep:on", LEXICON.classes).weight


def test_seats_keep_their_order() -> None:
    assert parse_seats("obj,prep:against,to,content") == ("obj", "prep:against", "prep:to", "content")
    assert parse_seats("subj+prep:with,between") == ("subj+prep:with|between",)
    assert parse_seats("-") == ()


@given(st.lists(st.sampled_from(sorted(SEATS)), min_size=1, unique=True))
def test_plain_seats_read_back_as_written(seats: list[str]) -> None:
    assert parse_seats(",".join(seats)) == tuple(seats)


@given(st.text(alphabet="abc:=@,+ ", min_size=1, max_size=12))
def test_a_constraint_is_read_or_refused(text: str) -> None:
    try:
        found = parse_constraint(text, LEXICON.classes)
    except ValueError:
        return
    assert found.text == text
    assert found.values or found.prepositions or found.sort in BARE_SORTS


# -- bad rows ---------------------------------------------------------------------------------


@pytest.fixture
def tables(tmp_path: Path) -> Path:
    with as_file(shipped_tables()) as shipped:
        shutil.copytree(shipped, tmp_path / "lexicon")
    return tmp_path / "lexicon"


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        ("march\tverb\t-\tPARADE\t-\tevent\tsubj\t-\t-\thand", "type is 'PARADE'"),
        (
            "march\tverb\t-\tPROTEST\tphone\tevent\tsubj\t-\t-\thand",
            "mode 'phone' does not belong to PROTEST",
        ),
        ("march\tverb\t-\t-\tdemo\tevent\tsubj\t-\t-\thand", "mode 'demo' does not belong to no type"),
        ("march\tverb\t-\tPROTEST\t-\tnoise\tsubj\t-\t-\thand", "kind is 'noise'"),
        ("march\tverb\t-\tPROTEST\t-\t-\tsubj\t-\t-\thand", "a type without a kind"),
        ("march\tverb\t-\tPROTEST\t?\tevent\tsubj\t-\t-\thand", "content decides nothing for PROTEST"),
        ("march\tverb\tobj:@nowhere\tPROTEST\t-\tevent\tsubj\t-\t-\thand", "class @nowhere"),
        ("march\tverb\tbeside:it\tPROTEST\t-\tevent\tsubj\t-\t-\thand", "constraint sort 'beside'"),
        ("march\tverb\tsubj\tPROTEST\t-\tevent\tsubj\t-\t-\thand", "needs values"),
        ("march\tverb\t-\tPROTEST\t-\tevent\twho\t-\t-\thand", "seat 'who'"),
        ("march\tadverb\t-\tPROTEST\t-\tevent\tsubj\t-\t-\thand", "pos is 'adverb'"),
        ("March\tverb\t-\tPROTEST\t-\tevent\tsubj\t-\t-\thand", "lower case"),
        ("march\tverb\t-\tPROTEST", "4 cells"),
    ],
)
def test_a_bad_frame_is_named_by_line(tables: Path, row: str, fault: str) -> None:
    (tables / "predicates.tsv").write_text(f"# head\n{HEADER}{row}\n", encoding="utf-8")
    with pytest.raises(LexiconError, match=r"predicates.tsv, line 3: .*") as caught:
        Lexicon.load(tables)
    assert fault in caught.value.fault
    assert caught.value.mend


def test_the_same_row_twice_is_refused_whatever_the_order_of_its_constraints(tables: Path) -> None:
    rows = ["obj prep:with\tASSAULT", "prep:with obj\tAID"]
    text = "".join(f"feed\tverb\t{row}\t-\tevent\tsubj\tobj\t-\thand\n" for row in rows)
    (tables / "predicates.tsv").write_text(HEADER + text, encoding="utf-8")
    with pytest.raises(LexiconError, match="line 3: the same lemma and constraints stand in line 2"):
        Lexicon.load(tables)


@pytest.mark.parametrize(
    ("name", "row"),
    [
        ("classes.tsv", "late\t@nowhere\thand"),
        ("classes.tsv", "party\tNAME\thand"),
        ("parties.tsv", "bishop\tsing\tHOLY\tyes\thand"),
        ("reporting.tsv", "moo\tverb\tsay\tnowhere\tstatement\thand"),
        ("certainty.tsv", "moo\tverb\tXX\thedge\t-\thand"),
        ("conditions.tsv", "moo\tmark\tvague\t+\thand"),
        ("deadlines.tsv", "moo\tnoun\tforgotten\thand"),
        ("contexts.tsv", "moo\tcattle\thand"),
        ("content_modes.tsv", "REQUEST\tyielding\tREQUEST\tviolence\tplover-0.8"),
    ],
)
def test_a_bad_row_of_any_table_is_named_by_line(tables: Path, name: str, row: str) -> None:
    path = tables / name
    lines = path.read_text(encoding="utf-8").rstrip("\n").split("\n")
    path.write_text("\n".join([*lines, row]) + "\n", encoding="utf-8")
    with pytest.raises(LexiconError, match=f"{name}, line {len(lines) + 1}"):
        Lexicon.load(tables)


def test_a_missing_or_binary_table_is_a_lexicon_error(tables: Path) -> None:
    (tables / "contexts.tsv").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(LexiconError, match=r"contexts\.tsv"):
        Lexicon.load(tables)
    (tables / "contexts.tsv").unlink()
    with pytest.raises(LexiconError, match=r"contexts\.tsv"):
        Lexicon.load(tables)


def test_every_table_says_what_it_holds_and_where_it_is_from() -> None:
    with as_file(shipped_tables()) as folder:
        tables = sorted(folder.glob("*.tsv"))
        assert len(tables) == 10
        for table in tables:
            head = [line for line in table.read_text(encoding="utf-8").split("\n") if line.startswith("#")]
            assert len(head) >= 2, table.name
            assert "ource" in " ".join(head), table.name


def test_loading_is_quick_and_done_once() -> None:
    assert Lexicon.load() is LEXICON
    best = min(_seconds_to_load() for _ in range(3))
    assert best < 0.6  # 0.12 s on an idle machine; the margin is for a busy one


def _seconds_to_load() -> float:
    begun = time.process_time()
    Lexicon.load(shipped_tables())
    return time.process_time() - begun
