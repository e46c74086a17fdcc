"""`dragoman annotate`: what the reader sees in one dispatch."""

from __future__ import annotations

import json
from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from dragoman.cli.faults import tell, told
from dragoman.cli.options import OverlayFile, Published, day_of
from dragoman.dispatches import read_dispatches
from dragoman.errors import DispatchError
from dragoman.exchange.reading import reading_record
from dragoman.pipeline import Desk


class Form(StrEnum):
    """What `dragoman annotate` can print."""

    json = "json"


def annotate(
    file: Annotated[Path, typer.Argument(help="One dispatch: a text or Markdown file.", show_default=False)],
    published: Published = None,
    registry: OverlayFile = None,
    _form: Annotated[Form, typer.Option("--format", help="One JSON object.")] = Form.json,
) -> None:
    """Print the sentences, words, tree, names, attributions, times and certainty of one dispatch.

    Every word of the file is read, header and source notes too.
    """
    with told():
        if file.is_dir():
            raise DispatchError("this is a folder", place=str(file), mend="Name one file in it")
        dossier = read_dispatches([file], day_of(published, "--published"))
        desk = Desk(overlay=registry)
        for dispatch in dossier.dispatches:
            whole = replace(dispatch, body=(0, len(dispatch.text)), notes=())
            reading = desk.read(whole)
            typer.echo(json.dumps(reading_record(reading), ensure_ascii=False))
        raise typer.Exit(tell(dossier.refused))
