"""What every view is asked of: the entries and dispatches known by a day, and the ties between claims."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

from dragoman.model import Dispatch, Entry, Link
from dragoman.views.gist import clipped, gist


@dataclass(frozen=True, slots=True)
class Dossier:
    """The material of one question: what was known by `as_of`, in the order of publication and text.

    Make one with `open_dossier`. `undated` are dispatches left out because nobody knows by when they
    were published. `today` is the day from which past and coming are told: `as_of`, else the latest
    day of publication, else None.
    """

    entries: tuple[Entry, ...]
    dispatches: tuple[Dispatch, ...]
    links: tuple[Link, ...]
    as_of: date | None
    today: date | None
    undated: tuple[Dispatch, ...] = ()
    _by_id: dict[str, Entry] = field(default_factory=dict, repr=False)
    _home: dict[str, Dispatch] = field(default_factory=dict, repr=False)
    _ties: dict[tuple[str, str], tuple[str, ...]] = field(default_factory=dict, repr=False)
    _sentences: dict[tuple[str, int], list[Entry]] = field(default_factory=dict, repr=False)

    def entry(self, claim: str) -> Entry | None:
        """The entry of a claim id, None where it was not known by the day."""
        return self._by_id.get(claim)

    def dispatch(self, entry: Entry) -> Dispatch:
        """The dispatch an entry was read in."""
        return self._home[entry.claim.dispatch]

    def reported(self, entry: Entry) -> date | None:
        """The day on which an entry was published at the latest."""
        return published_by(self.dispatch(entry))

    def said(self, entry: Entry) -> date | None:
        """The day words were spoken: the act's own, else its innermost dated source's, else that of print.

        The `when` of a plan is the day of what is planned, and is not used.
        """
        dated = [source.day for source in entry.claim.sources if source.day]
        own = None if entry.claim.kind == "plan" else entry.claim.when.latest
        return own or (dated[-1] if dated else None) or self.reported(entry)

    def linked(self, claim: str, sort: str) -> tuple[str, ...]:
        """The known claims at the other end of a link of this sort, whichever way it points."""
        return self._ties.get((claim, sort), ())

    def beside(self, entry: Entry) -> Sequence[Entry]:
        """All entries of the sentence an entry was read in, itself among them."""
        return self._sentences.get((entry.claim.dispatch, entry.claim.sentence.start), ())


def published_by(dispatch: Dispatch) -> date | None:
    """The day by which a dispatch was surely published."""
    return dispatch.published.latest


def open_dossier(
    entries: Sequence[Entry],
    dispatches: Sequence[Dispatch],
    as_of: date | None = None,
    links: Sequence[Link] = (),
) -> Dossier:
    """The dossier of what was known by a day; without a day, of everything.

    A dispatch counts as known by its latest possible day of publication; one without such a day is
    left out where a day is asked for. An entry whose dispatch is not given is left out.
    """
    known = [d for d in dispatches if as_of is None or _known(d, as_of)]
    undated = tuple(d for d in dispatches if published_by(d) is None and d not in known)
    known.sort(key=lambda d: (published_by(d) or date.max, d.path, d.id))
    home = {dispatch.id: dispatch for dispatch in known}
    place = {dispatch_id: at for at, dispatch_id in enumerate(home)}
    within = [entry for entry in entries if entry.claim.dispatch in home]
    within.sort(key=lambda e: (place[e.claim.dispatch], *_order(e)))
    by_id = {entry.claim.id: entry for entry in within}
    days = [day for day in map(published_by, known) if day]
    ties = tuple(link for link in links if link.claim in by_id and link.other in by_id)
    return Dossier(
        entries=tuple(by_id.values()),
        dispatches=tuple(home.values()),
        links=ties,
        as_of=as_of,
        today=as_of or max(days, default=None),
        undated=undated,
        _by_id=by_id,
        _home=home,
        _ties=_both_ways(ties),
        _sentences=_by_sentence(by_id.values()),
    )


def _order(entry: Entry) -> tuple[int, int, str]:
    claim = entry.claim
    return claim.evidence.start, claim.evidence.end, claim.id


def _by_sentence(entries: Iterable[Entry]) -> dict[tuple[str, int], list[Entry]]:
    together: dict[tuple[str, int], list[Entry]] = {}
    for entry in entries:
        together.setdefault((entry.claim.dispatch, entry.claim.sentence.start), []).append(entry)
    return together


def _both_ways(links: Sequence[Link]) -> dict[tuple[str, str], tuple[str, ...]]:
    """(claim, sort) to the claims at the other end, in the order of the links."""
    ends: dict[tuple[str, str], dict[str, None]] = {}
    for link in links:
        ends.setdefault((link.claim, link.sort), {})[link.other] = None
        ends.setdefault((link.other, link.sort), {})[link.claim] = None
    return {end: tuple(others) for end, others in ends.items()}


def _known(dispatch: Dispatch, day: date) -> bool:
    by = published_by(dispatch)
    return by is not None and by <= day


def matter(entry: Entry) -> frozenset[str]:
    """The gist of what a claim is about: its content, else its evidence without condition and cue.

    The words of its own parties are taken out, so that two claims are not alike for sharing an actor.
    """
    claim = entry.claim
    parties = (*entry.actors, *entry.recipients, *entry.speakers)
    names = (*(p.mention.anchor.text for p in parties), *(p.resolution.name or "" for p in parties))
    if claim.content:
        return _matter(claim.content, (), names)
    parts = (claim.condition.anchor if claim.condition else None, claim.cue)
    cut = tuple(part.text for part in parts if part is not None and claim.evidence.covers(part))
    return _matter(claim.evidence.text, cut, names)


@lru_cache(maxsize=1 << 15)
def _matter(words: str, cut: tuple[str, ...], names: tuple[str, ...]) -> frozenset[str]:
    """The gist of words without the passages cut and the names; all of it where nothing is left."""
    for passage in cut:
        words = words.replace(passage, " ", 1)
    drop = frozenset[str]().union(*map(gist, names))
    return (gist(words) - drop) or gist(words)


def told(entry: Entry) -> str:
    """What a claim says, on one line: its content where it has one, else its evidence."""
    return clipped(entry.claim.content or entry.claim.evidence.text)
