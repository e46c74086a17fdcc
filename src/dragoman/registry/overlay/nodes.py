"""YAML with the line of everything in it; scalars stay the text that the user wrote."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from dragoman.errors import RegistryError

_DEEPEST = 8
_EMPTY = frozenset({"", "~", "null"})


@dataclass(frozen=True, slots=True)
class Value:
    """What stands after a key: the text of a scalar, or the values of a list; and its line from 1."""

    line: int
    text: str = ""
    parts: tuple[Value | Item, ...] | None = None

    @property
    def texts(self) -> tuple[str, ...]:
        """The texts of a list of scalars; a lone scalar counts as a list of one."""
        if self.parts is None:
            return (self.text,) if self.text else ()
        return tuple(part.text for part in self.parts if isinstance(part, Value) and part.text)


@dataclass(frozen=True, slots=True)
class Item:
    """A mapping: its line from 1, and its values by key."""

    line: int
    values: dict[str, Value | Item]

    def text(self, key: str) -> str:
        """The text after a key; "" where there is none."""
        found = self.values.get(key)
        return found.text if isinstance(found, Value) else ""

    def texts(self, key: str) -> tuple[str, ...]:
        """The texts of the list after a key."""
        found = self.values.get(key)
        return found.texts if isinstance(found, Value) else ()

    def line_of(self, key: str) -> int:
        """The line of what stands after a key; the item's own where there is nothing."""
        found = self.values.get(key)
        return found.line if found else self.line


def read_nodes(path: Path) -> Item:
    """The whole of a file, an empty one as an empty item; RegistryError where it is no YAML mapping."""
    place = str(path)
    try:
        root = YAML(typ="safe", pure=True).compose(path.read_text(encoding="utf-8-sig"))
    except OSError as problem:
        fault = f"the overlay cannot be read ({problem.strerror})"
        raise RegistryError(fault, place=place, mend="Give a file with --registry") from None
    except UnicodeDecodeError:
        raise RegistryError("the overlay is not UTF-8", place=place, mend="Save it as UTF-8") from None
    except (YAMLError, RecursionError) as problem:
        mark = getattr(problem, "problem_mark", None)
        at = f"line {mark.line + 1}, column {mark.column + 1}" if mark else ""
        fault = f"this is no YAML ({getattr(problem, 'problem', None) or problem})"
        raise RegistryError(fault, place=place, at=at, mend="Check indentation, colons and quotes") from None
    if root is None:
        return Item(1, {})
    found = _node(root, place)
    if not isinstance(found, Item):
        mend = "Begin with a section such as persons:"
        raise RegistryError("the file is no mapping", place=place, at="line 1", mend=mend)
    return found


def _node(node: Node, place: str, depth: int = 0) -> Value | Item:
    """A node with its lines. Raises RegistryError for a key given twice and for endless nesting."""
    line = node.start_mark.line + 1
    if depth > _DEEPEST:
        raise RegistryError("nested too deeply", place=place, at=f"line {line}", mend="Write it flat")
    if isinstance(node, MappingNode):
        return Item(line, _mapping(node, place, depth))
    if isinstance(node, SequenceNode):
        return Value(line, parts=tuple(_node(part, place, depth + 1) for part in node.value))
    text = str(node.value).strip()
    bare = isinstance(node, ScalarNode) and not node.style
    return Value(line, "" if bare and text in _EMPTY else text)


def _mapping(node: MappingNode, place: str, depth: int) -> dict[str, Value | Item]:
    found: dict[str, Value | Item] = {}
    for key, value in node.value:
        name, line = str(key.value), key.start_mark.line + 1
        if name in found:
            fault = f"{name} stands here again, first in line {found[name].line}"
            raise RegistryError(fault, place=place, at=f"line {line}", mend="Put both under one key")
        found[name] = _node(value, place, depth + 1)
    return found
