"""How much the tables know: office-holders per state and decade, and how full the chains of office are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from dragoman.registry.people import People
from dragoman.registry.polities import Period, Polities

G20 = tuple("ARG AUS BRA CAN CHN FRA DEU IND IDN ITA JPN MEX RUS SAU ZAF KOR TUR GBR USA".split())
BALKANS = tuple("ALB BIH BGR HRV GRC KOS MKD MNE ROU SRB YUG SVN".split())
CHAIN = ("head of state", "head of government", "foreign minister", "defence minister")
_DECADES = tuple(range(1940, 2030, 10))


def per_decade(people: People) -> Iterator[tuple[str, tuple[int, ...]]]:
    """For each state: its code, and how many people have a term in each decade from the 1940s on."""
    seen: dict[str, dict[int, set[str]]] = defaultdict(lambda: defaultdict(set))
    for key, _ in people.spellings():
        for term in people.terms(key):
            start, end = term.period.start, term.period.end or date(2025, 12, 31)
            if start is None or term.polity.startswith("org:"):
                continue
            for decade in _DECADES:
                if start.year < decade + 10 and end.year >= decade:
                    seen[term.polity][decade].add(key)
    for polity in sorted(seen):
        yield polity, tuple(len(seen[polity][decade]) for decade in _DECADES)


def share_held(people: People, polities: Polities, polity: str, office: str, years: range) -> float:
    """The share of quarter days in some years, while the state existed, on which somebody held an office."""
    days = [date(year, month, 15) for year in years for month in (2, 5, 8, 11)]
    days = [day for day in days if polities.existed(polity, Period(day, day))]
    rows = [term.period for _, term in people.of_office(polity, office)]
    held = sum(any(period.holds(day) for period in rows) for day in days)
    return held / len(days) if days else 0.0


def coverage_tables(people: People, polities: Polities) -> str:
    """Both as Markdown: chains of the G20 and the Balkans 1990 to 2022, then people per state and decade."""
    lines = ["| state | " + " | ".join(CHAIN) + " |", "|---" * (1 + len(CHAIN)) + "|"]
    for polity in (*G20, *(code for code in BALKANS if code not in G20)):
        shares = (share_held(people, polities, polity, office, range(1990, 2023)) for office in CHAIN)
        lines.append(f"| {polity} | " + " | ".join(f"{100 * share:.0f}" for share in shares) + " |")
    lines += ["", "| state | " + " | ".join(f"{d}s" for d in _DECADES) + " |"]
    lines.append("|---" * (1 + len(_DECADES)) + "|")
    for polity, counts in per_decade(people):
        lines.append(f"| {polity} | " + " | ".join(str(count or "") for count in counts) + " |")
    return "\n".join(lines) + "\n"
