"""The sixteen types, their modes and the contexts of PLOVER 0.8, as the lexicon's rows are checked.

Source: manual of PLOVER version 0.8 (September 2021), Open Event Data Alliance, CC BY-SA 4.0.
"""

from __future__ import annotations

_ASKED = frozenset({"assist", "change", "yield", "meet"})

MODES: dict[str, frozenset[str]] = {
    "AGREE": frozenset(),
    "CONSULT": frozenset({"visit", "third-party", "multilateral", "phone"}),
    "SUPPORT": frozenset(),
    "CONCEDE": frozenset(),
    "COOPERATE": frozenset(),
    "AID": frozenset(),
    "RETREAT": frozenset({"withdraw", "release", "disarm", "ceasefire", "access", "resign"}),
    "REQUEST": _ASKED,
    "ACCUSE": frozenset({"disapprove", "investigate", "allege"}),
    "REJECT": _ASKED,
    "THREATEN": frozenset({"restrict", "arrest", "relations", "expel", "territory", "violence"}),
    "PROTEST": frozenset({"demo", "riot", "strike", "hunger", "boycott", "obstruct", "vandalize"}),
    "SANCTION": frozenset({"convict", "expel", "withdraw", "discontinue"}),
    "MOBILIZE": frozenset({"troops", "weapons", "police", "militia"}),
    "COERCE": frozenset(
        "seize restrict censor curfew martial-law arrest deport withhold misinformation cyber".split()
    ),
    "ASSAULT": frozenset(
        (
            "abduct beat torture sexual targeted destroy primitive firearms explosives suicide-attack "
            "aerial drone heavy-weapons crowd-control unconventional"
        ).split()
    ),
}
"""Every type with the modes it may have (none for five of them)."""

CONTEXTS: frozenset[str] = frozenset(
    (
        "military intelligence executive legislative election political_institutions pro_democracy "
        "pro_autocracy economic legal reparations human_rights rights_freedoms repression "
        "human_security gender lgbt religion_ethnicity inequality diplomatic territory peacekeeping "
        "health disasters environment natural_resource technology asylum migration terrorism cbrn "
        "cyber misinformation crime corruption illegal_drugs trafficking"
    ).split()
)
"""Every context that an event may carry."""

SECTORS: frozenset[str] = frozenset(
    (
        "COP GOV JUD LEG MIL PRM PTY REB SPY UAF UNK AGR BUS CRM CVL EDU ELI JRN LAB MED OPP PRE REF REL SOC"
    ).split()
)
"""Every sector of an actor; IGO, NGO, IMG and MNC stand in the place of a country."""

SUPRANATIONAL: frozenset[str] = frozenset({"IGO", "NGO", "ISM", "IMG", "MNC"})
"""Codes in the place of a country that serve as a sector for actors above the states."""
