"""Arguments and options that several commands share, each described once."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from dragoman.errors import DayError

Paths = Annotated[
    list[Path],
    typer.Argument(
        help="Dispatches: text or Markdown files, or folders of them, read together.", show_default=False
    ),
]
Published = Annotated[
    str | None,
    typer.Option(
        "--published", metavar="DAY", help="Day of publication, such as 1998-06-11, if you know it."
    ),
]
AsOf = Annotated[
    str | None,
    typer.Option("--as-of", metavar="DAY", help="See only what was published by that day."),
]
OverlayFile = Annotated[
    Path | None,
    typer.Option(
        "--registry",
        metavar="FILE",
        help="Your own additions to the registry, a YAML file.",
        show_default=False,
    ),
]


def _share(value: float) -> float:
    """A number from 0 to 1, or word that it is none; "nan" is none either."""
    if not 0 <= value <= 1:
        raise typer.BadParameter(f"{value} is not a number from 0 to 1.")
    return value


MinConfidence = Annotated[
    float,
    typer.Option(
        "--min-confidence",
        metavar="X",
        callback=_share,
        help="Leave out claims and events less sure than X, from 0 to 1.",
    ),
]


def day_of(text: str | None, option: str) -> date | None:
    """The day a user wrote, None where he wrote none. Raises DayError where it is no ISO day."""
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise DayError(
            f"{text!r} is not a day", place=option, mend="Write it as year-month-day, such as 1998-06-11"
        ) from None
