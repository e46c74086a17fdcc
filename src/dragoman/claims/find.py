"""From a reading to its claims: every act of every sentence, with its parties, source and certainty."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import replace

from dragoman.claims.acts import drafts_of_acts, joined
from dragoman.claims.addressing import addressee
from dragoman.claims.conditions import antecedent
from dragoman.claims.confidence import Traits, confidence_of, traits_of
from dragoman.claims.days import times_of, told_in, when_of
from dragoman.claims.deadlines import deadline_told
from dragoman.claims.draft import Draft
from dragoman.claims.drafts import drafts_of
from dragoman.claims.lexicon import Lexicon
from dragoman.claims.matching import matches
from dragoman.claims.mentions import Parties, mention_of
from dragoman.claims.naming import head_of
from dragoman.claims.roles import contents
from dragoman.claims.scene import Scene
from dragoman.claims.statements import statements_of
from dragoman.claims.syntax import Tree
from dragoman.claims.turns import ahead_of
from dragoman.model import Anchor, Claim, Days, Mention, Reading, Sentence, Source, Time

_VERBAL = frozenset({"statement", "demand", "proposal", "promise", "threat", "accusation", "denial"})


def claims_in(reading: Reading, lexicon: Lexicon | None = None) -> tuple[Claim, ...]:
    """The claims of a dispatch in the order of its text."""
    words = lexicon or Lexicon.load()
    return tuple({claim.id: claim for claim, _ in traced(reading, words)}.values())


def traced(reading: Reading, lexicon: Lexicon) -> Iterator[tuple[Claim, Traits]]:
    """The claims, each with what its confidence was worked out from."""
    scene = Scene(reading, lexicon, Parties(lexicon.animate))
    for sentence in reading.sentences:
        yield from _claims_of(scene, sentence)


def _claims_of(scene: Scene, sentence: Sentence) -> Iterator[tuple[Claim, Traits]]:
    tree = scene.tree(sentence)
    scene.enter(sentence)
    _remember(scene, tree)
    found = [m for m in matches(tree, scene.lexicon) if not antecedent(tree, m.word, scene.lexicon)]
    ruled = drafts_of(scene, tree, found)
    ruled.extend(statements_of(scene, tree, ruled))
    drafts = joined(scene, tree, drafts_of_acts(scene, tree), ruled)
    times = times_of(tree, scene.reading.times)
    contexts = scene.lexicon.contexts(map(tree.lemma, range(len(tree.tokens))))
    for draft in drafts:
        if draft.actors or draft.kind == "assessment":
            draft.event = replace(draft.event, contexts=contexts)
            draft.recipients = _others(draft) or addressee(scene, tree, draft)
            traits = traits_of(draft, tree, scene.lexicon.parties)
            yield _claim(scene, tree, draft, times, confidence_of(traits, scene.lexicon.trust)), traits
    _advance(scene, tree, times)


def _others(draft: Draft) -> tuple[Mention, ...]:
    """The recipients but for words that already stand for an actor."""
    own = {mention.anchor for mention in draft.actors}
    return tuple(mention for mention in draft.recipients if mention.anchor not in own)


def _remember(scene: Scene, tree: Tree) -> None:
    """Note the parties of the sentence, so that later words can take them up."""
    for i, token in enumerate(tree.tokens):
        if scene.parties.acts(tree, i) and tree.relation(i) not in ("flat", "compound", "conj"):
            prominence = 2 if tree.relation(i) == "nsubj" and _leads(tree, tree.tokens[i].head) else 1
            for mention in scene.parties.of(tree, i):
                if mention.head.start == token.start:
                    noun = scene.lexicon.parties.get(tree.lemma(i))
                    person = token.upos == "NOUN" and noun is not None and noun.number == "sing"
                    scene.memory.note(tree, i, scene.memory.resolved(mention), prominence, person=person)
        elif token.upos == "NOUN" and token.xpos == "NN" and tree.relation(i) == "nsubj":
            # So that "it" is the treaty, not a state named before.
            scene.memory.note(tree, i, mention_of(tree, i), 2, person=False)


def _leads(tree: Tree, verb: int) -> bool:
    """Whether a verb heads a clause of its own, not one beside or within a phrase ("with X abstaining")."""
    return tree.relation(verb) not in ("advcl", "acl")


def _advance(scene: Scene, tree: Tree, times: list[Time]) -> None:
    """Let the narrative stand on the day this sentence gave its main clause, unless it lies ahead."""
    roots = [i for i, token in enumerate(tree.tokens) if token.head < 0]
    day = when_of(tree, roots[0], times) if roots else None
    if day is None or day.earliest is None or day.earliest != day.latest:
        return
    published = scene.reading.dispatch.published.latest
    past = published is None or day.earliest <= published
    if past and tree.tokens[roots[0]].xpos in ("VBD", "VBN"):
        scene.narrative = replace(day, basis=f"carried on from {day.words!r} before: {day.basis}")


def _claim(scene: Scene, tree: Tree, draft: Draft, times: list[Time], confidence: float) -> Claim:
    due = deadline_told(tree, draft, times, scene.lexicon)
    when = _when(scene, tree, draft, _own_times(tree, draft, times))
    ahead_of(draft, when, scene.reading.dispatch.published)
    evidence, dispatch = tree.anchor(draft.words), scene.reading.dispatch
    speakers, cue = _voices(scene, tree, draft)
    content = _content(tree, draft, evidence)
    return Claim(
        id=_id(dispatch.id, evidence, draft, content),
        dispatch=dispatch.id,
        sentence=tree.sentence.anchor,
        evidence=evidence,
        kind=draft.kind,
        event=draft.event,
        actors=draft.actors,
        recipients=draft.recipients,
        when=when,
        where=_where(scene, tree, draft),
        factuality=draft.certainty.value,
        auxiliary=draft.certainty.auxiliary,
        sources=(*scene.outer_sources(tree.sentence.anchor), *speakers),
        cue=cue,
        condition=draft.condition,
        deadline=due,
        content=content,
        confidence=confidence,
        method=f"{'act' if draft.act else 'frame'}:{draft.match.frame.pos}:{draft.match.frame.lemma}",
    )


def _content(tree: Tree, draft: Draft, evidence: Anchor) -> str:
    """What is said, asked or promised, without the word that joins it; the evidence where it is too bare."""
    words = draft.about[1:] if draft.about and _joins(tree, draft.about) else draft.about
    telling = [w for w in words if tree.tokens[w].upos not in ("PRON", "DET", "PUNCT", "ADP", "PART")]
    return tree.anchor(words).text if len(telling) > 1 else evidence.text


def _joins(tree: Tree, words: list[int]) -> bool:
    """Whether the first of some words only ties them to what stands before ("that", "of leaving")."""
    first, inside = words[0], set(words)
    heads = [w for w in words if tree.tokens[w].head not in inside]
    joining = tree.relation(first) in ("mark", "case") and tree.lemma(first) not in ("to", "if", "unless")
    return joining and tree.tokens[first].head in heads


def _id(dispatch: str, evidence: Anchor, draft: Draft, content: str) -> str:
    parts = (
        dispatch,
        evidence.start,
        evidence.end,
        draft.kind,
        draft.event.type,
        draft.event.mode,
        draft.match.word,
        content,
    )
    return hashlib.sha256("|".join(map(str, parts)).encode()).hexdigest()[:16]


def _voices(scene: Scene, tree: Tree, draft: Draft) -> tuple[tuple[Source, ...], Anchor | None]:
    """The speakers, innermost last, and the innermost words that attribute.

    An act of speech that nobody else reports is its actors' own word.
    """
    out: list[Source] = []
    for attribution in draft.said:
        heads = [attribution.speaker] if attribution.speaker is not None else []
        out.extend(Source("speaker", m.anchor.text, m) for m in scene.mentions(tree, heads))
    cue = draft.said[-1].words if draft.said else None
    if not out and draft.kind in _VERBAL:
        out.extend(Source("speaker", m.anchor.text, m) for m in draft.actors[:1])
    return tuple(out), cue


def _own_times(tree: Tree, draft: Draft, times: list[Time]) -> list[Time]:
    """The times that may tell the day of an act: for a word given, not those of what it promises or asks."""
    if draft.kind not in ("demand", "proposal", "promise", "threat"):
        return times
    content = {w for k in contents(tree, draft.match.word, draft.match.frame) for w in tree.block(k)}
    if draft.act:
        content.update(w for part in ("content", "condition", "deadline") for w in draft.act.parts[part])
    return [t for t in times if content.isdisjoint(tree.begun_in(t.anchor))]


def _when(scene: Scene, tree: Tree, draft: Draft, times: list[Time]) -> Days:
    """The day of the act: told in its clause, else that of the narrative, for what is told as past."""
    told = told_in(tree, draft.act, times) if draft.act else None
    told = told or when_of(tree, draft.match.word, times)
    if told is not None:
        return told
    ahead = draft.certainty.future or draft.certainty.hypothetical or draft.condition is not None
    if ahead or draft.certainty.value in ("PS+", "PS-"):
        return Days()
    tense = _tense(tree, draft.match.word)
    if tense == "past":
        return scene.narrative
    published = scene.reading.dispatch.published
    if tense == "present" and published.earliest is not None and published.earliest == published.latest:
        return Days(published.earliest, published.latest, "", "told in the present: the day of publication")
    return Days()


def _tense(tree: Tree, i: int) -> str:
    """past, present, perfect or none, of the clause a word stands in."""
    for node in (i, *tree.above(i)):
        helpers = [tree.tokens[k] for k in tree.kids(node, "aux", "cop")]
        if any(t.lemma == "have" and t.xpos in ("VBZ", "VBP") for t in helpers):
            return "perfect"
        tags = [t.xpos for t in helpers] + [tree.tokens[node].xpos]
        if "MD" in tags:
            return "none"
        if "VBD" in tags:
            return "past"
        if "VBZ" in tags or "VBP" in tags:
            return "present"
    return "none"


def _place(tree: Tree, words: Sequence[int]) -> Mention:
    """The name among the words of a place, else their noun, else the phrase as it stands."""
    named = [w for w in words if tree.label(w) or tree.tokens[w].upos == "PROPN"]
    nouns = [w for w in words if tree.tokens[w].upos == "NOUN"]
    return mention_of(tree, head_of(tree, named or nouns or words))


def _where(scene: Scene, tree: Tree, draft: Draft) -> Mention | None:
    """The place of the act, not of the report: a name in a phrase of place under it or its clause."""
    node = draft.match.word
    if draft.act and draft.act.parts["place"]:
        return _place(tree, draft.act.parts["place"])
    for head in (node, *tree.above(node)):
        for prep, k in tree.phrases(head):
            if prep in ("in", "at", "near", "outside") and tree.label(k) == "LOC":
                return next(iter(scene.parties.of(tree, k)), None)
        if tree.relation(head) in ("ccomp", "parataxis"):
            return None
    return None
