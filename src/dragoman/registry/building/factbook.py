"""Heads of state and government and their deputies from the Factbook, edition by edition.

A line reads "President Jacques CHIRAC (since 17 May 1995)". The term begins on the day given; it
ends when the next holder of that office begins, else in the last edition that still lists it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

import pyarrow.parquet as pq

from dragoman.registry.building.polities import FACTBOOK, Gazetteer, sovereign
from dragoman.registry.building.record import Term
from dragoman.registry.offices import Titles
from dragoman.registry.spelling import fold, skeleton

_MONTHS = dict(
    zip(
        "january february march april may june july august september october november december".split(),
        range(1, 13),
        strict=True,
    )
)
_SINCE = re.compile(r"([^()]*?)\s*\((?:born [^)]*\) \()?(?:[^()]*?)since ([^()]*)\)")
_DAY = re.compile(r"(?:(\d{1,2}) )?(?:(\w+) )?(\d{4})")
_LABEL = re.compile(
    r"(chiefs? of state(?: and heads? of government)?|heads? of government)\s*:", re.IGNORECASE
)
_BREAK = re.compile(r"[;:]|\bnote\b|,\s+(?=[A-Z][a-z]+ [A-Z])")
_VARIANT = re.compile(r",? also (?:spelled|known as) ")
_AFTER = re.compile(
    r"\s*(?:is|holds the title of|serves as)(?: the)? ([a-z]+ minister|vice president|premier)\b"
)
_GAP = 1
_TOP = {"head of state", "head of government"}
# An accent lost in scanning leaves a lone letter ("Andr s"); a row cut short, a clan without a name.
_BROKEN = re.compile(r"(?<![\w'’-])[b-df-hj-np-xz](?![\w'’.-])|\b[A-Z] (?=Pez\b)")
_CLAN_ALONE = re.compile(r"(?:al|el|Al|El)-\S+")


def factbook_terms(folder: Path, gazetteer: Gazetteer, titles: Titles) -> Iterator[Term]:
    """The terms found, in a fixed order."""
    seen: dict[tuple[str, str, str], Term] = {}
    last: dict[tuple[str, str, str], int] = {}
    editions: dict[str, set[int]] = defaultdict(set)
    for year, polity, text in _lines(folder, gazetteer):
        editions[polity].add(year)
        for term in _terms_in(text, polity, year, titles):
            key = _same_term(term, year, seen, last)
            seen.setdefault(key, term)
            last[key] = year
    shared = _shared_monarchs(seen.values())
    for term in _ended(seen, last, editions):
        if _person(term) not in shared or term.kind != "head of state":
            yield term


def _shared_monarchs(terms: Iterable[Term]) -> set[str]:
    """Who is head of state of three polities or more: the table by hand says of which by right."""
    realms: dict[str, set[str]] = defaultdict(set)
    for term in terms:
        if term.kind == "head of state":
            realms[_person(term)].add(term.polity)
    return {name for name, polities in realms.items() if len(polities) > 2}


def _same_term(
    term: Term, year: int, seen: dict[tuple[str, str, str], Term], last: dict[tuple[str, str, str], int]
) -> tuple[str, str, str]:
    """The key of the term this edition continues: begun in the same year, or listed shortly before."""
    for serial in range(20):
        key = (term.polity, term.kind, f"{_person(term)} {serial}")
        kept = seen.get(key)
        if kept is None or kept.start[:4] == term.start[:4] or year - last[key] <= _GAP:
            return key
    return key


def _person(term: Term) -> str:
    return f"{skeleton(term.surname)} {term.names[0].split()[0][:1].lower()}"


def _lines(folder: Path, gazetteer: Gazetteer) -> Iterator[tuple[int, str, str]]:
    table = pq.read_table(
        folder / FACTBOOK, columns=["edition_year", "country", "field", "canonical_field", "text"]
    )
    rows = [
        (row["edition_year"], row["country"], row["text"])
        for row in table.to_pylist()
        if row["canonical_field"] == "Executive branch" or row["field"] in {"Leaders", "Chief of State"}
    ]
    states = sovereign(gazetteer, folder)
    for year, country, text in sorted(rows):
        polity = gazetteer.polity(country, year)
        if polity in states and "since" in text:
            yield year, polity, text


def _terms_in(text: str, polity: str, year: int, titles: Titles) -> Iterator[Term]:
    head = re.split(r"\b(?:cabinet|elections?(?:/appointments)?)\s*:|; election|election last", text)[0]
    labels = [(m.start(), m.end(), m.group(1).lower()) for m in _LABEL.finditer(head)]
    for position, (_, begin, label) in enumerate(labels):
        stop = labels[position + 1][0] if position + 1 < len(labels) else len(head)
        default = "head of state" if "state" in label else "head of government"
        yield from _holders(head[begin:stop], polity, year, default, titles)


def _holders(part: str, polity: str, year: int, default: str, titles: Titles) -> Iterator[Term]:
    previous = ""
    for number, match in enumerate(_SINCE.finditer(part)):
        pieces = _BREAK.split(match.group(1))
        before, *variants = _VARIANT.split(pieces[-1])
        title, name, surname = _title_and_name(before)
        later = _AFTER.match(part, match.end())
        if not title and later:
            title = later.group(1).title()
        elif not title and len(pieces) > 1 and not re.match(r"\s*(?:,|and\b)", match.group(1)):
            continue
        title = title or previous
        previous = title
        office = titles.kind(_singular(title), polity) if title else None
        kind = office.kind if office else (default if number == 0 else "")
        start = _day(match.group(2))
        if not (name and surname and kind and start) or (office and office.rank < 4):
            continue
        if _BROKEN.search(f"{title} {name}") or _CLAN_ALONE.fullmatch(name):
            continue
        others = (found for found in (_title_and_name(text)[1] for text in variants) if found)
        names = tuple(dict.fromkeys((name, *others)))
        source = f"CIA World Factbook {year} (public domain)"
        yield Term(names, polity, kind, _singular(title) or kind, start, "", source, surname)


def _title_and_name(text: str) -> tuple[str, str, str]:
    """A title, a name in its usual letters, and the surname that the Factbook sets in capitals."""
    text = re.sub(r"\*\*\*[^*]*\*\*\*|\bof the (?:US|United States)\b|\bUS\b", " ", text)
    words = [w for w in re.sub(r"[*,\"]|\b(?:Dr|Gen|Lt|Col)\.|\bSir\b", " ", text).split() if w != "-"]
    if "and" in words and any(w.isupper() and len(w) > 2 for w in words[words.index("and") :]):
        words = words[len(words) - words[::-1].index("and") :]
    loud = [i for i, w in enumerate(words) if re.fullmatch(r"(?:[a-z]{1,3}['-])?[A-Z][A-Z'’\-.]*[A-Z]", w)]
    loud = [i for i in loud if words[i] not in _NUMERALS]
    if not loud:
        return "", "", ""
    begin = loud[0]
    while begin > 0 and (_is_given(words[begin - 1]) and not _is_title(words[begin - 1])):
        begin -= 1
    if begin and words[begin - 1] == "of" and begin < loud[0]:
        begin += 1
    while words[begin][:1].islower() and begin < loud[0]:
        begin += 1
    stop = loud[-1] + 1
    while stop < len(words) and (words[stop] in _NUMERALS or _is_given(words[stop])):
        stop += 1
    name = " ".join(_calm(w) for w in words[begin:stop])
    surname = " ".join(_calm(words[i]) for i in loud)
    if any(w.islower() and not _is_given(w) for w in words[begin:stop]):
        return "", "", ""
    return " ".join(w for w in words[:begin] if w not in {"and", "***"}), name, surname


_NUMERALS = {"I", "II", "III", "IV", "V", "VI", "XVI", "Jr.", "HRH"}
_TITLES = set(
    "president premier prime minister vice deputy first second chairman king queen emir amir sultan "
    "chancellor federal acting of the council state government republic general captain major "
    "colonel marshall general-secretary mr secretary and ministers interim prince princess emperor "
    "pope grand duke co-president monarch governor leader supreme executive coordinator revolution "
    "committee transition transitional administrative presidency military commission peace "
    "development command commander chief lieutenant marshal field taoiseach brigadier administration "
    "sheikh shaykh admiral national defense people's paramount vice-president".split()
)


def _is_title(word: str) -> bool:
    return fold(word) in _TITLES


def _is_given(word: str) -> bool:
    return bool(
        re.fullmatch(r"[A-Z][\w'’`.\-]*|al|el|de|da|dos|van|von|bin|ibn|der|arap|ould|ag|di|la|e", word)
    )


def _calm(word: str) -> str:
    if word in _NUMERALS or not re.search(r"[A-Z]{2}", word):
        return word
    return re.sub(r"[A-Z][A-Z]*", lambda m: m.group().capitalize(), word).replace("'S", "'s")


def _singular(title: str) -> str:
    return re.sub(r"\b(Minister|Premier|President|Chairm[ae]n|Chancellor)s\b", r"\1", title).replace(
        "men", "man"
    )


def _day(text: str) -> str:
    found = _DAY.search(text)
    if not found:
        return ""
    day, month, year = found.groups()
    number = _MONTHS.get((month or "").lower())
    if number is None:
        return year
    if day is None or not 1 <= int(day) <= 31:
        return f"{year}-{number:02}"
    return f"{year}-{number:02}-{int(day):02}"


def _ended(
    seen: dict[tuple[str, str, str], Term],
    last: dict[tuple[str, str, str], int],
    editions: dict[str, set[int]],
) -> Iterator[Term]:
    by_office: dict[tuple[str, str], list[tuple[str, tuple[str, str, str], Term]]] = defaultdict(list)
    for key, term in seen.items():
        by_office[key[0], key[1]].append((term.start, key, term))
    for office in sorted(by_office):
        line = sorted(by_office[office])
        for _, key, term in line:
            final = max(editions[key[0]])
            if last[key] >= final - 1 >= 2023:
                yield term
                continue
            later = [t.start for s, k, t in line if s > term.start and k != key and int(s[:4]) >= last[key]]
            successor = min(later, default="") if term.kind in _TOP else ""
            near = successor and int(successor[:4]) - last[key] <= 2
            # An edition revised in the following year may list who took office after its own.
            yield term.ended(successor if near else max(str(last[key]), term.start[:4]))
