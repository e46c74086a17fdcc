"""Another term into an overlay file; comments and order of what stands there are kept."""

from __future__ import annotations

import errno
import os
from dataclasses import dataclass
from pathlib import Path
from tempfile import NamedTemporaryFile

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq

from dragoman.errors import RegistryError
from dragoman.registry.overlay.checking import faults_of
from dragoman.registry.overlay.nodes import read_nodes


@dataclass(frozen=True, slots=True)
class NewTerm:
    """A term to be added; days are ISO, or shortened to the month or year, "" where not known."""

    name: str
    office: str
    of: str
    start: str
    end: str = ""
    title: str = ""
    source: str = ""


def add_term(path: Path, term: NewTerm) -> None:
    """Write a term into an overlay, beside others of the same name; the file is made where there is none.

    Raises RegistryError, and leaves the file as it was, where the overlay is faulty or would become so.
    """
    yaml, root = _yaml(), CommentedMap()
    if path.exists():
        _refuse(path, str(path))
        root = yaml.load(path.read_text(encoding="utf-8-sig")) or root
    _enter(root, term)
    _replace(path.resolve(), root, yaml)


def _yaml() -> YAML:
    yaml = YAML()
    yaml.preserve_quotes = True
    yaml.width = 4096
    yaml.indent(mapping=2, sequence=4, offset=2)
    return yaml


def _replace(path: Path, root: CommentedMap, yaml: YAML) -> None:
    """Put a mapping in a file's place, whole or not at all; the file keeps its mode."""
    try:
        if path.exists() and not os.access(path, os.W_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        with NamedTemporaryFile("w", encoding="utf-8", dir=path.parent, suffix=".yml", delete=False) as file:
            new = Path(file.name)
            yaml.dump(root, file)
    except OSError as problem:
        fault = f"the overlay cannot be written ({problem.strerror})"
        raise RegistryError(fault, place=str(path), mend="Choose another file with --registry") from None
    try:
        _refuse(new, str(path))
        new.chmod(path.stat().st_mode if path.exists() else 0o644)
        new.replace(path)
    finally:
        new.unlink(missing_ok=True)


def _refuse(path: Path, place: str) -> None:
    """Raise the first fault of an overlay."""
    fault = next(faults_of(read_nodes(path), place), None)
    if fault is not None:
        raise fault


def _enter(root: CommentedMap, term: NewTerm) -> None:
    if not root.get("persons"):
        root["persons"] = CommentedSeq()
    parts = {"office": term.office, "of": term.of, "title": term.title, "from": term.start, "to": term.end}
    entry = CommentedMap({k: v for k, v in (parts | {"source": term.source}).items() if v})
    for person in root["persons"]:
        if person.get("name") == term.name:
            if not isinstance(person["terms"], list):
                person["terms"] = CommentedSeq([person["terms"]])
            person["terms"].append(entry)
            return
    root["persons"].append(CommentedMap({"name": term.name, "terms": CommentedSeq([entry])}))
