"""A claim in the making."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.claims.certainty import Certainty
from dragoman.claims.matching import Match
from dragoman.claims.speech import Attribution
from dragoman.model import Act, Condition, Event, Kind, Mention


@dataclass(slots=True)
class Draft:
    """A claim in the making. `words` are those of its evidence, `about` of its content.

    `act` is what the network told, where it was the network that found it.
    """

    match: Match
    kind: Kind
    event: Event
    actors: tuple[Mention, ...]
    recipients: tuple[Mention, ...]
    certainty: Certainty
    condition: Condition | None
    said: list[Attribution]
    words: list[int]
    about: list[int]
    borrowed: bool = False
    act: Act | None = None
