"""By when an act is due: a dated "by Friday", "within four months", or a deadline without a day."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.claims.draft import Draft
from dragoman.claims.lexicon import Lexicon
from dragoman.claims.syntax import Tree
from dragoman.model import Anchor, Days, Deadline, DeadlineStatus, Time

_UNTIL = frozenset({"by", "within", "before", "until", "till", "end", "expire", "later"})
_DUE = frozenset({"demand", "promise", "proposal", "threat", "plan"})


def deadline_told(tree: Tree, draft: Draft, times: Sequence[Time], lexicon: Lexicon) -> Deadline | None:
    """The deadline that the network or, where it finds none, the words around an act tell."""
    words = draft.act.parts["deadline"] if draft.act else ()
    if not _due(tree, words, times, lexicon):
        return deadline_of(tree, draft.words, draft.kind, times, lexicon)
    anchor, own = tree.anchor(words), frozenset(words)
    dated = [t for t in times if t.days.known and not own.isdisjoint(tree.begun_in(t.anchor))]
    days = Days(words=anchor.text, basis="a deadline without a day")
    if dated:
        days = Days(None, dated[0].days.latest, anchor.text, dated[0].days.basis)
    nouns = [w for w in words if lexicon.deadline(tree.lemma(w))]
    return Deadline(anchor, days, _status(tree, nouns[0], lexicon) if nouns else "set")


def _due(tree: Tree, words: Sequence[int], times: Sequence[Time], lexicon: Lexicon) -> bool:
    """Whether words can tell a deadline: "by" a time, how long there is, or a word such as "ultimatum"."""
    own = frozenset(words)
    timed = [time for time in times if not own.isdisjoint(tree.begun_in(time.anchor))]
    until = any(tree.lemma(w) in _UNTIL for w in words)
    lasting = any(time.type == "DURATION" for time in timed)
    return (until and bool(timed)) or lasting or any(lexicon.deadline(tree.lemma(w)) for w in words)


def deadline_of(
    tree: Tree, words: Sequence[int], kind: str, times: Sequence[Time], lexicon: Lexicon
) -> Deadline | None:
    """The deadline told in a claim's words; acts that ask or bind may have one, reports may not."""
    if kind not in _DUE:
        return None
    own = frozenset(words)
    for time in times:
        mark = _marker(tree, time, lexicon)
        if mark is not None and not own.isdisjoint(tree.begun_in(time.anchor)):
            anchor = Anchor(mark.start, time.anchor.end, tree.text[mark.start : time.anchor.end])
            days = Days(None, time.days.latest, anchor.text, time.days.basis)
            return Deadline(anchor, days, "set")
    return _undated(tree, words, lexicon)


def _marker(tree: Tree, time: Time, lexicon: Lexicon) -> Anchor | None:
    """The word before or at the head of a time that makes it a limit: by, within, until."""
    for token in tree.tokens:
        near = token.end <= time.anchor.start and not tree.text[token.end : time.anchor.start].strip()
        inside = token.start == time.anchor.start
        if (near or inside) and lexicon.limits(token.text.lower()):
            return Anchor(token.start, token.end, token.text)
    return None


def _undated(tree: Tree, words: Sequence[int], lexicon: Lexicon) -> Deadline | None:
    """A deadline named without a day ("a deadline", "the ultimatum")."""
    for w in words:
        if tree.tokens[w].upos == "NOUN" and lexicon.deadline(tree.lemma(w)):
            phrase = tree.anchor(tree.stretch(w, frozenset({"acl", "conj", "cc", "case", "nmod"})))
            return Deadline(
                phrase, Days(words=phrase.text, basis="a deadline without a day"), _status(tree, w, lexicon)
            )
    return None


def _status(tree: Tree, w: int, lexicon: Lexicon) -> DeadlineStatus:
    """What has become of the deadline; "proposed setting" is only proposed."""
    told = [status for head in (w, *tree.above(w)) if (status := lexicon.deadline_status(tree.lemma(head)))]
    return "proposed" if "proposed" in told else told[0] if told else "set"
