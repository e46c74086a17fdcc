"""Fills a frame's roles from the tree: word numbers of who acts, on whom, and with what content."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from dragoman.claims.frames import Frame
from dragoman.claims.objects import objects
from dragoman.claims.syntax import Tree

_PLACES = frozenset({"in", "to", "at", "into", "from", "near", "over", "toward"})
_TAKING_PART = frozenset({"in", "into", "to", "at", "for", "on", "during", "with"})
Role = Callable[[Tree, int, str], Iterator[int]]


def filled(tree: Tree, word: int, seats: Sequence[str], accepts: Callable[[int], bool]) -> list[int]:
    """The heads of the phrases that fill a role, by the first seat of the frame that gives any.

    Seats joined to it ("subj+prep:with") add theirs; `accepts` says which phrases can fill the role.
    """
    for seat in seats:
        found = [k for part in seat.split("+") for k in _taken(tree, word, part, accepts)]
        if found:
            return list(dict.fromkeys(found))
    return []


def _taken(tree: Tree, word: int, seat: str, accepts: Callable[[int], bool]) -> list[int]:
    sort, _, prepositions = seat.partition(":")
    fill = _ROLES.get(sort)
    return [k for k in fill(tree, word, prepositions) if accepts(k)] if fill else []


def _agent(tree: Tree, i: int, _prepositions: str) -> Iterator[int]:
    """The doer of a verb; of a noun the subject of the verb that governs it."""
    if tree.tokens[i].upos in ("NOUN", "PROPN") and not tree.kids(i, "cop"):
        yield from _governor(tree, i, "")
        return
    if tree.passive(i):
        yield from (k for prep, k in tree.phrases(i) if prep == "by")
        return
    described = tree.modified(i)
    own = tree.subject(i)
    if own is not None:
        yield own
    elif described is not None and tree.tokens[i].xpos in ("VBG", "VB"):
        yield described


def _object(tree: Tree, i: int, _prepositions: str) -> Iterator[int]:
    yield from objects(tree, i)


def _indirect(tree: Tree, i: int, _prepositions: str) -> Iterator[int]:
    yield from tree.kids(i, "iobj")


def _phrase(tree: Tree, i: int, prepositions: str) -> Iterator[int]:
    """Phrases under the word, or under the noun it acts on ("began talks with")."""
    wanted = prepositions.split("|")
    for node in (i, *objects(tree, i)):
        yield from (k for prep, k in tree.phrases(node) if prep in wanted)


def _content(tree: Tree, i: int, _prepositions: str) -> Iterator[int]:
    """Whom the content is asked of: the subject of the clause, or "for X to"."""
    for clause in (
        *tree.kids(i, "ccomp", "xcomp", "acl", "advcl"),
        *(k for o in objects(tree, i) for k in tree.kids(o, "acl")),
    ):
        own = [k for k in tree.kids(clause, "nsubj") if not tree.passive(clause)]
        yield from own or (p for prep, p in tree.phrases(clause) if prep == "by")


def _place(tree: Tree, i: int, _prepositions: str) -> Iterator[int]:
    yield from (k for prep, k in tree.phrases(i) if prep in _PLACES and tree.tokens[k].upos == "PROPN")


def _owner(tree: Tree, i: int, _prepositions: str) -> Iterator[int]:
    yield from tree.kids(i, "nmod:poss")


def _modifier(tree: Tree, i: int, _prepositions: str) -> Iterator[int]:
    yield from (k for k in tree.kids(i, "amod", "compound") if tree.tokens[k].text[:1].isupper())


def _governor(tree: Tree, i: int, _prepositions: str) -> Iterator[int]:
    """The subject of the verb over a noun: "began talks", "in a conversation with"."""
    node = i
    if tree.relation(i) == "obl" and tree.case(i) not in _TAKING_PART:
        return
    for head in tree.above(i):
        relation = tree.relation(node)
        if tree.tokens[head].upos in ("VERB", "AUX") or tree.kids(head, "cop"):
            if relation == "nsubj" and not tree.passive(head):
                return
            yield from _agent(tree, head, "")
            return
        if relation not in ("nmod", "conj", "acl", "compound"):
            return
        node = head


_ROLES: dict[str, Role] = {
    "subj": _agent,
    "obj": _object,
    "iobj": _indirect,
    "prep": _phrase,
    "content": _content,
    "place": _place,
    "poss": _owner,
    "mod": _modifier,
    "gov": _governor,
}


def contents(tree: Tree, word: int, frame: Frame) -> list[int]:
    """The heads of what is demanded, promised, proposed: each conjunct by itself."""
    for seat in frame.content:
        found = _content_at(tree, word, seat)
        if found:
            return [c for k in found for c in tree.conjuncts(k)]
    return []


def _content_at(tree: Tree, i: int, seat: str) -> list[int]:
    if seat == "obj":
        return objects(tree, i)
    if seat == "ccomp":
        return tree.told(i)
    if seat == "xcomp":
        return tree.kids(i, "xcomp")
    if seat == "to":
        return _infinitives(tree, i)
    if seat.startswith("prep:"):
        wanted = seat[5:].split("|")
        return [k for prep, k in tree.phrases(i) if prep in wanted] or _marked(tree, i, wanted)
    return []


def _infinitives(tree: Tree, i: int) -> list[int]:
    clauses = [
        *tree.kids(i, "xcomp", "ccomp", "acl", "advcl"),
        *(k for o in objects(tree, i) for k in tree.kids(o, "acl")),
    ]
    return [k for k in clauses if tree.marked(k, "to")]


def _marked(tree: Tree, i: int, prepositions: Sequence[str]) -> list[int]:
    """Gerund clauses under a preposition: "warned against sending"."""
    return [k for k in tree.kids(i, "advcl", "acl") if tree.marked(k, *prepositions)]
