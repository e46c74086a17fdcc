"""The agenda: meetings, visits, votes, plans and deadlines, past and coming, by day."""

from __future__ import annotations

from datetime import date

from dragoman.model import AgendaItem, Days, Entry, Event, Party, Tense
from dragoman.views.dossier import Dossier, matter, told
from dragoman.views.gist import clipped, likeness, same_matter
from dragoman.views.joining import gathered, ids
from dragoman.views.parties import keys
from dragoman.views.wordlists import first

_HELD = {"CT+", "PR+", "PS+", "Uu"}
_TALKS = {"AGREE", "CONSULT"}


def agenda(dossier: Dossier) -> tuple[AgendaItem, ...]:
    """Every item by day, the undated last; items of one sort, day and party are one.

    Heuristic: a claim of type CONSULT is an item; one of type AGREE, or a plan, is an item if a word
    of data/views/occasions.tsv stands in it or if its day is known and still to come when reported.
    """
    chosen = [entry for entry in dossier.entries if _is_item(entry, dossier)]
    groups = gathered(chosen, _occasion, _same_item)
    items = [_item(group, dossier) for group in groups]
    late = [entry for entry in dossier.entries if entry.claim.deadline]
    items += [_due(group, dossier) for group in gathered(late, _deadline_of, _same_matter)]
    return tuple(sorted(_once(items), key=_by_day))


def tense(days: Days, today: date | None) -> Tense:
    """Whether days lie before, on or after today; undated where they or today are not known."""
    earliest, latest = days.earliest or days.latest, days.latest or days.earliest
    if today is None or earliest is None or latest is None:
        return "undated"
    if latest < today:
        return "past"
    return "coming" if earliest > today else "today"


def sort_of(entry: Entry) -> str | None:
    """The sort of occasion by the words of the claim; of a CONSULT without such words, talks or a visit."""
    row = first("occasions", entry.claim.evidence.text)
    if row:
        return row[1]
    if entry.claim.event.type != "CONSULT":
        return None
    return _by_mode(entry.claim.event)


def _by_mode(event: Event) -> str:
    return {"visit": "visit", "phone": "call"}.get(event.mode or "", "meeting")


def _is_item(entry: Entry, dossier: Dossier) -> bool:
    claim = entry.claim
    if claim.factuality not in _HELD or claim.kind not in ("event", "plan", "statement", "promise"):
        return False
    if claim.event.type == "CONSULT":
        return True
    if claim.kind == "plan" and _ahead(claim.when, dossier.reported(entry)):
        return True
    if claim.kind == "promise" and claim.when.known and not _ahead(claim.when, dossier.reported(entry)):
        return False  # its day is that of the promise, not of what was promised
    return claim.event.type in _TALKS and claim.kind != "event" and sort_of(entry) is not None


def _ahead(days: Days, day: date | None) -> bool:
    return days.earliest is not None and (day is None or days.earliest >= day)


def _occasion(entry: Entry) -> tuple[str | None, date | None, date | None]:
    return sort_of(entry), entry.claim.when.earliest, entry.claim.when.latest


def _same_item(one: Entry, other: Entry) -> bool:
    """A party in common and like words or one event; undated items need only like words."""
    shared = keys((*one.actors, *one.recipients)) & keys((*other.actors, *other.recipients))
    alike = likeness(matter(one), matter(other)) >= 0.5
    return (
        alike
        if not one.claim.when.known
        else bool(shared) and (alike or one.claim.event == other.claim.event)
    )


def _item(group: list[Entry], dossier: Dossier) -> AgendaItem:
    head = group[0]
    places = [e.place.name for e in group if e.place and e.place.name]
    places += [e.claim.where.words for e in group if e.claim.where]
    return AgendaItem(
        claims=ids(group),
        sort=sort_of(head) or "plan",
        what=clipped(head.claim.evidence.text),
        days=head.claim.when,
        tense=tense(head.claim.when, dossier.today),
        parties=_participants(group),
        place=places[0] if places else None,
    )


def _participants(group: list[Entry]) -> tuple[Party, ...]:
    """Everybody who takes part, each actor once."""
    everybody = [party for entry in group for party in (*entry.actors, *entry.recipients)]
    names: dict[str, Party] = {}
    for party in everybody:
        names.setdefault(party.resolution.entity or party.mention.words, party)
    return tuple(names.values())


def _deadline_of(entry: Entry) -> tuple[date | None, date | None]:
    days = entry.claim.deadline.days if entry.claim.deadline else Days()
    return days.earliest, days.latest


def _same_matter(one: Entry, other: Entry) -> bool:
    return same_matter(matter(one), matter(other))


def _due(group: list[Entry], dossier: Dossier) -> AgendaItem:
    """One deadline, however many claims set it, told by the shortest of them."""
    days = next((e.claim.deadline.days for e in group if e.claim.deadline), Days())
    return AgendaItem(
        claims=ids(group),
        sort="deadline",
        what=min((told(entry) for entry in group), key=len),
        days=days,
        tense=tense(days, dossier.today),
        parties=_participants(group),
    )


def _once(items: list[AgendaItem]) -> list[AgendaItem]:
    """Items without those that say the same of the same days."""
    kept: dict[tuple[object, ...], AgendaItem] = {}
    for item in items:
        kept.setdefault((item.sort, item.what, item.days.earliest, item.days.latest), item)
    return list(kept.values())


def _by_day(item: AgendaItem) -> tuple[date, date, str]:
    earliest = item.days.earliest or item.days.latest or date.max
    return earliest, item.days.latest or earliest, item.what
