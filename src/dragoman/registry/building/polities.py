"""States of today and yesterday, their codes by date, and the words for them."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pyarrow.parquet as pq

from dragoman.registry.spelling import fold, fold_phrase
from dragoman.registry.tables import read_rows, spread

FACTBOOK = "factbook/factbook_government_fields_1990_2025.parquet"
_SOURCE = "CIA World Factbook (public domain)"
_FOREVER = "9999"


@dataclass(frozen=True, slots=True)
class Country:
    """A state of today: codes, name, capital."""

    iso3: str
    iso2: str
    name: str
    capital: str


class Gazetteer:
    """Country names and codes as the sources write them, resolved to our polities."""

    def __init__(self, folder: Path, by_hand: Path) -> None:
        self.countries = tuple(_countries(folder))
        self.hand_polities = read_rows("polities.tsv", by_hand)
        self.hand_words = read_rows("state_words.tsv", by_hand)
        # A country's own name goes before ours: without "republic" that of Taiwan is "China".
        self._by_name = {
            _key(words): row["polity"] for words, row in spread(self.hand_words) if row["kind"] == "name"
        } | {_key(c.name): c.iso3 for c in self.countries}
        self._by_name |= {_key(row["name"]): row["polity"] for row in read_rows("source_names.tsv", by_hand)}
        self.by_iso2 = {c.iso2: "KOS" if c.iso3 == "XKX" else c.iso3 for c in self.countries}

    def polity(self, name: str, year: int | None = None) -> str | None:
        """The polity a source means by a country's name in a year; None where it is not known."""
        if year is not None and _key(name) == "serbia montenegro":
            return "YUG" if year < 2003 else "SCG"
        found = self._by_name.get(_key(name))
        return "KOS" if found == "XKX" else found


def _key(name: str) -> str:
    words = [w for w in fold_phrase(name.replace("&", " ")) if w not in {"the", "and", "of", "republic"}]
    return " ".join(words)


def _countries(folder: Path) -> Iterator[Country]:
    with (folder / "places/geonames_countryInfo.txt").open(encoding="utf-8") as lines:
        for row in csv.reader((x for x in lines if not x.startswith("#")), delimiter="\t"):
            if row and row[0] != "ISO":
                yield Country(row[1], row[0], row[4], row[5])


def polity_rows(gazetteer: Gazetteer, folder: Path) -> Iterator[tuple[str, ...]]:
    """Rows polity, name, code, start, end, source; those by hand replace the built ones."""
    done = {row["polity"] for row in gazetteer.hand_polities}
    for row in gazetteer.hand_polities:
        yield tuple(row[c] for c in ("polity", "name", "code", "start", "end", "source"))
    starts = _existence(gazetteer, folder)
    for country in gazetteer.countries:
        if country.iso3 in done or country.iso3 in {"XKX", "SCG", "ANT"}:
            continue
        start = starts.get(country.iso3, "")
        source = "GeoNames countryInfo (CC BY 4.0)" + (
            "; Gleditsch and Ward via andybega/states (MIT)" if start else ""
        )
        yield country.iso3, country.name, country.iso3, start, "", source


def sovereign(gazetteer: Gazetteer, folder: Path) -> set[str]:
    """The polities that are or were states: those with a day of birth, and those by hand."""
    return set(_existence(gazetteer, folder)) | {row["polity"] for row in gazetteer.hand_polities}


def _existence(gazetteer: Gazetteer, folder: Path) -> dict[str, str]:
    starts: dict[str, str] = {}
    with (folder / "states/gwstates.csv").open(encoding="utf-8") as lines:
        for row in csv.DictReader(lines):
            polity = gazetteer.polity(re.sub(r"\s*\(.*\)|/.*", "", row["country_name"]))
            if polity and row["end"].startswith(_FOREVER):
                starts[polity] = row["start"]
    return starts


def word_rows(gazetteer: Gazetteer, folder: Path) -> Iterator[tuple[str, ...]]:
    """Rows words, polity, kind, start, end, source: names, adjectives, demonyms, seats of government."""
    seen: set[tuple[str, ...]] = set()
    for words, row in spread(gazetteer.hand_words):
        seen.add((fold(words), row["kind"]))
        yield words, row["polity"], row["kind"], row["start"], row["end"], row["source"]
    claimed = {key[0] for key in seen}
    for words, polity, kind, source in _built_words(gazetteer, folder):
        key = (fold(words), kind)
        fresh = fold(words) not in claimed if kind in {"seat", "name"} else True
        if fresh and (key not in seen or kind == "adjective") and (*key, polity) not in seen:
            seen |= {key, (*key, polity)}
            yield words, polity, kind, "", "", source


def _built_words(gazetteer: Gazetteer, folder: Path) -> Iterator[tuple[str, str, str, str]]:
    independent = sovereign(gazetteer, folder)
    geonames = "GeoNames countryInfo (CC BY 4.0)"
    for country in gazetteer.countries:
        if country.iso3 in {"SCG", "ANT", "XKX"}:
            continue
        yield country.name, country.iso3, "name", geonames
        if country.capital and country.iso3 in independent:
            yield country.capital, country.iso3, "seat", geonames
    for name, polity, noun, adjective in _nationalities(gazetteer, folder):
        if polity not in independent and polity != "PSE":
            continue
        yield name, polity, "name", _SOURCE
        for words in adjective:
            yield words, polity, "adjective", _SOURCE
        for words in noun:
            yield words, polity, "demonym", _SOURCE


def _nationalities(gazetteer: Gazetteer, folder: Path) -> Iterator[tuple[str, str, list[str], list[str]]]:
    table = pq.read_table(
        folder / FACTBOOK, filters=[("edition_year", "==", 2015), ("field", "==", "Nationality")]
    )
    done = set()
    for row in table.to_pylist():
        polity = gazetteer.polity(row["country"])
        if polity is None or polity in done or row["country"] == "Korea":
            continue
        done.add(polity)
        noun, _, adjective = row["text"].partition("adjective:")
        plain = "" if "," in row["country"] or "(" in row["country"] else row["country"]
        yield (
            plain or row["country"].split(",")[0].split(" (")[0],
            polity,
            _nouns(noun),
            _alternatives(adjective),
        )


def _nouns(text: str) -> list[str]:
    nouns = []
    for part in _parts(text.replace("noun:", "")):
        stem = re.sub(r"\(.*", "", part).strip()
        if "(s)" in part:
            nouns += [stem, stem + "s"]
        elif "(men)" in part or "(women)" in part:
            nouns += [stem, stem[:-3] + "men"]
        else:
            nouns.append(stem)
    return [noun for noun in nouns if _is_word(noun)]


def _alternatives(text: str) -> list[str]:
    parts = [re.sub(r"\(.*", "", part).strip() for part in _parts(text)]
    return [part for part in parts if _is_word(part)]


def _parts(text: str) -> list[str]:
    return re.split(r",|;| or | and |/", text.split("|")[0].split("note")[0])


def _is_word(text: str) -> bool:
    return bool(re.fullmatch(r"[A-Z][\w' -]{2,30}", text)) and text not in {"NA", "Korean", "Congo"}
