"""Reads the sentences written for dragoman: one a line, with the event, its parties and the names marked.

`python -m training.own_sentences [FILE...]` checks them and prints how many there are of each type.

A file is tab-separated with a head line: `type mode auxiliary value trap sentence`. In the sentence
`<s>...</s>` marks the actor, `<t>...</t>` the recipient, `<e>...</e>` the words that carry the event,
and `[PER ...]`, `[ORG ...]`, `[LOC ...]` every name. See `training/sentences/README.md`.
"""

from __future__ import annotations

import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import get_args

from dragoman.claims.plover import MODES
from dragoman.model import Auxiliary, Factuality

FOLDER = Path(__file__).parent / "sentences"
TYPES = tuple(MODES)
NO_EVENT = "NONE"
AUXILIARY = get_args(Auxiliary)
VALUES = get_args(Factuality)
TRAPS = (
    "no-event other-parties negated hypothetical future historical reported-denial neighbour reversed"
).split()
COLUMNS = ["type", "mode", "auxiliary", "value", "trap", "sentence"]
LABELS = ("PER", "ORG", "LOC")
MARK = re.compile(r"</?[ste]>|\[(?:PER|ORG|LOC) |\]")
NEAR = 0.5
"""Near-duplicates share this part (Jaccard) of their word trigrams, names masked."""


class FormError(ValueError):
    """A line that breaks the form."""


@dataclass(frozen=True, slots=True)
class Span:
    """A marked stretch, in code points of the plain sentence."""

    start: int
    end: int
    label: str


@dataclass(frozen=True, slots=True)
class Written:
    """One sentence with what is known of it."""

    text: str
    type: str
    mode: str
    auxiliary: frozenset[str]
    value: str
    trap: str
    spans: tuple[Span, ...]

    def marked(self, label: str) -> list[Span]:
        """The spans with a label: `s`, `t`, `e`, PER, ORG or LOC."""
        return [span for span in self.spans if span.label == label]


def unmark(marked: str) -> tuple[str, tuple[Span, ...]]:
    """The plain sentence and its marked spans; a FormError if marks do not nest."""
    text, spans, stack, at = "", [], list[tuple[str, int]](), 0
    for mark in MARK.finditer(marked):
        text += marked[at : mark.start()]
        at = mark.end()
        what = mark[0]
        if what == "]" or what.startswith("</"):
            label, start = stack.pop() if stack else ("", 0)
            if label not in (LABELS if what == "]" else (what[2],)):
                raise FormError(f"{what} closes {label or 'nothing'}")
            if start == len(text) or text[start].isspace() or text[-1].isspace():
                raise FormError(f"the {label} span {text[start:]!r} is empty or has a blank at its edge")
            spans.append(Span(start, len(text), label))
        else:
            stack.append((what.strip("<>[ "), len(text)))
    text += marked[at:]
    if stack:
        raise FormError(f"{stack[-1][0]} is never closed")
    if re.search(r"[<>\[\]\t]|  ", text) or text != text.strip():
        raise FormError("a stray mark, or blanks too many")
    return text, tuple(sorted(spans, key=lambda span: (span.start, -span.end)))


def parsed(line: str) -> Written:
    """A line of a file as a sentence; a FormError if it breaks the form."""
    cells = line.rstrip("\n").split("\t")
    if len(cells) != len(COLUMNS):
        raise FormError(f"{len(cells)} columns, not {len(COLUMNS)}")
    kind, mode, auxiliary, value, trap, marked = cells
    text, spans = unmark(marked)
    written = Written(text, kind, mode, frozenset(filter(None, auxiliary.split(","))), value, trap, spans)
    check(written)
    return written


def check(written: Written) -> None:
    """Raise a FormError where a cell has a value that is not in its list, or a mark is missing."""
    for name, value, allowed in (
        ("type", written.type, [*TYPES, NO_EVENT]),
        ("mode", written.mode, ["", *MODES.get(written.type, ())]),
        ("value", written.value, VALUES if written.type != NO_EVENT else ["", *VALUES]),
        ("trap", written.trap, ["", *TRAPS]),
    ):
        if value not in allowed:
            raise FormError(f"{name} {value!r} is not one of {' '.join(allowed).strip()}")
    if bad := written.auxiliary - set(AUXILIARY):
        raise FormError(f"auxiliary {sorted(bad)} is not of {' '.join(AUXILIARY)}")
    if not written.marked("s"):
        raise FormError("no <s> actor")
    if written.type != NO_EVENT and not written.marked("e"):
        raise FormError("no <e> event words")


def lines(path: Path) -> Iterator[tuple[int, str]]:
    """The numbered lines of a file below its head."""
    rows = path.read_text(encoding="utf-8").split("\n")
    if rows[0] != "\t".join(COLUMNS):
        raise SystemExit(f"{path}: the first line must be the columns {' '.join(COLUMNS)}, with tabs")
    yield from ((n, row) for n, row in enumerate(rows[1:], 2) if row.strip())


def sentence_files() -> list[Path]:
    """The files of sentences, in order of name."""
    return sorted(FOLDER.glob("*.tsv"))


def own_sentences(paths: Iterable[Path] = ()) -> list[Written]:
    """All sentences of the files (default: all there are); stops at the first fault, naming the place."""
    found = []
    for path in list(paths) or sentence_files():
        for number, line in lines(path):
            try:
                found.append(parsed(line))
            except FormError as fault:
                raise SystemExit(f"{path}:{number}: {fault}") from fault
    return found


def judged_sentences() -> list[tuple[str, dict[tuple[int, int], str]]]:
    """The sentences on certainty: text, and the FactBank value of the words at some places."""
    found = []
    for path, number, line in _lines_of("certainty"):
        text, marks = "", {}
        for part in re.split(r"(\{[^{}|]+\|[^{}|]+\})", line):
            if re.fullmatch(r"\{[^{}|]+\|[^{}|]+\}", part):
                word, value = part[1:-1].split("|")
                if value not in VALUES:
                    raise SystemExit(f"{path}:{number}: {value!r} is not one of {' '.join(VALUES)}")
                marks[len(text), len(text) + len(word)] = value
                text += word
            else:
                text += part
        if not marks or re.search(r"[{}|]", text):
            raise SystemExit(f"{path}:{number}: no mark, or one that is not {{word|VALUE}}")
        found.append((text, marks))
    return found


def named_sentences() -> list[tuple[str, tuple[Span, ...]]]:
    """The sentences on names: text and names."""
    found = []
    for path, number, line in _lines_of("names"):
        try:
            found.append(unmark(line))
        except FormError as fault:
            raise SystemExit(f"{path}:{number}: {fault}") from fault
    return found


def unpolitical_sentences(folder: str = "unpolitical") -> list[str]:
    """The sentences that tell of no political act; those in "kept_out" are not learnt from."""
    return [line for _, _, line in _lines_of(folder)]


def _lines_of(folder: str) -> Iterator[tuple[Path, int, str]]:
    for path in sorted((FOLDER / folder).glob("*.txt")):
        for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
            if line.strip():
                yield path, number, line.strip()


def masked(written: Written) -> list[str]:
    """The words in lower case with every name replaced by its label."""
    text, at = "", 0
    for span in written.spans:
        if span.label in LABELS and span.start >= at:
            text += written.text[at : span.start] + f" {span.label} "
            at = span.end
    return re.findall(r"\w+", (text + written.text[at:]).lower())


def near_duplicates(sentences: list[Written]) -> Iterator[tuple[Written, Written, float]]:
    """Pairs that share NEAR or more of their trigrams, names masked, with that share."""
    grams = [
        {tuple(words[i : i + 3]) for i in range(max(1, len(words) - 2))} for words in map(masked, sentences)
    ]
    holders: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for number, own in enumerate(grams):
        shared = Counter(other for gram in own for other in holders[gram])
        for other, count in shared.items():
            share = count / (len(own) + len(grams[other]) - count)
            if share >= NEAR:
                yield sentences[other], sentences[number], share
        for gram in own:
            holders[gram].append(number)


def main() -> None:
    """Check the files, print every fault and near-duplicate, then the counts."""
    paths = [Path(name) for name in sys.argv[1:]] or sentence_files()
    good, faults = [], 0
    for path in paths:
        for number, line in lines(path):
            try:
                good.append(parsed(line))
            except FormError as fault:
                faults += 1
                print(f"{path}:{number}: {fault}")
    for one, two, share in near_duplicates(good):
        faults += 1
        print(f"near-duplicates ({share:.2f}): {one.text!r} and {two.text!r}")
    counts = Counter(w.type for w in good)
    print(" ".join(f"{kind} {counts[kind]}" for kind in [*TYPES, NO_EVENT]))
    traps = Counter(w.trap for w in good if w.trap)
    print(f"{len(good)} sentences, {sum(traps.values())} hard ones: {dict(traps)}; {faults} faults")
    sys.exit(faults > 0)


if __name__ == "__main__":
    main()
