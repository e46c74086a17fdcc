"""The machine of the grammar: rules over a line of signs, a regular expression and a reading each.

A rule is written in the names of signs (`MONTH INT ( COMMA? YEAR )?`); it is compiled to a regular
expression over one letter a sign. A stage holds rules in order of preference; at the leftmost place
where one of them matches and its reading accepts the match, the signs are replaced by one sign.
Stages run one after the other, so later rules see what earlier ones have read.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from dragoman.reading.times.signs import Sign, Span


class UndatedError(Exception):
    """The words need the day of publication or an earlier day, and there is none."""


@dataclass(slots=True)
class Frame:
    """What an expression is read against: the day of publication, the tense around it, an earlier day.

    `today` is None where the day of publication is unknown; `tense` gives "past", "future" or ""
    for an offset; `earlier` is the last span of days named before this text; `told` are the words
    and days of all that were named before it.
    """

    today: date | None
    tense: Callable[[int], str]
    earlier: tuple[date, date] | None = None
    told: tuple[tuple[str, date, date], ...] = ()

    @property
    def day(self) -> date:
        """The day of publication; raises UndatedError where it is unknown."""
        if self.today is None:
            raise UndatedError("needs the day of publication, which is unknown")
        return self.today


@dataclass(frozen=True, slots=True)
class Match:
    """What a rule matched: the signs, those before and after them in the line, and the frame."""

    signs: tuple[Sign, ...]
    before: Sequence[Sign]
    after: Sequence[Sign]
    frame: Frame

    def get(self, *kinds: str, nth: int = 0) -> Sign | None:
        """The nth sign of one of these kinds."""
        found = [sign for sign in self.signs if sign.kind in kinds]
        return found[nth] if len(found) > nth else None

    def need(self, *kinds: str, nth: int = 0) -> Sign:
        """The nth sign of one of these kinds, which the pattern makes sure of."""
        found = self.get(*kinds, nth=nth)
        assert found is not None
        return found

    def has(self, *kinds: str) -> bool:
        """Whether a sign of one of these kinds is there."""
        return any(sign.kind in kinds for sign in self.signs)

    @property
    def previous(self) -> Sign | None:
        """The sign just before."""
        return self.before[-1] if self.before else None

    @property
    def following(self) -> Sign | None:
        """The sign just after."""
        return self.after[0] if self.after else None

    @property
    def word_follows(self) -> bool:
        """Whether a plain word follows, no mark and no end: it may be what the figures count."""
        after = self.following
        return after is not None and after.kind == "OTHER" and after.word[:1].isalpha()

    @property
    def tense(self) -> str:
        """The tense around the match: past, future or nothing; "since" looks back, "until" ahead.

        They do so only for a time: in "shelled by rebels on Monday" a word stands between.
        """
        for sign in reversed(self.before[-3:]):
            if sign.kind == "OTHER":
                break
            if sign.kind == "SINCE":
                return "past"
            if sign.kind in ("BY", "TILL", "BEFORE"):
                tense = self.frame.tense(self.signs[0].start)
                return {
                    "lasting": "past",
                    "future": "ahead",
                    "past": "past" if sign.kind == "BEFORE" else "future",
                }.get(tense, "future")
        tense = self.frame.tense(self.signs[0].start)
        return "past" if tense == "lasting" else tense

    def sign(self, kind: str, **fields: object) -> Sign:
        """A sign over all that was matched."""
        led = len(self.signs) > 1 and self.signs[0].kind in ("FROM", "BETWEEN", "FOR", "OF")
        start, lead = (self.signs[1].start, self.signs[0].start) if led else (self.signs[0].start, -1)
        return Sign(kind, start, self.signs[-1].end, lead=lead, **fields)  # type: ignore[arg-type]

    def span(
        self, first: date | None, last: date | None, basis: str, grain: str = "day", type_: str = "DATE"
    ) -> Sign:
        """A span of days over all that was matched."""
        return self.sign("SPAN", span=Span(first, last, grain, basis, type_))


Reader = Callable[[Match], Sign | None]
Rule = tuple[str, Reader]


class _Letters(dict[str, str]):
    """One letter of the private use area for each kind of sign, given out as kinds appear."""

    def __missing__(self, kind: str) -> str:
        letter = self[kind] = chr(0xE000 + len(self))
        return letter


_LETTERS = _Letters()
_MACROS = {
    "cardinal": "(?:INT|NUM|CARD)",
    "day": "(?:INT|ORD|CARD)",
    "year": "(?:(?:COMMA|OF|IN)?(?:THE UNIT OF?)?(?:YEAR|YEAR2))",
    "sep": "(?:DASH|SLASH)",
    "to": "(?:DASH|TO|TILL|THROUGH)",
    "month": "(?:MONTH|SHORTMONTH|LOWMONTH)",
    "weekday": "(?:WEEKDAY|SHORTWEEKDAY|LOWWEEKDAY)",
}


def letters_of(line: Sequence[Sign]) -> str:
    """The line as the rules see it: one letter a sign."""
    return "".join([_LETTERS[sign.kind] for sign in line])


def _compile(pattern: str) -> re.Pattern[str]:
    for name, body in _MACROS.items():
        pattern = re.sub(rf"(?<![A-Za-z]){name}(?![A-Za-z])", body, pattern)
    lettered = re.sub(r"A(?![A-Z])|[A-Z][A-Z0-9]+", lambda found: _LETTERS[found.group()], pattern)
    return re.compile(lettered.replace(" ", ""))


class Stage:
    """Rules in order of preference, applied from left to right until none matches."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self._rules = [(_compile(pattern), read) for pattern, read in rules]
        self._any = re.compile("|".join(f"(?:{rule.pattern})" for rule, _ in self._rules))

    def read(self, line: list[Sign], letters: str, frame: Frame) -> list[Sign]:
        """The line with every match replaced by what it was read as; the same list where none is."""
        out: list[Sign] = []
        at = 0
        while found := self._any.search(letters, at):
            out += line[at : found.start()]
            sign, at = self._at(letters, found.start(), line, out, frame)
            out.append(sign)
        return out + line[at:] if at else line

    def _at(self, letters: str, at: int, line: list[Sign], out: list[Sign], frame: Frame) -> tuple[Sign, int]:
        for rule, read in self._rules:
            found = rule.match(letters, at)
            if found and found.end() > at:
                match = Match(tuple(line[at : found.end()]), out, line[found.end() :], frame)
                sign = _read(read, match)
                if sign is not None:
                    return sign, found.end()
        return line[at], at + 1


def _read(read: Reader, match: Match) -> Sign | None:
    try:
        return read(match)
    except UndatedError as fault:
        return match.span(None, None, str(fault))
    except (ValueError, OverflowError):
        return None
