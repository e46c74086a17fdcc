"""Who is meant at a place in a text: pronouns and bare surnames first traced to the words they take up.

`taken_up` is a heuristic: a pronoun takes the nearest subject before it in its sentence that suits it,
else the first after it; a name of one word the first fuller name in the text that ends in it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from dragoman.model import Reading, Sentence, Token
from dragoman.registry.spelling import skeleton
from dragoman.registry.surroundings import ALONE, Context, phrase_start, surroundings

_HE = frozenset("he she him her his hers himself herself".split())
_IT = frozenset({"it", "its", "itself"})
_THEY = frozenset({"they", "them", "their", "theirs", "themselves"})
_PERSONS = frozenset(
    "minister president premier chancellor secretary ambassador envoy spokesman spokeswoman spokesperson "
    "general colonel king queen leader chairman chief commander chairwoman governor mayor official diplomat "
    "mediator negotiator pope commissioner prosecutor judge senator prince director head adviser".split()
)
_INNER = frozenset({"flat", "compound", "appos", "conj", "cc", "amod", "det", "nmod", "case", "punct"})

Span = tuple[int, int]


@dataclass(frozen=True)
class Mentions:
    """The mentions of one reading, by their offsets in its text."""

    reading: Reading

    @property
    def text(self) -> str:
        """The text that offsets are into."""
        return self.reading.dispatch.text

    def context(self, start: int, end: int) -> Context:
        """What stands beside the mention in its sentence."""
        sentence = self._sentence(start)
        return surroundings(sentence, self.text, start, end) if sentence else ALONE

    def taken_up(self, start: int, end: int) -> Span | None:
        """Where the party is named in full that the words only take up; None where they name it."""
        words = self.text[start:end]
        sentence = self._sentence(start)
        if words.lower() in _HE | _IT | _THEY:
            return self._antecedent(sentence, start, words.lower()) if sentence else None
        fuller = self._full.get(skeleton(words)) if len(words.split()) == 1 and words[:1].isupper() else None
        return fuller if fuller and fuller[1] <= start else None

    def sentence_text(self, start: int) -> str:
        """The words of the sentence around an offset."""
        sentence = self._sentence(start)
        return sentence.anchor.text if sentence else ""

    def places(self, start: int) -> list[str]:
        """The names of places in the sentence around an offset."""
        sentence = self._sentence(start)
        return [n.anchor.text for n in sentence.names if n.label == "LOC"] if sentence else []

    def _sentence(self, start: int) -> Sentence | None:
        return next((s for s in self.reading.sentences if s.anchor.start <= start < s.anchor.end), None)

    @cached_property
    def _full(self) -> dict[str, Span]:
        """The first name of a person in several words, by the form of its last word."""
        found: dict[str, Span] = {}
        for sentence in self.reading.sentences:
            for name in sentence.names:
                words = name.anchor.text.split()
                if name.label == "PER" and len(words) > 1:
                    found.setdefault(skeleton(words[-1]), (name.anchor.start, name.anchor.end))
        return found

    def _antecedent(self, sentence: Sentence, start: int, pronoun: str) -> Span | None:
        tokens = sentence.tokens
        if pronoun in _HE:
            named = [(n.anchor.start, n.anchor.end) for n in sentence.names if n.label == "PER"]
            people = [_extent(tokens, i) for i in _subjects(tokens) if self._may_be_person(sentence, i)]
            proper = [_extent(tokens, i) for i in _subjects(tokens) if tokens[i].xpos == "NNP"]
            spans = _by_subjects(tokens, [*named, *people] or proper)
        else:
            spans = [_extent(tokens, i) for i in _subjects(tokens) if self._suits(sentence, i, pronoun)]
        before = [span for span in spans if span[1] <= start]
        return before[-1] if before else next(iter(spans), None)

    def _may_be_person(self, sentence: Sentence, i: int) -> bool:
        """Whether a subject is a noun for a person, or a proper one that is no other name."""
        token = sentence.tokens[i]
        named = any(n.anchor.start <= token.start < n.anchor.end for n in sentence.names)
        return token.lemma.lower() in _PERSONS or (token.xpos == "NNP" and not named)

    def _suits(self, sentence: Sentence, i: int, pronoun: str) -> bool:
        token = sentence.tokens[i]
        label = next((n.label for n in sentence.names if n.anchor.start <= token.start < n.anchor.end), "")
        listed = any(t.head == i and t.deprel == "conj" for t in sentence.tokens)
        many = listed or token.xpos in {"NNS", "NNPS"}
        return many if pronoun in _THEY else not many and label != "PER"


def _by_subjects(tokens: Sequence[Token], spans: list[Span]) -> list[Span]:
    """The stretches in their order; where some hold a subject, these alone."""
    subjects = [tokens[i].start for i in _subjects(tokens)]
    main = [span for span in spans if any(span[0] <= start < span[1] for start in subjects)]
    return sorted(main or spans)


def _subjects(tokens: Sequence[Token]) -> Iterator[int]:
    for i, token in enumerate(tokens):
        if token.deprel.startswith("nsubj") and token.upos in {"NOUN", "PROPN"}:
            yield i


def _extent(tokens: Sequence[Token], head: int) -> Span:
    """The noun phrase around its head word."""
    last = head
    while last + 1 < len(tokens) and tokens[last + 1].deprel.partition(":")[0] in _INNER:
        if not head <= tokens[last + 1].head <= last + 1 + 8 or tokens[last + 1].text in {",", "("}:
            break
        last += 1
    return tokens[phrase_start(tokens, head)].start, tokens[last].end
