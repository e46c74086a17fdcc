"""How several mentions of one thing are gathered into one line."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable

from dragoman.model import Entry


def gathered(
    entries: Iterable[Entry],
    bucket: Callable[[Entry], Hashable],
    same: Callable[[Entry, Entry], bool],
) -> list[list[Entry]]:
    """Groups of entries in the order of their first members.

    An entry joins the first group in its bucket of which some member is the same; only entries of one
    bucket are compared, so a bucket should be small.
    """
    buckets: dict[Hashable, list[list[Entry]]] = {}
    groups: list[list[Entry]] = []
    for entry in entries:
        near = buckets.setdefault(bucket(entry), [])
        for group in near:
            if any(same(member, entry) for member in group):
                group.append(entry)
                break
        else:
            group = [entry]
            near.append(group)
            groups.append(group)
    return groups


def ids(entries: Iterable[Entry]) -> tuple[str, ...]:
    """The claim ids of entries, each once, in order."""
    return tuple(dict.fromkeys(entry.claim.id for entry in entries))
