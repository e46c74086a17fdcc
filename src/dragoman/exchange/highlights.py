"""A dispatch's text with the words of its claims marked, for a page of HTML."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape


@dataclass(frozen=True, slots=True)
class Span:
    """The words of one claim to be marked: code points, footnote number, kind, and a line about it."""

    start: int
    end: int
    number: int
    kind: str
    title: str


def as_text(text: str) -> str:
    """Text that HTML shows as it is: no part of it can become markup, no carriage return is lost."""
    return escape(text, quote=True).replace("\r", "&#13;")


def marked(text: str, spans: Sequence[Span]) -> str:
    """The text with a `mark` around every span; without tags it is the text again.

    Spans that lie within others are nested. Where two cross, the later one is cut at the end of the
    earlier: its first piece carries the id `wNUMBER`, every piece `data-w`. An empty span is left out.
    """
    kept = [span for span in spans if 0 <= span.start < span.end <= len(text)]
    opening: dict[int, list[Span]] = {}
    for span in sorted(kept, key=lambda span: (span.start, -span.end, span.number)):
        opening.setdefault(span.start, []).append(span)
    cuts = sorted({place for span in kept for place in (span.start, span.end)})
    pieces: list[str] = []
    stack: list[Span] = []
    at = 0
    for cut in cuts:
        pieces.append(as_text(text[at:cut]))
        stack = _close(stack, cut, pieces)
        for span in opening.get(cut, ()):
            pieces.append(_open(span, begins=True))
            stack.append(span)
        at = cut
    pieces.append(as_text(text[at:]))
    return "".join(pieces)


def _close(stack: list[Span], cut: int, pieces: list[str]) -> list[Span]:
    """Close what ends at the cut, with whatever was opened inside it, and reopen what goes on."""
    lowest = next((i for i, span in enumerate(stack) if span.end == cut), None)
    if lowest is None:
        return stack
    called = False
    for span in reversed(stack[lowest:]):
        if span.end == cut:
            pieces.append(_call(span, follows=called))
            called = True
        pieces.append("</mark>")
    going_on = [span for span in stack[lowest:] if span.end > cut]
    pieces += [_open(span, begins=False) for span in going_on]
    return stack[:lowest] + going_on


def _open(span: Span, *, begins: bool) -> str:
    place = f' id="w{span.number}"' if begins else ""
    kind = as_text(span.kind)
    return f'<mark{place} class="k-{kind}" data-w="{span.number}" title="{as_text(span.title)}">'


def _call(span: Span, *, follows: bool) -> str:
    """The footnote call after a span; its number is drawn by the style, so the text stays as it is."""
    sort = "call next" if follows else "call"
    return (
        f'<a class="{sort}" href="#f{span.number}" data-n="{span.number}" '
        f'aria-label="note {span.number}: {as_text(span.kind)}"></a>'
    )
