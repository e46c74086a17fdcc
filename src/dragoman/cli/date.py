"""`dragoman date`: when dispatches were published, or may have been, with the reasons."""

from __future__ import annotations

import json
from enum import StrEnum
from typing import Annotated

import typer

from dragoman.cli.faults import tell, told
from dragoman.cli.options import OverlayFile, Paths
from dragoman.dispatches import read_dispatches
from dragoman.exchange.dating import dated_record, dated_text
from dragoman.pipeline import Desk


class Form(StrEnum):
    """What `dragoman date` can print."""

    text = "text"
    jsonl = "jsonl"


def date(
    paths: Paths,
    registry: OverlayFile = None,
    form: Annotated[Form, typer.Option("--format", help="Text, or one JSON object a line.")] = Form.text,
) -> None:
    """Print the day of each dispatch, or the days it may be of, with the reasons; no year is ever forced.

    Header, file name, dateline, source notes and the terms of the office-holders named decide;
    dispatches read together are taken to be of one crisis.
    """
    with told():
        dossier = read_dispatches(paths)
        for dated in Desk(overlay=registry).dated(dossier.dispatches):
            if form is Form.jsonl:
                typer.echo(json.dumps(dated_record(dated), ensure_ascii=False))
            else:
                typer.echo(dated_text(dated))
        raise typer.Exit(tell(dossier.refused))
