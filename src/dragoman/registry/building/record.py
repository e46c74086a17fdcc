"""What every source gives the builder: one term of one person in one office."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from dragoman.registry.spelling import fold_phrase, skeleton

_SINGLE = frozenset({"head of state", "head of government", "foreign minister", "defence minister"})
_SETTLED = 60


@dataclass(frozen=True, slots=True)
class Term:
    """A person's time in an office. Days are ISO, shortened to the year or month where no more is known."""

    names: tuple[str, ...]
    polity: str
    kind: str
    title: str
    start: str
    end: str
    source: str
    surname: str = ""
    wikidata: str = ""
    notes: str = field(default="", compare=False)

    def ended(self, end: str) -> Term:
        """The same term with another end."""
        return replace(self, end=end)


def reconciled(terms: Sequence[Term]) -> Iterator[Term]:
    """The terms, those with an end that is only inferred cut at the next holder that a better source names.

    A Factbook's term ends where its editions do, and a Wikidata term without an end may be one that
    nobody has closed. Only offices that one person holds at a time, and days known to the day.
    """
    better: dict[tuple[str, str], list[Term]] = defaultdict(list)
    for term in terms:
        if term.kind in _SINGLE and not term.source.startswith("CIA") and len(term.start) == 10:
            better[term.polity, term.kind].append(term)
    for term in terms:
        open_ended = term.source.startswith("CIA") or (term.source.startswith("Wikidata") and not term.end)
        if term.kind in _SINGLE and open_ended and len(term.start) == 10:
            later = [o.start for o in better[term.polity, term.kind] if _follows(o, term)]
            yield term.ended(min([*later, term.end] if term.end else later, default=term.end))
        else:
            yield term


def crowned(terms: Sequence[Term]) -> list[Term]:
    """The terms, those of a British monarch in other realms as terms of a royal."""
    heads = [t for t in terms if t.polity == "GBR" and t.kind == "head of state"]
    monarchs = {fold_phrase(name) for term in heads for name in term.names}
    return [
        replace(term, kind="royal")
        if term.kind == "head of state"
        and term.polity != "GBR"
        and monarchs & set(map(fold_phrase, term.names))
        else term
        for term in terms
    ]


def _follows(other: Term, term: Term) -> bool:
    """Whether another person began well after a term did; one person's spellings share a word."""
    words = {skeleton(w) for name in term.names for w in fold_phrase(name) if len(w) > 2}
    theirs = {skeleton(w) for name in other.names for w in fold_phrase(name) if len(w) > 2}
    apart = (date.fromisoformat(other.start) - date.fromisoformat(term.start)).days
    return apart > _SETTLED and not words & theirs


def tidy(text: str) -> str:
    """The text on one line, without tabs."""
    return " ".join(text.split())
