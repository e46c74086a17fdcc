"""Ids of lines: the same line of the same claims has the same id in every run."""

from __future__ import annotations

import hashlib


def line_id(view: str, first_claim: str) -> str:
    """The id of a line by the view it is in and the first claim it stands on: 12 hex digits."""
    return hashlib.sha256(f"{view}\0{first_claim}".encode()).hexdigest()[:12]
