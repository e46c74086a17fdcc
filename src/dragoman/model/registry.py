"""Resolutions: who is that, on that day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Resolution:
    """Who a mention stands for on a day, with a score from 0 to 1 and the reason in words.

    `entity` is a registry id, None where nobody known fits; `code` and `sector` are still given
    where the words show them. Where the words name several parties, `together` says how many, and
    the candidates are these parties. `code`: ISO 3166-1/-3 alpha-3 of the state on that day or the
    code of an organisation (IGONAT). `sector`: PLOVER sector (GOV, MIL, IGO, REB ...).
    """

    entity: str | None = None
    name: str | None = None
    code: str | None = None
    sector: str | None = None
    office: str | None = None
    score: float = 0.0
    why: str = ""
    together: int = 1


@dataclass(frozen=True, slots=True)
class Place:
    """Where a mention lies: today's country code (alpha-3), degrees north and east, score 0 to 1."""

    name: str | None = None
    country: str | None = None
    lat: float | None = None
    lon: float | None = None
    score: float = 0.0


@dataclass(frozen=True, slots=True)
class Question:
    """A mention somebody has marked, to be told who it is: `start` to `end` of a sentence, and its day.

    Offsets are code points into `sentence`, end-exclusive.
    """

    sentence: str
    start: int
    end: int
    day: date | None = None

    @property
    def words(self) -> str:
        """The mention."""
        return self.sentence[self.start : self.end]
