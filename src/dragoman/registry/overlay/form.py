"""What an overlay may say: its sections, their keys, and what each key takes."""

from __future__ import annotations

from dataclasses import dataclass

SECTORS = frozenset(
    (
        "GOV MIL COP JUD LEG SPY PTY OPP REB PRM IGO NGO JRN REL CVL LAB BUS EDU AGR MED ELI CRM REF UAF "
        "UNK SOC"
    ).split()
)
"""PLOVER's sectors, as far as an overlay may give them."""
KINDS = frozenset("name adjective demonym seat city region ministry military intelligence parliament".split())
"""What words for a state may be."""


@dataclass(frozen=True, slots=True)
class Key:
    """What stands after a key (text, name, list, day, polity, office, terms ...), and whether it `must`."""

    takes: str = "text"
    must: bool = False


_SPAN = {"from": Key("day"), "to": Key("day"), "source": Key()}
TERM = {
    "office": Key("office", must=True),
    "of": Key("polity", must=True),
    "title": Key(),
    **_SPAN,
    "from": Key("day", must=True),
}
SECTIONS: dict[str, dict[str, Key]] = {
    "persons": {
        "name": Key("name", must=True),
        "also": Key("list"),
        "surname": Key(),
        "id": Key(),
        "terms": Key("terms", must=True),
    },
    "organisations": {
        "id": Key(must=True),
        "name": Key("name", must=True),
        "code": Key(must=True),
        "sector": Key("sector", must=True),
        "of": Key("polity"),
        "words": Key("list", must=True),
        **_SPAN,
    },
    "peoples": {
        "id": Key(must=True),
        "name": Key("name", must=True),
        "of": Key("polity"),
        "code": Key(),
        "sector": Key("sector", must=True),
        "words": Key("list", must=True),
        **_SPAN,
    },
    "states": {
        "of": Key("polity", must=True),
        "kind": Key("kind", must=True),
        "words": Key("list", must=True),
        **_SPAN,
    },
    "places": {
        "name": Key("name", must=True),
        "also": Key("list"),
        "country": Key("state", must=True),
        "lat": Key("latitude", must=True),
        "lon": Key("longitude", must=True),
        "population": Key("count"),
    },
    "members": {
        "body": Key("body", must=True),
        "of": Key("polity", must=True),
        **_SPAN,
        "from": Key("day", must=True),
    },
}
"""The sections with their keys."""
