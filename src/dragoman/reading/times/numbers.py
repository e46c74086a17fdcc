"""Numbers in words, ordinals, years in words and lengths of time: "twenty-first", "two and a half years"."""

from __future__ import annotations

from dragoman.reading.times.grammar import Match, Stage
from dragoman.reading.times.signs import Sign

VAGUE = -1.0
"""The count of "several", "a few": a number that is not told."""


def _sum(match: Match) -> float:
    total = 0.0
    for sign in match.signs:
        if sign.kind in ("HUNDRED", "THOUSAND"):
            total = max(total, 1) * sign.number
        elif sign.kind in ("DIGIT", "TEEN", "TENS", "CARD", "ORDDIGIT", "ORDW"):
            total += sign.number
    return total


def _cardinal(match: Match) -> Sign:
    return match.sign("CARD", number=_sum(match))


def _ordinal(match: Match) -> Sign:
    return match.sign("ORD", number=_sum(match), word="words")


def _two_parts(match: Match) -> Sign | None:
    """Nineteen ninety-six, nineteen hundred (and) ninety three, nineteen zero one."""
    century = match.signs[0].number
    rest = sum(sign.number for sign in match.signs[1:] if sign.kind not in ("HUNDRED", "AND", "DASH"))
    if match.signs[0].kind == "TENS" and century != 20:
        return None
    year = century * 100 + rest
    return match.sign("YEAR", number=year) if 1400 <= year < 2200 else None


def _millennium(match: Match) -> Sign | None:
    year = 2000 + sum(s.number for s in match.signs[2:] if s.kind in ("DIGIT", "TEEN", "TENS"))
    return match.sign("YEAR", number=year) if match.signs[0].number == 2 else None


def _decade(match: Match) -> Sign | None:
    """Nineteen-eighties, twenty-tens, the two thousands."""
    first, last = match.need("TEEN", "TENS", "DIGIT"), match.signs[-1]
    if first.kind == "DIGIT":
        return match.sign("DECADE", number=2000 + last.number) if first.number == 2 else None
    if first.kind == "TENS" and first.number != 20:
        return None
    return match.sign("DECADE", number=first.number * 100 + last.number % 100)


def _vague(match: Match) -> Sign:
    return match.sign("CARD", number=VAGUE)


def _couple(match: Match) -> Sign:
    return match.sign("CARD", number=2)


NUMBERS = Stage(
    [
        ("(?:TEEN|TENS) DASH? (?:DECADE|DECADEWORD)|DIGIT THOUSAND AND? DECADEWORD", _decade),
        ("THE DIGIT THOUSANDS(?! OF)", _decade),
        ("TEEN HUNDRED AND? (?:TENS DASH? DIGIT|TENS|TEEN|DIGIT)", _two_parts),
        ("TEEN (?:TENS DASH? DIGIT|TENS|TEEN)", _two_parts),
        ("TENS (?:TENS DASH? DIGIT|TEEN)", _two_parts),
        ("DIGIT THOUSAND AND? (?:TENS DASH? DIGIT|TENS|TEEN|DIGIT)", _millennium),
        ("DIGIT THOUSAND", _millennium),
        ("TENS DASH? (?:ORDDIGIT)", _ordinal),
        ("ORDDIGIT|ORDW", _ordinal),
        ("(?:DIGIT|TEEN) HUNDRED (?:AND? (?:TENS DASH? DIGIT|TENS|TEEN|DIGIT))?", _cardinal),
        ("TENS (?:DASH|AND)? DIGIT", _cardinal),
        ("DIGIT|TEEN|TENS", _cardinal),
        ("A? COUPLE OF?", _couple),
        ("A? VAGUE", _vague),
    ]
)


def _length(match: Match) -> Sign | None:
    unit = match.need("UNIT", "QUARTER", "WEEKEND").word
    counts = [s for s in match.signs if s.kind in ("INT", "NUM", "CARD", "YEAR", "BIG")]
    if any(s.kind == "BIG" and not s.word.replace(".", "").isdigit() for s in counts):
        return None
    count = counts[-1].number if counts else 0.0 if match.signs[0].kind == "HALF" else 1.0
    if counts and counts[-1].kind == "BIG":
        count = float(counts[-1].word) if counts[-1].word.count(".") < 2 else 0.0
    if match.has("HALF") and count != VAGUE:
        count += 0.5
    return match.sign("AMOUNT", amount=((count, unit),), word="article" if not counts else "")


def _working(match: Match) -> Sign | None:
    return (
        _length(match)
        if match.need("BUSINESS").word not in ("business", "working", "trading")
        else match.sign("AMOUNT", amount=((match.need("INT", "NUM", "CARD").number, "working day"),))
    )


def _joined(match: Match) -> Sign:
    parts = tuple(part for sign in match.signs for part in sign.amount)
    return match.sign("AMOUNT", amount=parts)


def _either(match: Match) -> Sign | None:
    """Two to three weeks: the longer one."""
    return match.sign("AMOUNT", amount=match.signs[-1].amount)


_UNIT = "(?:UNIT|QUARTER|WEEKEND)"
AMOUNTS = Stage(
    [
        (f"(?:cardinal|BIG) AND A HALF {_UNIT}", _length),
        (f"(?:cardinal|BIG) BUSINESS {_UNIT}", _working),
        (f"(?:cardinal|BIG) DASH? {_UNIT}", _length),
        (f"HALF DASH? A {_UNIT}", _length),
        ("A (?:UNIT|QUARTER|WEEKEND)(?! DASH)", _length),
        (f"A HALF DASH? {_UNIT}", _length),
    ]
)
LENGTHS = Stage(
    [
        ("AMOUNT (?:COMMA? AND? AMOUNT)+", _joined),
        ("cardinal (?:TO|OR|DASH) AMOUNT", _either),
    ]
)
