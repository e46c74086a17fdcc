"""The words of the trade: frames of political acts, and the words that say who, how sure, if and by when.

Everything is data under `dragoman/data/lexicon`; this module reads it once, checks every row and
gives it out by lemma. Types, modes and contexts are those of PLOVER 0.8.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources.abc import Traversable

from dragoman.claims import lexicon_parts as parts
from dragoman.claims.cues import CertaintyMark, ConditionMarker, DeadlineCue, PartyNoun, Report
from dragoman.claims.frames import Constraint, Frame
from dragoman.claims.lexicon_tables import shipped_tables
from dragoman.model import DeadlineStatus

__all__ = [
    "CertaintyMark",
    "ConditionMarker",
    "Constraint",
    "DeadlineCue",
    "Frame",
    "Lexicon",
    "PartyNoun",
    "Report",
]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Every table of the lexicon, indexed by lemma. Load it once with `Lexicon.load()`."""

    frames_by_lemma: Mapping[tuple[str, str], tuple[Frame, ...]]
    classes: Mapping[str, frozenset[str]]
    reports: Mapping[tuple[str, str], Report]
    certainties: Mapping[str, tuple[CertaintyMark, ...]]
    conditions: Mapping[tuple[str, str], ConditionMarker]
    deadlines: Mapping[str, tuple[DeadlineCue, ...]]
    parties: Mapping[str, PartyNoun]
    contexts_by_word: Mapping[str, tuple[str, ...]]
    trust: Mapping[str, float]

    @classmethod
    def load(cls, folder: Traversable | None = None) -> Lexicon:
        """The shipped lexicon (read once), or the one in `folder`; LexiconError names a bad row."""
        return _shipped() if folder is None else _read(folder)

    def frames(self, pos: str, lemma: str) -> tuple[Frame, ...]:
        """The frames of a verb, noun or adj, the most specific first."""
        return self.frames_by_lemma.get((pos, lemma), ())

    def report(self, lemma: str, pos: str) -> Report | None:
        """The attribution cue of that lemma; `pos` is a UD tag, or "phrase" or "adverb" for fixed words."""
        return self.reports.get((_POS.get(pos, pos), lemma))

    def certainty(self, words: str) -> tuple[CertaintyMark, ...]:
        """What a lemma or phrase does to how sure the clause under it is."""
        return self.certainties.get(words, ())

    def condition(self, words: str, form: str) -> ConditionMarker | None:
        """The condition marker of that form (mark, inversion, prep, verb, noun, adj), in lower case."""
        return self.conditions.get((form, words))

    def limits(self, word: str) -> bool:
        """Whether a word before a time makes it a limit: by, within, until."""
        return any(cue.form == "prep" for cue in self.deadlines.get(word, ()))

    def deadline(self, lemma: str) -> bool:
        """Whether a noun names a deadline."""
        return any(cue.form == "noun" for cue in self.deadlines.get(lemma, ()))

    def deadline_status(self, lemma: str) -> DeadlineStatus | None:
        """What a word by a deadline says has become of it: proposed, set, extended, passed."""
        found = [cue.status for cue in self.deadlines.get(lemma, ()) if cue.form in ("verb", "mod")]
        return found[0] if found else None

    def animate(self, lemma: str) -> bool:
        """Whether a common noun stands for somebody who can act."""
        noun = self.parties.get(lemma)
        return noun is not None and noun.animate

    def contexts(self, lemmas: Iterable[str]) -> tuple[str, ...]:
        """The PLOVER contexts that the lemmas of a passage, in their order, speak of; each once.

        Phrases of up to three lemmas are looked for too.
        """
        words = [lemma.lower() for lemma in lemmas]
        spans = (" ".join(words[i : i + n]) for i in range(len(words)) for n in (1, 2, 3))
        return tuple(dict.fromkeys(c for span in spans for c in self.contexts_by_word.get(span, ())))


_POS = {"VERB": "verb", "AUX": "verb", "NOUN": "noun", "PROPN": "noun", "ADJ": "adj", "ADV": "adverb"}


@cache
def _shipped() -> Lexicon:
    return _read(shipped_tables())


def _read(folder: Traversable) -> Lexicon:
    parties = parts.read_parties(folder)
    classes = parts.read_classes(folder, parties)
    return Lexicon(
        frames_by_lemma=parts.read_frames(folder, classes),
        classes=classes,
        reports=parts.read_reports(folder),
        certainties=parts.read_certainties(folder),
        conditions=parts.read_conditions(folder),
        deadlines=parts.read_deadlines(folder),
        parties=parties,
        contexts_by_word=parts.read_contexts(folder),
        trust=parts.read_trust(folder),
    )
