"""A noun phrase taken apart: its states, bodies, offices, roles and the words left over for a name."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from dragoman.registry.lexicon import Group, Lexicon, Organisation, People, Sense, Sighting
from dragoman.registry.offices import Office, Role
from dragoman.registry.spelling import Word, phrase_words

# What follows these tells where, to whom or about what, not who.
_ELSEWHERE = frozenset(
    "to in on at near against with over into about towards toward who which that where under by during after "
    "before outside inside around for since whose including as around along despite between among via than "
    "was is are were has had said says will would".split()
)
_DEPOSED = frozenset({"ousted", "deposed", "overthrown", "toppled", "fallen"})
_FORMER = frozenset({"former", "ex", "onetime", "erstwhile", "late", "exiled"}) | _DEPOSED
_UNSURE = frozenset(
    {"a", "an", "some", "any", "one", "another", "several", "many", "no", "two", "three", "other"}
)
_FUNCTION = frozenset(
    "he she it they we you i him her them us his hers their our its this that these those who all "
    "both each many most such every either neither there here not only even still but and or so yet "
    "then now also".split()
)
_STYLES = frozenset("king queen prince princess emperor shah sultan emir sheikh lord pope mullah".split())
_LONGEST_NAME = 6
KNOWN, SAID = "known", "said"
"""How words are known to be a person's name."""
_LEADS = {"military": "military chief", "intelligence": "intelligence chief"}
"""Whom "chief" means after the name of a state's forces or services: the Haitian army chief."""
_RULING = frozenset({"government", "regime", "administration", "cabinet", "junta", "leadership"})
"""What is called after who leads it: the Menderes government."""
_ADDRESS = frozenset(
    "the a an mr mrs ms dr sir minister comrade father sister brother monsignor bishop reverend rev "
    "professor prof doctor madame madam monsieur herr senor don dona maulana mullah hajj inspector "
    "justice mme".split()
)
"""What stands before a name and is none."""
_HELPED = frozenset(
    "backed led sponsored brokered based appointed mandated supported imposed drafted mediated chaired born "
    "educated trained controlled occupied annexed held run friendly aligned leaning installed".split()
)
_STATE = frozenset({"name", "adjective", "demonym", "seat", "city", "region"})
_ARM = frozenset({"ministry", "military", "intelligence", "parliament"})


@dataclass(frozen=True, slots=True)
class Phrase:
    """The parts of a noun phrase, in the order of the words.

    `seat` is the polity whose seat stands after "in" ("officials in Washington"), "" where none does.
    """

    words: tuple[Word, ...]
    sightings: tuple[Sighting, ...]
    name: tuple[Word, ...]
    owner_ends: int
    former: bool
    definite: bool
    indefinite: bool
    seat: str = ""

    def senses(self, *kinds: str) -> Iterator[tuple[Sighting, Sense]]:
        """Every sense of some kinds with where it was seen."""
        for sighting in self.sightings:
            for sense in sighting.senses:
                if sense.kind in kinds:
                    yield sighting, sense

    @property
    def states(self) -> list[tuple[Sighting, Sense]]:
        """The state words."""
        return list(self.senses(*_STATE))

    @property
    def arms(self) -> list[tuple[Sighting, Sense]]:
        """Words for a state's ministry, forces, services or parliament."""
        return list(self.senses(*_ARM))

    @property
    def bodies(self) -> list[tuple[Sighting, Organisation]]:
        """The organisations."""
        return [(s, x.what) for s, x in self.senses("organisation") if isinstance(x.what, Organisation)]

    @property
    def peoples(self) -> list[tuple[Sighting, People]]:
        """The peoples."""
        return [(s, x.what) for s, x in self.senses("people") if isinstance(x.what, People)]

    @property
    def offices(self) -> list[tuple[Sighting, Office]]:
        """The offices."""
        return [(s, x.what) for s, x in self.senses("office") if isinstance(x.what, Office)]

    @property
    def roles(self) -> list[tuple[Sighting, Role]]:
        """The common nouns that tell a sector."""
        return [(s, x.what) for s, x in self.senses("role") if isinstance(x.what, Role)]

    @property
    def group(self) -> Group | None:
        """The states that one expression stands for ("the Baltic states")."""
        return next((x.what for _, x in self.senses("group") if isinstance(x.what, Group)), None)

    @property
    def belongs(self) -> tuple[str, ...]:
        """The polities ("RUS") and bodies ("org:nato") that the words name, in their order."""
        found = [(s.start, sense.key) for s, sense in (*self.states, *self.arms)]
        found += [(s.start, people.polity) for s, people in self.peoples if people.polity]
        found += [(s.start, body.polity or f"org:{body.key}") for s, body in self.bodies]
        found += [(s.start, f"org:{body.key}") for s, body in self.bodies if body.polity]
        return tuple(dict.fromkeys(key for _, key in sorted(found)))

    @property
    def main_state(self) -> tuple[Sighting, Sense]:
        """The state it is about: what stands after "of" ("the province of Kosovo"), else the first."""
        turn = self._turn("of")
        after = [pair for pair in self.states if pair[0].start > turn and pair[1].kind != "adjective"]
        plain = [pair for pair in self.states if pair[1].kind in {"name", "seat", "city", "region"}]
        ranked = after or plain or self.states
        return ranked[-1] if self.owner_ends else ranked[0]

    @property
    def head_office(self) -> Office | None:
        """The office it is about: the last before "of", in the sense that suits its states."""
        polities = set(self.belongs)
        fit = [(s, o) for s, o in self.offices if not o.polities or not polities or o.polities & polities]
        if not fit:
            return None
        turn = self._turn("of", "from", "for")
        front = [(s, o) for s, o in fit if s.start < turn] or fit
        last = max(s.start for s, _ in front)
        office = next(o for s, o in front if s.start == last)
        led = [x.kind for s, x in self.arms if s.end == last]
        kind = _LEADS.get(led[0]) if led and office.kind == "leader" else None
        return replace(office, kind=kind) if kind else office

    @property
    def head_role(self) -> Role | None:
        """The common noun it is about: the last before "of"."""
        turn = self._turn("of", "from")
        front = [(s, r) for s, r in self.roles if s.start < turn] or self.roles
        return max(front, key=lambda pair: pair[0].start)[1] if front else None

    @property
    def closes_with_role(self) -> bool:
        """Whether a common noun stands after the office ("the president's troops")."""
        turn = self._turn("of", "from")
        role = max((s.start for s, _ in self.roles if s.start < turn), default=-1)
        return role > max((s.start for s, _ in self.offices if s.start < turn), default=-1)

    @property
    def deposed(self) -> bool:
        """Whether it says that somebody has lost an office by force, or only now."""
        return any(word.folded in _DEPOSED for word in self.words)

    @property
    def new(self) -> bool:
        """Whether it says that somebody has only come to office."""
        return any(word.folded in {"new", "incoming", "newly"} for word in self.words)

    @property
    def styles(self) -> frozenset[str]:
        """The styles of birth and rank that it names: king, prince, sheikh."""
        return frozenset(word.folded for word in self.words) & _STYLES

    @property
    def others(self) -> bool:
        """Whether anything but an office is named beside the name."""
        return bool(self.bodies or self.peoples or self.roles or self.states or self.arms)

    @property
    def names_ground(self) -> bool:
        """Whether its head is a noun that the tables do not know, and all they know stands after "of"."""
        turn = self._turn("of", "from")
        return turn < len(self.words) and not self.name and all(s.start > turn for s in self.sightings)

    @property
    def name_leads(self) -> bool:
        """Whether the name stands before "of" and all else after it ("Inspector Quintana of the police")."""
        turn = self._turn("of", "from")
        if turn >= len(self.words) or not self.name or self.name[-1].start > self.words[turn].start:
            return False
        return all(s.start > turn for s in self.sightings)

    @property
    def name_only_owns(self) -> bool:
        """Whether the name only owns what the phrase is about ("Milosevic's troops")."""
        last = self.name[-1]
        after = [s for s in self.sightings if self.words[s.start].start > last.start]
        if self._is_complement or (last.possessive and last is not self.words[-1]):
            return True
        if not last.possessive:
            near = [s for s in after if s.start == self.words.index(last) + 1]
            return any(x.key in _RULING for s in near for x in s.senses)
        return bool(after)

    @property
    def _is_complement(self) -> bool:
        """Whether the name stands after "of" or "for" under another noun: a spokesman for President Yeltsin.

        Not where the state of the title stands between: "the president of France Jacques Chirac".
        """
        first = self.words.index(self.name[0])
        turn = next((i for i in range(first - 1, 0, -1) if self.words[i].folded in {"of", "for"}), 0)
        between = [s for s in self.sightings if turn < s.start < first]
        titled = any(x.kind == "office" for s in between for x in s.senses)
        inside = any(s.start <= turn < s.end for s in self.sightings)
        return (
            bool(turn)
            and not inside
            and (titled or turn == first - 1)
            and not (turn > 1 and self.words[turn - 1].capital)
        )

    def _turn(self, *words: str) -> int:
        """Where the first of some words stands; the end of the phrase where none does."""
        return next((i for i, w in enumerate(self.words) if i and w.folded in words), len(self.words))


def take_apart(
    lexicon: Lexicon,
    text: str,
    day: date | None,
    names: Callable[[tuple[str, ...]], str] = lambda _: "",
) -> Phrase:
    """The parts of a noun phrase; what stands after "to", "in" and the like is left aside.

    `names` tells whether a run of folded words is a person's full name: KNOWN by the tables (Milan Panic is
    no city, John Major no officer), SAID to be one, or "".
    """
    words = phrase_words(text)
    seen = tuple(s for s in lexicon.sightings(words, day) if not _only_helps(words, s))
    sightings = _outside_names(words, seen, names)
    stop = _stop(words, sightings)
    seat = _seat_after(words, sightings, stop)
    words = words[:stop]
    kept = tuple(s for s in sightings if s.end <= stop)
    taken = {i for s in kept for i in range(s.start, s.end)}
    free = [i for i, word in enumerate(words) if i not in taken and _may_name(words, i)]
    name = _last_run(words, free)
    kept, name = _rank_as_name(words, kept, name)
    owner = next((i + 1 for i, word in enumerate(words[:-1]) if word.possessive), 0)
    first = words[0].folded if words else ""
    return Phrase(
        words,
        kept,
        name,
        owner,
        any(word.folded in _FORMER for word in words[:3]),
        first == "the",
        first in _UNSURE,
        seat,
    )


def _only_helps(words: Sequence[Word], sighting: Sighting) -> bool:
    """Whether those named only stand behind another: "the UN-backed prime minister"."""
    after = words[sighting.end] if sighting.end < len(words) else None
    return after is not None and after.joined and after.folded in _HELPED


def _outside_names(
    words: Sequence[Word], sightings: tuple[Sighting, ...], names: Callable[[tuple[str, ...]], str]
) -> tuple[Sighting, ...]:
    """The sightings without those that lie within a person's full name: John Major is no officer."""
    known: set[int] = set()
    said: set[int] = set()
    for start, end in _runs(words) if sightings else ():
        for first in range(start, end - 1):
            ends = range(min(end, first + _LONGEST_NAME), first + 1, -1)
            last = next((e for e in ends if names(_folded(words, first, e))), first)
            if last > first and not any((s.start, s.end) == (first, last) for s in sightings):
                (known if names(_folded(words, first, last)) == KNOWN else said).update(range(first, last))
    return tuple(s for s in sightings if not _lies_in(s, known) and not (_is_plain(s) and _lies_in(s, said)))


def _lies_in(sighting: Sighting, places: set[int]) -> bool:
    return not places.isdisjoint(range(sighting.start, sighting.end))


def _is_plain(sighting: Sighting) -> bool:
    """Whether a sighting is of a state, people or body, and of no office or role."""
    return all(x.kind not in {"office", "role"} for x in sighting.senses)


def _folded(words: Sequence[Word], start: int, end: int) -> tuple[str, ...]:
    return tuple(word.folded for word in words[start:end])


def _runs(words: Sequence[Word]) -> Iterator[tuple[int, int]]:
    """The runs of two and more words written as names are, none but the last with an owner's mark."""
    start = 0
    for i, word in enumerate(words):
        if not (word.capital or word.joined):
            start = i + 1
        elif word.possessive or i + 1 == len(words) or not (words[i + 1].capital or words[i + 1].joined):
            if i > start:
                yield start, i + 1
            start = i + 1


def _stop(words: Sequence[Word], sightings: Sequence[Sighting]) -> int:
    covered = {i for s in sightings for i in range(s.start, s.end)}
    for i, word in enumerate(words):
        if i and word.folded in _ELSEWHERE and not word.capital and i not in covered:
            if word.folded == "for" and _speaks(sightings, i):
                continue
            return i
    return len(words)


def _seat_after(words: Sequence[Word], sightings: Sequence[Sighting], stop: int) -> str:
    if stop + 1 >= len(words) or words[stop].folded != "in":
        return ""
    there = [x for s in sightings if s.start == stop + 1 for x in s.senses if x.kind == "seat"]
    return there[0].key if there else ""


def _speaks(sightings: Sequence[Sighting], i: int) -> bool:
    """Whether a spokesman stands right before a word; he speaks for those named after it."""
    return any(s.end == i and any(x.key == "spokesman" for x in s.senses) for s in sightings)


def _may_name(words: Sequence[Word], i: int) -> bool:
    word, after = words[i], words[i + 1] if i + 1 < len(words) else None
    if word.folded in _FORMER or (word.folded in _ADDRESS and after is not None):
        return False
    if word.folded in _HELPED or (after is not None and after.joined and after.folded in _HELPED):
        return False
    if i == 0 and word.folded in _FUNCTION:
        return False
    if word.joined and i and words[i - 1].capital and _may_name(words, i - 1):
        return True
    if word.capital:
        return not (i == 0 and word.text.lower() in _UNSURE)
    return word.folded in {"bin", "al", "el", "de", "von", "van", "der", "da", "dos", "arap", "ibn", "la"}


def _last_run(words: Sequence[Word], free: list[int]) -> tuple[Word, ...]:
    """The last unbroken run of name words that holds a capital."""
    runs: list[list[int]] = []
    for i in free:
        if runs and runs[-1][-1] == i - 1 and not words[i - 1].possessive:
            runs[-1].append(i)
        else:
            runs.append([i])
    named = [run for run in runs if any(words[i].capital for i in run)]
    return tuple(words[i] for i in named[-1]) if named else ()


def _rank_as_name(
    words: Sequence[Word], kept: tuple[Sighting, ...], name: tuple[Word, ...]
) -> tuple[tuple[Sighting, ...], tuple[Word, ...]]:
    """A rank that closes a phrase after another office is a surname ("Prime Minister Major")."""
    offices = [s for s in kept if any(x.kind == "office" for x in s.senses)]
    if name or len(offices) < 2:
        return kept, name
    last = offices[-1]
    word = words[last.start]
    alone = last.end == len(words) == last.start + 1
    if (
        alone
        and word.capital
        and offices[-2].end == last.start
        and any(x.key == "officer" for x in last.senses)
    ):
        return tuple(s for s in kept if s is not last), (word,)
    return kept, name
