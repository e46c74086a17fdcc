"""An overlay as rows of the registry's tables."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

from dragoman.errors import RegistryError
from dragoman.registry.offices import Titles
from dragoman.registry.overlay.checking import faults_of, items_of, terms_of
from dragoman.registry.overlay.nodes import Item, read_nodes
from dragoman.registry.people import surname_forms
from dragoman.registry.source import OWN, PACKAGE, Source
from dragoman.registry.spelling import fold_phrase

_TABLES = {
    "organisations": "by_hand/organisations.tsv",
    "peoples": "by_hand/peoples.tsv",
    "states": "state_words.tsv",
    "places": "places.tsv.gz",
    "members": "members.tsv",
}
_PERSONS, _TERMS = "persons.tsv.gz", "terms.tsv.gz"
_COLUMNS = {
    "organisations": {"of": "polity", "from": "start", "to": "end"},
    "peoples": {"of": "polity", "from": "start", "to": "end"},
    "states": {"of": "polity", "from": "start", "to": "end"},
    "places": {"also": "names"},
    "members": {"of": "polity", "from": "start", "to": "end"},
}
Rows = dict[str, list[dict[str, str]]]


def overlay_faults(path: Path) -> tuple[RegistryError, ...]:
    """Everything that is wrong with an overlay. Raises RegistryError where it cannot be read at all."""
    return tuple(sorted(faults_of(read_nodes(path), str(path)), key=_line))


def read_overlay(path: Path) -> Source:
    """The package's tables with an overlay's rows; RegistryError names its first fault."""
    root = read_nodes(path)
    faults = sorted(faults_of(root, str(path)), key=_line)
    if faults:
        first = faults[0]
        more = f"; {len(faults) - 1} more faults are told by: dragoman registry check --registry {path}"
        mend = first.mend + (more if len(faults) > 1 else "")
        raise RegistryError(first.fault, place=first.place, at=first.at, mend=mend)
    return _source(root, path.name)


def _line(fault: RegistryError) -> int:
    return int(fault.at.removeprefix("line "))


def _source(root: Item, name: str) -> Source:
    added: Rows = defaultdict(list)
    dropped: dict[str, set[tuple[str, ...]]] = defaultdict(set)
    for section, table in _TABLES.items():
        for item in items_of(root, section):
            added[table].append(_row(item, section, name))
            if section in {"organisations", "peoples"}:
                dropped[table].add((item.text("id").removeprefix("org:"),))
    _add_persons(root, name, added, dropped)
    return Source(dict(added), {table: frozenset(keys) for table, keys in dropped.items()})


def _row(item: Item, section: str, name: str) -> dict[str, str]:
    """The columns of an entry; lists are parted by "|", as in the tables."""
    columns = _COLUMNS[section]
    row = {columns.get(key, key): "|".join(item.texts(key)) for key in item.values}
    for key in {"id", "body"} & row.keys():
        row[key] = row[key].removeprefix("org:")
    if section == "places":
        row.setdefault("population", "0")
        names = (item.text("name"), *item.texts("also"))
        row["names"] = "|".join(" ".join(fold_phrase(name)) for name in names)
    return row | {"source": _source_words(item, name)}


def _source_words(item: Item, name: str) -> str:
    return f"{OWN}{name}: {item.text('source')}" if item.text("source") else OWN + name


def _add_persons(root: Item, name: str, added: Rows, dropped: dict[str, set[tuple[str, ...]]]) -> None:
    """Rows of persons and terms; a person known by id keeps what the overlay does not name."""
    held = {row[0]: row for row in PACKAGE.table(_PERSONS)}
    titles = Titles(PACKAGE.rows("by_hand/offices.tsv"))
    for item in items_of(root, "persons"):
        key = item.text("id") or "person:own-" + "-".join(fold_phrase(item.text("name")))
        polities = {term.text("of") for term in terms_of(item)}
        names = [item.text("name"), *item.texts("also")]
        if key in held:
            names += [known for known in held[key][1].split("|") if known not in names]
            dropped[_PERSONS].add((key,))
        surnames = surname_forms(names, item.texts("surname"), polities)
        added[_PERSONS].append({"person": key, "names": "|".join(names), "surnames": " ".join(surnames)})
        for term in terms_of(item):
            office = titles.kind(term.text("office"), term.text("of"))
            assert office is not None
            dropped[_TERMS].add((key, term.text("of"), office.kind))
            added[_TERMS].append(_term_row(key, office.kind, term, name))


def _term_row(key: str, kind: str, term: Item, name: str) -> dict[str, str]:
    return {
        "person": key,
        "polity": term.text("of"),
        "kind": kind,
        "title": term.text("title"),
        "start": term.text("from"),
        "end": term.text("to"),
        "source": _source_words(term, name),
    }
