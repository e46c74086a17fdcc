"""Who held an office on a day, by every source, and who came before and after."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from dragoman.errors import RegistryError
from dragoman.registry.offices import Titles
from dragoman.registry.people import People, Person, Term


@dataclass(frozen=True, slots=True)
class Holder:
    """A person in an office: title, dates with their precision ("1998-01 to 2000"), source and id."""

    name: str
    title: str
    dates: str
    source: str
    entity: str


@dataclass(frozen=True, slots=True)
class Asked:
    """Who held an office on a day; where nobody did, the nearest before and after."""

    kind: str
    polity: str
    held: tuple[Holder, ...]
    around: tuple[Holder, ...]


def held_on(people: People, titles: Titles, office: str, polity: str, day: date) -> Asked:
    """Who held an office of a polity ("RUS", "org:nato") on a day, the best dated first.

    Raises RegistryError where the words name no office.
    """
    kind = titles.kind(office, polity)
    if kind is None:
        mend = "Ask for one such as head of state, foreign minister, defence minister, ambassador"
        raise RegistryError(f"no office {office!r} is known", mend=mend)
    rows = people.of_office(polity, kind.kind)
    held = [row for row in rows if row[1].period.holds(day)]
    held.sort(key=lambda row: (not row[1].exact, row[1].source))
    before = [row for row in rows if row[1].period.distance(day) > 0]
    after = [row for row in rows if row[1].period.distance(day) < 0]
    nearest = [
        *sorted(before, key=lambda row: row[1].period.distance(day))[:1],
        *sorted(after, key=lambda row: -row[1].period.distance(day))[:1],
    ]
    return Asked(kind.kind, polity, tuple(map(_holder, held)), tuple(map(_holder, nearest)))


def _holder(row: tuple[Person, Term]) -> Holder:
    person, term = row
    return Holder(
        person.name, term.title or term.kind[:1].upper() + term.kind[1:], term.dates, term.source, person.key
    )
