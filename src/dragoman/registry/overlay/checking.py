"""What is wrong with an overlay, each fault with its line and its mend."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from itertools import combinations

from dragoman.errors import RegistryError
from dragoman.registry.offices import Titles
from dragoman.registry.overlay.form import KINDS, SECTIONS, SECTORS, TERM, Key
from dragoman.registry.overlay.nodes import Item, Value
from dragoman.registry.source import PACKAGE
from dragoman.registry.tables import first_day, last_day

SINGLE = frozenset(
    {"head of state", "head of government", "foreign minister", "defence minister", "secretary-general"}
)
"""Offices that one person holds at a time."""
_DAY = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")


@dataclass(frozen=True)
class Known:
    """What the package's tables know, to check names against."""

    polities: Mapping[str, str]
    bodies: frozenset[str]
    titles: Titles

    @classmethod
    def load(cls, own_bodies: frozenset[str] = frozenset()) -> Known:
        """From the tables; `own_bodies` are the ids that the overlay itself adds."""
        polities = {row["polity"]: row["name"] for row in PACKAGE.rows("polities.tsv")}
        bodies = frozenset(row["id"] for row in PACKAGE.rows("by_hand/organisations.tsv")) | own_bodies
        return cls(polities, bodies, Titles(PACKAGE.rows("by_hand/offices.tsv")))

    def has(self, polity: str) -> bool:
        """Whether a state code or "org:" and a body's id is known."""
        return polity in self.polities or polity.removeprefix("org:") in self.bodies


def faults_of(root: Item, place: str) -> Iterator[RegistryError]:
    """Everything that is wrong, in the order of the sections."""
    own = {item.text("id") for item in items_of(root, "organisations")}
    check = _Check(Known.load(frozenset(own)), place)
    for name, section in root.values.items():
        keys = SECTIONS.get(name)
        if keys is None:
            yield check.fault(section.line, f"there is no section {name!r}", _did_you_mean(name, SECTIONS))
        elif not isinstance(section, Value) or section.parts is None:
            yield check.fault(section.line, f"{name} is no list", "Begin each of its entries with a dash")
        else:
            for part in section.parts:
                yield from check.item(part, keys)
    yield from check.overlaps(root)


def items_of(root: Item, section: str) -> list[Item]:
    """The entries of a section."""
    found = root.values.get(section)
    parts = found.parts if isinstance(found, Value) and found.parts else ()
    return [part for part in parts if isinstance(part, Item)]


def terms_of(person: Item) -> list[Item]:
    """The terms of an entry of `persons`."""
    return items_of(person, "terms")


def _did_you_mean(word: str, known: object) -> str:
    names = sorted(str(name) for name in known) if isinstance(known, (dict, frozenset, set)) else []
    near = get_close_matches(word, names, 1)
    return f"Did you mean {near[0]}?" if near else "Use one of: " + ", ".join(names)


class _Check:
    def __init__(self, known: Known, place: str) -> None:
        self._known = known
        self._place = place

    def fault(self, line: int, fault: str, mend: str) -> RegistryError:
        return RegistryError(fault, place=self._place, at=f"line {line}", mend=mend)

    def item(self, item: Item | Value, keys: Mapping[str, Key]) -> Iterator[RegistryError]:
        if not isinstance(item, Item):
            yield self.fault(item.line, "this entry has no keys", f"Write {next(iter(keys))}: ...")
            return
        for name in item.values.keys() - keys.keys():
            mend = _did_you_mean(name, dict(keys))
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
        elif told := self._wrong(value.text, key.takes):
            yield self.fault(value.line, told[0], told[1])

    def _wrong(self, text: str, takes: str) -> tuple[str, str] | None:
        """The fault and the mend of a value, None where it is right."""
        if takes == "day" and not _is_day(text):
            return f"{text!r} is not a day", "Write 1998-06-11, or 1998-06 or 1998 where no more is known"
        if takes == "polity" and not self._known.has(text):
            return f"no state or body {text!r} is known", self._polity_mend(text)
        if takes == "body" and text.removeprefix("org:") not in self._known.bodies:
            return f"no body {text!r} is known", _did_you_mean(text, self._known.bodies)
        if takes == "office" and self._known.titles.kind(text, "") is None:
            return f"no office {text!r} is known", "Write one such as foreign minister, and the rest as title"
        if takes == "number" and not re.fullmatch(r"-?\d+(\.\d+)?", text):
            return f"{text!r} is no number", "Write degrees with a point, such as 42.67"
        choices = {"sector": SECTORS, "kind": KINDS}.get(takes)
        if choices is not None and text not in choices:
            return f"no {takes} {text!r} is known", _did_you_mean(text, choices)
        return None

    def _polity_mend(self, text: str) -> str:
        names = {name.lower(): code for code, name in self._known.polities.items()}
        near = get_close_matches(text.lower(), names, 1, 0.75) or [""]
        code = names.get(near[0])
        if code:
            return f"Write its code, {code}"
        return "Write a code of three letters such as RUS, or org: and an id such as org:nato"

    def _span(self, item: Item) -> Iterator[RegistryError]:
        start, end = item.text("from"), item.text("to")
        if not (_is_day(start) and _is_day(end)):
            return
        first, last = first_day(start), last_day(end)
        if first and last and first > last:
            fault = f"from {start} to {end} ends before it begins"
            yield self.fault(item.line_of("to"), fault, "Change the two days")

    def overlaps(self, root: Item) -> Iterator[RegistryError]:
        """Terms of one office that run side by side, where one person holds it at a time."""
        held = [(p, t) for p in items_of(root, "persons") for t in terms_of(p)]
        held = [(p, t) for p, t in held if p.text("name") and _is_day(t.text("from"))]
        for (one, term), (other, later) in combinations(held, 2):
            office, of = (term.text(k).lower() for k in ("office", "of"))
            if (office, of) != (later.text("office").lower(), later.text("of").lower()):
                continue
            kind = self._known.titles.kind(office, term.text("of"))
            same = one is other or one.text("name") == other.text("name")
            if (same or (kind and kind.kind in SINGLE)) and _overlap(term, later):
                fault = (
                    f"{other.text('name')} and {one.text('name')} (line {term.line}) are both "
                    f"{later.text('office')} of {later.text('of')} from {later.text('from')}"
                )
                yield self.fault(later.line, fault, "Let one term end before the other begins")


def _is_day(text: str) -> bool:
    try:
        return bool(_DAY.fullmatch(text)) and first_day(text) is not None and last_day(text) is not None
    except ValueError:
        return False


def _overlap(one: Item, other: Item) -> bool:
    """Whether two terms share more than the day of handing over, taken as short as they may be."""
    starts = [last_day(t.text("from")) for t in (one, other)]
    ends = [first_day(t.text("to")) if _is_day(t.text("to")) else None for t in (one, other)]
    first, second = starts
    assert first is not None
    assert second is not None
    return (ends[0] is None or second < ends[0]) and (ends[1] is None or first < ends[1])
