"""What a reading says of every clause, political or not: who is quoted with what, and how sure it is.

Where the network tells these things its word is taken; else they are worked out from the tree.
"""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.claims.certainty import certainty_of
from dragoman.claims.conditions import antecedent, condition_of
from dragoman.claims.lexicon import Lexicon
from dragoman.claims.speech import speaker_of
from dragoman.claims.syntax import Tree
from dragoman.model import Anchor, Factuality, Judged, Quotation, Reading

_CONTENT = ("ccomp", "xcomp", "csubj")


def quotations(reading: Reading, lexicon: Lexicon) -> tuple[Quotation, ...]:
    """Every attribution of a dispatch, in the order of its cues."""
    return reading.quotations or tuple(
        q for tree in _trees(reading) for i in range(len(tree.tokens)) for q in _quoted(tree, i, lexicon)
    )


def judged(reading: Reading, lexicon: Lexicon) -> tuple[Judged, ...]:
    """Every predicate of a dispatch with its FactBank value."""
    return tuple(
        Judged(tree.anchor([i]), told.get(i) or _value(tree, i, lexicon))
        for tree in _trees(reading)
        for told in [{p.word: p.factuality for p in tree.sentence.predicates}]
        for i in range(len(tree.tokens))
        if _tells(tree, i, lexicon)
    )


def _tells(tree: Tree, i: int, lexicon: Lexicon) -> bool:
    """Whether a word tells of an event or state: a verb, what stands after "be", a noun that names an act."""
    upos = tree.tokens[i].upos
    if upos == "VERB" or tree.kid(i, "cop") is not None:
        return True
    return upos == "NOUN" and bool(lexicon.frames("noun", tree.lemma(i)))


def _trees(reading: Reading) -> Iterator[Tree]:
    return (Tree(sentence, reading.dispatch.text) for sentence in reading.sentences)


def _quoted(tree: Tree, i: int, lexicon: Lexicon) -> Iterator[Quotation]:
    if lexicon.report(tree.lemma(i), tree.tokens[i].upos) is None or tree.tokens[i].upos != "VERB":
        return
    content = [tree.anchor(tree.stretch(k)) for k in tree.kids(i, *_CONTENT)]
    if not content and tree.relation(i) == "parataxis":
        content = list(_around(tree, tree.tokens[i].head, i))
    if not content:
        content = [tree.anchor(tree.block(k)) for k in tree.kids(i, "parataxis")]
    if content:
        speaker = speaker_of(tree, i)
        source = (tree.anchor(tree.block(speaker)),) if speaker is not None else ()
        yield Quotation(source, (tree.anchor([i]),), tuple(content))


def _around(tree: Tree, head: int, cue: int) -> Iterator[Anchor]:
    """The clause at a head without the words that report it, in one or two pieces."""
    inside = set(tree.block(cue))
    words = [w for w in tree.block(head) if w not in inside]
    before, after = [w for w in words if w < min(inside)], [w for w in words if w > max(inside)]
    return (
        tree.anchor(part) for part in (before, after) if any(tree.tokens[w].upos != "PUNCT" for w in part)
    )


def _value(tree: Tree, i: int, lexicon: Lexicon) -> Factuality:
    if antecedent(tree, i, lexicon):
        return "Uu"
    conditional = condition_of(tree, i, lexicon) is not None
    return certainty_of(tree, i, lexicon, conditional=conditional).value
