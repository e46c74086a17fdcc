"""What the office-holders that a text names tell of its day: it lies in their terms.

A name with a title ("Russian Defense Minister Igor Sergeyev") bounds the day by the terms of all
bearers of the name in that office; "former" by the time after them. A person under a lower title than
one he held later in the same state was "not yet" in that office: a weak bound, for people also fall.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from dragoman.model import Bound, Name
from dragoman.registry.naming import Naming
from dragoman.registry.people import Person, Term
from dragoman.registry.phrase import Phrase
from dragoman.registry.standing import Circumstance

SLACK = timedelta(days=45)
"""Newspapers give a title to who is elected and to who has just left, and sources differ by weeks."""
_TO_COME = frozenset({"elect", "designate", "incoming", "nominee", "candidate", "presumptive"})
_VAGUE = frozenset({"leader", "official", "officer", "diplomat", "adviser", "minister", "envoy", "royal"})


def bounds_of(naming: Naming, phrases: Sequence[tuple[Name, Phrase]]) -> Iterator[Bound]:
    """The bounds that a text's names give, one for each name and office, in the order of the text.

    `phrases` are the names of persons, each taken apart with what stands beside it.
    """
    seen: set[tuple[str, ...]] = set()
    for name, phrase in phrases:
        kinds = tuple(office.kind for _, office in phrase.offices if office.kind not in _VAGUE)
        key = (*(word.folded for word in phrase.name), *kinds, *phrase.belongs, str(phrase.former))
        to_come = any(word.folded in _TO_COME for word in phrase.words)
        if not phrase.name or not kinds or to_come or key in seen:
            continue
        seen.add(key)
        beside = Circumstance(phrase.belongs, tuple(o for _, o in phrase.offices), None, phrase.former)
        found = naming.in_office([word.folded for word in phrase.name], beside)
        bound = _in_office(name, found, former=phrase.former) or _not_yet(name, phrase, naming, beside)
        if bound is not None:
            yield bound


def _in_office(name: Name, found: Sequence[tuple[Person, Term]], *, former: bool) -> Bound | None:
    if not found:
        return None
    found = [row for row in found if not _retold(row, found)]
    periods = tuple(_after(term) if former else _within(term) for _, term in found)
    told = {(person.name, term.dates): f"{person.name}, {_told(term)}" for person, term in reversed(found)}
    words = list(reversed(told.values()))
    more = f" or {len(words) - 3} more" if len(words) > 3 else ""
    after = "after the time of " if former else ""
    return Bound(name.anchor, periods, f"{after}{' or '.join(words[:3])}{more}")


def _retold(row: tuple[Person, Term], found: Sequence[tuple[Person, Term]]) -> bool:
    """Whether a better source tells the same term: the Factbook's ends are those of its editions."""
    person, term = row
    start = term.period.start or date.min
    return term.source.startswith("CIA") and any(
        other.key == person.key and not t.source.startswith("CIA") and abs(t.period.distance(start)) <= 366
        for other, t in found
    )


def _within(term: Term) -> tuple[date | None, date | None]:
    start, end = term.period.start, term.period.end
    return _moved(start, -SLACK), _moved(end, SLACK)


def _after(term: Term) -> tuple[date | None, date | None]:
    return _moved(term.period.end, -SLACK) or date.max, None


def _not_yet(name: Name, phrase: Phrase, naming: Naming, beside: Circumstance) -> Bound | None:
    """The time before the first higher office of the one person who bears a full name."""
    if len(phrase.name) < 2 or phrase.former or not phrase.belongs:
        return None
    later = naming.above([word.folded for word in phrase.name], beside)
    if later is None:
        return None
    person, term = later
    start = term.period.start
    says = f"{person.name} is not yet {_told(term)}"
    return Bound(name.anchor, ((None, _moved(start, SLACK)),), says, weak=True)


def _moved(day: date | None, by: timedelta) -> date | None:
    """A day earlier or later, as far as the calendar goes."""
    if day is None:
        return None
    return date.fromordinal(min(max(1, day.toordinal() + by.days), date.max.toordinal()))


def _told(term: Term) -> str:
    return f"{(term.title or term.kind).lower()} {term.dates}"
