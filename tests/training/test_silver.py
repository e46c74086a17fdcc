"""Two parsers' trees are learnt from where they agree, and only by sentences that have none."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from training.corpora import MISSING, UNKNOWN, Example
from training.silver import agreed, silver_trees, with_tree, write

from dragoman.model import Token

WORDS: tuple[str, ...] = ("The", "army", "shelled", "the", "village")
ONE = [
    Token(0, 3, "The", "the", "DET", "DT", 1, "det"),
    Token(4, 8, "army", "army", "NOUN", "NN", 2, "nsubj"),
    Token(9, 16, "shelled", "shell", "VERB", "VBD", -1, "root"),
    Token(17, 20, "the", "the", "DET", "DT", 4, "det"),
    Token(21, 28, "village", "village", "NOUN", "NN", 2, "obj"),
]
HEADS = (2, 3, 0, 5, 3)


def test_what_both_say_is_taken() -> None:
    tree = agreed(ONE, ONE, WORDS)
    assert tree.heads == HEADS
    assert tree.deprels == ("det", "nsubj", "root", "det", "obj")
    assert tree.upos == ("DET", "NOUN", "VERB", "DET", "NOUN")


def test_another_relation_makes_the_head_unknown_too() -> None:
    two = [*ONE[:4], replace(ONE[4], deprel="nsubj")]
    tree = agreed(ONE, two, WORDS)
    assert tree.heads == (*HEADS[:4], MISSING)
    assert tree.deprels is not None
    assert tree.deprels[4] == UNKNOWN
    assert tree.upos == ("DET", "NOUN", "VERB", "DET", "NOUN")


@settings(deadline=None)
@given(st.lists(st.integers(-1, 4), min_size=5, max_size=5))
def test_a_head_is_known_exactly_where_both_have_it(heads: list[int]) -> None:
    two = [replace(token, head=head) for token, head in zip(ONE, heads, strict=True)]
    found = agreed(ONE, two, WORDS).heads
    wanted = [a.head + 1 if a.head == b.head else MISSING for a, b in zip(ONE, two, strict=True)]
    assert list(found or ()) == wanted


def test_a_sentence_with_a_tree_keeps_it() -> None:
    trees = {WORDS: agreed(ONE, ONE, WORDS)}
    own = Example(words=WORDS, heads=(0, 1, 2, 3, 4))
    assert with_tree(own, trees) is own
    assert with_tree(Example(words=WORDS, values={2: "CT+"}), trees).heads == HEADS
    bare = Example(words=("Rain",))
    assert with_tree(bare, trees) is bare


def test_trees_come_back_as_they_were_written(tmp_path: Path) -> None:
    tree = agreed(ONE, [*ONE[:4], replace(ONE[4], head=3)], WORDS)
    write([tree], tmp_path / "silver.jsonl.gz")
    assert silver_trees(tmp_path / "silver.jsonl.gz") == {WORDS: tree}
