"""The members of a list in one phrase, each with the noun that it shares with the others."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from dragoman.registry.phrase import Phrase

_SPLIT = re.compile(r",?\s+(?:and|&|or|nor)\s+|,\s+")
_LEAD = re.compile(r"^(?:both|either|neither)\s+", re.IGNORECASE)
_OF = re.compile(r"(?P<noun>.+) of (?P<first>.+)")
_HIGH = 4


def members_of(words: str, phrase: Phrase, take: Callable[[str], Phrase]) -> list[str]:
    """The members that a phrase lists, each as a phrase of its own; none of other phrases.

    `take` takes a phrase apart. An office in the plural is each one's: the presidents of Rwanda and Burundi.
    """
    spans = [(phrase.words[s.start].start, phrase.words[s.end - 1].end) for s in phrase.sightings]
    marks = [m for m in _SPLIT.finditer(words) if not any(a <= m.start() < b for a, b in spans)]
    if not any(m[0].strip() != "," for m in marks):
        return []
    edges = [0, *(place for mark in marks for place in mark.span()), len(words)]
    pieces = [_LEAD.sub("", words[a:b]) for a, b in zip(edges[::2], edges[1::2], strict=True) if a < b]
    phrases = [take(part) for part in pieces]
    if not all(p.states or p.bodies or p.peoples or p.name or p.arms for p in phrases):
        return []
    return _each_of(pieces, phrases) or _each_with_noun(pieces, phrases)


def _each_of(pieces: Sequence[str], phrases: Sequence[Phrase]) -> list[str]:
    """Each state with the office before the first: "the presidents of Rwanda", "Burundi"."""
    office, match = phrases[0].head_office, _OF.fullmatch(pieces[0])
    bare = all(p.states and not (p.offices or p.roles or p.name) for p in phrases[1:])
    if office is None or not office.many or office.rank < _HIGH or match is None or not bare:
        return []
    return [f"the {office.kind} of {state}" for state in (match["first"], *pieces[1:])]


def _each_with_noun(pieces: Sequence[str], phrases: Sequence[Phrase]) -> list[str]:
    """Each member with the noun that closes the list: French and German foreign ministers."""
    last = phrases[-1]
    noun = min((s.start for s, _ in (*last.offices, *last.roles)), default=None)
    if noun is None or last.name:
        return list(pieces)
    office, tail = last.head_office, " ".join(word.text for word in last.words[noun:])
    if office is not None and office.many and office.rank >= _HIGH:
        tail = office.kind
    own = " ".join([*(word.text for word in last.words[:noun]), tail])
    bare = [not (p.offices or p.roles or p.name) for p in phrases[:-1]]
    return [*(f"{part} {tail}" if b else part for b, part in zip(bare, pieces[:-1], strict=True)), own]
