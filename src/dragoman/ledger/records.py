"""Frozen records as one line of JSON and back, exactly, driven by their type hints alone.

A record is a list of its fields in their order; half the bytes of an object with keys, and half the
work. `forms` gives the names, which a ledger file keeps, so that it explains itself. Fields with a
default may be added at a record's end: a shorter list reads back with the defaults. Both ways are
strict: what the hints do not allow is refused, never stored or guessed.
Hints may be str, int, float, date, Literal of strings, tuples, `... | None` and other dataclasses.
"""

from __future__ import annotations

import dataclasses
import json
import types
from collections.abc import Callable, Iterable
from datetime import date
from json.encoder import encode_basestring
from math import isfinite
from typing import Literal, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from dragoman.errors import LedgerError

T = TypeVar("T")
Memo = dict[int, str]
Write = Callable[[object, Memo], str]
Read = Callable[[object], object]


def encode(record: object) -> str:
    """One record as JSON. Raises LedgerError where a value does not fit its hint."""
    return encode_all((record,))[0]


def encode_all(records: Iterable[object]) -> list[str]:
    """Records as JSON, one string each; parts that they share are written once and copied."""
    # Keyed by identity, which is safe while the caller's records keep their parts alive.
    memo: Memo = {}
    kept = tuple(records)
    try:
        return [_writer(type(record))(record, memo) for record in kept]
    except (TypeError, KeyError, ValueError, AttributeError) as error:
        raise LedgerError(f"a record does not fit its form: {error}", mend="Nothing was written") from error


def decode(sort: type[T], line: str) -> T:
    """The record of that sort. Raises LedgerError that names the field which does not fit."""
    try:
        return cast(T, _reader(sort)(json.loads(line)))
    except _MisfitError as error:
        at = ".".join((sort.__name__, *reversed(error.path)))
        raise LedgerError(error.fault, at=at) from error
    except ValueError as error:
        raise LedgerError(f"not a record: {error}", at=sort.__name__) from error


def forms(*sorts: type) -> dict[str, list[str]]:
    """The names of the fields of these records and of all records within them, in their order."""
    found: dict[str, list[str]] = {}
    waiting: list[object] = list(sorts)
    while waiting:
        hint = waiting.pop()
        if not isinstance(hint, type) or not dataclasses.is_dataclass(hint):
            waiting.extend(get_args(hint))
        elif hint.__name__ not in found:
            found[hint.__name__] = [field.name for field in dataclasses.fields(hint)]
            waiting.extend(get_type_hints(hint).values())
    return dict(sorted(found.items()))


# -- writing: one function per dataclass, compiled from its fields as `dataclasses` does --------
# Compiled because a ledger is filled at tens of thousands of entries a second: the generic walk
# through json.dumps(default=...) takes four times as long.


_WRITERS: dict[type, Write] = {}


def _writer(sort: type) -> Write:
    if sort not in _WRITERS:
        _WRITERS[sort] = _compile(sort)
    return _WRITERS[sort]


def _compile(sort: type) -> Write:
    if not dataclasses.is_dataclass(sort):
        raise TypeError(f"{sort.__name__} is not a dataclass")
    hints = get_type_hints(sort)
    scope: dict[str, object] = {"sort": sort, "text": encode_basestring, **_LEAVES}
    names = [field.name for field in dataclasses.fields(sort)]
    parts = [_expression(hints[name], f"v{place}", scope) for place, name in enumerate(names)]
    source = [
        "def write(record, memo):",
        "    key = id(record)",
        "    if key in memo: return memo[key]",
        "    if type(record) is not sort: raise TypeError(f'{record!r} is not a {sort.__name__}')",
        *(f"    v{place} = record.{name}" for place, name in enumerate(names)),
        f"    line = memo[key] = '[' + {_COMMA.join(parts)} + ']'",
        "    return line",
    ]
    exec("\n".join(source), scope)
    return cast(Write, scope["write"])


_COMMA = " + ',' + "


def _expression(hint: object, value: str, scope: dict[str, object]) -> str:
    origin, inner = get_origin(hint), get_args(hint)
    if hint in _LEAF_CALLS:
        return _LEAF_CALLS[hint].format(value)
    if origin is Literal:
        name = f"words{len(scope)}"
        scope[name] = {word: encode_basestring(word) for word in inner}
        return f"{name}[{value}]"
    if origin in (Union, types.UnionType):
        return f"('null' if {value} is None else {_expression(_sole(inner), value, scope)})"
    if origin is tuple and inner[-1] is Ellipsis:
        item = _expression(inner[0], f"i{value}", scope)
        return f"('[' + ','.join([{item} for i{value} in row({value})]) + ']')"
    if origin is tuple:
        items = [_expression(one, f"{value}[{place}]", scope) for place, one in enumerate(inner)]
        return f"('[' + {_COMMA.join(items)} + ']' if len(row({value})) == {len(inner)} else row(None))"
    name = f"record{len(scope)}"
    scope[name] = _writer(cast(type, hint))
    return f"{name}({value}, memo)"


def _row(value: object) -> tuple[object, ...]:
    if type(value) is tuple:
        return value
    raise TypeError(f"{value!r} is not a tuple of that length")


def _number(value: float) -> str:
    # A whole number is a legal value of a float, and reads back equal.
    if isinstance(value, (float, int)) and isfinite(value):
        return float.__repr__(float(value))
    raise ValueError(f"{value!r} is not a finite number")


_LEAVES: dict[str, object] = {
    "whole": int.__repr__,
    "number": _number,
    "day": date.isoformat,
    "row": _row,
}
_LEAF_CALLS: dict[object, str] = {
    str: "text({0})",
    int: "whole({0})",
    float: "number({0})",
    date: "('\"' + day({0}) + '\"')",
}


# -- reading ------------------------------------------------------------------------------------


class _MisfitError(Exception):
    """A value that its hint does not allow, and the path to it from the inside out."""

    def __init__(self, fault: str) -> None:
        self.fault = fault
        self.path: list[str] = []
        super().__init__(fault)


_READERS: dict[object, Read] = {}


def _reader(hint: object) -> Read:
    if hint not in _READERS:
        _READERS[hint] = _build(hint)
    return _READERS[hint]


def _build(hint: object) -> Read:
    origin, inner = get_origin(hint), get_args(hint)
    if hint is date:
        return _read_day
    if hint is float:
        return _read_number
    if hint in (str, int):
        return _read_exactly(cast(type, hint))
    if origin is Literal:
        return _read_word(frozenset(inner))
    if origin in (Union, types.UnionType):
        return _read_unless_none(_reader(_sole(inner)))
    if origin is tuple and inner[-1] is Ellipsis:
        return _read_list(_reader(inner[0]))
    if origin is tuple:
        return _read_row(tuple(_reader(one) for one in inner))
    return _read_record(cast(type, hint))


def _sole(inner: tuple[object, ...]) -> object:
    kept = [one for one in inner if one is not type(None)]
    if len(kept) != 1:
        raise TypeError(f"a field may be one thing or None, not {inner}")
    return kept[0]


def _read_day(value: object) -> date:
    if type(value) is str:
        try:
            return date.fromisoformat(value)
        except ValueError:
            pass
    raise _MisfitError(f"{value!r} is not an ISO day")


def _read_number(value: object) -> float:
    if type(value) is float or type(value) is int:
        return float(value)
    raise _MisfitError(f"{value!r} is not a number")


def _read_exactly(sort: type) -> Read:
    def read(value: object) -> object:
        if type(value) is sort:
            return value
        raise _MisfitError(f"{value!r} is not {sort.__name__}")

    return read


def _read_word(words: frozenset[str]) -> Read:
    def read(value: object) -> object:
        if type(value) is str and value in words:
            return value
        raise _MisfitError(f"{value!r} is none of {', '.join(sorted(words))}")

    return read


def _read_unless_none(inner: Read) -> Read:
    return lambda value: None if value is None else inner(value)


def _read_list(inner: Read) -> Read:
    def read(value: object) -> object:
        if type(value) is list:
            return tuple([inner(one) for one in value])
        raise _MisfitError(f"{value!r} is not a list")

    return read


def _read_row(inner: tuple[Read, ...]) -> Read:
    def read(value: object) -> object:
        if type(value) is list and len(value) == len(inner):
            return tuple([one(part) for one, part in zip(inner, value, strict=True)])
        raise _MisfitError(f"{value!r} is not a list of {len(inner)}")

    return read


def _read_record(sort: type) -> Read:
    if not dataclasses.is_dataclass(sort):
        raise TypeError(f"{sort} has no form in JSON")
    hints = get_type_hints(sort)
    fields = [(field.name, _reader(hints[field.name])) for field in dataclasses.fields(sort)]
    needed = sum(field.default is dataclasses.MISSING for field in dataclasses.fields(sort))

    def read(value: object) -> object:
        if type(value) is not list or not needed <= len(value) <= len(fields):
            raise _MisfitError(f"{value!r} is not a list of {needed} to {len(fields)} fields")
        held = []
        for (name, inner), part in zip(fields, value, strict=False):
            try:
                held.append(inner(part))
            except _MisfitError as error:
                error.path.append(name)
                raise
        return sort(*held)

    return read
