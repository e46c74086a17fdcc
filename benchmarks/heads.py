"""How right attributions and certainty are: PolNeAR dev, UDS-IH2 dev, and 300 sentences of our own."""

from __future__ import annotations

import csv
import gzip
import json
import re
import tempfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np

from dragoman.exchange.reading import reading_record
from dragoman.model import Dispatch, Reading
from dragoman.pipeline import Desk

CERTAINTY = Path(__file__).parent.parent / "tests" / "gold" / "certainty.tsv"
Scorer = Callable[..., dict[str, float | None]]


def records(path: Path) -> list[dict[str, Any]]:
    """The objects of a packed jsonl file."""
    lines = gzip.decompress(path.read_bytes()).decode("utf-8").split("\n")
    return [json.loads(line) for line in lines if line.strip()]


def reading_of(text: str, desk: Desk) -> Reading:
    """A whole text as the reader sees it."""
    return desk.read(Dispatch("", "text.txt", text, body=(0, len(text))))


def attribution_figures(shared: Path, desk: Desk, score: Scorer) -> dict[str, float]:
    """F of tokens by role and of linked attributions on PolNeAR dev."""
    gold = shared / "data" / "language" / "polnear" / "dev.jsonl.gz"
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "attributions.jsonl"
        with out.open("w", encoding="utf-8") as file:
            for article in records(gold):
                reading = reading_of(article["text"], desk)
                record = {"id": article["id"], **reading_record(reading)}
                file.write(json.dumps(record) + "\n")
        figures = score(shared / "score" / "score_layers.py", "attribution", gold, out)
    wanted = ("cue_token_f", "content_token_f", "source_token_f", "linked_f", "linked_with_source_f")
    return {name: float(value) for name in wanted if (value := figures[name]) is not None}


def certainty_figures(shared: Path, desk: Desk) -> dict[str, float]:
    """Pearson's correlation of degrees of certainty with those of UDS-IH2 dev, all predicates."""
    rows = records(shared / "data" / "language" / "factuality" / "uds_ih2_dev.jsonl.gz")
    layers = desk.reader.layers([row["text"].split(" ") for row in rows])
    pairs = [
        (target["label"], layer.certainty[target["span"][0]])
        for row, layer in zip(rows, layers, strict=True)
        for target in row["targets"]
    ]
    gold, found = (np.array(side, dtype=np.float64) for side in zip(*pairs, strict=True))
    return {"correlation": float(np.corrcoef(gold, found)[0][1])}


def value_figures(desk: Desk) -> dict[str, float]:
    """The share of right FactBank values in the 300 sentences, by group; a head not judged is wrong."""
    with CERTAINTY.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    right, count = Counter[str](), Counter[str]()
    for row in rows:
        place = row["sentence"].index("{")
        reading = reading_of(re.sub(r"[{}]", "", row["sentence"]), desk)
        values = {
            sentence.tokens[one.word].start: one.factuality
            for sentence in reading.sentences
            for one in sentence.predicates
        }
        for group in (row["group"], "all"):
            right[group] += values.get(place) == row["value"]
            count[group] += 1
    return {group: right[group] / count[group] for group in count}
