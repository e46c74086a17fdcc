"""Writes the registry's tables; `dragoman registry build SOURCES` runs it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from dragoman.registry.building.factbook import factbook_terms
from dragoman.registry.building.ifg import ifg_terms
from dragoman.registry.building.membership import member_rows
from dragoman.registry.building.persons import Person, gather, number
from dragoman.registry.building.places import place_rows
from dragoman.registry.building.polities import Gazetteer, polity_rows, word_rows
from dragoman.registry.building.record import Term, crowned, reconciled
from dragoman.registry.building.us_executive import us_terms
from dragoman.registry.building.wikidata import wikidata_terms
from dragoman.registry.offices import Titles
from dragoman.registry.people import surname_forms
from dragoman.registry.tables import first_day, last_day, read_rows, write_table

_EARLIEST = "1945"
_SAME_TERM = 400


def hand_terms(by_hand: Path) -> Iterator[Term]:
    """The terms of the table kept by hand."""
    for row in read_rows("terms.tsv", by_hand):
        names = tuple(row["name"].split("|"))
        yield Term(names, row["polity"], row["kind"], "", row["start"], row["end"], row["source"])


def build_tables(source: Path, tables: Path) -> list[tuple[str, int, int]]:
    """Write every table; give the name, rows and bytes of each."""
    written = _write(source, tables)
    return [(name, rows, (tables / name).stat().st_size) for name, rows in written.items()]


def _write(source: Path, tables: Path) -> dict[str, int]:
    by_hand = tables / "by_hand"
    gazetteer = Gazetteer(source, by_hand)
    titles = Titles(read_rows("offices.tsv", by_hand))
    terms = [
        *hand_terms(by_hand),
        *us_terms(source),
        *ifg_terms(source, titles),
        *wikidata_terms(source, gazetteer, titles),
        *factbook_terms(source, gazetteer, titles),
    ]
    people = list(number(gather(t for t in reconciled(crowned(terms)) if _is_possible(t))))
    return {
        name: write_table(tables / name, head, rows)
        for name, head, rows in (
            (
                "polities.tsv",
                ("polity", "name", "code", "start", "end", "source"),
                polity_rows(gazetteer, source),
            ),
            (
                "state_words.tsv",
                ("words", "polity", "kind", "start", "end", "source"),
                word_rows(gazetteer, source),
            ),
            ("persons.tsv.gz", ("person", "names", "surnames"), _person_rows(people)),
            (
                "terms.tsv.gz",
                ("person", "polity", "kind", "title", "start", "end", "source"),
                _term_rows(people),
            ),
            (
                "places.tsv.gz",
                ("id", "name", "country", "lat", "lon", "population", "names"),
                place_rows(gazetteer, source, by_hand),
            ),
            (
                "members.tsv",
                ("body", "polity", "start", "end", "source"),
                member_rows(gazetteer, source, by_hand),
            ),
        )
    }


def _told_better(term: Term, terms: Sequence[Term]) -> bool:
    """Whether a Factbook's term, whose end is that of its editions, is another's that is known to the day."""
    start = first_day(term.start)
    return term.source.startswith("CIA") and any(
        other.polity == term.polity
        and other.kind == term.kind
        and not other.source.startswith("CIA")
        and len(other.start) == len(other.end) == 10
        and start is not None
        and abs((date.fromisoformat(other.start) - start).days) <= _SAME_TERM
        for other in terms
    )


def _is_possible(term: Term) -> bool:
    """Whether a term ends after it begins, and after 1945; sources hold a few that do not."""
    if not term.end:
        return True
    start, end = first_day(term.start), last_day(term.end)
    return start is not None and end is not None and start <= end and term.end >= _EARLIEST


def _person_rows(people: list[tuple[str, Person]]) -> Iterator[tuple[str, ...]]:
    for key, person in people:
        polities = {term.polity for term in person.terms}
        surnames = surname_forms(person.names, [t.surname for t in person.terms if t.surname], polities)
        yield key, "|".join(person.names), " ".join(surnames)


def _term_rows(people: list[tuple[str, Person]]) -> Iterator[tuple[str, ...]]:
    for key, person in people:
        told = [t for t in person.terms if not _told_better(t, person.terms)]
        rows = {(t.polity, t.kind, t.title, t.start, t.end, t.source) for t in told}
        for row in sorted(rows, key=lambda r: (r[3], r)):
            yield key, *row
