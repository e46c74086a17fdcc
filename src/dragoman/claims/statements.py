"""Claims that no event frame finds: what somebody said, and what a source says is not known."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.claims.certainty import Certainty, certainty_of
from dragoman.claims.draft import Draft
from dragoman.claims.drafts import BESIDE
from dragoman.claims.lexicon import Frame, Report
from dragoman.claims.matching import Match
from dragoman.claims.scene import Scene
from dragoman.claims.speech import attributions, speaker_of
from dragoman.claims.syntax import Tree
from dragoman.model import Event, Kind


def statements_of(scene: Scene, tree: Tree, drafts: list[Draft]) -> Iterator[Draft]:
    """Reports whose content holds no act of its own, and things said to be unclear."""
    taken = {d.match.word for d in drafts}
    for i in range(len(tree.tokens)):
        if i in taken:
            continue
        if _unclear(scene, tree, i) and _clausal(tree, i):
            yield _draft(scene, tree, i, "assessment", Certainty("Uu", ()), [])
        elif _judgement(scene, tree, i):
            certainty = certainty_of(tree, i, scene.lexicon, conditional=False)
            ahead = Certainty(certainty.value, tuple(dict.fromkeys((*certainty.auxiliary, "future"))))
            yield _draft(scene, tree, i, "assessment", ahead, [])
        elif (report := _report(scene, tree, i)) is not None and not _filled(tree, i, drafts):
            speaker = speaker_of(tree, i)
            if speaker is not None and scene.parties.of(tree, speaker):
                certainty = certainty_of(tree, i, scene.lexicon, conditional=False)
                yield _draft(scene, tree, i, report.kind, certainty, [speaker])


def _judgement(scene: Scene, tree: Tree, i: int) -> bool:
    """Whether a clause weighs in the outlet's own voice what is to come ("will probably")."""
    if not (tree.tokens[i].head < 0 or tree.relation(i) == "conj") or attributions(tree, i, scene.lexicon):
        return False
    ahead = any(tree.tokens[k].xpos == "MD" for k in tree.kids(i, "aux"))
    weighed = [tree.lemma(k) for k in tree.kids(i, "advmod", "nsubj")] if ahead else []
    if tree.tokens[i].upos == "ADJ" and tree.kids(i, "cop"):
        weighed.append(tree.lemma(i))
    return any(mark.sort == "hedge" for word in weighed for mark in scene.lexicon.certainty(word))


def _unclear(scene: Scene, tree: Tree, i: int) -> bool:
    """Whether a word says that a thing is not known: "unclear", "was not specified"."""
    phrases = [tree.lemma(i)]
    if any(tree.lemma(k) == "not" for k in tree.kids(i, "advmod")):
        phrases.append(f"not {tree.tokens[i].text.lower()}")
    return any(mark.sort == "unclear" for phrase in phrases for mark in scene.lexicon.certainty(phrase))


def _report(scene: Scene, tree: Tree, i: int) -> Report | None:
    """The reporting verb at a word, if it has a content."""
    token = tree.tokens[i]
    if token.upos != "VERB" or not (tree.kids(i, "ccomp") or tree.relation(i) == "parataxis"):
        return None
    return scene.lexicon.report(tree.lemma(i), "VERB")


def _filled(tree: Tree, i: int, drafts: list[Draft]) -> bool:
    """Whether an act stands within what is said."""
    content = [w for k in tree.kids(i, "ccomp", "parataxis") for w in tree.block(k)]
    if tree.relation(i) == "parataxis":
        content.extend(tree.block(tree.tokens[i].head))
    return any(d.match.word in content for d in drafts)


def _clausal(tree: Tree, i: int) -> bool:
    return (
        tree.tokens[i].head < 0
        or tree.relation(i) in ("conj", "ccomp", "parataxis")
        or bool(tree.kids(i, "ccomp", "csubj", "nsubj"))
    )


def _draft(scene: Scene, tree: Tree, i: int, kind: Kind, certainty: Certainty, speakers: list[int]) -> Draft:
    words = tree.stretch(i, BESIDE)
    inside = speakers or [k for k in words if tree.relation(k) == "nsubj"]
    actors = scene.mentions(tree, [k for k in inside if scene.parties.of(tree, k)][:1])
    about = [w for k in tree.kids(i, "ccomp", "csubj") for w in tree.block(k)] or words
    frame = Frame.bare(tree.lemma(i), kind)
    return Draft(
        Match(i, frame),
        kind,
        Event(),
        actors,
        (),
        certainty,
        None,
        attributions(tree, i, scene.lexicon),
        words,
        about,
    )
