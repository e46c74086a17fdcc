"""The order of the stages: text, reading, claims, resolution. No other module knows it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

from dragoman.claims import Lexicon, claims_in
from dragoman.model import (
    Claim,
    Dispatch,
    Entry,
    Marked,
    Mention,
    Party,
    Reading,
    Relation,
)
from dragoman.reading import Reader, between
from dragoman.registry import Body, Registry


@dataclass(frozen=True)
class Desk:
    """Reader, lexicon and registry that a dispatch goes through, each loaded when first needed."""

    weights: Path | None = None
    threads: int = 2

    @cached_property
    def reader(self) -> Reader:
        """What reads words, trees, names and times."""
        return Reader.load(self.weights, self.threads)

    @cached_property
    def lexicon(self) -> Lexicon:
        """The words of political acts."""
        return Lexicon.load()

    @cached_property
    def registry(self) -> Registry:
        """Who is who, on which day."""
        return Registry.load()

    def read(self, dispatch: Dispatch) -> Reading:
        """The sentences, words, names and times of a dispatch."""
        return self.reader.read(dispatch, self.registry.labels_in(dispatch.text))

    def relations(self, sentences: Sequence[Marked]) -> list[Relation]:
        """The event between the marked parties of each sentence."""
        return between(sentences, self.reader.weights)

    def entries(self, dispatch: Dispatch) -> tuple[Entry, ...]:
        """The claims of a dispatch with who their mentions are."""
        return tuple(self.entry(claim, dispatch) for claim in claims_in(self.read(dispatch), self.lexicon))

    def entry(self, claim: Claim, dispatch: Dispatch) -> Entry:
        """A claim with its mentions resolved on its own day, else on the day of publication."""
        day = claim.when.latest or dispatch.published.latest
        where = claim.where
        return Entry(
            claim=claim,
            actors=self._parties(claim.actors, day),
            recipients=self._parties(claim.recipients, day),
            speakers=self._parties([s.mention for s in claim.sources if s.mention is not None], day),
            place=self.registry.place(where.words, day) if where else None,
        )

    def body(self, name: str, day: date | None) -> Body | None:
        """A decision body with its members and rule on a day; None where it or the day is not known."""
        return self.registry.body(name, day) if day else None

    def _parties(self, mentions: Iterable[Mention], day: date | None) -> tuple[Party, ...]:
        return tuple(Party(m, self.registry.resolve(m.words, day)[0]) for m in mentions)
