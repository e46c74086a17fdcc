"""`dragoman registry`: who held an office, upkeep of the tables, and an overlay of one's own."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Annotated

import typer

from dragoman.cli.faults import tell, told
from dragoman.cli.options import OverlayFile, day_of
from dragoman.errors import RegistryError
from dragoman.exchange.registry import finding_line, holder_line
from dragoman.registry import Registry
from dragoman.registry.overlay import NewTerm, add_term, overlay_faults

app = typer.Typer(
    help="Ask who held an office on a day, check the tables, add to them.",
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)
_SHOWN = 40
_OWN = Path("registry.yml")

Office = Annotated[
    str, typer.Argument(metavar="OFFICE", help='Such as "foreign minister".', show_default=False)
]
State = Annotated[
    str, typer.Argument(metavar="STATE", help="Code, name or body: RUS, Russia, NATO.", show_default=False)
]


@app.command("who")
def who(
    office: Office,
    state: State,
    day: Annotated[str, typer.Argument(metavar="DAY", help="Such as 1998-06-16.", show_default=False)],
    registry: OverlayFile = None,
) -> None:
    """Print who held an office of a state or body on a day, by every source.

    Where the tables name nobody, the nearest before and after are printed.
    """
    with told():
        on = day_of(day, "DAY")
        assert on is not None
        asked = Registry.load(registry).office(office, state, on)
        for row in asked.held or asked.around:
            typer.echo(holder_line(row))
        if not asked.held:
            raise RegistryError(
                f"the tables name no {asked.kind} of {asked.polity} on {on}",
                mend="Above are the nearest before and after"
                if asked.around
                else "They hold nobody of that office at all",
            )


@app.command("check")
def check(
    state: Annotated[
        str | None,
        typer.Argument(metavar="[STATE]", help="Check one state or body, in full.", show_default=False),
    ] = None,
    registry: OverlayFile = None,
) -> None:
    """Find overlaps, gaps and impossible terms in the tables, and every fault of an overlay."""
    with told():
        code = tell(overlay_faults(registry)) if registry else 0
        if code:
            raise typer.Exit(code)
        held = Registry.load(registry)
        found = list(held.doubts(held.polity(state) if state else ""))
        for finding in found if state else found[:_SHOWN]:
            typer.echo(finding_line(finding))
        counts = Counter(finding.sort for finding in found)
        told_counts = ", ".join(f"{sort} {counts[sort]}" for sort in sorted(counts)) or "nothing doubtful"
        cut = not state and len(found) > _SHOWN
        more = f"; the first {_SHOWN} are shown, name a state for all" if cut else ""
        typer.echo(f"{told_counts}{more}", err=True)


@app.command("add")
def add(
    name: Annotated[str, typer.Argument(help="As newspapers write it.", show_default=False)],
    office: Annotated[str, typer.Option("--office", help='Such as "foreign minister".', show_default=False)],
    of: Annotated[str, typer.Option("--of", metavar="STATE", help="RUS, org:nato.", show_default=False)],
    start: Annotated[str, typer.Option("--from", metavar="DAY", help="First day.", show_default=False)],
    registry: Annotated[
        Path, typer.Option("--registry", metavar="FILE", help="The overlay to write.")
    ] = _OWN,
    end: Annotated[str, typer.Option("--to", metavar="DAY", help="Last day, if it has ended.")] = "",
    title: Annotated[str, typer.Option("--title", help="The title, where it is another.")] = "",
    source: Annotated[str, typer.Option("--source", help="Where you know it from.")] = "",
) -> None:
    """Write a term into an overlay of your own; what stands in the file stays as it is."""
    with told():
        polity = Registry.load(registry if registry.exists() else None).polity(of)
        add_term(registry, NewTerm(name, office, polity, start, end, title, source))
        typer.echo(f"Written to {registry}; use it with --registry {registry}", err=True)


@app.command("build")
def build(
    sources: Annotated[
        Path, typer.Argument(metavar="SOURCES", help="Folder of the raw sources.", show_default=False)
    ],
    tables: Annotated[
        Path | None, typer.Option("--out", metavar="FOLDER", help="Where the tables go.", show_default=False)
    ] = None,
) -> None:
    """Build the package's tables from their sources and the rows kept by hand (for developers)."""
    with told():
        for name, rows, size in _built(sources, tables):
            typer.echo(f"{name}\t{rows} rows\t{size} bytes")


def _built(sources: Path, tables: Path | None) -> list[tuple[str, int, int]]:
    """Name, rows and bytes of each table. Raises RegistryError without pyarrow or the sources."""
    from dragoman.registry.tables import FOLDER

    try:
        from dragoman.registry.building.build import build_tables
    except ImportError as problem:
        mend = 'Install it: pip install "dragoman[registry]"'
        raise RegistryError(f"building needs {problem.name}", mend=mend) from None
    try:
        return build_tables(sources, tables or FOLDER)
    except FileNotFoundError as problem:
        mend = "Give the folder that holds offices/, factbook/, places/, states/, igo/"
        raise RegistryError("this source is missing", place=str(problem.filename), mend=mend) from None
