"""Matches the lexicon's frames against a tree: which word is a political act, and of which sort."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from dragoman.claims.frames import Constraint, Frame
from dragoman.claims.lexicon import Lexicon
from dragoman.claims.objects import objects
from dragoman.claims.roles import contents
from dragoman.claims.syntax import Tree

_POS = {"VERB": "verb", "AUX": "verb", "NOUN": "noun", "ADJ": "adj"}


@dataclass(frozen=True, slots=True)
class Match:
    """A word that is an act: its number and the frame it fits best."""

    word: int
    frame: Frame


def matches(tree: Tree, lexicon: Lexicon) -> list[Match]:
    """The acts of a sentence, left to right, one a word."""
    out = []
    for i, token in enumerate(tree.tokens):
        pos = _POS.get(token.upos)
        if pos is None or (pos == "adj" and not _predicative(tree, i)):
            continue
        fitting = [f for f in _frames(tree, i, pos, lexicon) if fits(tree, i, f)]
        if fitting:
            best = max(fitting, key=lambda f: f.specificity)
            if not best.blocks:
                out.append(Match(i, best))
    return out


def _predicative(tree: Tree, i: int) -> bool:
    """Whether an adjective says something of a subject, or stands after its noun; not "a defiant leader"."""
    return bool(tree.kids(i, "cop")) or tree.relation(i) in ("xcomp", "acl", "root", "ccomp", "advcl", "conj")


def _frames(tree: Tree, i: int, pos: str, lexicon: Lexicon) -> list[Frame]:
    found = [f for lemma in sorted(tree.lemmas(i)) for f in lexicon.frames(pos, lemma)]
    if pos == "adj" and tree.tokens[i].xpos in ("VBN", "VBG"):
        found.extend(lexicon.frames("verb", tree.lemma(i)))
    return found


def fits(tree: Tree, i: int, frame: Frame) -> bool:
    """Whether every constraint of the frame holds at the word."""
    return all(
        _content(tree, i, frame, c) if c.sort == "content" else _TESTS[c.sort](tree, i, c)
        for c in frame.constraints
    )


def of_class(tree: Tree, k: int, c: Constraint) -> bool:
    """Whether a word, or one coordinated with it, is among a constraint's words."""
    return not c.values or any(_is(tree, w, c) for w in tree.conjuncts(k))


def _is(tree: Tree, k: int, c: Constraint) -> bool:
    token, lemma = tree.tokens[k], tree.lemma(k)
    if c.admits(lemma, token.upos):
        return True
    if token.upos in ("ADJ", "NUM", "DET"):  # "the second of a two-day meeting" is of the meeting
        return any(prep == "of" and _is(tree, of, c) for prep, of in tree.phrases(k))
    before = [tree.lemma(p) for p in tree.kids(k, "compound", "amod")]
    return any(f"{word}-{lemma}" in c.values or f"{word} {lemma}" in c.values for word in before)


def _content(tree: Tree, i: int, frame: Frame, c: Constraint) -> bool:
    return any(_is(tree, k, c) for k in contents(tree, i, frame))


def _object(tree: Tree, i: int, c: Constraint) -> bool:
    return any(of_class(tree, k, c) for k in objects(tree, i))


def _subject(tree: Tree, i: int, c: Constraint) -> bool:
    if tree.passive(i):
        agents = [k for prep, k in tree.phrases(i) if prep == "by"]
    else:
        own = tree.subject(i)
        agents = [own] if own is not None else []
    return any(of_class(tree, k, c) for k in agents)


def _preposition(tree: Tree, i: int, c: Constraint) -> bool:
    nouns = [k for prep, k in tree.phrases(i) if prep in c.prepositions]
    clauses = [k for k in tree.kids(i, "advcl", "acl") if tree.marked(k, *c.prepositions)]
    return any(of_class(tree, k, c) for k in (*nouns, *clauses))


def _infinitive(tree: Tree, i: int, _c: Constraint) -> bool:
    clauses = tree.kids(i, "xcomp", "acl", "advcl", "ccomp")
    return any(tree.marked(k, "to") for k in clauses)


def _modified(tree: Tree, i: int, c: Constraint) -> bool:
    return any(of_class(tree, k, c) for k in tree.kids(i, "amod", "compound", "nmod:poss", "nmod"))


def _has(*relations: str) -> Callable[[Tree, int, Constraint], bool]:
    def test(tree: Tree, i: int, c: Constraint) -> bool:
        return any(of_class(tree, k, c) for k in tree.kids(i, *relations))

    return test


def _governed(tree: Tree, i: int, c: Constraint) -> bool:
    return any(of_class(tree, head, c) for head in list(tree.above(i))[:1])


def _negated(tree: Tree, i: int, _c: Constraint) -> bool:
    return any(tree.lemma(k) in ("not", "never", "no") for k in tree.kids(i, "advmod", "det"))


_TESTS: dict[str, Callable[[Tree, int, Constraint], bool]] = {
    "obj": _object,
    "iobj": _has("iobj"),
    "gov": _governed,
    "subj": _subject,
    "prep": _preposition,
    "prt": _has("compound:prt", "advmod"),
    "xcomp": _has("xcomp"),
    "ccomp": lambda tree, i, c: any(of_class(tree, k, c) for k in tree.told(i)),
    "to": _infinitive,
    "mod": _modified,
    "poss": _has("nmod:poss"),
    "noobj": lambda tree, i, _c: not objects(tree, i),
    "pass": lambda tree, i, _c: tree.passive(i),
    "neg": _negated,
}
