"""Claims of the open half of the test gold against its annotation: a small scorer of our own.

It asks less than a full scorer: whether a claim was found, and with the right kind and type. Claims are
paired one to one, most shared words first; a pair needs two shared words, and either all those of the
shorter evidence, or 30% of them and kinds of one family. Closed documents are refused.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TypedDict

from dragoman.dispatches import dispatch_of
from dragoman.model import Claim, Dispatch

GOLD = Path(__file__).parent
OPEN = ("G01", "G02", "G03", "G04", "G05", "H01", "H02", "H03", "H04", "H05")
FAMILIES = (
    {"event", "plan"},
    {"demand", "proposal", "promise", "threat"},
    {"statement", "accusation", "denial", "assessment"},
)
Words = frozenset[int]


class _Evidence(TypedDict):
    span: list[int]
    text: str


class _Accept(TypedDict):
    kinds: list[str]
    events: list[str | None]


class _GoldClaim(TypedDict):
    evidence: _Evidence
    kind: str
    accept: _Accept


@dataclass(frozen=True, slots=True)
class Wanted:
    """A claim of the gold: the places of its words, its kind, and what else is right."""

    words: Words
    kind: str
    kinds: frozenset[str]
    types: frozenset[str | None]


@dataclass(frozen=True, slots=True)
class Score:
    """Detection F over all claims; shares of the pairs with a right kind and a right PLOVER type."""

    detection: float
    kind: float
    event: float


def opened(key: str) -> tuple[Dispatch, tuple[Wanted, ...]]:
    """An open dispatch with its publication day, and its gold. Raises ValueError for a closed one."""
    if key not in OPEN:
        raise ValueError(f"{key} is closed: it is scored once a release and never by a test")
    document = json.loads((GOLD / "claims.json").read_text(encoding="utf-8"))["documents"][key]
    name: str = document["file"]
    rows = (GOLD / "published.tsv").read_text(encoding="utf-8").splitlines()[1:]
    day = date.fromisoformat(dict(row.split("\t") for row in rows)[name])
    path = GOLD / "texts" / name
    text = path.read_bytes().decode("utf-8")
    return dispatch_of(text, str(path), day), tuple(map(_wanted, document["claims"]))


def score(pairs: Iterable[tuple[Sequence[Wanted], Sequence[Claim]]]) -> Score:
    """The score over documents together, each given as its gold and its claims."""
    gold = found = 0
    matched: list[tuple[Wanted, Claim]] = []
    for wanted, claims in pairs:
        gold, found = gold + len(wanted), found + len(claims)
        matched.extend(paired(wanted, claims))
    share = max(1, len(matched))
    return Score(
        detection=2 * len(matched) / max(1, gold + found),
        kind=sum(c.kind in w.kinds | {w.kind} for w, c in matched) / share,
        event=sum(c.event.type in w.types for w, c in matched) / share,
    )


def _wanted(claim: _GoldClaim) -> Wanted:
    accept, evidence = claim["accept"], claim["evidence"]
    words = places(evidence["span"][0], evidence["text"])
    return Wanted(words, claim["kind"], frozenset(accept["kinds"]), frozenset(accept["events"]))


def places(start: int, text: str) -> Words:
    return frozenset(start + found.start() for found in re.finditer(r"\w+", text))


def paired(wanted: Sequence[Wanted], claims: Sequence[Claim]) -> list[tuple[Wanted, Claim]]:
    """Pairs one to one, by the share of words in common, the right kind first among equals."""
    possible = sorted(
        ((_fit(w, c), i, j) for i, w in enumerate(wanted) for j, c in enumerate(claims)), reverse=True
    )
    left, right, out = set(range(len(wanted))), set(range(len(claims))), []
    for fit, i, j in possible:
        if fit > 0 and i in left and j in right:
            left.remove(i)
            right.remove(j)
            out.append((wanted[i], claims[j]))
    return out


def _fit(wanted: Wanted, claim: Claim) -> float:
    words = places(claim.evidence.start, claim.evidence.text)
    common = len(words & wanted.words)
    kin = any({wanted.kind, claim.kind} <= family for family in FAMILIES)
    shorter = min(len(words), len(wanted.words))
    if common < 2 or (common < shorter and not (kin and common >= 0.3 * shorter)):
        return 0.0
    return common / len(words | wanted.words) + (0.5 if claim.kind == wanted.kind else 0.0)
