"""A sentence's tree, to be walked: children, phrases, subjects shared by control and coordination."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from dragoman.model import Anchor, Predicate, Sentence, Token

CLAUSES = frozenset({"ccomp", "xcomp", "advcl", "acl", "csubj", "parataxis"})
_SAME = {"out of": "from", "away from": "from", "onto": "on", "towards": "toward"}


def plain(deprel: str) -> str:
    """The relation without its subtype."""
    return deprel.partition(":")[0]


@dataclass(frozen=True)
class Tree:
    """A sentence with its dispatch's text, walked by word number."""

    sentence: Sentence
    text: str

    @cached_property
    def tokens(self) -> Sequence[Token]:
        """The words."""
        return self.sentence.tokens

    @cached_property
    def children(self) -> tuple[tuple[int, ...], ...]:
        """The dependents of each word, left to right."""
        out: list[list[int]] = [[] for _ in self.tokens]
        for i, token in enumerate(self.tokens):
            if token.head >= 0:
                out[token.head].append(i)
        return tuple(tuple(kids) for kids in out)

    @cached_property
    def _predicates(self) -> dict[int, Predicate]:
        return {one.word: one for one in self.sentence.predicates}

    def predicate(self, i: int) -> Predicate | None:
        """What the reader's network says of a word that tells of an act; None of any other word."""
        return self._predicates.get(i)

    @cached_property
    def _blocks(self) -> dict[int, list[int]]:
        return {}

    @cached_property
    def _relations(self) -> tuple[tuple[str, str], ...]:
        """Each word's relation, whole and plain."""
        return tuple((token.deprel, plain(token.deprel)) for token in self.tokens)

    def kids(self, i: int, *relations: str) -> list[int]:
        """The dependents of a word that have one of the relations (exact, or plain if given plain)."""
        told = self._relations
        return [k for k in self.children[i] if told[k][0] in relations or told[k][1] in relations]

    def marked(self, i: int, *words: str) -> bool:
        """Whether a clause is introduced by one of some words: "to", "against"."""
        return any(self.lemma(k) in words for k in self.kids(i, "mark"))

    def begun_in(self, anchor: Anchor) -> list[int]:
        """The words that begin within some words of the text."""
        return [i for i, token in enumerate(self.tokens) if anchor.start <= token.start < anchor.end]

    def label(self, i: int) -> str | None:
        """What the reader calls the name a word is part of (PER, ORG, LOC), None where it is part of none."""
        return self._labels.get(i)

    @cached_property
    def _labels(self) -> dict[int, str]:
        return {i: name.label for name in self.sentence.names for i in self.begun_in(name.anchor)}

    def kid(self, i: int, *relations: str) -> int | None:
        """The first such dependent."""
        return next(iter(self.kids(i, *relations)), None)

    def block(self, i: int) -> list[int]:
        """A word and everything under it, in the order of the text."""
        found = self._blocks.get(i)
        if found is None:
            found = [i]
            for kid in self.children[i]:
                found.extend(self.block(kid))
            found = self._blocks[i] = sorted(found)
        return found

    def above(self, i: int) -> Iterator[int]:
        """The heads of a word, upwards."""
        seen = 0
        while (i := self.tokens[i].head) >= 0 and seen <= len(self.tokens):
            seen += 1
            yield i

    def lemma(self, i: int) -> str:
        """A word's lemma in lower case."""
        return self.tokens[i].lemma.lower()

    def lemmas(self, i: int) -> frozenset[str]:
        """The lemma, and the lemma with its particle or fixed partner ("call off")."""
        own = self.lemma(i)
        return frozenset({own, *(f"{own} {self.lemma(k)}" for k in self.kids(i, "compound:prt", "fixed"))})

    def relation(self, i: int) -> str:
        """A word's plain relation."""
        return self._relations[i][1]

    def case(self, i: int) -> str:
        """The preposition of a phrase: "with", "because of"; "" where it has none."""
        marks = [m for m in self.kids(i, "case") if self.tokens[m].xpos != "POS"]
        words = [w for m in marks for w in (m, *self.kids(m, "fixed"))]
        joined = " ".join(self.tokens[w].text.lower() for w in sorted(words))
        return _SAME.get(joined, joined)

    def phrases(self, i: int) -> Iterator[tuple[str, int]]:
        """The prepositional phrases under a word as (preposition, head of the phrase)."""
        for k in self.kids(i, "obl", "nmod"):
            if self.tokens[k].deprel not in ("nmod:poss", "obl:unmarked", "nmod:unmarked", "nmod:desc") and (
                prep := self.case(k)
            ):
                yield prep, k

    def told(self, i: int) -> list[int]:
        """The clauses under a word that have a subject of their own: "demanded that they leave"."""
        return [*self.kids(i, "ccomp"), *(k for k in self.kids(i, "xcomp") if self.kids(k, "nsubj"))]

    def passive(self, i: int) -> bool:
        """Whether a verb stands in the passive."""
        return bool(self.kids(i, "aux:pass", "nsubj:pass")) or (
            self.tokens[i].xpos == "VBN"
            and self.relation(i) == "acl"
            and not self.kids(i, "nsubj", "obj", "aux")
        )

    def conjuncts(self, i: int) -> list[int]:
        """A word and those coordinated under it."""
        out = [i]
        for k in self.kids(i, "conj"):
            out.extend(self.conjuncts(k))
        return out

    def subject(self, i: int) -> int | None:
        """Who does it: the subject, also one shared by coordination, control or a relative clause.

        For a passive verb this is its passive subject, the one acted on.
        """
        for node in (i, *self._lenders(i)):
            own = self.kids(node, "nsubj")
            if own:
                return self._relative(node, own[0])
        return None

    def _lenders(self, i: int) -> Iterator[int]:
        """Words whose subject a subjectless verb shares, nearest first."""
        node = i
        for _ in range(len(self.tokens)):
            relation, head = self.relation(node), self.tokens[node].head
            if head < 0:
                return
            if relation in ("conj", "xcomp", "parataxis") or (relation == "advcl" and self._bare(node)):
                yield head
                node = head
            else:
                return

    def _bare(self, i: int) -> bool:
        """Whether an adverbial clause has no subject of its own (participles, purpose)."""
        return not self.kids(i, "nsubj") and self.tokens[i].xpos in ("VBG", "VB", "VBN", "JJ", "NN")

    def _relative(self, clause: int, subject: int) -> int:
        """The noun a relative pronoun stands for."""
        token = self.tokens[subject]
        if token.xpos in ("WDT", "WP") or token.text.lower() == "that":
            for node in (clause, *self.above(clause)):
                if plain(self.tokens[node].deprel) == "acl" and self.tokens[node].head >= 0:
                    return self.tokens[node].head
        return subject

    def modified(self, i: int) -> int | None:
        """The noun that a participle or infinitive after it describes ("a resolution authorizing")."""
        return self.tokens[i].head if self.relation(i) == "acl" and self.tokens[i].head >= 0 else None

    def anchor(self, words: Sequence[int]) -> Anchor:
        """The stretch of text from the first to the last of some words."""
        start = min(self.tokens[w].start for w in words)
        end = max(self.tokens[w].end for w in words)
        return Anchor(start, end, self.text[start:end])

    def stretch(self, i: int, without: frozenset[str] = frozenset()) -> list[int]:
        """A word and what is under it, leaving out dependents with some plain relations."""
        out = [i]
        for kid in self.children[i]:
            if plain(self.tokens[kid].deprel) not in without:
                out.extend(self.block(kid))
        return self._solid(sorted(out), i)

    def _solid(self, words: list[int], i: int) -> list[int]:
        """The words without marks and joining words at their edges."""
        loose = {
            w
            for w in words
            if w != i and self.tokens[w].deprel in ("punct", "cc") and self.tokens[w].text not in "”\"’'%$"
        }
        while words and words[-1] in loose:
            words.pop()
        while words and words[0] in loose:
            words.pop(0)
        return words
