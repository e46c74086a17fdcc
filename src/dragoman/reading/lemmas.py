"""Lemmas as recipes: what to cut from the end of a form, what to put there, and the case.

A recipe such as "l-3+y" reads: lower the case, cut three letters, add "y" (Treaties > treaty).
The reader chooses among the recipes seen in training, so a lemma never needs a dictionary.
After the edit scripts of UDPipe (Straka 2018), suffixes only.
"""

from __future__ import annotations

KEEP, LOWER = "k", "l"


def recipe_of(form: str, lemma: str) -> str:
    """The recipe that makes the lemma of the form."""
    case = KEEP if lemma[:1].isupper() else LOWER
    base = form if case == KEEP else form.lower()
    shared = 0
    while shared < min(len(base), len(lemma)) and base[shared] == lemma[shared]:
        shared += 1
    return f"{case}-{len(base) - shared}+{lemma[shared:]}"


def lemma_of(form: str, recipe: str) -> str:
    """The lemma that the recipe makes of the form; the form itself where it is too short for it."""
    cut, _, added = recipe[2:].partition("+")
    base = form if recipe[0] == KEEP else form.lower()
    if int(cut) > len(base) or (int(cut) == len(base) and not added):
        return base
    return base[: len(base) - int(cut)] + added
