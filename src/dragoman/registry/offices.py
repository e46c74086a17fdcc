"""The words for offices and roles: what kind of office they name, in which sector, how high."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.registry.spelling import fold_phrase

# These kinds stand at the top of a state: a longer title ("President of the Senate") is another office.
_WHOLE_TITLE = frozenset({"head of state", "head of government", "vice president"})
# These alone are too general to begin a title, but for "Secretary of Agriculture".
_VAGUE = frozenset(
    {"leader", "head", "chief", "chairman", "general", "secretary", "administrator", "source", "deputy"}
)
# A longer title ("Minister for Defence Procurement") is another office, unless these words go on.
_PLAIN = frozenset({"foreign minister", "defence minister"})
_JOINS = frozenset({"and", "of", "for", "in", "the", "amp", "cooperation", "international", "trade"})
# The American Secretary of State is foreign minister; that of Georgia is not.
_SECRETARY = ("secretary", "of", "state")
_TAILS = frozenset(
    {
        "of the united states",
        "of the republic",
        "of the state",
        "of the nation",
        "of the country",
        "of the government",
    }
)


@dataclass(frozen=True, slots=True)
class Office:
    """A kind of office: its sector, its rank from 1 to 5, and the polities where the words mean it."""

    kind: str
    sector: str
    rank: int
    polities: frozenset[str] = frozenset()
    many: bool = False


@dataclass(frozen=True, slots=True)
class Role:
    """What a common noun says of an actor: sector, and whether it stands for the state as such."""

    words: str
    sector: str
    sort: str


def pluralise(word: str) -> str:
    """The regular plural of an English noun."""
    if word.endswith("man"):
        return word[:-3] + "men"
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(("s", "x", "ch", "sh")) else "s")


def plural_phrase(words: tuple[str, ...]) -> tuple[str, ...]:
    """The plural of an office: its noun before "of", "for", "to" or "in", else its last word."""
    last = next((i for i, word in enumerate(words) if word in {"of", "for", "to", "in"}), len(words)) - 1
    return (*words[:last], pluralise(words[last]), *words[last + 1 :])


class Titles:
    """Finds the kind of office that a title in a source names ("Minister of Defence")."""

    def __init__(self, rows: list[dict[str, str]]) -> None:
        self._kinds: dict[tuple[str, ...], list[Office]] = {}
        for row in rows:
            office = Office(
                row["kind"],
                row["sector"],
                int(row["rank"]),
                frozenset(row["polity"].replace("|", " ").split()),
            )
            for words in row["words"].split("|"):
                known = self._kinds.setdefault(fold_phrase(words), [])
                # What the words mean in one state goes before what they mean elsewhere.
                known.insert(0 if office.polities else len(known), office)

    def offices(self) -> dict[tuple[str, ...], list[Office]]:
        """Every phrase with the offices it may name."""
        return self._kinds

    def kind(self, title: str, polity: str) -> Office | None:
        """The office a title names in a polity: by the whole title, else by its longest beginning."""
        words = fold_phrase(title)
        for first in ("acting", "interim", "the", "federal", "caretaker", "co", "general", "sgt"):
            if words[:1] == (first,) and len(words) > 1 and words not in self._kinds:
                words = words[1:]
        for length in range(len(words), 0, -1):
            for office in self._kinds.get(words[:length], ()):
                if office.polities and polity not in office.polities:
                    continue
                if office.kind in _WHOLE_TITLE and length < len(words) and not _is_tail(words[length:]):
                    continue
                if office.kind in _PLAIN and words[length : length + 1] and words[length] not in _JOINS:
                    continue
                if words[:length] == _SECRETARY and length < len(words) and not _is_tail(words[length:]):
                    continue
                if length == 1 and words[0] in _VAGUE and words[1:2] not in {(), ("of",), ("for",)}:
                    continue
                return office
        return None


def _is_tail(words: tuple[str, ...]) -> bool:
    return " ".join(words) in _TAILS
