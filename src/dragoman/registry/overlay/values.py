"""What is wrong with a value of an overlay: no day, no known state, no number."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches

from dragoman.registry.offices import Titles
from dragoman.registry.overlay.form import KINDS, SECTORS
from dragoman.registry.source import PACKAGE
from dragoman.registry.tables import first_day, last_day

Wrong = tuple[str, str]
"""A fault and its mend."""
_DAY = re.compile(r"(?:19|20)\d\d(?:-\d\d(?:-\d\d)?)?")
_UNFIT = re.compile(r"[\x00-\x1f\x7f|]")
_RANGES = {"latitude": (-90, 90), "longitude": (-180, 180)}
_CHOICES = {"sector": SECTORS, "kind": KINDS}


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
        return polity in self.polities or (polity.startswith("org:") and polity[4:] in self.bodies)


class Values:
    """Checks values against the tables."""

    def __init__(self, known: Known) -> None:
        self._known = known

    def wrong(self, text: str, takes: str) -> Wrong | None:
        """The fault and the mend of a value, None where it is right; `takes` as in the form's keys."""
        if _UNFIT.search(text):
            return f"{text!r} holds a tab, a line break or a bar", "Write it on one line without them"
        if takes in _RANGES:
            return self._number(text, *_RANGES[takes])
        if takes in _CHOICES:
            return self._choice(text, takes)
        return self._plain(text, takes) or self._name(text, takes)

    def _plain(self, text: str, takes: str) -> Wrong | None:
        if takes == "day" and not is_day(text):
            return f"{text!r} is not a day", "Write 1998-06-11, or 1998-06 or 1998, from 1900 on"
        if takes == "name" and not re.search(r"[^\W\d_]", text):
            return f"{text!r} is no name", "Write it with letters, as newspapers do"
        if takes == "count" and not text.isdigit():
            return f"{text!r} is no whole number", "Write the inhabitants, such as 12000"
        return None

    def _name(self, text: str, takes: str) -> Wrong | None:
        """The fault of what must be known to the tables."""
        if takes == "polity" and not self._known.has(text):
            return f"no state or body {text!r} is known", self._polity_mend(text)
        if takes == "state" and text not in self._known.polities:
            return f"no state {text!r} is known", self._polity_mend(text)
        if takes == "body" and text.removeprefix("org:") not in self._known.bodies:
            return f"no body {text!r} is known", did_you_mean(text, self._known.bodies)
        if takes == "office" and self._known.titles.kind(text, "") is None:
            return f"no office {text!r} is known", "Write one such as foreign minister, and the rest as title"
        return None

    def _choice(self, text: str, takes: str) -> Wrong | None:
        known = _CHOICES[takes]
        return None if text in known else (f"no {takes} {text!r} is known", did_you_mean(text, known))

    def _number(self, text: str, low: int, high: int) -> Wrong | None:
        if re.fullmatch(r"-?\d+(\.\d+)?", text) and low <= float(text) <= high:
            return None
        return f"{text!r} is no number from {low} to {high}", "Write it with a point, such as 42.67"

    def _polity_mend(self, text: str) -> str:
        names = {name.lower(): code for code, name in self._known.polities.items()}
        near = get_close_matches(text.lower(), names, 1, 0.75) or [""]
        code = names.get(near[0])
        if code:
            return f"Write its code, {code}"
        return "Write a code of three letters such as RUS, or org: and an id such as org:nato"


def did_you_mean(word: str, known: object) -> str:
    """The known word that is nearest, else all of them."""
    names = sorted(str(name) for name in known) if isinstance(known, (dict, frozenset, set)) else []
    near = get_close_matches(word, names, 1)
    return f"Did you mean {near[0]}?" if near else "Use one of: " + ", ".join(names)


def is_day(text: str) -> bool:
    """Whether a text is a day of 1900 or later, or a month or year of such."""
    try:
        return bool(_DAY.fullmatch(text)) and first_day(text) is not None and last_day(text) is not None
    except ValueError:
        return False
