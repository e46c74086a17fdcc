"""What the finder knows while it goes through one dispatch, sentence by sentence."""

from __future__ import annotations

from dataclasses import dataclass, field

from dragoman.claims.lexicon import Lexicon
from dragoman.claims.mentions import Parties
from dragoman.claims.reference import Memory
from dragoman.claims.syntax import Tree
from dragoman.model import Anchor, Days, Mention, Note, Reading, Sentence, Source


@dataclass(slots=True)
class Scene:
    """The dispatch, the words of the trade, who has been named, and the day of the narrative."""

    reading: Reading
    lexicon: Lexicon
    parties: Parties
    memory: Memory = field(default_factory=Memory)
    narrative: Days = field(default_factory=Days)
    paragraph: int = -1

    def tree(self, sentence: Sentence) -> Tree:
        """The tree of a sentence."""
        return Tree(sentence, self.reading.dispatch.text)

    def mentions(self, tree: Tree, heads: list[int], *, owners: bool = False) -> tuple[Mention, ...]:
        """The parties that some phrases stand for, pronouns with their antecedents.

        With `owners`, a phrase that stands for a thing gives whose it is.
        """
        members = [
            m
            for i in heads
            for m in self.parties.of(tree, i) or (owners and self.parties.owner(tree, i)) or ()
        ]
        found = [self.memory.resolved(m) for m in members]
        unique: dict[tuple[int, int], Mention] = {}
        for mention in found:
            if mention.form != "pronoun" or mention.antecedent is not None or _own(mention):
                unique.setdefault((mention.anchor.start, mention.anchor.end), mention)
        return tuple(unique.values())

    def enter(self, sentence: Sentence) -> None:
        """Come to a sentence: a new paragraph forgets the day of the narrative."""
        text, start = self.reading.dispatch.text, sentence.anchor.start
        here = text.rfind("\n", 0, start)
        if here != self.paragraph:
            self.paragraph = here
            if self.reading.dispatch.notes or not self.narrative.known:
                self.narrative = _wire_day(self.note(sentence.anchor))

    def note(self, anchor: Anchor) -> Note | None:
        """The source note that covers some words."""
        for note in self.reading.dispatch.notes:
            if note.covers[0] <= anchor.start and anchor.end <= note.covers[1]:
                return note
        return None

    def outer_sources(self, anchor: Anchor) -> tuple[Source, ...]:
        """Outlet and wires behind some words."""
        out = []
        if self.reading.dispatch.outlet:
            out.append(Source("outlet", self.reading.dispatch.outlet))
        note = self.note(anchor)
        out.extend(Source("wire", wire.name, day=wire.day) for wire in (note.wires if note else ()))
        return tuple(out)


def _own(mention: Mention) -> bool:
    """Whether a pronoun is the writer's own, which needs no earlier words."""
    return mention.head.text.lower() in ("i", "we", "me", "us")


def _wire_day(note: Note | None) -> Days:
    """The day of a note whose wires agree on one."""
    days = {wire.day for wire in note.wires if wire.day} if note else set()
    if len(days) != 1:
        return Days()
    (day,) = days
    return Days(day, day, note.anchor.text if note else "", "the day of the source note over these lines")
