"""Whether what happens at a time is told as past or as to come: by the tree, or by the words around."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable

from dragoman.model import Sentence, Token
from dragoman.reading.times import words

_WORD = re.compile(r"[A-Za-z]+")


def tense_in_text(text: str) -> Callable[[int], str]:
    """The tense around an offset of plain text: that of the nearest cue before it, else after it.

    A heuristic: auxiliaries, words of plan and verb forms of a table, and past forms in -ed.
    """
    cues: list[tuple[int, str]] | None = None

    def tense(at: int) -> str:
        nonlocal cues
        if cues is None:
            cues = list(_cues(text))
        place = bisect_right(cues, (at, ""))
        if place:
            return cues[place - 1][1]
        return cues[place][1] if place < len(cues) else ""

    return tense


def _cues(text: str) -> list[tuple[int, str]]:
    table = words.cues()
    found: list[tuple[int, str]] = []
    open_future = False
    for word in _WORD.finditer(text):
        lower = word.group().lower()
        kind = table.get(lower)
        if kind is None and lower.endswith("ed") and len(lower) > 4:
            kind = "past"
        if kind is None:
            continue
        # "will be held", "are scheduled", "is to be signed": the participle keeps the auxiliary's tense.
        if kind == "past" and open_future and lower not in ("was", "were", "had", "did", "said", "told"):
            kind = "future"
        open_future = kind == "future" and lower != "to"
        found.append((word.start(), kind))
    return found


def tense_in_tree(sentence: Sentence) -> Callable[[int], str]:
    """The tense of the verb that governs the word at an offset into the dispatch."""
    tokens = sentence.tokens
    starts = [token.start for token in tokens]

    def tense(at: int) -> str:
        place = max(0, bisect_right(starts, at) - 1)
        for _ in range(len(tokens)):
            found = _tense_of(tokens, place)
            if found:
                return found
            if tokens[place].head < 0:
                return ""
            place = tokens[place].head
        return ""

    return tense


def _tense_of(tokens: tuple[Token, ...], place: int) -> str:
    """The tense of a token and its auxiliaries, empty where it has none of its own."""
    token = tokens[place]
    planned = words.cues().get(token.lemma.lower()) == "future" and token.upos in ("ADJ", "VERB", "NOUN")
    helpers = [t for t in tokens if t.head == place and t.deprel.startswith(("aux", "mark", "cop"))]
    tags = {helper.xpos for helper in helpers}
    lemmas = {helper.lemma.lower() for helper in helpers}
    if words.cues().get(token.lemma.lower()) == "lasting" and token.xpos in ("VBD", "VBN"):
        return "lasting"
    if "MD" in tags or token.xpos == "MD" or (token.xpos == "VB" and "TO" in tags):
        return "past" if "have" in lemmas and "MD" in tags else "future"
    if planned and token.xpos in ("VBN", "JJ") and tags & {"VBZ", "VBP", "VBD"}:
        return "future"
    if token.xpos == "VBD" or tags & {"VBD"} or (token.xpos == "VBN" and lemmas & {"have", "be"}):
        return "past"
    if token.xpos in ("VBZ", "VBP") and token.upos == "VERB":
        return "future" if planned else "past" if words.cues().get(token.text.lower()) == "past" else ""
    if token.xpos == "VBG" and tags & {"VBZ", "VBP"}:
        return "future"
    return ""
