"""Reads the words of a dispatch: sentences, words with their tree, names, times."""
