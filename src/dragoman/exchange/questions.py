"""Mentions that somebody has marked, one JSON object a line, and the same lines with who is meant."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from dragoman.errors import TableError
from dragoman.exchange.claims import Record, resolution_record
from dragoman.model import Question, Resolution

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_FORM = '{"sentence": ..., "start": ..., "end": ..., "text": ..., "day": "1998-06-11"}'


@dataclass(frozen=True, slots=True)
class QuestionLine:
    """A line as it was read: its fields, and the question they ask or the fault for which there is none."""

    fields: Record
    question: Question | TableError


def questions_in(path: Path) -> Iterator[QuestionLine]:
    """The lines of a file of marked mentions in their order, faulty ones among them; empty ones are left out.

    Raises TableError where the file cannot be read.
    """
    try:
        with path.open("rb") as lines:
            for number, line in enumerate(lines, 1):
                if line.strip(b"\xef\xbb\xbf \t\r\n"):
                    yield _line(line, str(path), f"line {number}")
    except OSError as problem:
        fault = f"the file cannot be read ({problem.strerror})"
        raise TableError(fault, place=str(path), mend="Give a file of one JSON object a line") from None


def answer_line(line: QuestionLine, found: Sequence[Resolution]) -> str:
    """The line with who is meant, as JSON with its line end; without a candidate the new fields are null.

    Of several parties named together the first is told, and `why` says so.
    """
    best = found[0] if found else Resolution(why=_fault(line))
    return json.dumps({**line.fields, **resolution_record(best)}, ensure_ascii=False) + "\n"


def _fault(line: QuestionLine) -> str:
    return line.question.fault if isinstance(line.question, TableError) else ""


def _line(raw: bytes, place: str, at: str) -> QuestionLine:
    """A line's fields and question; one that is no JSON object keeps its text in the field `line`."""
    line = raw.decode("utf-8-sig", errors="replace").rstrip("\r\n")
    try:
        fields = _fields(raw)
    except TableError as error:
        told = TableError(error.fault, place=place, at=at, mend=error.mend)
        return QuestionLine({"line": line}, told)
    try:
        return QuestionLine(fields, _question(fields))
    except TableError as error:
        return QuestionLine(fields, TableError(error.fault, place=place, at=at, mend=error.mend))


def _fields(raw: bytes) -> Record:
    """The JSON object of a line; TableError where it is none, or holds what JSON cannot give back."""
    try:
        fields = json.loads(raw.decode("utf-8-sig"), parse_constant=_no_number)
        json.dumps(fields, ensure_ascii=False).encode()
    except UnicodeDecodeError as problem:
        raise TableError(f"byte {problem.start} of the line is not UTF-8", mend="Save it as UTF-8") from None
    except UnicodeEncodeError:
        raise TableError(
            "a lone surrogate, which is no character", mend="Write the character whole"
        ) from None
    except json.JSONDecodeError as problem:
        fault = f"this is no JSON ({problem.msg}, column {problem.colno})"
        raise TableError(fault, mend=f"Write {_FORM}") from None
    except (ValueError, RecursionError) as problem:
        raise TableError(f"this is no JSON ({str(problem)[:80]})", mend=f"Write {_FORM}") from None
    if not isinstance(fields, dict):
        raise TableError("this is no JSON object", mend=f"Write {_FORM}")
    return fields


def _no_number(word: str) -> object:
    raise ValueError(f"{word} is no number of JSON")


def _question(fields: Record) -> Question:
    """The question a line's fields ask. Raises TableError without a place."""
    sentence, start, end = (fields.get(name) for name in ("sentence", "start", "end"))
    if not isinstance(sentence, str):
        raise TableError("no sentence", mend=f"Write {_FORM}")
    if not _is_number(start) or not _is_number(end):
        raise TableError("start and end are not both whole numbers", mend=f"Write {_FORM}")
    assert isinstance(start, int)
    assert isinstance(end, int)
    if not 0 <= start < end <= len(sentence):
        fault = f"{start} to {end} is no stretch of a sentence of {len(sentence)} characters"
        raise TableError(fault, mend="Count characters from 0, the end not included")
    words = fields.get("text", sentence[start:end])
    if words != sentence[start:end]:
        fault = f"text is {words!r}, but {start} to {end} is {sentence[start:end]!r}"
        raise TableError(fault, mend="Count characters (code points) from 0, the end not included")
    return Question(sentence, start, end, _day(fields.get("day")))


def _is_number(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _day(value: object) -> date | None:
    if value is None:
        return None
    try:
        return date.fromisoformat(value if isinstance(value, str) and _DAY.fullmatch(value) else "")
    except ValueError:
        mend = "Write it as year-month-day, such as 1998-06-11, or null"
        raise TableError(f"{value!r} is not a day", mend=mend) from None
