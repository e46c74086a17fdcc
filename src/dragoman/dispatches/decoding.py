"""Bytes to text: UTF-8 first, UTF-16 and UTF-32 by their mark, Windows-1252 by its look.

The text keeps every code point of the file: newlines are not translated, and a byte order mark
stays as U+FEFF at offset 0, so that offsets hold for anyone who decodes the file plainly.
"""

from __future__ import annotations

import codecs
import re

from dragoman.errors import DispatchError

# Longest first: the UTF-32 mark begins with that of UTF-16.
_MARKS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

# First bytes of what is often taken for a text, with what to do about it.
_MAGIC: tuple[tuple[bytes, str, str], ...] = (
    (b"%PDF-", "a PDF", "Save its text as a .txt file"),
    (b"PK\x03\x04", "a zip archive or an office document", "Unpack it, or save its text as a .txt file"),
    (b"PK\x05\x06", "an empty zip archive", "Give the files that should be in it"),
    (b"\x1f\x8b", "a gzip archive", "Unpack it with gunzip"),
    (b"BZh", "a bzip2 archive", "Unpack it with bunzip2"),
    (b"\xfd7zXZ\x00", "an xz archive", "Unpack it with unxz"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive", "Unpack it"),
    (b"Rar!", "a RAR archive", "Unpack it"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old office document", "Save its text as a .txt file"),
    (b"{\\rtf", "rich text (RTF)", "Save it as plain text"),
    (b"\x89PNG", "a PNG image", "Give its text, not its picture"),
    (b"\xff\xd8\xff", "a JPEG image", "Give its text, not its picture"),
    (b"GIF8", "a GIF image", "Give its text, not its picture"),
    (b"II*\x00", "a TIFF image", "Give its text, not its picture"),
    (b"MM\x00*", "a TIFF image", "Give its text, not its picture"),
    (b"SQLite format 3\x00", "an SQLite file", "If it is a ledger, give it with --ledger"),
    (b"\x7fELF", "a program", "Give a text file"),
    (b"PAR1", "a Parquet table", "Give a text file"),
)

_TO_UTF8 = "Convert it to UTF-8 (for example with iconv) and give that file"
_SEQUENCE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_CONTROL = re.compile(rb"[\x01-\x08\x0e-\x1f\x7f]")
_MAX_CONTROL = 0.05
_MAX_HIGH = 0.30


def decode(raw: bytes, place: str = "") -> str:
    """Give the text that the bytes of a file hold, every code point kept.

    Raises DispatchError, naming the place, the fault and the mend, where they hold no text.
    """
    _refuse_known_binaries(raw, place)
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return _require_words(_decode_marked(raw, encoding, place), place)
    if b"\x00" in raw:
        raise _refusal("binary, not text (it holds NUL bytes)", place, at=f"byte {raw.index(0)}")
    if len(_CONTROL.findall(raw)) > _MAX_CONTROL * len(raw):
        raise _refusal("binary, not text (it is full of control characters)", place)
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        text = _decode_windows(raw, error.start, place)
    return _require_words(text, place)


def _refuse_known_binaries(raw: bytes, place: str) -> None:
    for magic, name, mend in _MAGIC:
        if raw.startswith(magic):
            raise DispatchError(f"this is {name}, not text", place=place, mend=mend)


def _decode_marked(raw: bytes, encoding: str, place: str) -> str:
    try:
        text = raw.decode(encoding)
    except UnicodeDecodeError as error:
        fault = f"begins as {encoding[:6].upper()} but breaks off"
        raise _refusal(fault, place, at=f"byte {error.start}") from None
    if "\x00" in text:
        raise _refusal("binary, not text (it holds NUL characters)", place)
    return text


def _decode_windows(raw: bytes, fault_at: int, place: str) -> str:
    """Decode as Windows-1252 where that is likely (heuristic).

    Not likely: more whole UTF-8 sequences than stray high bytes (a damaged UTF-8 file), or so
    many high bytes that another alphabet is meant.
    """
    at = f"byte {fault_at}"
    high = sum(byte >= 0x80 for byte in raw)
    whole = _SEQUENCE.findall(raw)
    stray = high - sum(map(len, whole))
    if len(whole) > stray:
        raise _refusal("is damaged UTF-8", place, at=at)
    if high > _MAX_HIGH * len(raw):
        raise _refusal("is in an encoding other than UTF-8 and Windows-1252", place, at=at)
    try:
        return raw.decode("cp1252")
    except UnicodeDecodeError as error:
        fault = "is neither UTF-8 nor Windows-1252"
        raise _refusal(fault, place, at=f"byte {error.start}") from None


def _require_words(text: str, place: str) -> str:
    if not text.strip("\ufeff \t\r\n\f\v\u00a0\u2028\u2029\u0085\x1a"):
        mend = "Give a file with the text of a dispatch"
        raise DispatchError("the file is empty", place=place, mend=mend)
    return text


def _refusal(fault: str, place: str, at: str = "") -> DispatchError:
    return DispatchError(fault, place=place, at=at, mend=_TO_UTF8)
