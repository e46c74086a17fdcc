"""Turns a matched frame into a draft of a claim: parties, content, certainty, condition, day."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.claims.certainty import Certainty, certainty_of
from dragoman.claims.conditions import condition_of
from dragoman.claims.kinds import sort_of
from dragoman.claims.matching import Match
from dragoman.claims.objects import objects
from dragoman.claims.roles import contents, filled
from dragoman.claims.scene import Scene
from dragoman.claims.speech import Attribution, attributions
from dragoman.claims.syntax import Tree
from dragoman.model import Condition, Event, Kind, Mention

_SPLIT = frozenset({"demand", "promise", "proposal"})
_ABSORBING = frozenset({"demand", "promise", "proposal", "threat", "plan", "accusation", "denial"})
_LEFT_OUT = frozenset({"conj", "cc", "parataxis", "discourse"})


@dataclass(slots=True)
class Draft:
    """A claim in the making. `words` are those of its evidence, `about` of its content."""

    match: Match
    kind: Kind
    event: Event
    actors: tuple[Mention, ...]
    recipients: tuple[Mention, ...]
    certainty: Certainty
    condition: Condition | None
    said: list[Attribution]
    words: list[int]
    about: list[int]
    borrowed: bool = False


def drafts_of(scene: Scene, tree: Tree, found: list[Match]) -> list[Draft]:
    """The drafts of a sentence; an act that is the content of another is not one of its own."""
    held = _absorbed(tree, found)
    out: list[Draft] = []
    for match in found:
        if match.word not in held:
            out.extend(_split(tree, match, _draft(scene, tree, match)))
    return _with_borrowed(tree, [draft for draft in out if not _open(draft)])


def _open(draft: Draft) -> bool:
    """Whether an act is only aimed at: its fulfilment is open, and the aim is another claim's content."""
    return draft.certainty.value == "Uu" and draft.kind == "event"


def _absorbed(tree: Tree, found: list[Match]) -> set[int]:
    """Words whose act is told as the content, object or name of another act."""
    words = {m.word for m in found}
    out: set[int] = set()
    for m in found:
        if m.frame.pos == "verb" and m.frame.constraint("obj") is not None:
            out.update(k for o in objects(tree, m.word) for k in tree.conjuncts(o))
        if m.frame.kind in _ABSORBING or m.frame.type in ("REJECT", "SUPPORT"):
            for head in contents(tree, m.word, m.frame):
                out.update(w for w in tree.block(head) if not _stands_alone(tree, w, head))
    for m in found:
        if m.frame.pos == "noun" and tree.relation(m.word) in ("compound", "amod"):
            out.add(m.word)
    return out & words


def _stands_alone(tree: Tree, word: int, content: int) -> bool:
    """Whether an act within a content is a claim by itself: in a clause that tells of another thing."""
    node = word
    for head in (word, *tree.above(word)):
        if head == content:
            return False
        if tree.tokens[head].deprel in ("acl:relcl", "parataxis"):
            return True
        if tree.relation(head) == "advcl" and not _bare(tree, head):
            return True
        node = head
    return node != content


def _bare(tree: Tree, i: int) -> bool:
    return not tree.kids(i, "nsubj")


def _draft(scene: Scene, tree: Tree, match: Match) -> Draft:
    frame, i = match.frame, match.word
    accepts = lambda k: bool(scene.parties.of(tree, k))  # noqa: E731  # three words, used twice
    actors = filled(tree, i, frame.actor, accepts)
    recipients = [k for k in filled(tree, i, frame.recipient, accepts) if k not in actors]
    condition = condition_of(tree, i, scene.lexicon)
    certainty = certainty_of(tree, i, scene.lexicon, conditional=condition is not None)
    kind, event = sort_of(
        frame.kind or "event", Event(frame.type, frame.mode), certainty, conditional=condition is not None
    )
    about = [w for head in contents(tree, match.word, match.frame)[:1] for w in tree.stretch(head, _LEFT_OUT)]
    return Draft(
        match=match,
        kind=kind,
        event=event,
        actors=scene.mentions(tree, actors),
        recipients=scene.mentions(tree, recipients),
        certainty=certainty,
        condition=condition,
        said=attributions(tree, i, scene.lexicon),
        words=evidence(tree, match),
        about=about or tree.stretch(i, _LEFT_OUT),
    )


def evidence(tree: Tree, match: Match) -> list[int]:
    """The words that carry an act: its clause without clauses beside it, its own subject included."""
    i = match.word
    words = tree.stretch(i, _LEFT_OUT)
    if match.frame.pos == "noun" and (verb := _light(tree, i)) is not None:
        words = tree.stretch(verb, _LEFT_OUT)
    return words


def _light(tree: Tree, noun: int) -> int | None:
    """The verb whose object or subject a noun of action is ("held talks", "talks began")."""
    relation, head = tree.relation(noun), tree.tokens[noun].head
    if head >= 0 and relation in ("obj", "nsubj") and tree.tokens[head].upos == "VERB":
        return head
    return None


def _split(tree: Tree, match: Match, draft: Draft) -> Iterator[Draft]:
    """One draft for each coordinated content of a demand, promise or proposal."""
    heads = contents(tree, match.word, match.frame) if draft.kind in _SPLIT else []
    yield draft
    for head in heads[1:]:
        words = tree.stretch(head, _LEFT_OUT)
        if len(words) > 1:
            yield Draft(
                match, draft.kind, draft.event, draft.actors, draft.recipients, draft.certainty,
                draft.condition, draft.said, words, words,
            )  # fmt: skip


def _with_borrowed(tree: Tree, drafts: list[Draft]) -> list[Draft]:
    """Give an act without a doer that of the act it stands within."""
    for draft in drafts:
        if not draft.actors:
            around = [
                d
                for d in drafts
                if d is not draft and d.actors and draft.match.word in tree.block(d.match.word)
            ]
            if around:
                near = max(around, key=lambda d: d.match.word)
                draft.actors, draft.borrowed = near.actors, True
                draft.recipients = draft.recipients or near.recipients
    return drafts
