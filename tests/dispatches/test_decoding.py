"""Bytes to text: what is read, what is refused, and that nothing else ever happens."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.dispatches.decoding import decode
from dragoman.errors import DispatchError

WORDS = "The envoy said “no” in Zürich.\r\nHe left.\n"


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        (WORDS.encode("utf-8"), WORDS),
        (codecs.BOM_UTF8 + WORDS.encode("utf-8"), "\ufeff" + WORDS),
        (codecs.BOM_UTF16_LE + WORDS.encode("utf-16-le"), "\ufeff" + WORDS),
        (codecs.BOM_UTF16_BE + WORDS.encode("utf-16-be"), "\ufeff" + WORDS),
        (codecs.BOM_UTF32_LE + WORDS.encode("utf-32-le"), "\ufeff" + WORDS),
        (WORDS.encode("cp1252"), WORDS),
    ],
    ids=["utf-8", "utf-8-mark", "utf-16-le", "utf-16-be", "utf-32-le", "cp1252"],
)
def test_text_keeps_every_code_point(raw: bytes, text: str) -> None:
    assert decode(raw) == text


@pytest.mark.parametrize(
    ("raw", "fault"),
    [
        (b"", "empty"),
        (b" \r\n\t\n", "empty"),
        (codecs.BOM_UTF8, "empty"),
        (b"%PDF-1.4 ...", "a PDF"),
        (b"PK\x03\x04....", "zip"),
        (b"\x89PNG\r\n\x1a\n", "PNG"),
        (b"\xff\xd8\xff\xe0", "JPEG"),
        (b"words\x00more", "NUL"),
        (b"\x01\x02\x03\x04 words", "control"),
        ("Президент сказал нет".encode("koi8-r"), "other than UTF-8"),
        ("zwölf über fünf".encode() + b" \xff", "damaged UTF-8"),
        (b"words \x81 and \x8d", "neither UTF-8 nor"),
        (codecs.BOM_UTF16_LE + b"a", "breaks off"),
    ],
)
def test_refusal_names_fault_and_mend(raw: bytes, fault: str) -> None:
    with pytest.raises(DispatchError) as caught:
        decode(raw, "x.txt")
    assert fault in caught.value.fault
    assert caught.value.place == "x.txt"
    assert caught.value.mend


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(raw: bytes) -> None:
    try:
        text = decode(raw)
    except DispatchError as error:
        text = f"{error.fault} {error.mend}"
    assert text.strip()


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1))
def test_utf8_is_read_back_as_it_was(text: str) -> None:
    # The letter keeps it from beginning by chance as a file of another sort does.
    assert decode(f"é{text}".encode()) == f"é{text}"
