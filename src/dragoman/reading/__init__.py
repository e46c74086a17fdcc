"""Reads the words of a dispatch: sentences, words with their tree, names, times."""

from dragoman.reading.reader import Reader

__all__ = ["Reader"]
