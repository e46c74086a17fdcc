"""Another term into an overlay file; comments and order of what stands there are kept."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq

from dragoman.errors import RegistryError
from dragoman.registry.overlay.checking import faults_of
from dragoman.registry.overlay.nodes import read_nodes

_SCRATCH = ".new"


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
    yaml = YAML()
    yaml.preserve_quotes = True
    yaml.indent(mapping=2, sequence=4, offset=2)
    root = CommentedMap()
    if path.exists():
        _refuse(path, str(path))
        root = yaml.load(path.read_text(encoding="utf-8-sig")) or root
    _enter(root, term)
    new = path.with_name(path.name + _SCRATCH)
    try:
        with new.open("w", encoding="utf-8") as file:
            yaml.dump(root, file)
        _refuse(new, str(path))
        new.replace(path)
    except OSError as problem:
        fault = f"the overlay cannot be written ({problem.strerror})"
        raise RegistryError(fault, place=str(path), mend="Choose another file with --registry") from None
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
            person["terms"].append(entry)
            return
    root["persons"].append(CommentedMap({"name": term.name, "terms": CommentedSeq([entry])}))
