"""What a sentence shows beside a mention: its title, what stands in apposition, whether it tells where.

Words are walked to the left and right of the mention as far as a noun phrase reaches; the tree is
asked only for what the mention does in the sentence, which trees tell better than neighbourhood.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.model import Sentence, Token

_PHRASE = frozenset({"ADJ", "NOUN", "PROPN", "NUM", "DET"})
_HYPHENS = frozenset({"-", "‑", "–"})
_PAUSES = frozenset({",", "(", "–", "—", "-", "--"})
_CLOSING = frozenset({",", ")", "–", "—"})
_ENDS = frozenset({"VERB", "AUX", "SCONJ", "PUNCT", "CCONJ", "PRON", "ADV"})
_LONGEST = 14
_TIES = frozenset({"of", "for"})
_LOOSE_TIES = _TIES | {"to", "in", "at", "on"}
_WHERE = frozenset(
    {
        "out",
        "off",
        "in",
        "at",
        "near",
        "inside",
        "outside",
        "across",
        "throughout",
        "around",
        "into",
        "within",
    }
)
_INSIDE = frozenset({"near", "outside", "inside", "in"})
"""What always tells where, whatever the tree makes of it."""
_WAYS = frozenset({"to", "from", "for", "through", "via", "toward", "towards", "over", "on"})
_MOTION = frozenset(
    "arrive fly travel go return come leave depart head drive sail move reach visit enter cross flee escape "
    "deploy send dispatch withdraw retreat march advance evacuate deport airlift bring transfer trip visit "
    "flight journey arrival return departure tour road refugee withdrawal deployment".split()
)
_SITES = frozenset(
    "talk meeting conference summit accord agreement treaty protocol declaration negotiation round airport "
    "embassy street suburb bridge hotel region area district province city capital bombing massacre siege "
    "fall battle resident airfield resort town village port harbour island base stronghold outskirts camp "
    "valley".split()
)
_VISITED = frozenset("visit leave reach enter bomb shell besiege capture seize retake evacuate tour".split())


@dataclass(frozen=True, slots=True)
class Context:
    """What stands beside a mention.

    `before` are the words of its phrase to the left, `after` those to the right, `apposed` a phrase set
    off by commas or brackets that names the same one. `place`: the mention only tells where. `person`: the
    reader takes its words for a person's name.
    """

    before: str = ""
    after: str = ""
    apposed: str = ""
    place: bool = False
    person: bool = False


ALONE = Context()
"""A mention of which nothing is known but its own words."""


def surroundings(sentence: Sentence, text: str, start: int, end: int) -> Context:
    """What the sentence shows beside the mention from `start` to `end` in `text`."""
    tokens = sentence.tokens
    inside = [i for i, t in enumerate(tokens) if t.start < end and start < t.end]
    if not inside:
        return ALONE
    first, last = inside[0], inside[-1]
    left = first if first and tokens[first - 1].text in _TIES else phrase_start(tokens, first)
    left, right = (left if _belongs(tokens, left, first, last) else first), _right(tokens, last)
    before, apposed = _words(tokens, text, left, first), _apposed(tokens, text, left, right)
    if not before and not apposed:
        before = _shared(tokens, text, inside)
    after, place = _words(tokens, text, last + 1, right + 1), _tells_where(tokens, inside)
    person = any(
        n.label == "PER" and (n.anchor.start, n.anchor.end) == (tokens[first].start, tokens[last].end)
        for n in sentence.names
    )
    return Context(before, after, apposed, place, person)


def _belongs(tokens: Sequence[Token], left: int, first: int, last: int) -> bool:
    """Whether the tree ties what runs up to a mention to it: "In Bonn Ralph Bunche" is two phrases."""
    run, inside = range(left, first), range(first, last + 1)
    if left > 0 and tokens[left - 1].upos == "ADP" and all(tokens[i].upos == "PROPN" for i in run):
        return False
    up = any(tokens[i].head in inside for i in run)
    return up or any(tokens[i].head in run for i in inside)


def phrase_start(tokens: Sequence[Token], first: int, ties: frozenset[str] = _TIES) -> int:
    """The first word of the noun phrase that runs up to a word; owners ("Russia's") are part of it."""
    at, loosely = first, ties is _LOOSE_TIES
    while at > 0 and first - at < _LONGEST and not _opens(tokens, at, loosely=loosely):
        if not _runs_on(tokens, at - 1, ties):
            break
        at -= 1
    while at < first and (tokens[at].xpos == "POS" or tokens[at].text in _HYPHENS):
        at += 1
    return at


def _opens(tokens: Sequence[Token], at: int, *, loosely: bool) -> bool:
    """Whether a word begins a phrase, as an article does that no preposition of the phrase goes before."""
    tied = loosely and at > 0 and tokens[at - 1].text in _LOOSE_TIES
    return tokens[at].upos == "DET" and not tied


def _runs_on(tokens: Sequence[Token], i: int, ties: frozenset[str]) -> bool:
    """Whether a word to the left of a phrase belongs to it."""
    token, before = tokens[i], tokens[i - 1] if i else None
    if before is None or _names(token):
        return _names(token)
    if token.xpos == "POS" or token.text in _HYPHENS:
        return _names(before)
    if token.upos == "CCONJ":
        return before.upos == "ADJ" and i + 1 < len(tokens) and tokens[i + 1].upos == "ADJ"
    return token.text in ties and (before.upos == "NOUN" or before.text[:1].isupper())


def _names(token: Token) -> bool:
    """Whether a word can be part of a noun phrase without a preposition."""
    return token.upos in _PHRASE or token.xpos in {"NNP", "NNPS"}


def _shared(tokens: Sequence[Token], text: str, inside: Sequence[int]) -> str:
    """The title before the first of several names: "foreign ministers Hubert Védrine and Joschka Fischer"."""
    head = next((i for i in inside if not inside[0] <= tokens[i].head <= inside[-1]), inside[-1])
    if tokens[head].deprel != "conj" or not 0 <= tokens[head].head < head:
        return ""
    first = tokens[head].head
    last = first
    while first > 0 and tokens[first].upos == "PROPN" and tokens[first - 1].upos == "PROPN":
        first -= 1
    left = phrase_start(tokens, first)
    return _words(tokens, text, left, first) if _belongs(tokens, left, first, last) else ""


def _right(tokens: Sequence[Token], last: int) -> int:
    """The last word of a phrase with "of" or "for" that follows a mention; the mention's own last without."""
    at = last + 1
    if at >= len(tokens) or tokens[at].text not in {"of", "for"}:
        return last
    while at + 1 < len(tokens) and at - last < _LONGEST and _names(tokens[at + 1]):
        at += 1
    return at if at > last + 1 else last


def _apposed(tokens: Sequence[Token], text: str, first: int, last: int) -> str:
    """The phrase behind the pause that follows, else that before the pause that goes before.

    The tree must have one of the two as the apposition of the other, or pauses close both sides.
    """
    if last + 2 < len(tokens) and tokens[last + 1].text in _PAUSES:
        stop = last + 2
        while stop < len(tokens) and stop - last < _LONGEST and not _closes(tokens[stop]):
            stop += 1
        if _paused(tokens, stop) or _are_one(tokens, range(first, last + 1), range(last + 2, stop)):
            return _words(tokens, text, last + 2, stop)
    if first >= 2 and tokens[first - 1].text in _PAUSES:
        start = phrase_start(tokens, first - 1, _LOOSE_TIES)
        if _paused(tokens, last + 1) or _are_one(tokens, range(first, last + 1), range(start, first - 1)):
            return _words(tokens, text, start, first - 1)
    return ""


def _paused(tokens: Sequence[Token], at: int) -> bool:
    """Whether a pause stands at a word that closes an apposition."""
    return at < len(tokens) and tokens[at].text in _CLOSING


def _are_one(tokens: Sequence[Token], one: range, other: range) -> bool:
    """Whether a word of one stretch stands in apposition to a word of the other."""
    return any(
        tokens[i].head in there and tokens[i].deprel.partition(":")[0] in {"appos", "flat"}
        for here, there in ((one, other), (other, one))
        for i in here
    )


def _closes(token: Token) -> bool:
    return token.upos in _ENDS and not _names(token)


def _words(tokens: Sequence[Token], text: str, first: int, stop: int) -> str:
    return " ".join(text[tokens[first].start : tokens[stop - 1].end].split()) if stop > first else ""


def _tells_where(tokens: Sequence[Token], inside: Sequence[int]) -> bool:
    """Whether the mention is the ground of a preposition of place, or what a motion ends at."""
    head = next((i for i in inside if not inside[0] <= tokens[i].head <= inside[-1]), inside[-1])
    token, after = tokens[head], tokens[inside[-1] + 1 :]
    if inside[0] and tokens[inside[0] - 1].text.lower() in _INSIDE and not (after and after[0].xpos == "POS"):
        return True
    above = tokens[token.head].lemma.lower() if token.head >= 0 else ""
    relation = token.deprel.partition(":")[0]
    if relation == "conj" and token.head >= 0:
        return _tells_where(tokens, [token.head])
    cases = {t.text.lower() for t in tokens if t.head == head and t.deprel == "case" and t.xpos != "POS"}
    if relation in {"obl", "nmod", "advmod", "root", "appos", "dep"} and cases:
        return (
            bool(cases & _WHERE)
            or (bool(cases & _WAYS) and above in _MOTION)
            or ("of" in cases and above in _SITES)
        )
    if relation == "obj":
        return above in _VISITED
    return relation in {"compound", "nmod"} and not cases and above in _SITES
