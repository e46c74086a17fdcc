"""What the words around an act make of it: a threat of a plan, an assessment of a statement.

Each turn is a named heuristic; docs/claims.md says what each is worth.
"""

from __future__ import annotations

from dataclasses import replace

from dragoman.claims.certainty import Certainty
from dragoman.claims.draft import Draft
from dragoman.claims.kinds import sort_of
from dragoman.claims.matching import Match
from dragoman.claims.scene import Scene
from dragoman.claims.syntax import Tree
from dragoman.model import Days, Event, Mention

_REFUSALS = frozenset(
    {"not", "n't", "never", "no", "unless", "fail", "refuse", "without", "reject", "ignore"}
)
_OWN = frozenset({"i", "we", "me", "us", "my", "our"})
_ASKED = {"RETREAT": "yield", "CONCEDE": "yield", "AID": "assist", "COOPERATE": "assist", "CONSULT": "meet"}
_AHEAD = Certainty("PR+", ("future",))
_WILLING = frozenset({"AGREE", "SUPPORT", "CONCEDE", "CONSULT", "COOPERATE", "AID", "RETREAT"})


def ahead_of(draft: Draft, when: Days, published: Days) -> None:
    """An act whose day lies after publication is a plan, whatever the tense of its words."""
    later = when.earliest is not None and published.latest is not None and when.earliest > published.latest
    if later and draft.kind == "event" and not draft.certainty.future:
        draft.certainty = _AHEAD
        draft.kind, draft.event = sort_of(draft.kind, draft.event, _AHEAD, conditional=False)


def turned(scene: Scene, tree: Tree, draft: Draft, held: list[Match]) -> Draft:
    """The draft after every turn that applies; `held` are the acts told within other acts."""
    _by_content(tree, draft, held)
    _by_condition(scene, tree, draft)
    _by_refusal(draft)
    _by_duty(scene, tree, draft)
    by_speaker(scene, tree, draft)
    _by_voice(scene, tree, draft)
    return draft


def _by_refusal(draft: Draft) -> None:
    """Who will not agree, help or yield refuses; an act of speech denied is only a statement."""
    if "negated" not in draft.certainty.auxiliary:
        return
    if draft.event.type in _WILLING and draft.certainty.future:
        if draft.event.type == "CONSULT" or len(draft.actors) > 1:  # "would not sit down with them"
            draft.actors, draft.recipients = draft.actors[:1], draft.recipients or draft.actors[1:]
        draft.kind, draft.event = "statement", Event("REJECT")
    elif draft.kind in ("demand", "proposal", "promise", "threat"):
        draft.kind, draft.event = "statement", Event()


def _by_content(tree: Tree, draft: Draft, held: list[Match]) -> None:
    """A plan or proposal without a type of its own has that of what is planned, seen as lying ahead."""
    if draft.event.type is not None or draft.kind not in ("plan", "proposal", "promise"):
        return
    inside = [m for m in held if m.word in draft.about and m.word != draft.match.word and m.frame.type]
    if inside:
        frame = min(inside, key=lambda m: len(list(tree.above(m.word)))).frame
        draft.event = sort_of("event", Event(frame.type, frame.mode), _AHEAD, conditional=False)[1]


def _by_condition(scene: Scene, tree: Tree, draft: Draft) -> None:
    """What somebody will do unless another yields is a threat to that other."""
    if draft.condition is None or not (draft.certainty.hypothetical or draft.certainty.future):
        return
    inside = tree.begun_in(draft.condition.anchor)
    subjects = [i for i in inside if tree.relation(i) == "nsubj"]
    others = [m for m in scene.mentions(tree, subjects) if not _same(m, draft.actors)]
    if not others:
        return
    draft.recipients = draft.recipients or tuple(others)
    if draft.kind in ("plan", "promise", "event", "statement") and _REFUSALS & {
        tree.lemma(i) for i in inside
    }:
        draft.kind = "threat"
        draft.event = Event("THREATEN", draft.event.mode if draft.event.type == "THREATEN" else None)


def _by_duty(scene: Scene, tree: Tree, draft: Draft) -> None:
    """What somebody says that another must do is a demand on that other."""
    duty = any(tree.lemma(k) == "must" for k in tree.kids(draft.match.word, "aux"))
    if not duty or draft.kind not in ("event", "plan", "promise") or "negated" in draft.certainty.auxiliary:
        return
    said_by = _speaking(scene, tree, draft)
    if said_by and not _same(said_by[0], draft.actors):
        draft.kind, draft.recipients, draft.actors = "demand", draft.actors, said_by
        draft.event = Event("REQUEST", _ASKED.get(draft.event.type or ""))
    else:
        draft.kind, draft.event = "assessment", Event()


def by_speaker(scene: Scene, tree: Tree, draft: Draft) -> None:
    """Who says "we" or "I" in a report of his words means himself."""
    whose = _speaking(scene, tree, draft)
    if whose:
        draft.actors = tuple(_taken_up(m, whose[0]) for m in draft.actors)
        draft.recipients = tuple(_taken_up(m, whose[0]) for m in draft.recipients)


def _speaking(scene: Scene, tree: Tree, draft: Draft) -> tuple[Mention, ...]:
    """Who speaks innermost."""
    speakers = [a.speaker for a in draft.said if a.speaker is not None]
    return scene.mentions(tree, speakers[-1:])


def _taken_up(mention: Mention, speaker: Mention) -> Mention:
    own = mention.form == "pronoun" and mention.head.text.lower() in _OWN and mention.antecedent is None
    return replace(mention, antecedent=speaker.antecedent or speaker.anchor) if own else mention


def _same(mention: Mention, others: tuple[Mention, ...]) -> bool:
    return any(mention.words.lower() == other.words.lower() for other in others)


def _by_voice(scene: Scene, tree: Tree, draft: Draft) -> None:
    """What the outlet itself says of a party, or reads from its words, is an assessment."""
    shown = [a for a in draft.said if a.speaker is not None and not scene.parties.of(tree, a.speaker)]
    if shown:
        draft.said = [a for a in draft.said if a not in shown]
        if shown[-1].sort in ("show", "believe") and draft.kind in ("statement", "plan", "promise", "event"):
            draft.kind = "assessment"
    if draft.kind == "statement" and not draft.said and tree.kids(draft.match.word, "cop"):
        draft.kind = "assessment"
