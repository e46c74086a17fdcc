"""Reading dispatches: one from a string, or a dossier of files that date each other."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from dragoman.dispatches import deictics, evidence
from dragoman.dispatches.dateline import Dateline, find_dateline
from dragoman.dispatches.decoding import decode
from dragoman.dispatches.evidence import Evidence
from dragoman.dispatches.files import find_files, printed, read_bytes
from dragoman.dispatches.header import Header, read_header
from dragoman.dispatches.narrative import of_told_days
from dragoman.dispatches.notes import SourceNote, date_notes, find_notes
from dragoman.dispatches.outlets import words_of
from dragoman.dispatches.publication import conclude
from dragoman.dispatches.publication import possible_days as days_left
from dragoman.dispatches.sisters import Issue, issue_of, of_company, of_sisters
from dragoman.errors import DispatchError
from dragoman.model import Days, Dispatch

_CLOSING_LINES = 5


@dataclass(frozen=True, slots=True)
class Dossier:
    """Dispatches read together, in the order given, and the files that were refused, with reasons."""

    dispatches: tuple[Dispatch, ...]
    refused: tuple[DispatchError, ...]


@dataclass(frozen=True, slots=True)
class _Parts:
    """The furniture of a text."""

    header: Header
    dateline: Dateline | None
    body: tuple[int, int]
    notes: tuple[SourceNote, ...]
    outlet: str | None


def read_dispatches(paths: Iterable[Path], published: date | None = None) -> Dossier:
    """Give the dispatches that files and folders hold, read together, and what was refused.

    `published` is the day of all of them, if the user knows it. Issues of one outlet inform each
    other's days through volume and issue numbers. A file that cannot be read never stops the rest.
    """
    files, refused = find_files(Path(path) for path in paths)
    drafts: list[Dispatch] = []
    for file in files:
        try:
            text = decode(read_bytes(file), printed(file))
            drafts.append(dispatch_of(text, printed(file), published))
        except DispatchError as error:
            refused.append(error)
    return Dossier(_date_together(_once(drafts), published), tuple(refused))


def _once(drafts: list[Dispatch]) -> list[Dispatch]:
    """Give each text once: of two files that hold the same, the one of the earlier day, which says so."""
    kept: dict[str, Dispatch] = {}
    for draft in sorted(drafts, key=lambda d: (d.published.latest or date.max, d.path)):
        first = kept.setdefault(draft.id, draft)
        if first is not draft:
            basis = f"{first.published.basis}; the same text stands in {draft.path}"
            kept[draft.id] = replace(first, published=replace(first.published, basis=basis))
    return [kept.pop(draft.id) for draft in drafts if draft.id in kept]


def dispatch_of(text: str, path: str = "", published: date | None = None) -> Dispatch:
    """Give the dispatch that a text is, with what its furniture tells; the text stays as it is.

    Raises DispatchError for a text with lone surrogates, which no file can hold.
    """
    parts = _take_apart(text)
    days = conclude(text, _gather(text, path, parts, published))
    return Dispatch(
        id=_content_id(text, path),
        path=path,
        text=text,
        outlet=parts.outlet,
        published=days,
        dateline=parts.dateline.anchor if parts.dateline else None,
        body=parts.body,
        notes=date_notes(parts.notes, days),
    )


def redate(dispatch: Dispatch, published: Days) -> Dispatch:
    """Give the dispatch with another publication day, the days of its notes resolved anew."""
    notes = date_notes(find_notes(dispatch.text, dispatch.body), published)
    return replace(dispatch, published=published, notes=notes)


def redate_with(dispatch: Dispatch, told: Sequence[Evidence]) -> Dispatch:
    """Give the dispatch dated by its own evidence and more that somebody brings."""
    own = _gather(dispatch.text, dispatch.path, _take_apart(dispatch.text), None)
    if not told:
        return dispatch
    return redate(dispatch, conclude(dispatch.text, [*own, *told]))


def possible_days(dispatch: Dispatch, told: Sequence[Evidence] = ()) -> tuple[date, ...]:
    """Give every day on which the dispatch may have been published, by its own evidence and more, in order.

    For "June 11 of an unknown year" that is June 11 of each year from 1800 to 2049; empty where
    nothing is known. Whoever can tell the year picks from these and calls `redate`.
    """
    parts = _take_apart(dispatch.text)
    own = _gather(dispatch.text, dispatch.path, parts, None)
    return tuple(sorted(days_left(dispatch.text, [*own, *told])))


def _take_apart(text: str) -> _Parts:
    header = read_header(text)
    dateline = find_dateline(text, header.end)
    start = dateline.prose if dateline else header.end
    body = (start, max(start, _end_of_prose(text, start)))
    return _Parts(header, dateline, body, find_notes(text, body), _outlet(header, dateline))


def _end_of_prose(text: str, start: int) -> int:
    """Give the end of the words, without closing marks such as NNNN or -30- on lines of their own."""
    end = _trim(text, start, len(text))
    for _ in range(_CLOSING_LINES):
        line = max(text.rfind("\n", start, end), text.rfind("\r", start, end)) + 1
        if line <= start or text[line:end].strip(" \t()[]*").lower() not in words_of("end"):
            return end
        end = _trim(text, start, line)
    return end


def _trim(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1].isspace():
        end -= 1
    return end


def _outlet(header: Header, dateline: Dateline | None) -> str | None:
    named = header.first("outlet", "agency", "masthead", "origin")
    if named and named.text:
        return re.sub(r"\s*<[^<>]*>$", "", named.text).strip("\"' ") or None
    return dateline.agency if dateline else None


def _gather(text: str, path: str, parts: _Parts, published: date | None) -> list[Evidence]:
    """Give all evidence of the publication day, strongest first."""
    given = [evidence.of_argument(published)] if published else []
    found = [
        *given,
        *evidence.of_file_name(path),
        *evidence.of_header(parts.header),
        *evidence.of_dateline(parts.dateline),
        *deictics.of_apposition(text, parts.body),
        *deictics.of_notes(text, parts.notes),
        *evidence.of_years(text, path, parts.header),
    ]
    days = [name.day for note in parts.notes for name in note.names if name.day]
    if parts.dateline and parts.dateline.day:
        found += evidence.of_nearness(parts.dateline.day, "the dateline")
    for day in days[-3:]:
        found += evidence.of_nearness(day, "a source note")
        found += evidence.of_faulty(day, "a source note")
    return [*found, *of_told_days(text, parts.body, parts.notes)]


def _date_together(drafts: list[Dispatch], published: date | None) -> tuple[Dispatch, ...]:
    """Date the dispatches whose own evidence leaves the day open by the others of the dossier."""
    known = [day for draft in drafts if (day := _decided(draft))]
    if published or not known:
        return tuple(drafts)
    issues = [issue_of(draft.outlet, read_header(draft.text), _decided(draft)) for draft in drafts]
    return tuple(
        draft if _decided(draft) else _date_by_others(draft, issue, issues, known)
        for draft, issue in zip(drafts, issues, strict=True)
    )


def _date_by_others(
    draft: Dispatch, issue: Issue | None, issues: list[Issue | None], known: list[date]
) -> Dispatch:
    told = of_sisters(issue, [other for other in issues if other])
    if not told and not draft.published.known:
        told = of_company(known)
    if not told:
        return draft
    return redate_with(draft, told)


def _decided(dispatch: Dispatch) -> date | None:
    days = dispatch.published
    return days.earliest if days.earliest == days.latest else None


def _content_id(text: str, path: str) -> str:
    try:
        return hashlib.sha256(text.encode("utf-8")).hexdigest()[:16]
    except UnicodeEncodeError as error:
        fault = "the text holds a lone surrogate, which is no character"
        mend = "Decode the text with errors='replace'"
        raise DispatchError(fault, place=path, at=f"offset {error.start}", mend=mend) from None
