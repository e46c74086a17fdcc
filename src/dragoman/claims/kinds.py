"""What sort of act a claim is once its certainty is known: what lies ahead is a plan, a pledge, a threat.

After PLOVER 0.8: a future meeting, backing, help or cooperation is AGREE, a future withdrawal
CONCEDE, a future harm THREATEN; a type never stands together with an auxiliary mode that would
make it another type.
"""

from __future__ import annotations

from dragoman.claims.certainty import Certainty
from dragoman.model import Event, Kind

_PROMISED = frozenset({"CONSULT", "SUPPORT", "COOPERATE", "AID"})
_HARMS = frozenset({"ASSAULT", "SANCTION", "COERCE", "MOBILIZE"})
_THREAT_MODE = {"ASSAULT": "violence", "SANCTION": "restrict", "COERCE": "restrict", "MOBILIZE": "violence"}
_SPOKEN = frozenset({"demand", "proposal", "promise", "threat", "accusation", "denial"})


def sort_of(kind: Kind, event: Event, certainty: Certainty, *, conditional: bool) -> tuple[Kind, Event]:
    """The kind and event of an act, given its kind and event if it were asserted of the past."""
    if "negated" in certainty.auxiliary or not (certainty.future or certainty.hypothetical):
        return kind, event
    if kind in _SPOKEN:
        return kind, event
    if event.type in _PROMISED:
        return ("promise" if conditional else "plan"), Event("AGREE", None, event.contexts)
    if event.type == "RETREAT":
        return ("promise" if conditional else "plan"), Event("CONCEDE", None, event.contexts)
    if event.type in _HARMS:
        mode = _THREAT_MODE[event.type or ""]
        return ("threat" if conditional else "plan"), Event("THREATEN", mode, event.contexts)
    return ("plan" if kind == "event" else kind), event
