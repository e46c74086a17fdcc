"""Marks that people put around the parties of a sentence: `<s>` the actor, `<t>` the recipient."""

from __future__ import annotations

import re

from dragoman.errors import TableError
from dragoman.model import Marked

_MARK = re.compile(r"<(/?)([st])>")


def unmarked(sentence: str) -> Marked:
    """A sentence without its marks `<s>actor</s>` and `<t>recipient</t>`, and the places they stood around.

    Each may stand several times, one of the two may be absent; one may stand within the other. Every
    other angle bracket is text. Raises TableError where a mark has no partner, holds no word, or none stands.
    """
    text, at, begun = "", 0, dict[str, int]()
    places: dict[str, list[tuple[int, int]]] = {"s": [], "t": []}
    for found in _MARK.finditer(sentence):
        text, at = text + sentence[at : found.start()], found.end()
        closing, party = found.groups()
        if not closing and party not in begun:
            begun[party] = len(text)
        elif closing and party in begun:
            places[party].append(_held(text, begun.pop(party), found[0]))
        else:
            fault = (
                f"{found[0]} closes nothing" if closing else f"a second {found[0]} before the first is closed"
            )
            raise TableError(fault, mend=f"Write <{party}> before the party's name and </{party}> after it")
    for party in begun:
        raise TableError(f"<{party}> is not closed", mend=f"Write </{party}> after the party's name")
    if not (places["s"] or places["t"]):
        raise TableError("nobody is marked", mend="Write <s> before the actor's name and </s> after it")
    return Marked(text + sentence[at:], tuple(places["s"]), tuple(places["t"]))


def _held(text: str, start: int, closing: str) -> tuple[int, int]:
    if not text[start:].strip():
        fault = f"{closing} closes a mark that holds no word"
        raise TableError(fault, mend="Mark the words that name the party")
    return start, len(text)
