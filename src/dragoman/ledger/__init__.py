"""The ledger stage: keeps every line, joins what reports the same act, and is asked as of a day."""

from __future__ import annotations

from dragoman.ledger.answering import answers
from dragoman.ledger.book import Ledger
from dragoman.ledger.joining import same_acts
from dragoman.ledger.store import Added, Hit, Run, Store

__all__ = ["Added", "Hit", "Ledger", "Run", "Store", "answers", "same_acts"]
