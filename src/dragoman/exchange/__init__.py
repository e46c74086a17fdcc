"""What leaves the house: claims, readings and briefs as JSON, on the terminal, in Markdown, HTML; tables."""

from __future__ import annotations

from dragoman.exchange.briefs import brief_record, commitments_record, positions_record
from dragoman.exchange.claims import Record, claim_record, claims_jsonl, party_record
from dragoman.exchange.dating import dated_record, dated_text
from dragoman.exchange.markdown import brief_markdown
from dragoman.exchange.marks import unmarked
from dragoman.exchange.page import brief_html
from dragoman.exchange.questions import QuestionLine, answer_line, questions_in
from dragoman.exchange.reading import reading_record
from dragoman.exchange.registry import finding_line, holder_line
from dragoman.exchange.relations import MarkedRow, MarkedTable
from dragoman.exchange.terminal import brief_terminal

__all__ = [
    "MarkedRow",
    "MarkedTable",
    "QuestionLine",
    "Record",
    "answer_line",
    "brief_html",
    "brief_markdown",
    "brief_record",
    "brief_terminal",
    "claim_record",
    "claims_jsonl",
    "commitments_record",
    "dated_record",
    "dated_text",
    "finding_line",
    "holder_line",
    "party_record",
    "positions_record",
    "questions_in",
    "reading_record",
    "unmarked",
]
