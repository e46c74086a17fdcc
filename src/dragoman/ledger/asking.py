"""From what is asked to the SQL that answers it, over the newest readings."""

from __future__ import annotations

from dragoman.ledger.store import Ask, Run, T
from dragoman.model import Dispatch, Entry, Link, Ruling

Values = list[str]


def question(sort: type[T], ask: Ask) -> tuple[str, Values]:
    """The query for records of that sort and the values for its marks."""
    if sort is Dispatch:
        return _dispatches(ask)
    if sort is Entry:
        return _entries(ask)
    if sort is Link:
        return _links(ask)
    if sort is Ruling:
        return _rulings(ask)
    if sort is Run:
        return "SELECT record FROM runs ORDER BY key", []
    raise TypeError(f"a ledger keeps no {sort.__name__}")


def _dispatches(ask: Ask) -> tuple[str, Values]:
    where, values = _newest(ask)
    return (
        "SELECT r.record, d.text FROM newest n JOIN readings r ON r.key = n.reading"
        f" JOIN dispatches d ON d.key = n.dispatch WHERE {where} ORDER BY n.day, n.id"
    ), values


def _entries(ask: Ask) -> tuple[str, Values]:
    where, values = _newest(ask)
    if ask.claim is not None:
        where, values = f"{where} AND e.claim = ?", [*values, ask.claim]
    for column, words in (("e.kind", ask.kinds), ("e.type", ask.types)):
        if words:
            where, values = f"{where} AND {column} IN ({', '.join('?' * len(words))})", [*values, *words]
    for role, who in (("actor", ask.actor), ("recipient", ask.recipient)):
        if who is not None:
            # Few entries: look at the parties of each. Many: look up the party's entries.
            few = ask.dispatch is not None or ask.claim is not None
            where = f"{where} AND {f'EXISTS ({_OF_ENTRY})' if few else f'e.key IN ({_OF_PARTY})'}"
            values = [*values, role, who, role, who]
    return (
        "SELECT e.record FROM newest n JOIN entries e ON e.reading = n.reading"
        f" WHERE {where} ORDER BY n.day, n.id, e.key"
    ), values


_OF_ENTRY = "SELECT 1 FROM parties WHERE entry = e.key AND (role = ? AND entity = ? OR role = ? AND code = ?)"
# Two look-ups, each in its own index, where an OR would walk the table.
_OF_PARTY = (
    "SELECT entry FROM parties WHERE role = ? AND entity = ?"
    " UNION ALL SELECT entry FROM parties WHERE role = ? AND code = ?"
)


def _links(ask: Ask) -> tuple[str, Values]:
    # A tie is seen while both its claims are, and until both their dispatches were read anew by
    # another run, which then had its say.
    day, until = ("AND {}.day <= ?", [ask.as_of.isoformat()]) if ask.as_of else ("", [])
    where = (
        "EXISTS (SELECT 1 FROM entries ae JOIN newest a ON a.reading = ae.reading,"
        " entries be JOIN newest b ON b.reading = be.reading"
        f" WHERE ae.claim = l.claim AND be.claim = l.other {day.format('a')} {day.format('b')}"
        " AND l.run IN (a.run, b.run))"
    )
    values = [*until, *until]
    if ask.claim is not None:
        where, values = f"(l.claim = ? OR l.other = ?) AND {where}", [ask.claim, ask.claim, *values]
    return (
        f"SELECT DISTINCT l.record FROM links l WHERE {where} ORDER BY l.claim, l.other, l.record"
    ), values


def _rulings(ask: Ask) -> tuple[str, Values]:
    where, values = "1", []
    if ask.as_of is not None:
        where, values = "day <= ?", [ask.as_of.isoformat()]
    if ask.claim is not None:
        where, values = f"{where} AND claim = ?", [*values, ask.claim]
    return f"SELECT record FROM rulings WHERE {where} ORDER BY key", values


def _newest(ask: Ask) -> tuple[str, Values]:
    parts, values = ["1"], []
    bounds = (
        ("n.day <= ?", ask.as_of.isoformat() if ask.as_of else None),
        ("n.day >= ?", ask.since.isoformat() if ask.since else None),
        ("n.id = ?", ask.dispatch),
    )
    for part, value in bounds:
        if value is not None:
            parts.append(part)
            values.append(value)
    return " AND ".join(parts), values
