"""The stage of the grammar that reads dates: told from publication, in figures, written, by name."""

from __future__ import annotations

from dragoman.reading.times.deictics import DEICTICS
from dragoman.reading.times.figures import FIGURES
from dragoman.reading.times.grammar import Stage
from dragoman.reading.times.named import NAMED
from dragoman.reading.times.written import WRITTEN

DATES = Stage((*DEICTICS, *FIGURES, *WRITTEN, *NAMED))
