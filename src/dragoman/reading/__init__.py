"""Reads the words of a dispatch: sentences, words with their tree, names, times, who says what."""

from dragoman.reading.reader import Reader
from dragoman.reading.relations import between

__all__ = ["Reader", "between"]
