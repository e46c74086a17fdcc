"""Who says so: the speakers above a clause, innermost last, with the words that attribute."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.claims.lexicon import Lexicon
from dragoman.claims.syntax import Tree
from dragoman.model import Anchor

_TO_CONTENT = frozenset({"ccomp", "parataxis", "xcomp", "csubj", "acl"})


@dataclass(frozen=True, slots=True)
class Attribution:
    """One attribution above a clause: the word that attributes and its speaker (word numbers).

    `speaker` is None where nobody is named ("were said to be"). `sort` is the lexicon's: say,
    claim, know, hear ...
    """

    cue: int
    speaker: int | None
    sort: str
    words: Anchor


def attributions(tree: Tree, i: int, lexicon: Lexicon) -> list[Attribution]:
    """The attributions over the clause at a word, outermost first."""
    found = [*_beside(tree, i, lexicon)]
    below = i
    for head in tree.above(i):
        if (up := _above(tree, below, head, lexicon)) is not None:
            found.insert(0, up)
        found[:0] = _beside(tree, head, lexicon)
        below = head
    unique: dict[int, Attribution] = {}
    for a in found:
        unique.setdefault(a.cue, a)
    return [a for a in unique.values() if a.cue != i]


def _above(tree: Tree, below: int, head: int, lexicon: Lexicon) -> Attribution | None:
    """The attribution by a governing verb or noun whose content the clause is."""
    relation = tree.relation(below)
    if relation not in _TO_CONTENT or (relation == "parataxis" and not _reports(tree, head, lexicon)):
        return None
    cue = lexicon.report(tree.lemma(head), tree.tokens[head].upos)
    if cue is None or (relation == "xcomp" and not tree.passive(head)):
        return None
    if relation == "acl" and tree.tokens[head].upos != "NOUN":
        return None
    return Attribution(head, speaker_of(tree, head), cue.sort, tree.anchor([head]))


def _reports(tree: Tree, i: int, lexicon: Lexicon) -> bool:
    return tree.tokens[i].upos == "VERB" and lexicon.report(tree.lemma(i), "VERB") is not None


def _beside(tree: Tree, i: int, lexicon: Lexicon) -> Iterator[Attribution]:
    """Attributions that hang from the clause itself: ", he said", "according to X"."""
    for kid in tree.kids(i, "parataxis", "advcl"):
        report = lexicon.report(tree.lemma(kid), "VERB")
        if report is not None and _inserted(tree, kid):
            yield Attribution(kid, tree.subject(kid), report.sort, tree.anchor([kid]))
    for prep, phrase in tree.phrases(i):
        cue = lexicon.report(prep, "phrase")
        if cue is not None:
            marks = [w for m in tree.kids(phrase, "case") for w in (m, *tree.kids(m, "fixed"))]
            yield Attribution(phrase, phrase, cue.sort, tree.anchor(marks))


def _inserted(tree: Tree, kid: int) -> bool:
    """Whether a clause beside another has a subject and no content of its own: "he said", "as he put it"."""
    own = tree.subject(kid)
    if own is None or own not in tree.block(kid) or tree.kids(kid, "ccomp"):
        return False
    return tree.relation(kid) == "parataxis" or any(tree.lemma(m) == "as" for m in tree.kids(kid, "mark"))


def speaker_of(tree: Tree, cue: int) -> int | None:
    """Who speaks at a cue: the subject, the agent of a passive, the owner of a noun."""
    token = tree.tokens[cue]
    if token.upos == "NOUN":
        owner = tree.kid(cue, "nmod:poss")
        return (
            owner
            if owner is not None
            else next((p for prep, p in tree.phrases(cue) if prep in ("by", "of", "from")), None)
        )
    if tree.passive(cue):
        return next((p for prep, p in tree.phrases(cue) if prep == "by"), None)
    return tree.subject(cue)
