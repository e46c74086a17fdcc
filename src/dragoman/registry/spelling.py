"""How names are made comparable: folded letters, and a skeleton that transliterations share."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

_LETTERS = str.maketrans(
    {"ł": "l", "đ": "dj", "ø": "o", "ß": "ss", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d", "ə": "e"}
)
_MARKS = str.maketrans("", "", "'’‘`ʼ.")
_WORD = re.compile(r"[^\W_]+(?:['’‘ʼ.][^\W_]+)*(?:(?<=[A-Z])\.)?")
_HYPHENS = frozenset({"-", "‐", "‑"})
_POSSESSIVE = re.compile(r"['’ʼ](?:s|S)?$")
# Each pair brings two customs of transliteration, mostly from Cyrillic or Arabic, to one form.
_SKELETON = (
    (re.compile(r"(?<=[aeiou])y(?=e)"), ""),
    (re.compile(r"\bye"), "e"),
    (re.compile(r"ch$|tch$|cz$"), "c"),
    (re.compile(r"(?<=[aeiouc])hov$"), "hev"),
    (re.compile(r"(?:iy|ii|yi|ij|yy|ey|ei|ay|ai|y|j)$"), "i"),
    (re.compile(r"iy|ij|yi|ii"), "i"),
    (re.compile(r"kh|ḥ"), "h"),
    (re.compile(r"dzh|dj"), "d"),
    (re.compile(r"ks"), "x"),
    (re.compile(r"tz"), "ts"),
    (re.compile(r"ou|oo|w"), "u"),
    (re.compile(r"ee"), "i"),
    (re.compile(r"[qck](?=[aouklrt]|$)"), "k"),
    (re.compile(r"ph"), "f"),
    (re.compile(r"y"), "i"),
    (re.compile(r"(.)\1+"), r"\1"),
)


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a phrase: its place, its text, its folded form, and whether it owns what follows.

    `joined`: a hyphen ties it to the word before ("Kye-gwan").
    """

    start: int
    end: int
    text: str
    folded: str
    possessive: bool = False
    joined: bool = False

    @property
    def capital(self) -> bool:
        """Whether it is written as a name is."""
        return self.text[:1].isupper()


@lru_cache(maxsize=200_000)
def fold(text: str) -> str:
    """The text in lower case, without diacritics, apostrophes and full stops."""
    if text.isascii():
        return text.lower().translate(_MARKS)
    plain = unicodedata.normalize("NFKD", text.lower().translate(_LETTERS))
    return "".join(letter for letter in plain if not unicodedata.combining(letter)).translate(_MARKS)


@lru_cache(maxsize=200_000)
def skeleton(word: str) -> str:
    """A form that spellings of one name share: Sergeyev and Sergeev, Milošević and Milosevich."""
    form = fold(word)
    for pattern, instead in _SKELETON:
        form = pattern.sub(instead, form)
    return form


def split_words(text: str) -> tuple[Word, ...]:
    """The words of a text, hyphens and punctuation between them; offsets are code points."""
    words = []
    for match in _WORD.finditer(text):
        bare = _POSSESSIVE.sub("", match.group())
        owned = bare != match.group() or text[match.end() : match.end() + 1] in {"'", "’"}
        joined = text[match.start() - 1 : match.start()] in _HYPHENS if match.start() else False
        words.append(Word(match.start(), match.start() + len(bare), bare, fold(bare), owned, joined))
    return tuple(words)


@lru_cache(maxsize=20_000)
def phrase_words(text: str) -> tuple[Word, ...]:
    """The words of a phrase, remembered; texts are split by `split_words`, which remembers nothing."""
    return split_words(text)


def fold_phrase(text: str) -> tuple[str, ...]:
    """The folded words of a phrase."""
    return tuple(word.folded for word in split_words(text))
