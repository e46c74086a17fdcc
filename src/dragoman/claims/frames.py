"""Frames: in which shape of words a verb, noun or adjective tells of a political act.

A frame says what must stand around its lemma (constraints), which PLOVER type, mode and kind of
claim that makes, and where actors, recipients and content stand in the tree (seats). Grammatical
words are those of the active voice. Nothing here looks at a tree; matching is the claims stage's.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from dragoman.model import Kind

PartOfSpeech = Literal["verb", "noun", "adj"]

VALUED_SORTS = frozenset({"prt", "obj", "iobj", "subj", "xcomp", "ccomp", "mod", "gov", "content", "prep"})
BARE_SORTS = frozenset({"obj", "iobj", "xcomp", "ccomp", "to", "noobj", "pass", "poss"})
SEATS = frozenset(
    {"subj", "obj", "iobj", "poss", "mod", "gov", "content", "place", "xcomp", "ccomp", "clause"}
)
_PERSONS = frozenset("i you he she we they me him her us them himself herself themselves who".split())
_WEIGHTS = {"noobj": 1, "pass": 1, "poss": 1, "prt": 2, "prep": 2}


@dataclass(frozen=True, slots=True)
class Constraint:
    """One thing that must stand by the lemma: a sort, and the lemmas that satisfy it (none: any).

    For sort `prep`, `prepositions` are the case words of the oblique and `values` its nouns. The
    values may hold NAME (any proper noun) and PRON (a pronoun for persons). Written: `text`.
    """

    sort: str
    values: frozenset[str]
    prepositions: frozenset[str]
    text: str
    weight: int

    def admits(self, lemma: str, upos: str = "NOUN") -> bool:
        """Whether a word of this lemma and UD tag satisfies the values (always, if there are none)."""
        if not self.values or lemma in self.values or lemma.lower() in self.values:
            return True
        if upos == "PROPN":
            return "NAME" in self.values
        return upos == "PRON" and "PRON" in self.values and lemma.lower() in _PERSONS


@dataclass(frozen=True, slots=True)
class Frame:
    """One row of the lexicon, parsed. `actor`, `recipient`, `content`: seats in order of preference.

    A seat is subj, obj, iobj, poss, mod, gov, content, place, xcomp, ccomp, clause, or `prep:with`;
    seats joined by "+" are taken together, `prep:with|to` is any of the prepositions.

    `type` and `mode` are None where PLOVER has none. `kind` is None for an idiom that is no
    political act and only blocks wider frames of its lemma. `line` is the row's line in the table.
    `specificity` says how much the frame asks for: of the frames that match, the most specific wins.
    """

    lemma: str
    pos: PartOfSpeech
    constraints: tuple[Constraint, ...]
    type: str | None
    mode: str | None
    kind: Kind | None
    actor: tuple[str, ...]
    recipient: tuple[str, ...]
    content: tuple[str, ...]
    source: str
    line: int
    specificity: int

    @classmethod
    def bare(cls, lemma: str, kind: Kind, pos: PartOfSpeech = "verb") -> Frame:
        """A frame that stands in no table: a verb of saying, say, whose only mark is its kind."""
        return cls(lemma, pos, (), None, None, kind, ("subj",), (), (), "", 0, 0)

    @property
    def blocks(self) -> bool:
        """Whether the frame marks an idiom that is no political act."""
        return self.kind is None

    @property
    def reciprocal(self) -> bool:
        """Whether several places hold actors of one act (A meets with B)."""
        return any("+" in seat for seat in self.actor)

    def constraint(self, sort: str) -> Constraint | None:
        """The first constraint of that sort, None where the frame has none."""
        return next((each for each in self.constraints if each.sort == sort), None)


def parse_constraint(text: str, classes: Mapping[str, frozenset[str]]) -> Constraint:
    """The constraint that `text` writes, its classes unfolded; ValueError says what is wrong."""
    sort, colon, rest = text.partition(":")
    if not colon:
        if sort not in BARE_SORTS:
            raise ValueError(f"constraint {text!r} needs values")
        return Constraint(sort, frozenset(), frozenset(), text, 1)
    if sort not in VALUED_SORTS:
        raise ValueError(f"constraint sort {sort!r} is unknown")
    prepositions, values = "", rest
    if sort == "prep":
        prepositions, _, values = rest.partition("=")
    unfolded = unfold(values, classes)
    if not unfolded and not prepositions:
        raise ValueError(f"constraint {text!r} has no values")
    return Constraint(
        sort, unfolded, frozenset(filter(None, prepositions.split(","))), text, _weigh(sort, values)
    )


def _weigh(sort: str, values: str) -> int:
    """A bare fact 1, a particle or preposition 2, named lemmas 4, a class of lemmas 3.

    A preposition with named nouns outweighs either alone.
    """
    base = _WEIGHTS.get(sort, 0)
    if sort == "prt" or not values:
        return base
    return base + (3 if "@" in values else 4)


def unfold(values: str, classes: Mapping[str, frozenset[str]]) -> frozenset[str]:
    """The lemmas of a comma-separated list, `@name` replaced by its class; ValueError if unknown."""
    lemmas: set[str] = set()
    for value in filter(None, values.split(",")):
        if value.startswith("@"):
            if value[1:] not in classes:
                raise ValueError(f"class {value} is not in classes.tsv")
            lemmas |= classes[value[1:]]
        else:
            lemmas.add(value.replace("_", " "))
    return frozenset(lemmas)


def parse_seats(text: str) -> tuple[str, ...]:
    """The seats that a cell writes, in order of preference; ValueError says what is wrong.

    "obj,prep:to,for" gives ("obj", "prep:to", "prep:for"): words after `prep:` that are no seats
    go on naming prepositions. "subj+prep:with,between" is one seat, "subj+prep:with|between".
    """
    if text == "-":
        return ()
    first, *others = (_parse_group(group) for group in text.split("+"))
    if not others:
        return tuple(first)
    joined = "+".join(_join_prepositions(group) for group in others)
    return tuple(f"{seat}+{joined}" for seat in first)


def _parse_group(text: str) -> list[str]:
    seats: list[str] = []
    after_preposition = False
    for word in text.split(","):
        if word in SEATS:
            after_preposition = False
            seats.append(word)
        elif word.startswith("prep:") or (after_preposition and word.isalpha()):
            after_preposition = True
            seats.append(f"prep:{word.removeprefix('prep:')}")
        else:
            raise ValueError(f"seat {word!r} is unknown")
    return seats


def _join_prepositions(seats: list[str]) -> str:
    prepositions = [seat.removeprefix("prep:") for seat in seats if seat.startswith("prep:")]
    plain = [seat for seat in seats if not seat.startswith("prep:")]
    return "+".join(plain + ([f"prep:{'|'.join(prepositions)}"] if prepositions else []))
