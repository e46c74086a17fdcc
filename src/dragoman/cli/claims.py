"""`dragoman claims`: every claim of some dispatches, one JSON object a line."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from dragoman.cli.faults import tell, told
from dragoman.cli.options import AsOf, MinConfidence, OverlayFile, Paths, Published, day_of
from dragoman.exchange.claims import claims_jsonl
from dragoman.ledger import Ledger
from dragoman.pipeline import Desk
from dragoman.run import read_into


class Form(StrEnum):
    """What `dragoman claims` can print."""

    jsonl = "jsonl"


def claims(
    paths: Paths,
    published: Published = None,
    as_of: AsOf = None,
    min_confidence: MinConfidence = 0.0,
    registry: OverlayFile = None,
    _form: Annotated[Form, typer.Option("--format", help="JSON Lines, one claim a line.")] = Form.jsonl,
) -> None:
    """Print the claims of dispatches: who did or said what to whom, by whose word, in which words."""
    with told():
        day, seen = day_of(published, "--published"), day_of(as_of, "--as-of")
        with Ledger.open() as ledger:
            refused = read_into(ledger, paths, Desk(overlay=registry), day)
            dispatches = {dispatch.id: dispatch for dispatch in ledger.dispatches(seen)}
            sure = [e for e in ledger.entries(seen) if e.claim.confidence >= min_confidence]
            for line in claims_jsonl(sure, dispatches, ledger.links(as_of=seen)):
                typer.echo(line)
        raise typer.Exit(tell(refused))
