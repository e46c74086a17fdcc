"""What the registry tells, as lines of text with tabs between the columns."""

from __future__ import annotations

from dragoman.registry import Finding, Holder


def holder_line(row: Holder) -> str:
    """Name, title, dates, source and id of one who holds an office."""
    return f"{row.name}\t{row.title}\t{row.dates}\t{row.source}\t{row.entity}"


def finding_line(finding: Finding) -> str:
    """The sort of a doubtful thing, the polity, the office, and what is doubtful."""
    return f"{finding.sort}\t{finding.polity}\t{finding.office}\t{finding.words}"
