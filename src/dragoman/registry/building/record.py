"""What every source gives the builder: one term of one person in one office."""

from __future__ import annotations

from dataclasses import dataclass, field, replace


@dataclass(frozen=True, slots=True)
class Term:
    """A person's time in an office. Days are ISO, shortened to the year or month where no more is known."""

    names: tuple[str, ...]
    polity: str
    kind: str
    title: str
    start: str
    end: str
    source: str
    surname: str = ""
    wikidata: str = ""
    notes: str = field(default="", compare=False)

    def ended(self, end: str) -> Term:
        """The same term with another end."""
        return replace(self, end=end)


def tidy(text: str) -> str:
    """The text on one line, without tabs."""
    return " ".join(text.split())
