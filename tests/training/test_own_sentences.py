"""The sentences written for training keep their form, are many, differ from each other and hold no gold."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path

import pytest
import training.own_sentences as own
from hypothesis import given, settings
from hypothesis import strategies as st
from training.own_sentences import (
    AUXILIARY,
    COLUMNS,
    LABELS,
    MARK,
    NO_EVENT,
    TRAPS,
    TYPES,
    VALUES,
    FormError,
    Span,
    Written,
    judged_sentences,
    masked,
    named_sentences,
    near_duplicates,
    own_sentences,
    parsed,
    sentence_files,
    unmark,
)

from dragoman.claims.plover import MODES
from dragoman.reading.sentences import sentences_in
from dragoman.reading.words import words_in

ROOT = Path(__file__).parents[2]
LEAST_PLAIN, LEAST_OF_A_TYPE, LEAST_HARD = 6_000, 250, 1_500
GOOD = "AID\t\t\tCT+\t\t<s>[LOC Norway]</s> <e>sent</e> tents to <t>[LOC Fiji]</t>."


def bare(text: str, spans: tuple[Span, ...] = ()) -> Written:
    """A sentence of which nothing is known but its marks."""
    return Written(text, "", "", frozenset(), "", "", spans)


@cache
def marked_lines() -> list[str]:
    """The sentences on events with their marks."""
    rows = [row for path in sentence_files() for row in path.read_text(encoding="utf-8").split("\n")[1:]]
    return [row.split("\t")[-1] for row in rows if row.strip()]


@cache
def everything() -> list[Written]:
    """The sentences of all files."""
    judged = [bare(text) for text, _ in judged_sentences()]
    named = [bare(text, spans) for text, spans in named_sentences()]
    return [*own_sentences(), *judged, *named]


# -- form -------------------------------------------------------------------------------------


def test_every_line_of_every_file_is_read() -> None:
    texts = [written.text for written in own_sentences()]
    assert texts == [MARK.sub("", line) for line in marked_lines()]
    folders = [sorted((own.FOLDER / folder).glob("*.txt")) for folder in ("certainty", "names")]
    counts = [
        sum(bool(line.strip()) for path in paths for line in path.read_text(encoding="utf-8").split("\n"))
        for paths in folders
    ]
    assert [len(judged_sentences()), len(named_sentences())] == counts
    assert all(counts)


def test_spans_lie_in_their_sentence_without_blanks_at_their_edges() -> None:
    for written in everything():
        for span in written.spans:
            words = written.text[span.start : span.end]
            assert 0 <= span.start < span.end <= len(written.text)
            assert words == words.strip()
            assert span.label in ("s", "t", "e", *LABELS)


def test_sentences_on_names_mark_nothing_else() -> None:
    assert {span.label for _, spans in named_sentences() for span in spans} == set(LABELS)


def test_a_judged_mark_is_one_word() -> None:
    for text, marks in judged_sentences():
        assert set(marks) <= set(words_in(text, 0, len(text))), text


def test_every_value_is_judged_somewhere() -> None:
    assert {value for _, marks in judged_sentences() for value in marks.values()} == set(VALUES)


def test_no_event_holds_in_three_traps_alone() -> None:
    apart = {"no-event", "other-parties", "reversed"}
    assert all((written.type == NO_EVENT) == (written.trap in apart) for written in own_sentences())


# -- floors -----------------------------------------------------------------------------------


def test_there_are_enough_plain_and_hard_sentences() -> None:
    hard = sum(bool(written.trap) for written in own_sentences())
    assert len(own_sentences()) - hard >= LEAST_PLAIN
    assert hard >= LEAST_HARD


def test_there_are_enough_of_each_type() -> None:
    counts = Counter(written.type for written in own_sentences())
    assert {kind: counts[kind] for kind in TYPES if counts[kind] < LEAST_OF_A_TYPE} == {}
    assert len(TYPES) == 16


def test_every_trap_mode_and_auxiliary_occurs() -> None:
    found = own_sentences()
    assert {written.trap for written in found} == {"", *TRAPS}
    assert {name for written in found for name in written.auxiliary} == set(AUXILIARY)
    modes = {(kind, mode) for kind, several in MODES.items() for mode in several}
    assert {(written.type, written.mode) for written in found if written.mode} == modes


# -- near-duplicates --------------------------------------------------------------------------

NAME = re.compile(r"\[(PER|ORG|LOC) [^\[\]<>]+\]")
MARKED = st.deferred(lambda: st.sampled_from(marked_lines()))


def trigrams(words: list[str]) -> set[tuple[str, ...]]:
    return {tuple(words[i : i + 3]) for i in range(len(words) - 2)}


def shares(*sentences: Written) -> list[float]:
    return [share for _, _, share in near_duplicates(list(sentences))]


def test_no_two_sentences_are_near_duplicates() -> None:
    assert [(one.text, two.text) for one, two, _ in near_duplicates(everything())] == []


def test_no_sentence_is_a_near_duplicate_of_the_gold() -> None:
    with (ROOT / "tests" / "gold" / "certainty.tsv").open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        gold = [bare(re.sub("[{}]", "", row["sentence"])) for row in rows]
    texts = {written.text for written in gold}
    pairs = near_duplicates([*everything(), *gold])
    assert not any((one.text in texts) != (two.text in texts) for one, two, _ in pairs)


@settings(deadline=None)
@given(MARKED.filter(NAME.search))
def test_a_copy_with_other_names_is_caught(line: str) -> None:
    copy = NAME.sub(r"[\1 Qorvan Tsill]", line)
    assert bare(*unmark(copy)).text != bare(*unmark(line)).text
    assert shares(bare(*unmark(line)), bare(*unmark(copy))) == [1.0]


@settings(deadline=None)
@given(MARKED, st.data())
def test_a_copy_with_one_word_changed_is_caught(line: str, data: st.DataObject) -> None:
    """A word stands in three trigrams: of nine or more, half are still shared."""
    sentence = bare(*unmark(line))
    words = masked(sentence)
    if len(trigrams(words)) >= 9:
        words[data.draw(st.integers(0, len(words) - 1))] = "qorvan"
        (share,) = shares(sentence, bare(" ".join(words)))
        assert own.NEAR <= share < 1


def test_sentences_that_share_names_alone_are_no_copies() -> None:
    one, two = "[LOC Fiji] hailed [PER Ann Lee] on Monday.", "[PER Ann Lee] flew home to [LOC Fiji] at dawn."
    assert shares(bare(*unmark(one)), bare(*unmark(two))) == []


# -- faults -----------------------------------------------------------------------------------


@st.composite
def nests(draw: st.DrawFn, depth: int = 3) -> tuple[str, str, list[tuple[int, int, str]]]:
    """Words with marks, the same without, and the places of the marks."""
    marked, plain, spans = [], "", list[tuple[int, int, str]]()
    for _ in range(draw(st.integers(1, 3))):
        word = draw(st.text("abé.", min_size=1, max_size=4))
        outer, inner, own_spans = (
            draw(nests(depth - 1)) if depth and draw(st.booleans()) else (word, word, [])
        )
        at = len(plain) + bool(plain)
        plain = f"{plain} {inner}" if plain else inner
        spans += [(at + a, at + b, label) for a, b, label in own_spans]
        if label := draw(st.sampled_from(["", "s", "t", "e", *LABELS])):
            outer = f"[{label} {outer}]" if label in LABELS else f"<{label}>{outer}</{label}>"
            spans.append((at, at + len(inner), label))
        marked.append(outer)
    return " ".join(marked), plain, spans


@settings(deadline=None)
@given(nests())
def test_unmarking_gives_the_sentence_and_every_place(
    nest: tuple[str, str, list[tuple[int, int, str]]],
) -> None:
    marked, plain, places = nest
    text, spans = unmark(marked)
    assert text == plain
    assert sorted((span.start, span.end, span.label) for span in spans) == sorted(places)
    assert all(not (a.start < b.start < a.end < b.end) for a in spans for b in spans)


@pytest.mark.parametrize(
    ("marked", "fault"),
    [
        ("Oslo</s> fell.", "closes nothing"),
        ("Oslo] fell.", "closes nothing"),
        ("<s>Oslo</t> fell.", "</t> closes s"),
        ("<s>[LOC Oslo</s>] fell.", "</s> closes LOC"),
        ("[LOC <s>Oslo]</s> fell.", "] closes s"),
        ("<s>Oslo fell.", "s is never closed"),
        ("[LOC Oslo fell.", "LOC is never closed"),
        ("<s></s> fell.", "is empty"),
        ("<s> Oslo</s> fell.", "blank at its edge"),
        ("[LOC Oslo ] fell.", "blank at its edge"),
        ("Oslo  fell.", "blanks too many"),
        (" Oslo fell.", "blanks too many"),
        ("Oslo fell. ", "blanks too many"),
        ("Oslo < Rome.", "a stray mark"),
        ("<x>Oslo</x> fell.", "a stray mark"),
        ("[GPE Oslo fell.", "a stray mark"),
    ],
)
def test_marks_that_do_not_nest_are_faults(marked: str, fault: str) -> None:
    with pytest.raises(FormError, match=re.escape(fault)):
        unmark(marked)


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("AID\t", "AID", "5 columns, not 6"),
        ("AID", "HELP", "type 'HELP'"),
        ("AID\t", "AID\tvisit", "mode 'visit'"),
        ("AID\t\t", "AID\t\tpast", "auxiliary ['past']"),
        ("CT+", "CT", "value 'CT'"),
        ("CT+", "", "value ''"),
        ("CT+\t", "CT+\tpuzzle", "trap 'puzzle'"),
        ("<s>[LOC Norway]</s>", "[LOC Norway]", "no <s> actor"),
        ("<e>sent</e>", "sent", "no <e> event words"),
    ],
)
def test_cells_out_of_their_lists_are_faults(old: str, new: str, fault: str) -> None:
    assert parsed(GOOD).type == "AID"
    with pytest.raises(FormError, match=re.escape(fault)):
        parsed(GOOD.replace(old, new, 1))


def test_a_fault_names_its_file_and_line(tmp_path: Path) -> None:
    path = tmp_path / "aid.tsv"
    path.write_text("\n".join(["\t".join(COLUMNS), GOOD, "", GOOD.replace("AID", "HELP")]), encoding="utf-8")
    with pytest.raises(SystemExit, match=r"aid\.tsv:4: type 'HELP'"):
        own_sentences([path])
    path.write_text(GOOD, encoding="utf-8")
    with pytest.raises(SystemExit, match=r"aid\.tsv: the first line must be the columns"):
        own_sentences([path])


@pytest.mark.parametrize(
    ("folder", "line", "read", "fault"),
    [
        ("certainty", "They {met|CT} there.", judged_sentences, "'CT' is not one of"),
        ("certainty", "They met there.", judged_sentences, "no mark"),
        ("certainty", "They {met|CT-} there|.", judged_sentences, "no mark"),
        ("names", "[PER Ann Lee left.", named_sentences, "PER is never closed"),
    ],
)
def test_a_fault_in_a_plain_file_names_its_place(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    folder: str,
    line: str,
    read: Callable[[], list[object]],
    fault: str,
) -> None:
    (tmp_path / folder).mkdir()
    (tmp_path / folder / "one.txt").write_text(f"\n{line}\n", encoding="utf-8")
    monkeypatch.setattr(own, "FOLDER", tmp_path)
    with pytest.raises(SystemExit, match=rf"one\.txt:2: .*{fault}"):
        read()


# -- gold -------------------------------------------------------------------------------------


def plain(text: str) -> str:
    """A sentence in lower case on one line, each digit as 0."""
    return re.sub(r"\d", "0", " ".join(text.lower().split()))


def both(written: Iterable[str], gold: Iterable[str]) -> list[str]:
    """The written sentences that stand in the gold."""
    known = {plain(text) for text in gold}
    return [text for text in written if plain(text) in known]


@cache
def certainty_gold() -> list[str]:
    rows = (ROOT / "tests" / "gold" / "certainty.tsv").read_text(encoding="utf-8").splitlines()[1:]
    return [re.sub(r"[{}]", "", row.split("\t")[2]) for row in rows]


@cache
def text_gold() -> list[str]:
    """The sentences of the gold texts and of the examples; closed ones are compared, never shown."""
    folders = (ROOT / "tests" / "gold" / "texts", ROOT / "examples")
    files = [path for folder in folders for path in sorted(folder.rglob("*")) if path.is_file()]
    texts = [path.read_text(encoding="utf-8") for path in files]
    return [text[start:end] for text in texts for start, end in sentences_in(text, 0, len(text))]


def test_no_gold_sentence_is_learnt_from() -> None:
    assert len(certainty_gold()) == 300
    assert len(text_gold()) > 300
    assert both((written.text for written in everything()), [*certainty_gold(), *text_gold()]) == []


def test_gold_with_other_digits_and_letters_is_caught() -> None:
    gold = ["On May 3\nthe king left."]
    assert both(["ON MAY 7 the King left.", "On May 12 the king left."], gold) == ["ON MAY 7 the King left."]
