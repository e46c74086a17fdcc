"""Drafts of the acts that the reader's network finds: what it learnt from the dispatches written for it.

The network tells the trigger, kind, type and certainty of an act and which words are its parts; who those
words name, and on what tree they hang, is read here as for the acts that frames find.
"""

from __future__ import annotations

from typing import get_args

from dragoman.claims.certainty import Certainty
from dragoman.claims.conditions import marker_in
from dragoman.claims.draft import Draft
from dragoman.claims.frames import Frame, PartOfSpeech
from dragoman.claims.kinds import sort_of
from dragoman.claims.matching import Match
from dragoman.claims.naming import head_of, parties
from dragoman.claims.scene import Scene
from dragoman.claims.speech import Attribution, attributions
from dragoman.claims.syntax import Tree
from dragoman.claims.turns import by_speaker
from dragoman.model import Act, Auxiliary, Condition, Event


def drafts_of_acts(scene: Scene, tree: Tree) -> list[Draft]:
    """One draft for each act of the sentence, in the order of their triggers."""
    return [_draft(scene, tree, act) for act in tree.sentence.acts]


AUXILIARY: tuple[Auxiliary, ...] = get_args(Auxiliary)
_POS: dict[str, PartOfSpeech] = {"NOUN": "noun", "PROPN": "noun", "ADJ": "adj"}
_UNNAMED = frozenset({"anonymity"})
"""What a source asks for in "on condition of anonymity", which is no condition of an act."""

_AHEAD = Certainty("PR+", ("future",))
LEAST = 0.05
"""How probable the network must find it that a word tells of an act, for a frame there to stand alone."""


def joined(scene: Scene, tree: Tree, told: list[Draft], ruled: list[Draft]) -> list[Draft]:
    """The acts that the network finds, with what frames find for them where it finds nothing.

    What frames find elsewhere stands too, where the network does not think it too unlikely; a pledge that
    a verb ties to a condition ("linked the withdrawal to") stands before what the network finds in it.
    """
    tied = [d for d in ruled if scene.lexicon.condition(d.match.frame.lemma, "verb") or _open(d)]
    held = {w for draft in tied for w in draft.words}
    told = [draft for draft in told if draft.match.word not in held]
    frames = {draft.match.word: draft for draft in ruled}
    for draft in told:
        other = next((frames[w] for w in draft.act.words if w in frames), None) if draft.act else None
        if other is not None:
            _filled(draft, other)
    taken = {w for draft in told for w in draft.words} - held
    alone = [d for d in ruled if d in tied or (taken.isdisjoint(d.words) and _likely(tree, d.match.word))]
    return sorted([*told, *alone], key=lambda draft: draft.match.word)


def _open(draft: Draft) -> bool:
    """Whether the draft says that something is not known ("it is unclear where Oslo stands")."""
    return draft.kind == "assessment" and draft.event.type is None and draft.certainty.value == "Uu"


def _filled(draft: Draft, frame: Draft) -> None:
    """Take from what a frame finds at the same word what the network did not find."""
    draft.borrowed = not draft.actors
    draft.actors = draft.actors or frame.actors
    draft.recipients = draft.recipients or frame.recipients
    if draft.event.type == frame.event.type and draft.event.mode is None:
        draft.event = frame.event


def _likely(tree: Tree, word: int) -> bool:
    seen = tree.predicate(word)
    return seen is not None and seen.act >= LEAST


def _draft(scene: Scene, tree: Tree, act: Act) -> Draft:
    word, parts = head_of(tree, act.words), act.parts
    evidence = sorted({*parts["evidence"], *act.words})
    evidence = list(range(evidence[0], evidence[-1] + 1))
    condition = _condition(scene, tree, act)
    certainty = _certainty(act, condition)
    draft = Draft(
        match=Match(word, Frame.bare(tree.lemma(word), act.kind, _POS.get(tree.tokens[word].upos, "verb"))),
        kind=act.kind,
        event=_event(act),
        actors=parties(scene, tree, parts["actor"]),
        recipients=parties(scene, tree, parts["recipient"]),
        certainty=certainty,
        condition=condition,
        said=_said(scene, tree, act, word),
        words=evidence,
        about=list(parts["content"]),
        act=act,
    )
    by_speaker(scene, tree, draft)
    return draft


def _event(act: Act) -> Event:
    """The act's type; what lies ahead of a plan, promise or threat has the type that PLOVER gives to it."""
    event = Event(act.event, act.mode)
    if act.kind not in ("plan", "promise", "threat") or act.event == "MOBILIZE":
        return event
    return sort_of("event", event, _AHEAD, conditional=False)[1]


def _certainty(act: Act, condition: Condition | None) -> Certainty:
    """What the network says of certainty; what hangs on a condition, or is only possible, is hypothetical."""
    marks = set(act.auxiliary)
    if condition is not None or act.factuality.startswith("PS"):
        marks.add("hypothetical")
    return Certainty(act.factuality, tuple(mark for mark in AUXILIARY if mark in marks))


def _condition(scene: Scene, tree: Tree, act: Act) -> Condition | None:
    """The words of the condition with what their marker makes of them."""
    words = act.parts["condition"]
    if not words or not _UNNAMED.isdisjoint(map(tree.lemma, words)):
        return None
    role, polarity = marker_in(tree, words, scene.lexicon)
    return Condition(tree.anchor(words), role, polarity)


def _said(scene: Scene, tree: Tree, act: Act, word: int) -> list[Attribution]:
    """Who says so: the outer speakers that the tree shows and the innermost one of the network."""
    by_tree, speakers, cue = attributions(tree, word, scene.lexicon), act.parts["speaker"], act.parts["cue"]
    if not speakers:
        return [a for a in by_tree if a.speaker is None]
    speaker = head_of(tree, speakers)
    if any(a.speaker == speaker for a in by_tree):
        return by_tree
    at = head_of(tree, cue) if cue else max(0, tree.tokens[speaker].head)
    outer = [a for a in by_tree if a.speaker is not None][:-1]
    return [*outer, Attribution(at, speaker, "say", tree.anchor(cue or [at]))]
