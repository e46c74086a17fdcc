"""Writes trees that two parsers agree on: python -m training.silver ONE.zip TWO.zip --out FILE.

The treebanks hold little news. So the sentences of our own and those of PolNeAR are parsed by two
trained readers that differ in seed or data, and a word that both give the same head, relation and tags
is learnt from; any other word counts as not known (after Sagae and Tsujii 2007).
"""

from __future__ import annotations

import argparse
import gzip
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from dragoman.model import Token
from dragoman.reading.reader import Reader
from training.corpora import MISSING, UNKNOWN, Example, lines_of
from training.quotations import quotations
from training.written import written_examples

Trees = dict[tuple[str, ...], Example]
AT_ONCE = 512


def agreed(one: Sequence[Token], two: Sequence[Token], words: tuple[str, ...]) -> Example:
    """The sentence with what both parsers say of each word."""
    pairs = list(zip(one, two, strict=True))
    same = [a.head == b.head and a.deprel == b.deprel for a, b in pairs]
    return Example(
        words=words,
        upos=tuple(a.upos if a.upos == b.upos else UNKNOWN for a, b in pairs),
        xpos=tuple(a.xpos if a.xpos == b.xpos else UNKNOWN for a, b in pairs),
        heads=tuple(a.head + 1 if ok else MISSING for (a, _), ok in zip(pairs, same, strict=True)),
        deprels=tuple(a.deprel if ok else UNKNOWN for (a, _), ok in zip(pairs, same, strict=True)),
    )


def parsed(one: Reader, two: Reader, sentences: Sequence[tuple[str, ...]]) -> Iterator[Example]:
    """The sentences with the trees that both readers agree on."""
    for first in range(0, len(sentences), AT_ONCE):
        group = sentences[first : first + AT_ONCE]
        for words, *trees in zip(group, one.words_of(group), two.words_of(group), strict=True):
            yield agreed(trees[0], trees[1], words)


def write(trees: Iterable[Example], path: Path) -> None:
    """Write trees, one a line of packed JSON."""
    with gzip.open(path, "wt", encoding="utf-8") as file:
        for tree in trees:
            layers = {k: getattr(tree, k) for k in ("words", "upos", "xpos", "heads", "deprels")}
            print(json.dumps(layers, ensure_ascii=False), file=file)


def silver_trees(path: Path) -> Trees:
    """The trees of a file that this module wrote, by their words."""
    found = {}
    for line in lines_of(path):
        if line:
            layers: dict[str, Any] = {k: tuple(v) for k, v in json.loads(line).items()}
            found[layers["words"]] = Example(**layers)
    return found


def with_tree(example: Example, trees: Trees) -> Example:
    """The example with its silver tree, if it has none of its own and there is one."""
    tree = trees.get(example.words)
    if example.heads or tree is None:
        return example
    return replace(example, upos=tree.upos, xpos=tree.xpos, heads=tree.heads, deprels=tree.deprels)


def main() -> None:
    """Read the arguments, parse and write."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("parsers", type=Path, nargs=2, help="two files that training.export wrote")
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--out", type=Path, default=Path("training/runs/silver.jsonl.gz"))
    parser.add_argument("--clean", action="store_true", help="leave out corpora that state no licence")
    args = parser.parse_args()
    examples = list(written_examples())
    if not args.clean:
        examples += quotations(args.shared / "data" / "language" / "polnear" / "train.jsonl.gz")
    sentences = list(dict.fromkeys(e.words for e in examples if 2 < len(e.words) <= 120))
    one, two = (Reader.load(path) for path in args.parsers)
    args.out.parent.mkdir(parents=True, exist_ok=True)
    write(parsed(one, two, sentences), args.out)


if __name__ == "__main__":
    main()
