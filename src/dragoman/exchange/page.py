"""The brief as one self-contained page of HTML: the lines, and beside them the dispatches they stand on.

The page asks nothing of the network, works without its script by plain anchors, and holds its style
and script under a content policy that names their digests, so that no text can ever run.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Sequence
from hashlib import sha256
from importlib import resources
from string import Template

from dragoman.exchange.highlights import Span, as_text, marked
from dragoman.exchange.notes import note_facts
from dragoman.exchange.phrases import masthead, spoken_day
from dragoman.exchange.sections import Row, Section, called_by, numbered, sections
from dragoman.model import Brief, Dispatch, Entry

_ROWS = 12
_TONES = {
    "firm": {"supports", "satisfied", "answered", "decided"},
    "against": {"opposes", "violated", "rejected", "open"},
    "held": {"conditional", "expired", "unclear", "disputed", "denied", "cancelled"},
}
_LEGEND = (
    ("event", "event"),
    ("plan", "plan"),
    ("demand", "demand or proposal"),
    ("promise", "promise"),
    ("threat", "threat"),
    ("accusation", "accusation or denial"),
    ("statement", "statement or assessment"),
)


def brief_html(brief: Brief, dispatches: Sequence[Dispatch] | None = None, rows: int = _ROWS) -> str:
    """The page; `dispatches` are those to show beside the brief, those of the brief if not given.

    A section shows so many `rows` and folds the rest, 0 folds nothing. Claims that no line calls are
    marked in the dispatches too, numbered after the others.
    """
    parts = sections(brief)
    numbers = _all_numbers(brief, parts)
    shown = tuple(brief.dispatches if dispatches is None else dispatches)
    style, script = _page("brief.css"), _page("brief.js")
    return Template(_page("brief.html")).substitute(
        title=as_text(_title(brief)),
        extent=as_text(_extent(brief)),
        contents="".join(_content(part) for part in parts),
        sections="\n".join(_section(part, numbers, rows) for part in parts),
        words=_words(brief, numbers),
        legend="".join(f'<mark class="k-{kind}">{label}</mark>' for kind, label in _LEGEND),
        dispatches="\n".join(_dispatch(d, brief.entries, numbers) for d in shown),
        style=style,
        script=script,
        style_digest=_digest(style),
        script_digest=_digest(script),
    )


def _page(name: str) -> str:
    return (resources.files("dragoman") / "data" / "pages" / name).read_text(encoding="utf-8")


def _digest(text: str) -> str:
    """The digest of an inline style or script as a content policy names it (CSP level 2)."""
    return "sha256-" + b64encode(sha256(text.encode()).digest()).decode()


def _all_numbers(brief: Brief, parts: Sequence[Section]) -> dict[str, int]:
    """Footnote numbers: first those the lines call, then the other claims in the order of the text."""
    numbers = numbered(parts)
    for entry in brief.entries:
        numbers.setdefault(entry.claim.id, len(numbers) + 1)
    return numbers


def _title(brief: Brief) -> str:
    day = spoken_day(brief.as_of)
    return f"Brief of {day}" if day else "Brief, day not known"


def _extent(brief: Brief) -> str:
    count, claims = len(brief.dispatches), len(brief.entries)
    papers = "1 dispatch" if count == 1 else f"{count} dispatches"
    return f"{papers}, {'1 claim' if claims == 1 else f'{claims} claims'}"


def _content(part: Section) -> str:
    idle = "" if part.rows else ' class="none"'
    return f'<a href="#{part.key}"{idle}>{as_text(part.title)} <b>{len(part.rows)}</b></a> '


def _section(part: Section, numbers: dict[str, int], rows: int) -> str:
    shown = part.rows if rows <= 0 else part.rows[:rows]
    left = part.rows[len(shown) :]
    head = _head(part.key, part.title)
    if not part.rows:
        return f'{head}<p class="empty">{as_text(part.empty)}</p></section>'
    body = _list(shown, numbers, part.key, 0)
    if left:
        folded = _list(left, numbers, part.key, len(shown))
        body += f"<details><summary>{len(left)} more</summary>{folded}</details>"
    return f"{head}{body}</section>"


def _head(key: str, title: str) -> str:
    return f'<section id="{key}" aria-labelledby="{key}-title"><h2 id="{key}-title">{as_text(title)}</h2>'


def _list(rows: Sequence[Row], numbers: dict[str, int], key: str, first: int) -> str:
    """Rows as a list, with a heading and a new list wherever their group changes."""
    pieces: list[str] = []
    group: str | None = None
    for place, row in enumerate(rows, start=first + 1):
        if row.group != group:
            pieces.append("</ul>" if group is not None else "")
            pieces.append(f"<h3>{as_text(row.group)}</h3>" if row.group else "")
            pieces.append('<ul class="rows">')
            group = row.group
        pieces.append(_row(row, numbers, f"{key}-{place}"))
    return "".join(pieces) + "</ul>"


def _row(row: Row, numbers: dict[str, int], place: str) -> str:
    claims = " ".join(str(numbers[claim]) for claim in called_by(row) if claim in numbers)
    words = as_text(row.words)
    if row.claims and row.claims[0] in numbers:
        words = f'<a href="#w{numbers[row.claims[0]]}">{words}</a>'
    remarks = "".join(f"<li>{as_text(r.words)}{_calls(r.claims, numbers)}</li>" for r in row.remarks)
    return (
        f'<li class="row" id="{place}" data-claims="{claims}">'
        f'<div class="lead">{as_text(row.lead)}{_tag(row.tag)}</div>'
        f'<div><p class="told">{words}{_calls(row.claims, numbers)}</p>'
        + (f'<ul class="remarks">{remarks}</ul>' if remarks else "")
        + "</div></li>"
    )


def _tag(tag: str) -> str:
    if not tag:
        return ""
    tone = next((tone for tone, tags in _TONES.items() if tag in tags), "plain")
    return f' <span class="tag {tone}">{as_text(tag)}</span>'


def _calls(claims: Sequence[str], numbers: dict[str, int]) -> str:
    links = [f'<a href="#w{numbers[claim]}">{numbers[claim]}</a>' for claim in claims if claim in numbers]
    return f' <span class="refs">{" ".join(links)}</span>' if links else ""


def _words(brief: Brief, numbers: dict[str, int]) -> str:
    """The list of footnotes: the words of every claim, who says so, how sure, on what condition."""
    head = _head("words", "The words")
    entries = sorted(brief.entries, key=lambda entry: numbers[entry.claim.id])
    if not entries:
        return f'{head}<p class="empty">No words to show.</p></section>'
    notes = "".join(_note(entry, numbers[entry.claim.id]) for entry in entries)
    return f'{head}<ol class="notes">{notes}</ol></section>'


def _note(entry: Entry, number: int) -> str:
    facts = note_facts(entry)
    shown = " · ".join(as_text(fact) for fact in facts.said)
    who = f'<span class="facts who">{as_text(facts.who)}</span>' if facts.who else ""
    return (
        f'<li id="f{number}"><a class="no" href="#w{number}">{number}</a>'
        f"<q>{as_text(' '.join(entry.claim.evidence.text.split()))}</q>"
        f' <span class="facts">{shown}</span>{who}</li>'
    )


def _dispatch(dispatch: Dispatch, entries: Sequence[Entry], numbers: dict[str, int]) -> str:
    spans = [
        _span(entry, numbers[entry.claim.id]) for entry in entries if entry.claim.dispatch == dispatch.id
    ]
    return (
        f'<article class="dispatch"><h2>{as_text(masthead(dispatch))}</h2>'
        f'<p class="path">{as_text(dispatch.path)}</p>'
        f'<div class="text" dir="auto">{marked(dispatch.text, spans)}</div></article>'
    )


def _span(entry: Entry, number: int) -> Span:
    words = entry.claim.evidence
    return Span(words.start, words.end, number, entry.claim.kind, "\n".join(note_facts(entry).said))
