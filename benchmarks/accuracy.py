"""How right the reader and the claims are: python -m benchmarks.accuracy [--shared FOLDER].

Needs the corpora and scorers of the development data, which are not part of the project; without
them it says so and stops. Scores development parts only, and the open half of tests/gold.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path

from tests.gold.scoring import GOLD, OPEN

from benchmarks.heads import attribution_figures, certainty_figures, reading_of, value_figures
from benchmarks.machine import described
from dragoman.dispatches import read_dispatches
from dragoman.exchange.claims import claims_jsonl
from dragoman.exchange.reading import reading_record
from dragoman.pipeline import Desk

LAYERS = (
    ("parse", "ewt/dev.conllu.gz", ("words_f", "uas_f", "las_f")),
    ("parse", "gum/dev.conllu.gz", ("words_f", "uas_f", "las_f")),
    ("names", "ner/uner_ewt_dev.bio", ("PER_f", "ORG_f", "LOC_f", "all_f")),
    ("names", "ner/crossner_politics_dev.bio", ("PER_f", "ORG_f", "LOC_f", "all_f")),
)
PARTS = (
    "claim_score detection_p detection_r detection_f kind event actors_f recipients_f speaker factuality "
    "when_exact condition_f deadline_f"
).split()


def scored(scorer: Path, *arguments: object) -> dict[str, float | None]:
    """The figures a scorer prints as its last line."""
    command = [sys.executable, str(scorer), *map(str, arguments)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    figures: dict[str, float | None] = json.loads(done.stdout.strip().split("\n")[-1])
    return figures


def layer_figures(shared: Path, desk: Desk, layer: str, name: str) -> dict[str, float]:
    """The scorer's figures for trees or names on the text of one corpus."""
    scorer, gold = shared / "score" / "score_layers.py", shared / "data" / "language" / name
    with tempfile.TemporaryDirectory() as folder:
        text, out = Path(folder) / "text.txt", Path(folder) / "out.json"
        scored(scorer, layer, gold, "--text", text)
        record = reading_record(reading_of(text.read_bytes().decode("utf-8"), desk))
        out.write_text(json.dumps(record), encoding="utf-8")
        return {key: float(value or 0) for key, value in scored(scorer, layer, gold, out).items()}


def tag_figures(shared: Path, desk: Desk) -> str:
    """Share of right tags and lemmas on EWT dev, over words cut as the treebank cuts them."""
    text = gzip.decompress((shared / "data" / "language" / "ewt" / "dev.conllu.gz").read_bytes()).decode(
        "utf-8"
    )
    blocks = [
        [line.split("\t") for line in block.split("\n") if line[:1].isdigit()] for block in text.split("\n\n")
    ]
    rows = [[row for row in block if row[0].isdigit()] for block in blocks]
    rows = [block for block in rows if block and len(block) <= 100]
    found = desk.reader.words_of([[row[1] for row in block] for block in rows])
    pairs = [
        (row, token)
        for block, tokens in zip(rows, found, strict=True)
        for row, token in zip(block, tokens, strict=True)
    ]
    share = {
        "UPOS": sum(row[3] == token.upos for row, token in pairs) / len(pairs),
        "lemma": sum(row[2] == token.lemma for row, token in pairs) / len(pairs),
    }
    return "tags ewt/dev, gold words: " + ", ".join(f"{name} {value:.3f}" for name, value in share.items())


def claim_figures(shared: Path, desk: Desk, folder: Path) -> Iterator[str]:
    """The mean of each figure over the open half of the gold, and each dispatch's claim score."""
    with (GOLD / "published.tsv").open(encoding="utf-8") as file:
        days = {row[0]: row[1] for row in csv.reader(file, delimiter="\t")}
    results: list[dict[str, float | None]] = []
    for key in OPEN:
        path = next((GOLD / "texts").glob(f"{key}_*.txt"))
        (dispatch,) = read_dispatches([path], date.fromisoformat(days[path.name])).dispatches
        out = folder / "claims.jsonl"
        out.write_text(
            "\n".join(claims_jsonl(desk.entries(dispatch), {dispatch.id: dispatch})), encoding="utf-8"
        )
        results.append(scored(shared / "score" / "score_claims.py", GOLD / "claims.json", out, "--doc", key))
    yield "claims, open gold, by dispatch: " + " ".join(f"{r['claim_score']:.3f}" for r in results)
    for part in PARTS:
        values = [value for r in results if (value := r[part]) is not None]
        yield f"  {part} {sum(values) / len(values):.3f}"


def line(what: str, figures: Mapping[str, float], wanted: Sequence[str] = ()) -> str:
    """Figures in a line; those wanted, or all."""
    return f"{what}: " + ", ".join(f"{name} {figures[name]:.3f}" for name in wanted or figures)


def main() -> None:
    """Read the arguments, measure, print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    default = Path(os.environ.get("DRAGOMAN_SHARED", Path(__file__).parent.parent.parent / "shared"))
    parser.add_argument("--shared", type=Path, default=default)
    parser.add_argument("--weights", type=Path, help="other weights than the package's")
    args = parser.parse_args()
    shared = args.shared
    if not (shared / "score").is_dir():
        sys.exit(f"no development data at {shared}: name its folder with --shared")
    print(described())
    desk = Desk(args.weights)
    print(tag_figures(shared, desk))
    for layer, name, wanted in LAYERS:
        print(line(f"{layer} {name}", layer_figures(shared, desk, layer, name), wanted))
    print(line("attribution polnear/dev", attribution_figures(shared, desk, scored)))
    print(line("certainty uds_ih2/dev", certainty_figures(shared, desk)))
    print(line("certainty, 300 own sentences", value_figures(desk)))
    with tempfile.TemporaryDirectory() as folder:
        print("\n".join(claim_figures(shared, desk, Path(folder))))


if __name__ == "__main__":
    main()
