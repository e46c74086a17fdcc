"""What a verb acts on, whatever its voice."""

from __future__ import annotations

from dragoman.claims.syntax import Tree


def objects(tree: Tree, i: int) -> list[int]:
    """What is acted on: the object, or the subject of a passive, or the noun a participle describes."""
    if tree.passive(i):
        own = tree.kids(i, "nsubj:pass")
        shared = tree.subject(i) if not own else None
        described = tree.modified(i) if tree.tokens[i].xpos == "VBN" else None
        return own or [k for k in (described, shared) if k is not None][:1]
    return tree.kids(i, "obj") or tree.kids(i, "iobj") or _gap(tree, i)


def _gap(tree: Tree, i: int) -> list[int]:
    """The noun that an object relative clause describes ("the town they took")."""
    subjects = tree.kids(i, "nsubj")
    relative = tree.tokens[i].deprel == "acl:relcl" and tree.tokens[i].upos == "VERB"
    led = any(
        tree.tokens[w].xpos in ("WDT", "WP") and tree.kids(w, "case") for w in tree.block(i)
    )  # "in which"
    if relative and subjects and not led and not any(tree.tokens[k].xpos in ("WDT", "WP") for k in subjects):
        return [tree.tokens[i].head]
    return []
