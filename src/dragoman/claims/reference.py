"""Gives pronouns and bare descriptions the earlier words that they take up.

`Memory` is a heuristic: a pronoun takes the last fitting party that spoke or was a subject, a
description ("the diplomat") the last party with the same head noun. Its score is in docs/claims.md.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import islice

from dragoman.claims.syntax import Tree
from dragoman.model import Anchor, Mention

_PERSON = frozenset("he she him her his hers himself herself".split())
_MANY = frozenset(["they", "them", "their", "theirs", "themselves"])
_THING = frozenset(["it", "its", "itself"])
_REACH = 8


@dataclass(frozen=True, slots=True)
class Party:
    """A party met in the text: its mention, head lemma, number, whether a person, how prominent."""

    mention: Mention
    lemma: str
    many: bool
    person: bool
    prominence: int


@dataclass(slots=True)
class Memory:
    """The parties a dispatch has named so far, latest last, and the full name behind each part of one."""

    seen: list[Party] = field(default_factory=list)
    persons: dict[str, Anchor] = field(default_factory=dict)

    def note(self, tree: Tree, i: int, mention: Mention, prominence: int, *, person: bool) -> None:
        """Remember a party; prominence 2 for a speaker or main subject, 1 for another.

        `person` says that its noun names a person, not a body or a thing.
        """
        if mention.form == "pronoun":
            return
        token = tree.tokens[i]
        person = token.xpos in ("NN", "NNP") and (person or tree.label(i) == "PER")
        many = token.xpos in ("NNS", "NNPS") or bool(tree.kids(i, "conj"))
        self.seen.append(Party(mention, tree.lemma(i), many, person, prominence))
        whole = mention.antecedent or mention.anchor
        names = whole.text.split()
        if person and len(names) > 1:
            self.persons.update(dict.fromkeys(names, whole))

    def resolved(self, mention: Mention) -> Mention:
        """The mention with its antecedent, where it needs one and there is one."""
        word = mention.head.text.lower()
        if mention.form == "pronoun":
            found = self._pronoun(word, mention)
        elif mention.form == "description" and mention.anchor.text.lower().startswith(
            ("the ", "this ", "that ", "these ", "those ")
        ):
            found = self._description(mention)
        elif mention.form == "name" and mention.anchor == mention.head:
            found = self._full_name(mention)
        else:
            found = None
        return replace(mention, antecedent=found) if found else mention

    def _before(self, mention: Mention) -> list[Party]:
        earlier = (p for p in reversed(self.seen) if p.mention.anchor.end <= mention.anchor.start)
        return list(islice(earlier, _REACH))

    def _pronoun(self, word: str, mention: Mention) -> Anchor | None:
        for prominence in (2, 1):
            for party in self._before(mention):
                if party.prominence >= prominence and _fits(word, party):
                    return party.mention.antecedent or party.mention.anchor
        return None

    def _full_name(self, mention: Mention) -> Anchor | None:
        """The fuller mention of a person named by surname alone."""
        return self.persons.get(mention.head.text)

    def _description(self, mention: Mention) -> Anchor | None:
        words = {w.lower() for w in mention.anchor.text.split()[1:]}
        for party in self._before(mention):
            earlier = {w.lower() for w in party.mention.anchor.text.split()}
            if party.mention.head.text.lower() == mention.head.text.lower() and words < earlier:
                return party.mention.antecedent or party.mention.anchor
        return None


def _fits(word: str, party: Party) -> bool:
    if word in _PERSON:
        return party.person and not party.many
    if word in _MANY:
        return party.many
    return word in _THING and not party.many and not party.person
