"""Builds the parts of the lexicon from its tables, one function a table; LexiconError names a bad row."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from importlib.resources.abc import Traversable
from typing import TypeVar, cast, get_args

from dragoman.claims.cues import (
    TRAITS,
    CertaintyMark,
    ConditionMarker,
    DeadlineCue,
    Effect,
    GrammaticalNumber,
    PartyNoun,
    Report,
    ReportPos,
)
from dragoman.claims.frames import Constraint, Frame, PartOfSpeech, parse_constraint, parse_seats
from dragoman.claims.lexicon_tables import Row, read_rows
from dragoman.claims.plover import CONTEXTS, MODES, SECTORS, SUPRANATIONAL
from dragoman.errors import LexiconError
from dragoman.model import ConditionRole, DeadlineStatus, Kind

_PREDICATES = ("lemma", "pos", "with", "type", "mode", "kind", "actor", "recipient", "content", "source")
_SEATED = ("actor", "recipient", "content")
_FRAME_POS = frozenset(get_args(PartOfSpeech))
_REPORT_POS = frozenset(get_args(ReportPos))
_KINDS = frozenset(get_args(Kind))
_REPORT_SORTS = frozenset({"say", "claim", "deny", "know", "believe", "ask", "hear", "show"})
_COMPLEMENTS = frozenset({"ccomp", "quote", "obl:about", "obj", "xcomp", "clause"})
_CERTAINTY_SORTS = frozenset(
    {"modal", "hedge", "negation", "implicative+", "implicative-", "aim", "future", "factive", "unclear"}
)
_CONDITION_FORMS = frozenset({"mark", "inversion", "prep", "verb", "noun", "adj"})
_DEADLINE_FORMS = frozenset({"noun", "prep", "verb", "mod", "phrase"})

_Key = TypeVar("_Key")
Content = tuple[Constraint, str, str | None]


def read_parties(folder: Traversable) -> dict[str, PartyNoun]:
    """parties.tsv: common nouns that stand for an actor, by lemma."""
    found: dict[str, PartyNoun] = {}
    for row in read_rows(folder, "parties.tsv", ("lemma", "number", "sector", "animate", "source")):
        sector = row.one_of("sector", {"-"} | SECTORS | SUPRANATIONAL)
        animate = row.one_of("animate", {"yes", "no"}) == "yes"
        _refuse_twice(row, row["lemma"], found)
        found[row["lemma"]] = PartyNoun(
            row["lemma"],
            cast(GrammaticalNumber, row.one_of("number", get_args(GrammaticalNumber))),
            None if sector == "-" else sector,
            animate,
        )
    return found


def read_classes(folder: Traversable, parties: Mapping[str, PartyNoun]) -> dict[str, frozenset[str]]:
    """classes.tsv: named sets of lemmas.

    `@other` takes in a class that stands above, `+parties` the parties that can act.
    """
    found: dict[str, frozenset[str]] = {}
    actors = frozenset(lemma for lemma, noun in parties.items() if noun.animate)
    for row in read_rows(folder, "classes.tsv", ("name", "lemmas", "source")):
        lemmas: set[str] = set()
        for word in row.words("lemmas"):
            if word == "+parties":
                lemmas |= actors
            elif word.startswith("@"):
                if word[1:] not in found:
                    raise row.fault(f"class {word} does not stand above", "Move it up, or mend its name")
                lemmas |= found[word[1:]]
            else:
                lemmas.add(word)
        _refuse_twice(row, row["name"], found)
        found[row["name"]] = frozenset(lemmas)
    return found


def read_frames(
    folder: Traversable, classes: Mapping[str, frozenset[str]]
) -> dict[tuple[str, str], tuple[Frame, ...]]:
    """predicates.tsv, mode "?" unfolded by content_modes.tsv: frames by (pos, lemma), most specific first."""
    modes = _read_content_modes(folder, classes)
    reader = _FrameReader(classes)
    by_lemma: dict[tuple[str, str], list[Frame]] = {}
    seen: dict[tuple[str, str, tuple[str, ...]], int] = {}
    for row in read_rows(folder, "predicates.tsv", _PREDICATES):
        frame = reader.read(row)
        key = (frame.pos, frame.lemma, tuple(sorted(c.text for c in frame.constraints)))
        if key in seen:
            raise row.fault(
                f"the same lemma and constraints stand in line {seen[key]}", "Remove one of the two"
            )
        seen[key] = row.line
        frames = by_lemma.setdefault((frame.pos, frame.lemma), [])
        frames.append(frame)
        if row["mode"] == "?":
            if frame.type not in modes:
                raise row.fault(f"content decides nothing for {frame.type}", 'Write "-" or a mode')
            frames.extend(_by_content(frame, modes[frame.type]))
    return {key: tuple(sorted(frames, key=lambda f: -f.specificity)) for key, frames in by_lemma.items()}


def _by_content(frame: Frame, modes: list[Content]) -> list[Frame]:
    return [
        replace(
            frame,
            constraints=(*frame.constraints, constraint),
            type=type_,
            mode=mode,
            specificity=frame.specificity + constraint.weight,
        )
        for constraint, type_, mode in modes
    ]


def _read_content_modes(
    folder: Traversable, classes: Mapping[str, frozenset[str]]
) -> dict[str | None, list[Content]]:
    found: dict[str | None, list[Content]] = {}
    columns = ("type", "class", "then_type", "then_mode", "source")
    for row in read_rows(folder, "content_modes.tsv", columns):
        row.one_of("type", MODES)
        mode = _mode(row, row.one_of("then_type", MODES), row["then_mode"])
        try:
            constraint = parse_constraint(f"content:@{row['class']}", classes)
        except ValueError as error:
            raise row.fault(str(error), "Mend the constraint") from error
        found.setdefault(row["type"], []).append((constraint, row["then_type"], mode))
    return found


class _FrameReader:
    """Parses rows of predicates.tsv; the few distinct constraints and seats are parsed once each."""

    def __init__(self, classes: Mapping[str, frozenset[str]]) -> None:
        self.classes = classes
        self.constraints: dict[str, Constraint] = {}
        self.seats: dict[str, tuple[str, ...]] = {}

    def read(self, row: Row) -> Frame:
        type_ = None if row["type"] == "-" else row.one_of("type", MODES)
        mode = None if row["mode"] == "?" else _mode(row, type_, row["mode"])
        kind = None if row["kind"] == "-" else cast(Kind, row.one_of("kind", _KINDS))
        if kind is None and type_ is not None:
            raise row.fault("a type without a kind", "Give the kind of claim, or no type")
        if not row["lemma"] or row["lemma"] != row["lemma"].lower() or not row["source"]:
            raise row.fault(
                "lemma or source is empty or not in lower case", "Give both, the lemma in lower case"
            )
        try:
            constraints = tuple(self._constraint(text) for text in row.words("with"))
            actor, recipient, content = (self._seats(row[column]) for column in _SEATED)
        except ValueError as error:
            raise row.fault(str(error), "Mend the cell; the forms stand at the head of the file") from error
        return Frame(
            lemma=row["lemma"],
            pos=cast(PartOfSpeech, row.one_of("pos", _FRAME_POS)),
            constraints=constraints,
            type=type_,
            mode=mode,
            kind=kind,
            actor=actor,
            recipient=recipient,
            content=content,
            source=row["source"],
            line=row.line,
            specificity=sum(constraint.weight for constraint in constraints),
        )

    def _constraint(self, text: str) -> Constraint:
        if text not in self.constraints:
            self.constraints[text] = parse_constraint(text, self.classes)
        return self.constraints[text]

    def _seats(self, text: str) -> tuple[str, ...]:
        if text not in self.seats:
            self.seats[text] = parse_seats(text)
        return self.seats[text]


def _mode(row: Row, type_: str | None, mode: str) -> str | None:
    if mode == "-":
        return None
    allowed = MODES[type_] if type_ else frozenset[str]()
    if mode not in allowed:
        raise row.fault(
            f"mode {mode!r} does not belong to {type_ or 'no type'}",
            f"Use one of: {', '.join(sorted(allowed))}" if allowed else 'Write "-"',
        )
    return mode


def read_reports(folder: Traversable) -> dict[tuple[str, str], Report]:
    """reporting.tsv: attribution cues by (pos, lemma)."""
    found: dict[tuple[str, str], Report] = {}
    for row in read_rows(folder, "reporting.tsv", ("lemma", "pos", "sort", "complements", "kind", "source")):
        pos = cast(ReportPos, row.one_of("pos", _REPORT_POS))
        complements = row.words("complements")
        if not _COMPLEMENTS.issuperset(complements):
            raise row.fault(
                f"complements are {row['complements']!r}", f"Use: {', '.join(sorted(_COMPLEMENTS))}"
            )
        _refuse_twice(row, (pos, row["lemma"]), found)
        kind = cast(Kind, row.one_of("kind", _KINDS))
        sort = row.one_of("sort", _REPORT_SORTS)
        found[pos, row["lemma"]] = Report(row["lemma"], pos, sort, complements, kind)
    return found


def read_certainties(folder: Traversable) -> dict[str, tuple[CertaintyMark, ...]]:
    """certainty.tsv: marks by word or phrase; one word may have several (verb and noun)."""
    found: dict[str, tuple[CertaintyMark, ...]] = {}
    seen: dict[tuple[str, str, str], bool] = {}
    for row in read_rows(folder, "certainty.tsv", ("words", "pos", "effect", "class", "notes", "source")):
        effect = cast(Effect, row.one_of("effect", get_args(Effect)))
        mark = CertaintyMark(
            row["words"], row["pos"], effect, row.one_of("class", _CERTAINTY_SORTS), row["notes"]
        )
        _refuse_twice(row, (mark.words, mark.pos, mark.sort), seen)
        seen[mark.words, mark.pos, mark.sort] = True
        found[mark.words] = (*found.get(mark.words, ()), mark)
    return found


def read_conditions(folder: Traversable) -> dict[tuple[str, str], ConditionMarker]:
    """conditions.tsv: markers by (form, words)."""
    found: dict[tuple[str, str], ConditionMarker] = {}
    for row in read_rows(folder, "conditions.tsv", ("words", "form", "role", "polarity", "source")):
        form = row.one_of("form", _CONDITION_FORMS)
        role = cast(ConditionRole, row.one_of("role", get_args(ConditionRole)))
        polarity = row.one_of("polarity", {"+", "-"})
        _refuse_twice(row, (form, row["words"]), found)
        found[form, row["words"]] = ConditionMarker(row["words"], form, role, "+" if polarity == "+" else "-")
    return found


def read_deadlines(folder: Traversable) -> dict[str, tuple[DeadlineCue, ...]]:
    """deadlines.tsv: cues by word."""
    found: dict[str, tuple[DeadlineCue, ...]] = {}
    for row in read_rows(folder, "deadlines.tsv", ("words", "form", "status", "source")):
        status = row.one_of("status", {"-", *get_args(DeadlineStatus)})
        cue = DeadlineCue(
            row["words"],
            row.one_of("form", _DEADLINE_FORMS),
            None if status == "-" else cast(DeadlineStatus, status),
        )
        if any(cue.form == other.form for other in found.get(cue.words, ())):
            raise row.fault(f"{cue.words!r} stands twice as {cue.form}", "Remove one of the two")
        found[cue.words] = (*found.get(cue.words, ()), cue)
    return found


def read_contexts(folder: Traversable) -> dict[str, tuple[str, ...]]:
    """contexts.tsv: PLOVER contexts by lemma or phrase of lemmas."""
    found: dict[str, tuple[str, ...]] = {}
    for row in read_rows(folder, "contexts.tsv", ("words", "contexts", "source")):
        contexts = row.words("contexts")
        if not contexts or not CONTEXTS.issuperset(contexts):
            raise row.fault(
                f"contexts are {row['contexts']!r}", "Use contexts of PLOVER 0.8, separated by blanks"
            )
        _refuse_twice(row, row["words"], found)
        found[row["words"]] = contexts
    return found


def read_trust(folder: Traversable) -> dict[str, float]:
    """confidence.tsv: the weight of each trait in the confidence of a claim."""
    found: dict[str, float] = {}
    for row in read_rows(folder, "confidence.tsv", ("trait", "weight")):
        _refuse_twice(row, row.one_of("trait", TRAITS), found)
        try:
            found[row["trait"]] = float(row["weight"])
        except ValueError as error:
            raise row.fault(f"weight is {row['weight']!r}", "Write a number") from error
    if missing := set(TRAITS) - set(found):
        raise LexiconError(
            f"no weight for {', '.join(sorted(missing))}", place="confidence.tsv", mend="Add a row for each"
        )
    return found


def _refuse_twice(row: Row, key: _Key, found: Mapping[_Key, object]) -> None:
    if key in found:
        raise row.fault(f"{key!r} stands twice", "Remove one of the two")
