"""The peer of training.relations: TF-IDF and a linear model on the same folds: python -m training.linear."""

from __future__ import annotations

import argparse
from pathlib import Path

from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline

from dragoman.reading.pieces import PARTY_MARKS
from training.macro import report, summary
from training.own_sentences import NO_EVENT, own_sentences
from training.pairs import YIELD, Row, folds_of, own_rows, plv_rows

NAMES = {mark: f"mark{n}" for n, mark in enumerate(m for pair in PARTY_MARKS.values() for m in pair)}


def text_of(row: Row) -> str:
    """The words with their marks as words."""
    return " ".join(NAMES.get(word, word) for word in row.words)


def label_of(row: Row) -> str:
    """The label as PLV has it."""
    return "YIELD" if row.right <= YIELD else row.root


def main() -> None:
    """Cross-validate with and without own sentences."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--folds", type=int, default=5)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    rows = plv_rows(args.shared / "data" / "events" / "plv_train.tsv")
    own = [row for row in own_rows(own_sentences()) if row.right != frozenset({NO_EVENT})]
    for name, more in (("without own sentences", []), ("with own sentences", own)):
        by_fold = []
        for number, fold in enumerate(folds_of(rows, args.folds, args.seed)):
            train = [row for i, row in enumerate(rows) if i not in set(fold)] + more
            model = make_pipeline(
                TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True),
                LogisticRegression(C=30, max_iter=2000, class_weight="balanced"),
            )
            model.fit([text_of(row) for row in train], [label_of(row) for row in train])
            test = [rows[i] for i in fold]
            found = [str(label) for label in model.predict([text_of(row) for row in test])]
            by_fold.append(report(f"{name}, fold {number}", test, found))
        print(f"TF-IDF {name}, mean of folds:", summary(by_fold))


if __name__ == "__main__":
    main()
