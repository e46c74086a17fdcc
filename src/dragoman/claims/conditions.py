"""The condition an act stands under: if, unless, inversion, "only with", "linked it to" (PDTB-3)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from dragoman.claims.lexicon import ConditionMarker, Lexicon
from dragoman.claims.objects import objects
from dragoman.claims.syntax import Tree
from dragoman.model import Condition, ConditionRole

_DENIALS = frozenset({"not", "n't", "no", "never", "fails", "fail", "without"})
_WEAK = frozenset({"when", "once", "until", "after", "whenever"})


def condition_of(tree: Tree, i: int, lexicon: Lexicon, contents: Sequence[int] = ()) -> Condition | None:
    """The condition of the act at a word: its own, that of its content, or of the clause it belongs to."""
    for node in (i, *contents, *_scope(tree, i)):
        found = next(_at(tree, node, lexicon), None)
        if found is not None and i not in found[1]:
            marker, words = found
            return Condition(tree.anchor(words), marker.role, marker.polarity)
    return None


def marker_in(tree: Tree, words: Sequence[int], lexicon: Lexicon) -> tuple[ConditionRole, Literal["+", "-"]]:
    """What the marker among a condition's words makes of it; sufficient where none is known.

    The polarity turns where the condition itself is negated.
    """
    text = [tree.tokens[w].text.lower() for w in words]
    denied = bool(_DENIALS & set(text))
    for first in range(len(text)):
        for length in (3, 2, 1):
            phrase = " ".join(text[first : first + length])
            for form in ("mark", "prep", "inversion"):
                if (marker := lexicon.condition(phrase, form)) is not None:
                    negative = denied != (marker.polarity == "-")
                    return marker.role, "-" if negative else "+"
    return "sufficient", "-" if denied else "+"


def antecedent(tree: Tree, i: int, lexicon: Lexicon) -> bool:
    """Whether the act at a word is itself part of a condition, so that nobody claims it."""
    node = i
    for head in tree.above(i):
        if tree.tokens[node].deprel == "acl:relcl":  # tells of a thing in the condition, whatever comes of it
            return False
        after = tree.relation(node) == "acl" and bool(tree.kids(node, "ccomp"))
        after |= tree.relation(head) == "mark" and tree.relation(node) == "ccomp"
        if (after or tree.relation(node) == "advcl") and _clause(tree, node, lexicon) is not None:
            return True
        node = head
    return False


def _scope(tree: Tree, i: int) -> Iterator[int]:
    """The words above a predicate that its condition may hang from."""
    node = i
    for head in tree.above(i):
        if tree.relation(node) not in ("xcomp", "ccomp", "conj", "parataxis", "obj", "advcl"):
            return
        yield head
        node = head


def _at(tree: Tree, node: int, lexicon: Lexicon) -> Iterator[tuple[ConditionMarker, list[int]]]:
    after = [
        k
        for o in objects(tree, node)  # "release the prisoners provided that"
        for k in tree.kids(o, "acl")
        if tree.kids(k, "ccomp") or _before_that(tree, k, lexicon)
    ]
    after += [k for mark in tree.kids(node, "mark") for k in tree.kids(mark, "ccomp")]  # "sign provided that"
    for kid in (*tree.kids(node, "advcl"), *after):
        marker = _clause(tree, kid, lexicon)
        if marker is not None and not (marker.words in _WEAK and _told(tree, node)):
            first = [min(tree.stretch(kid)) - 1] if _before_that(tree, kid, lexicon) else []
            yield marker, [*first, *tree.stretch(kid)]
    for prep, phrase in tree.phrases(node):
        for second, k in (*tree.phrases(phrase), *tree.phrases(node)):  # "in return for"
            marker = lexicon.condition(f"{prep} {tree.lemma(phrase)} {second}", "prep")
            if marker is not None and min(tree.block(k)) == phrase + 1:
                yield marker, sorted({*tree.stretch(phrase), *tree.stretch(k)})
        if (marker := _phrase(tree, prep, phrase, lexicon)) is not None:
            only = [
                k
                for k in (*tree.kids(node, "advmod"), *tree.kids(phrase, "advmod"))
                if tree.lemma(k) == "only" and k + 1 in tree.block(phrase)
            ]
            yield marker, sorted({*only, *tree.stretch(phrase)})


def _told(tree: Tree, node: int) -> bool:
    """Whether a clause tells what happened, so that "when" beside it gives a time and no condition."""
    helpers = [tree.tokens[k].xpos for k in tree.kids(node, "aux", "cop")]
    return "MD" not in helpers and (tree.tokens[node].xpos in ("VBD", "VBN") or "VBD" in helpers)


def _clause(tree: Tree, kid: int, lexicon: Lexicon) -> ConditionMarker | None:
    """The marker that makes an adverbial clause a condition."""
    for mark in tree.kids(kid, "mark", "advmod"):
        words = " ".join(tree.tokens[w].text.lower() for w in [mark, *tree.kids(mark, "fixed")])
        if (marker := lexicon.condition(words, "mark")) is not None:
            return marker
    if (marker := _before_that(tree, kid, lexicon)) is not None:
        return marker
    if tree.kids(kid, "ccomp") and not tree.kids(kid, "nsubj"):  # "provided that", parsed as a verb
        return lexicon.condition(tree.tokens[kid].text.lower(), "mark")
    first = tree.kids(kid, "aux", "aux:pass", "cop")
    if first and not tree.kids(kid, "mark") and first[0] == min(tree.block(kid)) and tree.kids(kid, "nsubj"):
        return lexicon.condition(tree.tokens[first[0]].text.lower(), "inversion")
    return None


def _before_that(tree: Tree, kid: int, lexicon: Lexicon) -> ConditionMarker | None:
    """The marker before a clause that opens with "that", wherever the tree hangs it: "provided that"."""
    first = min(tree.stretch(kid))
    if not first or tree.lemma(first) != "that" or first not in tree.kids(kid, "mark"):
        return None
    return lexicon.condition(tree.tokens[first - 1].text.lower(), "mark")


def _phrase(tree: Tree, prep: str, phrase: int, lexicon: Lexicon) -> ConditionMarker | None:
    """The marker that makes a prepositional phrase a condition ("only with", "in return for")."""
    if tree.kids(phrase, "acl"):  # "on condition that"
        return lexicon.condition(f"{prep} {tree.lemma(phrase)}", "mark")
    before = min(tree.kids(phrase, "case"), default=phrase) - 1
    only = before >= 0 and tree.lemma(before) == "only"
    return lexicon.condition(f"only {prep}", "prep") if only else lexicon.condition(prep, "prep")
