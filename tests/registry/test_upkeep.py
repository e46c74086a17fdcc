"""What is doubtful in the tables is found, and who held an office is told."""

from __future__ import annotations

from datetime import date

import pytest

from dragoman.errors import RegistryError
from dragoman.registry import Registry
from dragoman.registry.people import People
from dragoman.registry.polities import Polities
from dragoman.registry.upkeep import check

POLITIES = Polities([{"polity": "NOR", "name": "Norway", "code": "NOR", "start": "1905", "end": ""}])


def people(*terms: str) -> People:
    """Persons named A, B ... with one term each: "1950-01-01 1955-01-01"."""
    names = [chr(ord("A") + number) for number in range(len(terms))]
    rows = [
        "\t".join([name, "NOR", "foreign minister", "", *term.split(" "), "test"])
        for name, term in zip(names, terms, strict=True)
    ]
    return People([f"{name}\t{name}\t{name.lower()}" for name in names], rows, [])


@pytest.mark.parametrize(
    ("terms", "sorts"),
    [
        (["1950-01-01 1955-01-01", "1955-01-01 1957-01-01"], []),
        (["1950-01-01 1955-01-01", "1954-01-01 1957-01-01"], ["overlap"]),
        (["1950-01-01 1955-01-01", "1956-01-01 1957-01-01"], ["gap"]),
        (["1955-01-01 1950-01-01"], ["impossible"]),
        (["1910-01-01 1999-01-01"], ["impossible"]),
        (["1850-01-01 1855-01-01"], ["impossible"]),
        (["1950 1955", "1955 1957-01-01"], []),
    ],
)
def test_each_sort_of_doubt_is_found(terms: list[str], sorts: list[str]) -> None:
    assert [finding.sort for finding in check(people(*terms), POLITIES)] == sorts


def test_a_finding_names_both_holders_with_their_dates_and_sources() -> None:
    (found,) = check(people("1950-01-01 1955-01-01", "1954-01-01 1957-01-01"), POLITIES)
    assert found.words == "A, 1950-01-01 to 1955-01-01 (test), and B, 1954-01-01 to 1957-01-01 (test)"


def test_only_the_polity_asked_for_is_checked() -> None:
    assert list(check(people("1955-01-01 1950-01-01"), POLITIES, "SWE")) == []


def test_who_tells_the_holder_by_code_name_and_body(registry: Registry) -> None:
    day = date(1998, 6, 16)
    for state in ("RUS", "Russia"):
        assert "Yevgeny Primakov" in {h.name for h in registry.office("foreign minister", state, day).held}
    assert {h.name for h in registry.office("secretary general", "NATO", day).held} == {"Javier Solana"}


def test_who_tells_the_nearest_where_nobody_is_known(registry: Registry) -> None:
    asked = registry.office("secretary general", "NATO", date(1949, 1, 1))
    assert asked.held == ()
    assert asked.around[0].name == "Lord Ismay"


@pytest.mark.parametrize(("office", "state"), [("rainmaker", "RUS"), ("foreign minister", "Atlantis")])
def test_who_refuses_what_it_does_not_know(registry: Registry, office: str, state: str) -> None:
    with pytest.raises(RegistryError, match=r"rainmaker|Atlantis"):
        registry.office(office, state, date(1998, 6, 16))
