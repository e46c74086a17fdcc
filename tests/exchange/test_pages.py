"""The brief on the terminal, in Markdown and HTML: snapshots, and what holds for every text.

To write the snapshots anew after a wanted change, run the tests with DRAGOMAN_SNAPSHOTS=write and
read the difference.
"""

from __future__ import annotations

import io
import os
import re
from dataclasses import replace
from html import unescape
from html.parser import HTMLParser
from importlib import resources
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console

from dragoman.exchange import brief_html, brief_markdown, brief_terminal
from dragoman.exchange.highlights import Span, marked
from dragoman.model import Brief
from dragoman.views import brief
from tests.views.crisis import DISPATCHES, ENTRIES, FIRST, LINKS, entry, lookup

_SNAPSHOTS = Path(__file__).parent / "snapshots"


@pytest.fixture(scope="module")
def told() -> Brief:
    return brief(ENTRIES, DISPATCHES, None, LINKS, lookup)


def printed(told: Brief, rows: int = 12) -> str:
    out = io.StringIO()
    brief_terminal(told, Console(file=out, width=80), rows)
    return out.getvalue()


def agrees(name: str, text: str) -> bool:
    page = _SNAPSHOTS / name
    if os.environ.get("DRAGOMAN_SNAPSHOTS") == "write":
        page.parent.mkdir(exist_ok=True)
        page.write_text(text, encoding="utf-8")
    return page.read_text(encoding="utf-8") == text


def test_snapshots(told: Brief) -> None:
    assert agrees("brief.txt", printed(told))
    assert agrees("brief.md", brief_markdown(told))
    assert agrees("brief.html", brief_html(told))


def test_the_terminal_keeps_to_80_columns_and_has_every_section(told: Brief) -> None:
    text = printed(told)
    assert max(map(len, text.splitlines())) <= 80
    assert "Nobody accused." in text
    assert (
        text.index("Agenda") < text.index("What happened") < text.index("Outlook") < text.index("The words")
    )


def test_the_terminal_says_how_many_lines_it_left_out(told: Brief) -> None:
    assert "more, shown with --all" in printed(told, rows=1)
    assert "shown with --all" not in printed(told, rows=0)


def test_terminal_markup_in_a_dispatch_is_only_text() -> None:
    words = "[bold]Hask[/bold] [link=x]agreed[/"
    home = replace(FIRST, text=words)
    assert words in printed(brief((entry("m", home, words, "event", "AGREE"),), (home,)))


def test_every_footnote_called_in_markdown_is_given(told: Brief) -> None:
    page = brief_markdown(told)
    given_notes = re.findall(r"^\[\^(\d+)\]:", page, re.MULTILINE)
    assert set(re.findall(r"\[\^(\d+)\](?!:)", page)) == set(given_notes)
    assert len(given_notes) == len(set(given_notes))
    assert r"\<script\>" not in page.split("[^1]:")[0]


class Page(HTMLParser):
    """The parts of a page that matter here: texts of dispatches, ids, links, addresses, scripts, balance."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.scripts = 0
        self.open: list[str] = []
        self.texts: list[str] = []
        self._inside = False
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what a tag brings, and that nothing in it can run."""
        given_attrs = dict(attrs)
        self.ids += [given_attrs["id"]] if given_attrs.get("id") else []  # type: ignore[list-item]
        self.links += [value or "" for name, value in attrs if name in ("href", "src", "action")]
        self.scripts += tag == "script"
        assert not any(name.startswith("on") or name == "style" for name, _ in attrs)
        if tag not in ("meta", "br"):
            self.open.append(tag)
        if given_attrs.get("class") == "text":
            self._inside = True
            self.texts.append("")

    def handle_endtag(self, tag: str) -> None:
        """Every tag closes the last that was opened."""
        assert self.open.pop() == tag
        self._inside = self._inside and tag != "div"

    def handle_data(self, data: str) -> None:
        """Text of a dispatch."""
        if self._inside:
            self.texts[-1] += data


def test_the_page_is_whole_asks_for_nothing_and_every_link_has_its_end(told: Brief) -> None:
    page = Page(brief_html(told))
    assert page.open == []
    assert page.scripts == 1
    assert len(page.ids) == len(set(page.ids))
    assert page.links
    assert all(link.startswith("#") and link[1:] in page.ids for link in page.links)


def test_the_page_holds_each_dispatch_and_each_claim_word_for_word(told: Brief) -> None:
    source = brief_html(told)
    assert Page(source).texts == [dispatch.text for dispatch in told.dispatches]
    for told_entry in told.entries:
        assert told_entry.claim.evidence.text in unescape(re.sub(r"<[^>]*>", "", source))
    assert "<script>alert" not in source


def test_style_asks_nothing_of_the_network() -> None:
    pages = resources.files("dragoman") / "data" / "pages"
    for name in ("brief.css", "brief.js", "brief.html"):
        text = (pages / name).read_text(encoding="utf-8")
        assert not re.search(r"https?:|//[a-z]|@import|url\(|fetch\(|XMLHttp", text)


_TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=40)
_HARD = st.sampled_from(["<script>", "</mark>", "&amp;", '"', "'", "\r\n", "—", "שלום", "🕊", "<!--", "]]>"])


@given(
    st.lists(_TEXT | _HARD, max_size=6).map("".join),
    st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60))),
)
def test_marks_nest_and_leave_the_text_as_it_was(text: str, places: list[tuple[int, int]]) -> None:
    spans = [Span(a, b, n, "event", '"><b>') for n, (a, b) in enumerate(places, start=1)]
    page = Page(f'<div class="text">{marked(text, spans)}</div>')
    assert page.open == []
    assert "".join(page.texts) == text
    kept = [f"w{span.number}" for span in spans if span.start < span.end <= len(text)]
    assert sorted(page.ids) == sorted(kept)


def test_crossing_marks_are_cut_and_together_cover_their_words() -> None:
    html = marked("abcdef", [Span(0, 4, 1, "event", ""), Span(2, 6, 2, "plan", "")])
    pieces = re.sub(r'<a [^>]*></a>| title="[^"]*"', "", html)
    assert pieces == (
        '<mark id="w1" class="k-event" data-w="1">ab<mark id="w2" class="k-plan" data-w="2">cd</mark></mark>'
        '<mark class="k-plan" data-w="2">ef</mark>'
    )


def _luminance(colour: str) -> float:
    """Relative luminance, WCAG 2.2."""
    if len(colour) == 4:
        colour = "#" + "".join(2 * digit for digit in colour[1:])
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(one: str, other: str) -> float:
    high, low = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def test_contrast_is_wcag_aa_in_light_and_dark() -> None:
    style = (resources.files("dragoman") / "data" / "pages" / "brief.css").read_text(encoding="utf-8")
    light, dark = re.findall(r":root \{(.*?)\}", style, re.DOTALL)[:2]
    for scheme in (light, dark):
        colour = dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{3,6})", scheme))
        grounds = ["paper", "sheet", "act", "plan", "want", "pledge", "threat", "blame", "word"]
        for ground in grounds:
            for ink in ("ink", "link", "muted")[: 3 if ground in ("paper", "sheet") else 2]:
                assert _contrast(colour[ink], colour[ground]) >= 4.5, (ink, ground)
        for tag in ("pledge-edge", "threat-edge", "want-edge"):
            assert _contrast(colour[tag], colour["paper"]) >= 4.5, tag
            assert _contrast(colour[tag], colour["sheet"]) >= 4.5, tag
        assert _contrast(colour["lit-ink"], colour["lit"]) >= 4.5
