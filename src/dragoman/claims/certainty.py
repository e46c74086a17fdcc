"""How sure the innermost source is that the act holds (FactBank), and PLOVER's auxiliary modes.

Read from the predicate upwards: its own auxiliaries, negation and hedges, then what each governing
word does to the clause under it. After Sauri and Pustejovsky (2009); words stand in certainty.tsv.
"""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.claims.lexicon import Lexicon
from dragoman.claims.syntax import Tree
from dragoman.model import Auxiliary, Factuality

_LEVELS = ("Uu", "PS", "PR", "CT")


@dataclass(frozen=True, slots=True)
class Certainty:
    """A FactBank value and the auxiliary modes that follow from it."""

    value: Factuality
    auxiliary: tuple[Auxiliary, ...]

    @property
    def future(self) -> bool:
        """Whether the act lies ahead."""
        return "future" in self.auxiliary

    @property
    def hypothetical(self) -> bool:
        """Whether it holds only under a condition, or is imagined."""
        return "hypothetical" in self.auxiliary


@dataclass(slots=True)
class _State:
    level: int = 3
    positive: bool = True
    future: bool = False
    hypothetical: bool = False
    historical: bool = False

    def at_most(self, level: str) -> None:
        self.level = min(self.level, _LEVELS.index(level))

    def apply(self, effect: str) -> None:
        """Apply an effect such as PR+, CT- or Uu."""
        if effect == "Uu":
            self.level = 0
            return
        self.at_most(effect[:2])
        if effect.endswith("-"):
            self.positive = not self.positive

    def value(self) -> Factuality:
        if self.level == 0:
            return "Uu"
        sign = "+" if self.positive else "-"
        return f"{_LEVELS[self.level]}{sign}"  # type: ignore[return-value]  # the six values by construction


def certainty_of(
    tree: Tree, i: int, lexicon: Lexicon, *, conditional: bool, asked: bool = False
) -> Certainty:
    """The certainty of the act at a word; `conditional` says that it stands under a condition.

    `asked` says that it is itself an asking, which aiming at it makes happen.
    """
    state = _State()
    _own(tree, i, lexicon, state)
    node = i
    for head in tree.above(i):
        relation = tree.relation(node)
        if relation in ("xcomp", "ccomp", "csubj") or (
            relation == "acl" and tree.tokens[head].upos == "NOUN"
        ):
            _governed(tree, head, lexicon, state, relation, asked=asked)
        elif relation == "advcl" and _purpose(tree, node) and not asked:
            state.level, state.future = 0, False
        elif relation != "conj":
            break
        if relation == "ccomp":
            break
        node = head
    if conditional:
        state.hypothetical = True
        state.at_most("PR")
    return Certainty(state.value(), _auxiliary(state))


def _auxiliary(state: _State) -> tuple[Auxiliary, ...]:
    out: list[Auxiliary] = []
    if state.historical:
        out.append("historical")
    if state.future:
        out.append("future")
    if state.hypothetical:
        out.append("hypothetical")
    if not state.positive:
        out.append("negated")
    return tuple(out)


def _own(tree: Tree, i: int, lexicon: Lexicon, state: _State) -> None:
    """What the predicate's own auxiliaries, adverbs and determiners do."""
    for kid in tree.children[i]:
        relation, word = tree.relation(kid), tree.lemma(kid)
        outer = tree.tokens[kid].deprel == "nsubj:outer"  # "the likelihood is that"
        if relation not in ("aux", "advmod", "amod", "det", "cop", "discourse", "cc") and not outer:
            continue
        for mark in lexicon.certainty(word):
            if mark.sort == "modal" and relation == "aux":
                state.apply(mark.effect)
                state.future |= word in ("will", "would", "shall")
                state.hypothetical |= word in ("may", "might", "could", "would")
            elif mark.sort in ("hedge", "negation") and relation != "aux":
                state.apply(mark.effect)
    helpers = [tree.lemma(k) for k in tree.kids(i, "aux", "cop")]
    if "be" in helpers and tree.marked(i, "to"):  # "are to meet"
        state.at_most("PR")
        state.future = True
    if tree.kids(i, "aux") and any(tree.tokens[k].text.lower() == "had" for k in tree.kids(i, "aux")):
        state.historical = True


def _governed(tree: Tree, head: int, lexicon: Lexicon, state: _State, relation: str, *, asked: bool) -> None:
    """What a governing verb, adjective or noun does to the clause under it."""
    for mark in lexicon.certainty(tree.lemma(head)):
        if mark.sort in ("implicative-", "hedge", "unclear", "negation"):
            state.apply(mark.effect)
        elif mark.sort == "aim" and not asked and not _reports(tree, head, relation, lexicon):
            state.apply("Uu")
        elif mark.sort == "future":
            state.at_most("PR")
            state.future = True
    negated = any(tree.lemma(k) == "not" for k in tree.kids(head, "advmod"))
    said = lexicon.certainty(f"not {tree.tokens[head].text.lower()}")
    if negated and any(mark.sort == "unclear" for mark in said):
        state.apply("Uu")  # "it is not known whether"
        return
    if relation == "xcomp" and tree.passive(head) and lexicon.report(tree.lemma(head), "VERB") is not None:
        state.at_most("PR")  # "were said to be"
    if relation == "xcomp" and tree.lemma(head) == "be":  # "are to meet"
        state.at_most("PR")
        state.future = True
    if relation != "ccomp":
        _own(tree, head, lexicon, state)


def _reports(tree: Tree, head: int, relation: str, lexicon: Lexicon) -> bool:
    """Whether a verb of asking only reports here: "told them that", not "told them to"."""
    cue = lexicon.report(tree.lemma(head), "VERB")
    return relation == "ccomp" and cue is not None and cue.sort in ("say", "know", "claim", "hear")


def _purpose(tree: Tree, i: int) -> bool:
    """Whether an adverbial clause says to what end."""
    return tree.tokens[i].xpos == "VB" and tree.marked(i, "to") and not tree.kids(i, "nsubj")
