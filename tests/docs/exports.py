"""What may be imported, laid out for the docs from the code: names, arguments, fields, first lines."""

from __future__ import annotations

import inspect
import pkgutil
import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from functools import cached_property
from importlib import import_module
from types import ModuleType
from typing import get_args

import dragoman

# These are imported by their own names: they are single modules and have no `__all__`.
MODULES = ("dragoman.pipeline", "dragoman.run", "dragoman.errors")


def stages() -> list[str]:
    """The packages that say what they export."""
    names = [f"dragoman.{found.name}" for found in pkgutil.iter_modules(dragoman.__path__) if found.ispkg]
    return [name for name in names if hasattr(import_module(name), "__all__")]


def exported(name: str) -> list[str]:
    """The public names of a module: its `__all__`, or what it defines itself."""
    module = import_module(name)
    if hasattr(module, "__all__"):
        return sorted(map(str, module.__all__))
    return [word for word, thing in vars(module).items() if not word.startswith("_") and _own(thing, name)]


def listed(name: str) -> str:
    """A list of a module's public names, a line each."""
    module = import_module(name)
    return "".join(f"{line}\n" for word in exported(name) for line in _lines(module, word))


def _own(thing: object, module: str) -> bool:
    return getattr(thing, "__module__", "") == module and (inspect.isclass(thing) or callable(thing))


def _lines(module: ModuleType, word: str) -> Iterator[str]:
    thing = getattr(module, word)
    if inspect.isclass(thing):
        told = ", ".join(f"`{name}`" for name in _fields(thing))
        yield f"- `{word}`: {_first(thing)}" + (f" Fields: {told}." if told else "")
        yield from _methods(word, thing)
    elif inspect.isfunction(inspect.unwrap(thing)):
        yield f"- `{word}{_arguments(thing)}`: {_first(thing)}"
    elif all(isinstance(value, str) for value in get_args(thing)):
        yield f"- `{word}`: one of {', '.join(f'`{value}`' for value in get_args(thing))}."
    else:
        yield f"- `{word}`: stands for `{re.sub(r'[a-z_.]+[.]', '', str(thing))}`."


def _fields(cls: type) -> list[str]:
    """The public fields of a record."""
    return [field.name for field in fields(cls) if field.name[0] != "_"] if is_dataclass(cls) else []


def _methods(word: str, cls: type) -> Iterator[str]:
    for name, member in vars(cls).items():
        if name.startswith("_"):
            continue
        if isinstance(member, property | cached_property):
            yield f"  - `{word}.{name}`: {_first(member)}"
        elif inspect.isfunction(member) or isinstance(member, classmethod | staticmethod):
            call = getattr(member, "__func__", member)
            told = _arguments(call, bound=not isinstance(member, staticmethod))
            yield f"  - `{word}.{name}{told}`: {_first(call)}"


def _arguments(call: object, *, bound: bool = False) -> str:
    """The names of the arguments with what they are if left out."""
    assert callable(call)
    told, starred = [], False
    for argument in list(inspect.signature(call).parameters.values())[bound:]:
        if argument.kind is argument.KEYWORD_ONLY and not starred:
            told.append("*")
            starred = True
        told.append(
            argument.name + ("" if argument.default is argument.empty else f"={_value(argument.default)}")
        )
    return f"({', '.join(told)})"


def _value(default: object) -> str:
    return str(getattr(default, "__name__", None) or repr(default))


def _first(thing: object) -> str:
    """The first line of a docstring."""
    text = inspect.getdoc(thing)
    assert text, f"{thing} has no docstring"
    return text.splitlines()[0]
