"""Turns a matched frame into a draft of a claim: parties, content, certainty, condition, day."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.claims.absorption import absorbed
from dragoman.claims.certainty import certainty_of
from dragoman.claims.conditions import condition_of
from dragoman.claims.draft import Draft
from dragoman.claims.frames import Frame
from dragoman.claims.kinds import sort_of
from dragoman.claims.linkage import linkages
from dragoman.claims.matching import Match
from dragoman.claims.roles import contents, filled
from dragoman.claims.scene import Scene
from dragoman.claims.speech import attributions
from dragoman.claims.syntax import Tree
from dragoman.claims.turns import turned
from dragoman.model import Event

HARMS = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "SANCTION", "PROTEST", "ACCUSE"})
_LIGHT = frozenset(
    "launch carry conduct stage mount order start begin open continue stop halt end resume commit make "
    "impose lift declare hold undertake step intensify renew suspend call deliver mark".split()
)
_SPLIT = frozenset({"demand", "promise", "proposal"})
BESIDE = frozenset({"conj", "cc", "parataxis", "discourse"})


def drafts_of(scene: Scene, tree: Tree, found: list[Match]) -> list[Draft]:
    """The drafts of a sentence; an act that is the content of another is not one of its own."""
    held = absorbed(tree, found)
    out: list[Draft] = []
    for linked, words in linkages(scene, tree, found):
        out.append(linked)
        held |= words
    for match in found:
        if match.word not in held:
            draft = turned(scene, tree, _draft(scene, tree, match), [m for m in found if m.word in held])
            out.extend(_split(tree, match, draft))
    return _with_borrowed(tree, [draft for draft in out if not _open(tree, draft)])


def _open(tree: Tree, draft: Draft) -> bool:
    """Whether an act is only aimed at: its fulfilment is open, and the aim is another claim's content.

    A demand is made by being aimed at, so it stays.
    """
    if draft.certainty.value != "Uu" or draft.kind == "demand":
        return False
    return draft.kind in ("event", "plan", "statement") or tree.relation(draft.match.word) in ("advcl", "acl")


def _draft(scene: Scene, tree: Tree, match: Match) -> Draft:
    frame, i = match.frame, match.word
    accepts = lambda k: bool(scene.parties.of(tree, k))  # noqa: E731  # three words, used twice
    actors = filled(tree, i, _seats(tree, i, frame), accepts)
    struck = filled(tree, i, frame.recipient, accepts) or filled(
        tree, i, frame.recipient, lambda k: bool(scene.parties.owner(tree, k))
    )
    recipients = [k for k in struck if k not in actors]
    verb = _light(tree, i) if frame.pos == "noun" else None
    told = contents(tree, i, frame)
    condition = condition_of(tree, i, scene.lexicon, told)
    asked = frame.kind in ("demand", "proposal")
    certainty = certainty_of(
        tree, i if verb is None else verb, scene.lexicon, conditional=condition is not None, asked=asked
    )
    kind, event = sort_of(
        frame.kind or "event", Event(frame.type, frame.mode), certainty, conditional=condition is not None
    )
    about = [w for head in told[:1] for w in tree.stretch(head, BESIDE)]
    return Draft(
        match=match,
        kind=kind,
        event=event,
        actors=scene.mentions(tree, actors),
        recipients=scene.mentions(tree, recipients, owners=True),
        certainty=certainty,
        condition=condition,
        said=attributions(tree, i, scene.lexicon),
        words=evidence(tree, match),
        about=about or tree.stretch(i, BESIDE),
    )


def _seats(tree: Tree, i: int, frame: Frame) -> tuple[str, ...]:
    """The seats of the doer; who "condemned the attacks" did not make them.

    The subject over a noun of harm is its doer only where the noun is the verb's own object and the
    verb no act by itself ("launched an attack").
    """
    if frame.pos != "noun" or frame.type not in HARMS:
        return frame.actor
    light = tree.relation(i) == "obj" and tree.lemma(tree.tokens[i].head) in _LIGHT
    if light:
        return frame.actor
    return tuple(seat.replace("gov+", "").replace("gov", "mod") for seat in frame.actor)


def evidence(tree: Tree, match: Match) -> list[int]:
    """The words that carry an act: its clause without clauses beside it, its own subject included."""
    i = match.word
    if match.frame.pos != "noun":
        return tree.stretch(i, BESIDE)
    verb = _light(tree, i)
    return tree.stretch(i, BESIDE | {"case", "mark"}) if verb is None else tree.stretch(verb, BESIDE)


def _light(tree: Tree, noun: int) -> int | None:
    """The verb whose object or subject a noun of action is ("held talks", "talks began")."""
    relation, head = tree.relation(noun), tree.tokens[noun].head
    if head >= 0 and relation in ("obj", "nsubj") and tree.tokens[head].upos == "VERB":
        return head
    return None


def _split(tree: Tree, match: Match, draft: Draft) -> Iterator[Draft]:
    """One draft for each coordinated content of a demand, promise or proposal."""
    heads = contents(tree, match.word, match.frame) if draft.kind in _SPLIT else []
    heads = heads[:1] + [k for k in heads[1:] if not tree.kids(k, "aux", "nsubj") and not _denied(tree, k)]
    yield draft
    for head in heads[1:]:
        words = tree.stretch(head, BESIDE)
        if len(words) > 1:
            yield Draft(
                match, draft.kind, draft.event, draft.actors, draft.recipients, draft.certainty,
                draft.condition, draft.said, words, words,
            )  # fmt: skip


def _denied(tree: Tree, k: int) -> bool:
    """Whether a content is set against the others: "but not armed ones"."""
    return any(tree.lemma(w) in ("not", "no") for w in tree.kids(k, "advmod", "det", "cc"))


def _with_borrowed(tree: Tree, drafts: list[Draft]) -> list[Draft]:
    """Give an act without a doer that of the act it stands within."""
    for draft in drafts:
        if not draft.actors and draft.event.type not in HARMS:
            around = [
                d
                for d in drafts
                if d is not draft and d.actors and draft.match.word in tree.block(d.match.word)
            ]
            if around:
                near = max(around, key=lambda d: d.match.word)
                draft.actors, draft.borrowed = near.actors, True
                draft.recipients = draft.recipients or near.recipients
    return [draft for draft in drafts if not _incidental(tree, draft)]


_WORDS = frozenset({"promise", "demand", "proposal", "threat", "plan"})


def _incidental(tree: Tree, draft: Draft) -> bool:
    """Whether a noun only names an act beside another one ("before the summit", "of the pledges")."""
    i = draft.match.word
    if draft.match.frame.pos != "noun" or tree.relation(i) not in ("obl", "nmod", "compound"):
        return False
    if draft.kind in _WORDS and draft.event.type != "CONSULT":
        return not (tree.kids(i, "acl", "ccomp", "nmod:poss") or contents(tree, i, draft.match.frame))
    beside = tree.case(i) in ("before", "after", "since", "for")
    return draft.borrowed and (beside or draft.event.type != "CONSULT")
