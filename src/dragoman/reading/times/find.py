"""The times in a text, each with its days: the grammar run over the text against a day of publication."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from functools import cache

from dragoman.model import Anchor, Days, Sentence, Time
from dragoman.reading.times import words
from dragoman.reading.times.clocks import CLOCKS, DOUBLED
from dragoman.reading.times.counted import ORDINALS
from dragoman.reading.times.dates import DATES
from dragoman.reading.times.edges import EDGES, INNER
from dragoman.reading.times.grammar import Frame, letters_of
from dragoman.reading.times.numbers import AMOUNTS, LENGTHS, NUMBERS
from dragoman.reading.times.periods import PERIODS
from dragoman.reading.times.ranges import PREPOSITIONS, RANGES
from dragoman.reading.times.relations import RELATIVE
from dragoman.reading.times.sets import SETS
from dragoman.reading.times.signs import Sign, line_of
from dragoman.reading.times.tense import tense_in_text, tense_in_tree

Tense = Callable[[int], str]

_STAGES = (
    NUMBERS,
    AMOUNTS,
    LENGTHS,
    SETS,
    PERIODS,
    DATES,
    EDGES,
    ORDINALS,
    EDGES,
    CLOCKS,
    DOUBLED,
    RELATIVE,
    INNER,
    RANGES,
    PREPOSITIONS,
)
_FIGURES = re.compile(
    r"\d{4}|\d(?:st|nd|rd|th)\b|\d\s?[-./:]\s?\d|['’]\d\d\b|\b[QH][1-4]\b|\d0['’]?s\b|wo thousands\b"
)
_WORD = re.compile(r"[a-z]+")
_LONGEST = 92
"""The longest stretch of days, both ends included, that a day of publication may be uncertain by."""


@cache
def _triggers() -> frozenset[str]:
    """Words without which, and without figures, a text holds no time."""
    kinds = {
        "MONTH", "WEEKDAY", "WEEKDAYS", "SEASON", "DECADE", "UNIT", "QUARTER", "WEEKEND", "DEICTIC",
        "TONIGHT", "OVERNIGHT", "DAYPART", "NOW", "FREQ", "EVE", "PRESENT", "RECENTLY", "SOON",
        "TIME", "MOMENT", "DECADEWORD", "HUNDRED", "THOUSAND", "HALF", "TEEN", "DATEWORD",
    }  # fmt: skip
    found = {word for word, (kind, _) in words.signs().items() if kind in kinds}
    for phrase in (*words.holidays(), *words.names()):
        found.update(_WORD.findall(phrase)[:1])
    return frozenset(found - {"st"} | {"present"})


def may_hold_time(text: str) -> bool:
    """Whether a text holds a word or figure of time at all: a quick look before the grammar runs."""
    return not _triggers().isdisjoint(_WORD.findall(text.lower())) or _FIGURES.search(text) is not None


def find_times_in(
    text: str, offset: int, published: Days, tense: Tense | None = None, earlier: Sequence[Time] = ()
) -> tuple[Time, ...]:
    """The times in plain text, with their offsets moved by `offset`.

    `tense` gives "past", "future" or "" for an offset into the dispatch; where None, the words of
    the text around it tell. Days that hang on an unknown day of publication stay unknown.
    """
    if not may_hold_time(text):
        return ()
    line = line_of(text)
    by_text = tense_in_text(text)
    inner: Tense = (lambda at: tense(at + offset)) if tense is not None else by_text
    anchor = _last_known(earlier)
    told = tuple(
        (time.anchor.text, time.days.earliest, time.days.latest)
        for time in earlier
        if time.days.earliest and time.days.latest
    )
    runs = [list(_read(text, offset, line, Frame(day, inner, anchor, told))) for day in _days_of(published)]
    return tuple(runs[0] if len(runs) == 1 else _merged(runs[0], runs[1]))


def find_times(sentence: Sentence, published: Days, earlier: Sequence[Time] = ()) -> tuple[Time, ...]:
    """The times in a read sentence: the tense of a verb decides by the tree.

    `earlier` are the times of the sentences before, to which "the following day" goes back.
    """
    text = sentence.anchor.text
    if not may_hold_time(text):
        return ()
    tense = tense_in_tree(sentence) if sentence.tokens else None
    return find_times_in(text, sentence.anchor.start, published, tense, earlier)


def _days_of(published: Days) -> list[date | None]:
    first, last = published.earliest, published.latest
    if first is None or last is None or (last - first) > timedelta(days=_LONGEST):
        return [None]
    return [first] if first == last else [first, last]


def _last_known(earlier: Sequence[Time]) -> tuple[date, date] | None:
    for time in reversed(earlier):
        if time.type in ("DATE", "TIME") and time.days.earliest and time.days.latest:
            return time.days.earliest, time.days.latest
    return None


def _read(text: str, offset: int, line: list[Sign], frame: Frame) -> Iterator[Time]:
    letters = letters_of(line)
    for stage in _STAGES:
        new = stage.read(line, letters, frame)
        if new is not line:
            line, letters = new, letters_of(new)
    for place, sign in enumerate(line):
        found = _time(
            sign, line[place - 1] if place else None, line[place + 1] if place + 1 < len(line) else None
        )
        if found is not None:
            type_, earliest, latest, basis = found
            anchor = Anchor(sign.start + offset, sign.end + offset, text[sign.start : sign.end])
            yield Time(anchor, type_, Days(earliest, latest, text[sign.first : sign.end], basis))


_Found = tuple[str, date | None, date | None, str]
_LENGTH_CUES = ("FOR", "WITHIN", "OVER", "AROUND", "LESS", "IN")


def _time(sign: Sign, before: Sign | None, after: Sign | None) -> _Found | None:
    if sign.kind == "SPAN" and sign.span is not None:
        return sign.span.type, sign.span.earliest, sign.span.latest, sign.span.basis
    if sign.kind == "SET":
        return "SET", None, None, "how often, not when"
    if sign.kind == "CLOCK":
        return "TIME", None, None, "an hour, its day not told"
    if sign.kind == "AMOUNT" and _is_length(sign, before, after):
        return "DURATION", None, None, "a length of time, its days not told"
    if (
        sign.kind == "DAYPART"
        and before is not None
        and before.kind in ("AT", "BEFORE", "AFTER", "BY", "TILL")
    ):
        return "TIME", None, None, "a part of the day, its day not told"
    return None


def _is_length(sign: Sign, before: Sign | None, after: Sign | None) -> bool:
    """Whether a length is one: "a day" only after a preposition, no quarter of a thing."""
    if any(unit == "quarter" for _, unit in sign.amount) and after is not None and after.kind == "OF":
        return False
    return sign.word != "article" or (before is not None and before.kind in _LENGTH_CUES)


def _merged(one: list[Time], two: list[Time]) -> list[Time]:
    """The readings of both ends of an uncertain day of publication, as one interval each."""
    other = {(time.anchor.start, time.anchor.end): time for time in two}
    out = []
    for time in one:
        match = other.get((time.anchor.start, time.anchor.end))
        if match is not None:
            out.append(Time(time.anchor, time.type, _spanned(time.days, match.days)))
    return out


def _spanned(one: Days, two: Days) -> Days:
    first = min(one.earliest, two.earliest) if one.earliest and two.earliest else None
    last = max(one.latest, two.latest) if one.latest and two.latest else None
    basis = one.basis if one == two else one.basis + "; the day of publication is uncertain"
    return Days(first, last, one.words, basis)
