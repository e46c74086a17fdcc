"""Cuts text into the words of Universal Dependencies as the English treebanks have them.

Clitics stand apart (do|n't, Moscow|'s), hyphens split compounds (two|-|day) but not prefixed words
(anti-aircraft), numbers, dates, addresses and abbreviations stay whole. The conventions are those
of the English Web Treebank.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

PREFIXES = (
    "ante anti arch auto bi bio co counter de dis e eco ex extra hyper infra inter intra mega "
    "meta micro mid mini mis mono multi neo non para pan poly post pre pro proto pseudo psycho "
    "quasi re semi sub super trans tri ultra un uni"
).split()
"""Word parts that a hyphen does not cut off (guidelines of the Web Treebank, with what it does)."""

ABBREVIATIONS = (
    "Adm Amb Art Assoc Ave Bd Brig Bros Capt Cdr Cmdr Co Col Comdr Cong Corp Cpl Dept Dr Drs Esq "
    "Fr Ft Gen Gov Hon Inc Inst Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Jr Lt Ltd Maj "
    "Messrs Mfg Mgr Mr Mrs Ms Msgr Mt No Nos Pres Prof Pvt Rep Reps Res Rev Rt Sen Sens Sgt Sr St "
    "Ste Supt Univ Vol approx ca cf est etc fig pp vol vs viz"
).split()
"""Abbreviations that keep their point and do not end a sentence by themselves."""

_SHORT = "|".join(sorted(ABBREVIATIONS, key=len, reverse=True))
_CLITIC = r"(?:[nN]['’][tT]|['’](?:s|S|re|RE|ve|VE|ll|LL|d|D|m|M))(?![\w])"
_WORD = re.compile(
    rf"""
    (?P<address>(?:https?://|www\.)[^\s<>"”)]+[\w/] | [\w.+-]+@[\w-]+(?:\.[\w-]+)+)
  | (?P<date>\d{{1,4}}(?:[/.-]\d{{1,2}}){{1}}[/.-]\d{{2,4}}(?!\w) | \d{{1,2}}/\d{{1,2}}(?![\w/]))
  | (?P<phone>\d{{3}}-\d{{4}}(?!\w) | \d{{3}}-\d{{3}}-\d{{4}}(?!\w))
  | (?P<number>(?>\d+(?:[.,:]\d+)*)(?:(?:st|nd|rd|th|s|'s|’s)\b)?(?![^\W\d])
             | (?>\d+(?:[.,:]\d+)*)(?=(?:mm|cm|km|kg|m|k|pm|am|bn|mn|th|ft)\b))
  | (?P<acronym>(?:[^\W\d_]\.){{2,}} | (?:{_SHORT})\.(?!\w) | (?<![\w.])[A-Z]\.(?=\s+[A-Z]))
  | (?P<clitic>{_CLITIC})
  | (?P<can>[cC][aA][nN](?=[nN][oO][tT]\b) | [nN][oO][tT](?<=[cC][aA][nN][nN][oO][tT])\b)
  | (?P<gon>[gG]on(?=na\b) | (?<=[gG]on)na\b | [wW]an(?=na\b) | (?<=[wW]an)na\b
          | [gG]ot(?=ta\b) | (?<=[gG]ot)ta\b)
  | (?P<negated>[^\W\d_]+(?=[nN]['’][tT](?!\w)))
  | (?P<prefixed>(?:{"|".join(PREFIXES)})-[^\W_]+)
  | (?P<word>[^\W_]+(?:['’](?!(?:s|S|re|RE|ve|VE|ll|LL|d|D|m|M)(?!\w))[^\W\d_]+)*(?:&[^\W\d_]+)?)
  | (?P<face>[:;=]['-]?[()DPp](?!\w))
  | (?P<dots>\.{{2,}}|…) | (?P<dashes>-{{2,}}) | (?P<run>(?P<sign>[!?*=_~#<>+])(?P=sign)*)
  | ``|'' | (?P<mark>\S)
    """,
    re.VERBOSE | re.IGNORECASE,
)


def words_in(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The (start, end) of the words between two offsets, in order; nothing but blanks lies between them."""
    return [found.span() for found in _WORD.finditer(text, start, end)]


def spread(words: Sequence[str]) -> tuple[str, list[tuple[int, int]]]:
    """A text in which words that are cut already stand one blank apart, and where each stands."""
    spans, at = [], 0
    for word in words:
        spans.append((at, at + len(word)))
        at += len(word) + 1
    return " ".join(words), spans
