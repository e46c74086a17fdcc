"""The words of time: months, weekdays, units, numbers, holidays, names that hold a date but are none."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files


def _rows(table: str) -> list[dict[str, str]]:
    text = files("dragoman").joinpath("data", "times", table).read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE))


@dataclass(frozen=True, slots=True)
class Name:
    """A fixed phrase: `part` of it is a date of its own `day`, or nothing in it is a date."""

    part: str
    day: date | None


@cache
def signs() -> dict[str, tuple[str, str]]:
    """The sign and value of every word of time, by its lower-case form."""
    return {row["word"]: (row["sign"], row["value"] or "") for row in _rows("words.tsv")}


@cache
def holidays() -> dict[str, str]:
    """The rule for the day of a holiday, by its lower-case name.

    `12-25` a fixed day; `11/3/4` the fourth Thursday (Monday is 0) of November; `easter+1`,
    `pascha-2` days from western or eastern Easter; `hebrew/7/10` a day of the Hebrew calendar;
    `hijri/9/1/30` thirty days of the Islamic one, and a day to either side, as months go by sighting.
    """
    return {row["name"]: row["rule"] for row in _rows("holidays.tsv")}


@cache
def names() -> dict[str, Name]:
    """Phrases with a word of time in them that are names, by their lower-case form."""
    return {
        row["phrase"]: Name(row["part"] or "", date.fromisoformat(row["day"]) if row["day"] else None)
        for row in _rows("names.tsv")
    }


@cache
def cues() -> dict[str, str]:
    """Words that place what happens in the past or the future, for text without a tree."""
    return {row["word"]: row["tense"] for row in _rows("cues.tsv")}


@cache
def designators() -> frozenset[str]:
    """Words after which a number numbers something: Resolution 1244, Article 5, Boeing 747."""
    return frozenset(row["word"] for row in _rows("designators.tsv"))
