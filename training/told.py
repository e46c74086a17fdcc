"""Reads the dispatches written for dragoman: every claim in them, tied to its words.

`training/dispatches/` holds the texts and, one claim a line, `claims.jsonl`; its README says what the
fields mean. `python -m training.told` checks both and counts.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, get_args

from dragoman.claims.plover import MODES
from dragoman.dispatches import dispatch_of
from dragoman.model import Auxiliary, Factuality
from dragoman.reading.acts import KINDS, PARTS
from dragoman.reading.quotes import quoted_in, within
from dragoman.reading.sentences import sentences_in
from dragoman.reading.words import words_in
from training.corpora import Act, Example
from training.own_sentences import NO_EVENT

FOLDER = Path(__file__).parent / "dispatches"
Record = dict[str, Any]
Spans = Sequence[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Annotated:
    """A dispatch with its claims as `claims.jsonl` has them."""

    name: str
    text: str
    published: date
    claims: tuple[Record, ...]


def annotated(folder: Path = FOLDER) -> list[Annotated]:
    """All dispatches, in the order of published.tsv; ValueError names a claim that does not fit its text."""
    claims: dict[str, list[Record]] = defaultdict(list)
    for number, line in enumerate((folder / "claims.jsonl").read_text(encoding="utf-8").splitlines(), 1):
        record = json.loads(line)
        claims[record["dispatch"]].append(record | {"line": number})
    out = []
    for row in (folder / "published.tsv").read_text(encoding="utf-8").splitlines()[1:]:
        name, day = row.split("\t")[:2]
        text = (folder / "texts" / f"{name}.txt").read_bytes().decode("utf-8")
        for record in claims[name]:
            check(text, record)
        out.append(Annotated(name, text, date.fromisoformat(day), tuple(claims[name])))
    return out


def check(text: str, claim: Record) -> None:
    """Raise ValueError where a claim's labels are unknown or its words are not those of the text."""
    event = claim["event"]
    good = (
        claim["kind"] in KINDS
        and claim["factuality"] in get_args(Factuality)
        and set(claim["auxiliary"]) <= set(get_args(Auxiliary))
        and (event["type"] is None or event["type"] in MODES)
        and event["mode"] in (None, *MODES.get(event["type"], ()))
    )
    if not good:
        raise ValueError(f"claims.jsonl:{claim['line']}: a label that is not in its list")
    for anchor in anchors_of(claim):
        if text[anchor["start"] : anchor["end"]] != anchor["text"]:
            raise ValueError(f"claims.jsonl:{claim['line']}: {anchor['text']!r} is not what stands there")


def anchors_of(claim: Record) -> Iterator[Record]:
    """All words of a claim that are tied to a place."""
    for value in claim.values():
        for one in value if isinstance(value, list) else [value]:
            if isinstance(one, dict) and "text" in one:
                yield one
                if "antecedent" in one:
                    yield one["antecedent"]


EVERY = 10
"""One dispatch of so many is not learnt from: thresholds are tuned on these."""


def kept_out() -> list[Annotated]:
    """The dispatches that are not learnt from."""
    return annotated()[::EVERY]


def told_examples() -> Iterator[Example]:
    """The sentences to learn from, with the acts in them."""
    for number, dispatch in enumerate(annotated()):
        if number % EVERY:
            yield from sentences_of(dispatch)


def sentences_of(told: Annotated) -> Iterator[Example]:
    """One dispatch as examples, cut as the reader cuts it."""
    dispatch = dispatch_of(told.text, told.name, told.published)
    start, end = dispatch.body
    quoted = quoted_in(told.text, start, end)
    for a, b in sentences_in(told.text, start, end, [(n.anchor.start, n.anchor.end) for n in dispatch.notes]):
        spans = words_in(told.text, a, b)
        if spans:
            found = [act for claim in told.claims if (act := _act(spans, claim)) is not None]
            yield Example(
                words=tuple(told.text[i:j] for i, j in spans),
                quoted=tuple(within(spans, quoted)),
                acts=tuple(found),
                events={w: act.event for act in found for w in act.words},
                auxiliary={w: frozenset(act.auxiliary) for act in found for w in act.words},
            )


def _act(spans: Spans, claim: Record) -> Act | None:
    """The claim as an act of a sentence; None where its trigger stands elsewhere."""
    trigger = covered(spans, [claim["trigger"]])
    if not trigger:
        return None
    event, parts = claim["event"], parts_of(claim)
    mode = f":{event['mode']}" if event["mode"] else ""
    return Act(
        words=trigger,
        kind=claim["kind"],
        event=f"{event['type']}{mode}" if event["type"] else NO_EVENT,
        value=claim["factuality"],
        auxiliary=tuple(claim["auxiliary"]),
        parts={part: covered(spans, parts[part]) for part in PARTS},
    )


def parts_of(claim: Record) -> Mapping[str, list[Record]]:
    """The anchors of each part; of nested speakers the innermost."""
    one = {part: [claim[key]] if claim.get(key) else [] for part, key in SINGLE.items()}
    speakers = [source for source in claim["sources"] if source["role"] == "speaker"]
    return one | {"actor": claim["actors"], "recipient": claim["recipients"], "speaker": speakers[-1:]}


SINGLE = {
    "evidence": "evidence", "cue": "cue", "condition": "condition", "deadline": "deadline",
    "time": "when", "place": "where", "content": "content",
}  # fmt: skip


def covered(spans: Spans, anchors: Sequence[Record]) -> tuple[int, ...]:
    """The words of a sentence that anchors touch; a day not told in words touches none."""
    placed = [(a["start"], a["end"]) for a in anchors if "start" in a]
    return tuple(i for i, (a, b) in enumerate(spans) if any(a < stop and start < b for start, stop in placed))


def main() -> None:
    """Check and count."""
    dispatches = annotated()
    claims = [claim for dispatch in dispatches for claim in dispatch.claims]
    words = sum(len(dispatch.text.split()) for dispatch in dispatches)
    print(f"{len(dispatches)} dispatches, {words} words, {len(claims)} claims")
    for name, counts in (
        ("kind", Counter(claim["kind"] for claim in claims)),
        ("type", Counter(str(claim["event"]["type"]) for claim in claims)),
        ("factuality", Counter(claim["factuality"] for claim in claims)),
    ):
        print(f"{name}:", ", ".join(f"{key} {count}" for key, count in counts.most_common()))


if __name__ == "__main__":
    main()
