"""Leads an inflected form back to its lemma by the rules of English spelling and a list of exceptions.

The network's recipe for a rare verb is often wrong by a letter ("arriv"). Where a regular ending has
candidate lemmas that are words of the encoder's own vocabulary, the likeliest by spelling is taken;
where none is, the recipe's lemma stands. A heuristic; docs/reader.md has its score.
"""

from __future__ import annotations

from collections.abc import Container, Iterator
from functools import cache
from importlib.resources import files

_VOWELS = "aeiou"
_MUTE = ("at", "iz", "v", "c", "u", "dg", "pon", "rs", "ns")
_SOFT = ("ang", "eng", "ung", "rg")
_PAST, _ING, _S = ("VBD", "VBN"), ("VBG",), ("VBZ", "NNS", "NNPS")


@cache
def exceptions() -> dict[tuple[str, str], str]:
    """(form, UD tag) to lemma, from data/words/irregular.tsv."""
    table = (files("dragoman") / "data" / "words" / "irregular.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in table.splitlines() if line and not line.startswith("#")][1:]
    return {(form, tag): lemma for form, tag, lemma in rows}


def regular_lemma(form: str, upos: str, xpos: str, words: Container[str]) -> str | None:
    """The lemma of a verb or common noun by list or by rule; None where neither decides.

    `words` says which strings are words.
    """
    form = form.lower()
    listed = exceptions().get((form, upos))
    if listed is not None:
        return listed
    if upos == "VERB" and xpos in ("VB", "VBP") and form in words:
        return form
    known = next((c for c in _candidates(form, xpos) if c in words), None)
    return known or (_by_spelling(form) if xpos in (*_PAST, *_ING) else None)


def _by_spelling(form: str) -> str | None:
    """The lemma of a form whose stem ends as no English verb does without an e ("detonat")."""
    for ending in ("ed", "ing"):
        stem = form.removesuffix(ending)
        if stem != form and stem.endswith(_MUTE):
            return stem + "e"
    return None


def _candidates(form: str, xpos: str) -> Iterator[str]:
    """Possible lemmas of a form by its ending, the likeliest first."""
    if xpos in _PAST and form.endswith("ed"):
        yield from _of_stem(form, form[:-2])
    elif xpos in _ING and form.endswith("ing"):
        yield from _of_stem(form, form[:-3])
    elif xpos in _S and form.endswith("s"):
        yield from _of_plural(form)


def _of_stem(form: str, stem: str) -> Iterator[str]:
    if form.endswith("ied"):
        yield stem[:-1] + "y"
    if stem.endswith(_SOFT) or _short(
        stem
    ):  # a short stem would have doubled its consonant: noted is of note, not of not
        yield stem + "e"
    yield stem
    if len(stem) > 2 and stem[-1] == stem[-2]:
        yield stem[:-1]
    yield stem + "e"


def _short(stem: str) -> bool:
    """Whether a stem is one syllable that ends in a single vowel and a single consonant."""
    vowels = [i for i, letter in enumerate(stem) if letter in _VOWELS]
    return len(vowels) == 1 and vowels[0] == len(stem) - 2 and stem[-1] not in "wxy"


def _of_plural(form: str) -> Iterator[str]:
    if form.endswith("ies") and len(form) > 4:
        yield form[:-3] + "y"
    if form.endswith(("sses", "shes", "ches", "xes", "zzes", "oes")):
        yield form[:-2]
    yield form[:-1]
    if form.endswith("es"):
        yield form[:-2]
