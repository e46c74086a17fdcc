"""What is wrong with an overlay, each fault with its line and its mend."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date
from itertools import pairwise

from dragoman.errors import RegistryError
from dragoman.registry.overlay.form import SECTIONS, TERM, Key
from dragoman.registry.overlay.nodes import Item, Value
from dragoman.registry.overlay.values import Known, Values, did_you_mean, is_day
from dragoman.registry.tables import first_day, last_day

SINGLE = frozenset(
    {"head of state", "head of government", "foreign minister", "defence minister", "secretary-general"}
)
"""Offices that one person holds at a time."""


def faults_of(root: Item, place: str) -> Iterator[RegistryError]:
    """Everything that is wrong, in the order of the sections."""
    own = {item.text("id").removeprefix("org:") for item in items_of(root, "organisations")}
    check = _Check(Known.load(frozenset(own)), place)
    for name, section in root.values.items():
        keys = SECTIONS.get(name)
        if keys is None:
            yield check.fault(section.line, f"there is no section {name!r}", did_you_mean(name, SECTIONS))
        elif not isinstance(section, Value) or section.parts is None:
            yield check.fault(section.line, f"{name} is no list", "Begin each of its entries with a dash")
        else:
            for part in section.parts:
                yield from check.item(part, keys)
    yield from check.overlaps(root)


def items_of(root: Item, section: str) -> list[Item]:
    """The entries of a section."""
    found = root.values.get(section)
    if isinstance(found, Item):
        return [found]
    return [part for part in (found.parts or () if found else ()) if isinstance(part, Item)]


def terms_of(person: Item) -> list[Item]:
    """The terms of an entry of `persons`."""
    return items_of(person, "terms")


class _Check:
    def __init__(self, known: Known, place: str) -> None:
        self._known = known
        self._values = Values(known)
        self._place = place

    def fault(self, line: int, fault: str, mend: str) -> RegistryError:
        return RegistryError(fault, place=self._place, at=f"line {line}", mend=mend)

    def item(self, item: Item | Value, keys: Mapping[str, Key]) -> Iterator[RegistryError]:
        if not isinstance(item, Item):
            yield self.fault(item.line, "this entry has no keys", f"Write {next(iter(keys))}: ...")
            return
        for name in item.values.keys() - keys.keys():
            mend = did_you_mean(name, dict(keys))
            yield self.fault(item.line_of(name), f"there is no key {name!r} here", mend)
        for name, key in keys.items():
            value = item.values.get(name)
            if value is None or (isinstance(value, Value) and not value.text and not value.parts):
                if key.must:
                    yield self.fault(item.line, f"{name} is missing", f"Add {name}: ...")
            else:
                yield from self._value(name, value, key)
        yield from self._span(item)

    def _value(self, name: str, value: Value | Item, key: Key) -> Iterator[RegistryError]:
        if key.takes == "terms":
            parts = value.parts if isinstance(value, Value) and value.parts else (value,)
            for part in parts:
                yield from self.item(part, TERM)
        elif isinstance(value, Item) or (value.parts is not None and key.takes != "list"):
            yield self.fault(value.line, f"{name} takes one value", f"Write {name}: ... on one line")
        elif value.parts is not None:
            yield from self._list(name, value)
        elif told := self._values.wrong(value.text, key.takes):
            yield self.fault(value.line, told[0], told[1])

    def _list(self, name: str, value: Value) -> Iterator[RegistryError]:
        for part in value.parts or ():
            if not isinstance(part, Value) or part.parts is not None:
                yield self.fault(part.line, f"{name} is a list of words", f"Write {name}: [one, another]")
            elif told := self._values.wrong(part.text, "name"):
                yield self.fault(part.line, told[0], told[1])

    def _span(self, item: Item) -> Iterator[RegistryError]:
        start, end = item.text("from"), item.text("to")
        if not (is_day(start) and is_day(end)):
            return
        first, last = first_day(start), last_day(end)
        if first and last and first > last:
            fault = f"from {start} to {end} ends before it begins"
            yield self.fault(item.line_of("to"), fault, "Change the two days")

    def overlaps(self, root: Item) -> Iterator[RegistryError]:
        """Terms of one office that run side by side, where one person holds it at a time."""
        by_office: dict[tuple[str, str], list[tuple[Item, Item]]] = defaultdict(list)
        for person in items_of(root, "persons"):
            for term in terms_of(person):
                kind = self._known.titles.kind(term.text("office"), term.text("of"))
                if kind and person.text("name") and is_day(term.text("from")):
                    by_office[kind.kind, term.text("of")].append((person, term))
        for (kind_name, _), held in by_office.items():
            if kind_name not in SINGLE:
                continue
            held.sort(key=lambda row: (first_day(row[1].text("from")) or date.min, row[1].line))
            for (one, term), (other, later) in pairwise(held):
                if _overlap(term, later):
                    yield self._overlapping(one, term, other, later)

    def _overlapping(self, one: Item, term: Item, other: Item, later: Item) -> RegistryError:
        fault = (
            f"{other.text('name')} and {one.text('name')} (line {term.line}) are both "
            f"{later.text('office')} of {later.text('of')} from {later.text('from')}"
        )
        return self.fault(later.line, fault, "Let one term end before the other begins")


def _overlap(one: Item, other: Item) -> bool:
    """Whether two terms share more than the day of handing over, taken as short as they may be."""
    starts = [last_day(t.text("from")) for t in (one, other)]
    ends = [first_day(t.text("to")) if is_day(t.text("to")) else None for t in (one, other)]
    first, second = starts
    assert first is not None
    assert second is not None
    return (ends[0] is None or second < ends[0]) and (ends[1] is None or first < ends[1])
