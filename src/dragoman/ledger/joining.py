"""Ties between claims that report the same act; they are linked, never merged."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from itertools import combinations
from math import fsum, log

from dragoman.model import Days, Entry, Link, Party

# Reports differ by a day over midnight and time zones.
_SLACK = timedelta(days=1)
# Share of the rarer claim's content, weighted by rarity, that must recur. Set by judgement on
# made-up claims, not fitted to any corpus; a wrong tie costs more than a missing one.
_ENOUGH = 0.4
_ENOUGH_UNSURE = 0.6
# One word in common is a topic, not a content.
_FEWEST = 2
# A word that more claims than this share, of one sort and party, tells nothing.
_CROWD = 64
_WORD = re.compile(r"[^\W\d_]{4,}")
_ENDING = re.compile(r"(?<=\w{4})(?:ings?|e?d|e?s|e)$")
_STEM = 6


@dataclass(frozen=True, slots=True)
class _Act:
    """What two reports of the same act have in common."""

    entry: Entry
    actors: frozenset[str]
    recipients: frozenset[str]
    stems: frozenset[str]


def same_acts(entries: Sequence[Entry]) -> tuple[Link, ...]:
    """Same-act links between claims, the smaller id first, in the order of ids.

    The rule (the *shared-content heuristic*): two claims from different sentences report the same
    act when they are of one kind and one event type (or both without a type, events apart); one
    does not deny what the other asserts; an actor of one is an actor of the other, by entity or,
    where either is less exact, by code, or by words where neither is resolved; so is a recipient
    where both name one; their days differ by one at most where both are known; and two or more,
    and 40%, of the content words of the shorter recur in the other, weighted by their rarity among
    these entries (60% where the days of either are unknown or the actors agree by code only).
    Words are compared without English endings by their first six letters; words that name the
    parties do not count.

    It misses paraphrase without shared words, and ties two equal acts of the same days. Links are
    pairs; what they add up to is the reader's to judge.
    """
    acts = [act for act in map(_act, entries) if act.actors and act.stems]
    counts = Counter(stem for act in acts for stem in act.stems)
    # Counted from the second use on: that these two claims share a word does not make it common.
    weights = {stem: log(1 + len(acts) / max(1, count - 1)) for stem, count in counts.items()}
    links = {}
    for one, other in _candidates(acts):
        if why := _why(one, other, weights):
            first, second = sorted((one.entry.claim.id, other.entry.claim.id))
            links[first, second] = Link(first, second, "same-act", why)
    return tuple(links[pair] for pair in sorted(links))


def _act(entry: Entry) -> _Act:
    claim = entry.claim
    names = " ".join(party.mention.words for party in (*entry.actors, *entry.recipients))
    words = _stems(f"{claim.evidence.text} {claim.content}") - _stems(names)
    return _Act(entry, _parties(entry.actors), _parties(entry.recipients), words)


def _stems(text: str) -> frozenset[str]:
    return frozenset(_ENDING.sub("", word)[:_STEM] for word in _WORD.findall(text.casefold()))


def _parties(parties: tuple[Party, ...]) -> frozenset[str]:
    """Each party by all it is known by: `=entity`, `:code`, or its bare words."""
    known = set()
    for party in parties:
        who = party.resolution
        if who.entity:
            known.add(f"={who.entity}")
        if who.code:
            known.add(f":{who.code}")
        if not who.entity and not who.code:
            known.add(party.mention.words.casefold())
    return frozenset(known)


def _candidates(acts: Sequence[_Act]) -> Iterator[tuple[_Act, _Act]]:
    """Pairs that share sort, an actor and a telling word, each once; no pair of strangers is seen."""
    boxes: dict[tuple[str | None, ...], list[int]] = defaultdict(list)
    for number, act in enumerate(acts):
        claim = act.entry.claim
        if claim.event.type is None and claim.kind == "event":
            continue
        for actor in act.actors:
            for stem in act.stems:
                boxes[claim.kind, claim.event.type, actor, stem].append(number)
    pairs = {pair for box in boxes.values() if len(box) <= _CROWD for pair in combinations(box, 2)}
    for one, other in sorted(pairs):
        yield acts[one], acts[other]


def _why(one: _Act, other: _Act, weights: dict[str, float]) -> str:
    """The reason in words, empty where the two are not the same act."""
    first, second = one.entry.claim, other.entry.claim
    if first.id == second.id or (first.dispatch, first.sentence) == (second.dispatch, second.sentence):
        return ""
    if {first.factuality[-1], second.factuality[-1]} == {"+", "-"}:
        return ""
    if one.recipients and other.recipients and not one.recipients & other.recipients:
        return ""
    if not _compatible(first.when, second.when):
        return ""
    shared = one.actors & other.actors
    sure = first.when.known and second.when.known and not all(name.startswith(":") for name in shared)
    common = one.stems & other.stems
    if len(common) < _FEWEST:
        return ""
    share = _weight(common, weights) / min(_weight(one.stems, weights), _weight(other.stems, weights))
    if share < (_ENOUGH if sure else _ENOUGH_UNSURE):
        return ""
    sort = first.event.type or first.kind
    actors = ", ".join(sorted(name.lstrip("=:") for name in shared))
    return f"{sort} by {actors}; {share:.0%} of the content shared: {', '.join(sorted(common))}"


def _weight(stems: frozenset[str], weights: dict[str, float]) -> float:
    # fsum, so that the order of a set cannot tip the scale.
    return fsum(weights[stem] for stem in stems)


def _compatible(one: Days, other: Days) -> bool:
    starts = (one.earliest or one.latest, other.earliest or other.latest)
    ends = (one.latest or one.earliest, other.latest or other.earliest)
    if starts[0] is None or starts[1] is None or ends[0] is None or ends[1] is None:
        return True
    return starts[0] <= ends[1] + _SLACK and starts[1] <= ends[0] + _SLACK
