"""The order of the stages: text, reading, claims, resolution. No other module knows it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

from dragoman.claims import Lexicon, claims_in
from dragoman.dispatches import Dated, date_by_offices
from dragoman.model import (
    Claim,
    Dispatch,
    Entry,
    Marked,
    Mention,
    Party,
    Question,
    Reading,
    Relation,
    Resolution,
)
from dragoman.reading import Reader, between
from dragoman.registry import Body, Mentions, Registry


@dataclass(frozen=True)
class Desk:
    """Reader, lexicon and registry that a dispatch goes through, each loaded when first needed."""

    weights: Path | None = None
    threads: int = 2
    overlay: Path | None = None

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
        return Registry.load(self.overlay)

    def read(self, dispatch: Dispatch) -> Reading:
        """The sentences, words, names and times of a dispatch."""
        return self.reader.read(dispatch, self.registry.labels_in(dispatch.text))

    def relations(self, sentences: Sequence[Marked]) -> list[Relation]:
        """The event between the marked parties of each sentence."""
        return between(sentences, self.reader.weights)

    def dated(self, dispatches: Sequence[Dispatch]) -> tuple[Dated, ...]:
        """The dispatches, those whose day is open dated by the office-holders that all of them name."""
        decided = all(d.published.earliest and d.published.earliest == d.published.latest for d in dispatches)
        named = () if decided else dispatches
        return date_by_offices(dispatches, {d.id: self.registry.bounds(self.read(d)) for d in named})

    def entries(self, dispatch: Dispatch) -> tuple[Entry, ...]:
        """The claims of a dispatch with who their mentions are."""
        reading = self.read(dispatch)
        mentions = Mentions(reading)
        return tuple(self.entry(claim, mentions) for claim in claims_in(reading, self.lexicon))

    def entry(self, claim: Claim, mentions: Mentions) -> Entry:
        """A claim with its mentions resolved on its own day, else on the day of publication."""
        day = claim.when.latest or mentions.reading.dispatch.published.latest
        where = claim.where
        spoken = [s.mention for s in claim.sources if s.mention is not None]
        return Entry(
            claim=claim,
            actors=self._parties(claim.actors, mentions, day),
            recipients=self._parties(claim.recipients, mentions, day),
            speakers=self._parties(spoken, mentions, day),
            place=self.registry.place(where.words, day) if where else None,
        )

    def answer(self, question: Question) -> tuple[Resolution, ...]:
        """Who is meant in a sentence of one's own: ranked candidates, best first, never empty."""
        text = question.sentence
        mentions = Mentions(self.read(Dispatch("", "", text, body=(0, len(text)))))
        return self.registry.resolve_at(mentions, question.start, question.end, question.day)

    def body(self, name: str, day: date | None) -> Body | None:
        """A decision body with its members and rule on a day; None where it or the day is not known."""
        return self.registry.body(name, day) if day else None

    def _parties(self, found: Iterable[Mention], mentions: Mentions, day: date | None) -> tuple[Party, ...]:
        return tuple(Party(one, self._who(one, mentions, day)) for one in found)

    def _who(self, mention: Mention, mentions: Mentions, day: date | None) -> Resolution:
        named = mention.antecedent or mention.anchor
        return self.registry.resolve_at(mentions, named.start, named.end, day)[0]
