"""The brief in a terminal: readable in 80 columns, each line with footnotes to its words."""

from __future__ import annotations

from rich.console import Console
from rich.padding import Padding
from rich.rule import Rule
from rich.text import Text

from dragoman.exchange.phrases import masthead, source_chain, spoken_day
from dragoman.exchange.printable import printable
from dragoman.exchange.sections import Row, Section, numbered, sections
from dragoman.model import Brief, Entry
from dragoman.views.gist import clipped

_INDENT = 3
ROWS = 12


def brief_terminal(brief: Brief, console: Console, rows: int = ROWS) -> None:
    """Print the brief section by section; `rows` is the most per section, 0 for all.

    Footnotes give the words of every claim called, its source chain and its place.
    """
    parts = _shortened(sections(brief), rows)
    numbers = numbered([part for part, _ in parts])
    console.print(_title(brief))
    for part, left in parts:
        _print_section(part, left, numbers, console)
    _print_footnotes(brief, numbers, console)


def _shortened(parts: tuple[Section, ...], rows: int) -> list[tuple[Section, int]]:
    """Each section cut to so many rows, and how many were left out."""
    if rows <= 0:
        return [(part, 0) for part in parts]
    return [
        (Section(part.key, part.title, part.empty, part.rows[:rows]), max(0, len(part.rows) - rows))
        for part in parts
    ]


def _title(brief: Brief) -> Text:
    day = spoken_day(brief.as_of)
    title = Text(f"Brief of {day}" if day else "Brief, day not known", style="bold")
    count = len(brief.dispatches)
    return title.append(f"   {count} {'dispatch' if count == 1 else 'dispatches'}", style="dim")


def _print_section(part: Section, left: int, numbers: dict[str, int], console: Console) -> None:
    console.print()
    console.print(Rule(Text(part.title, style="bold"), align="left", style="dim"))
    group = ""
    for row in part.rows:
        if row.group != group:
            group = row.group
            console.print(Text(group, style="italic"))
        console.print(_lead(row))
        console.print(Padding(_body(row, numbers), (0, 0, 0, _INDENT), expand=False))
    if not part.rows:
        console.print(Text(part.empty, style="dim"))
    if left:
        console.print(Text(f"and {left} more, shown with --all", style="dim"))


def _lead(row: Row) -> Text:
    lead = Text(printable(row.lead), style="bold cyan")
    return lead.append(f"  {printable(row.tag)}", style="not bold magenta") if row.tag else lead


def _body(row: Row, numbers: dict[str, int]) -> Text:
    body = Text(printable(row.words))
    body.append(_marks(row.claims, numbers), style="green")
    for remark in row.remarks:
        body.append("\n" + printable(remark.words), style="dim")
        body.append(_marks(remark.claims, numbers), style="green")
    return body


def _marks(claims: tuple[str, ...], numbers: dict[str, int]) -> str:
    marks = "".join(f"[{numbers[claim]}]" for claim in claims)
    return f" {marks}" if marks else ""


def _print_footnotes(brief: Brief, numbers: dict[str, int], console: Console) -> None:
    entries = {entry.claim.id: entry for entry in brief.entries}
    homes = {dispatch.id: dispatch for dispatch in brief.dispatches}
    alone = len(homes) == 1
    console.print()
    console.print(Rule(Text("The words", style="bold"), align="left", style="dim"))
    for dispatch in brief.dispatches:
        called = masthead(dispatch)
        place = called if dispatch.path in called else f"{called}: {dispatch.path}"
        console.print(Text(printable(place), style="dim"))
    for claim, number in numbers.items():
        entry = entries.get(claim)
        if entry is not None:
            home = homes[entry.claim.dispatch]
            console.print(_footnote(entry, number, "" if alone else f"{home.path} "))
    if not numbers:
        console.print(Text("No words to show.", style="dim"))


def _footnote(entry: Entry, number: int, path: str) -> Text:
    words = entry.claim.evidence
    note = Text(f"[{number}] ", style="green")
    note.append(f"“{printable(clipped(words.text, 160))}”", style="default")
    behind = printable(f" {source_chain(entry)}; {path}{words.start}–{words.end}")
    return note.append(behind, style="dim")
