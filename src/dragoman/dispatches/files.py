"""Which files a user's paths stand for, and their bytes, without ever hanging on one of them."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path

from dragoman.errors import DispatchError

LIMIT = 2_000_000
"""Most bytes of one dispatch: a year of a daily bulletin. A longer file is a collection."""

SUFFIXES = frozenset({".txt", ".text", ".md"})
"""What is taken for a dispatch in a folder; a file given by name may have any suffix."""


def find_files(paths: Iterable[Path]) -> tuple[list[Path], list[DispatchError]]:
    """Give the files that the paths stand for, each once and in order, and what was refused.

    A folder gives its .txt, .text and .md files at any depth, sorted by path, without hidden
    files and folders and without README files; links to folders are not followed.
    """
    found: dict[str, Path] = {}
    refused: dict[str, DispatchError] = {}
    for path in paths:
        for item in _files_under(path):
            if isinstance(item, DispatchError):
                refused.setdefault(item.place, item)
            else:
                found.setdefault(_identity(item), item)
    return list(found.values()), list(refused.values())


def read_bytes(path: Path) -> bytes:
    """Give the bytes of a regular file of at most LIMIT bytes; DispatchError otherwise."""
    place = printed(path)
    try:
        about = path.stat()
        _require_readable(about, place)
        with path.open("rb") as file:
            raw = file.read(LIMIT + 1)
    except (OSError, ValueError) as error:
        raise _refusal_of(path, error) from None
    # Some files (those of /proc) do not know their size beforehand.
    if len(raw) > LIMIT:
        raise _too_large(place, len(raw))
    return raw


def printed(path: Path) -> str:
    """Give the path in printable form, with odd bytes of its name as escapes."""
    return str(path).encode("utf-8", "backslashreplace").decode("utf-8")


def _files_under(path: Path) -> Iterator[Path | DispatchError]:
    try:
        about = path.stat()
    except (OSError, ValueError) as error:
        yield _refusal_of(path, error)
        return
    if stat.S_ISDIR(about.st_mode):
        yield from _files_in_folder(path)
    else:
        yield path


def _files_in_folder(folder: Path) -> Iterator[Path | DispatchError]:
    faults: list[OSError] = []
    files: list[Path] = []
    for parent, folders, names in os.walk(folder, onerror=faults.append):
        folders[:] = [name for name in folders if not name.startswith(".")]
        files += [Path(parent, name) for name in names if _is_dispatch_name(name)]
    yield from sorted(files)
    yield from (_refusal_of(Path(os.fsdecode(fault.filename)), fault) for fault in faults)
    if not files and not faults:
        fault = "the folder holds no dispatch (no .txt, .text or .md file)"
        yield DispatchError(fault, place=printed(folder), mend="Give the files by name, or another folder")


def _is_dispatch_name(name: str) -> bool:
    path = Path(name.lower())
    return path.suffix in SUFFIXES and not name.startswith(".") and path.stem != "readme"


def _identity(path: Path) -> str:
    try:
        return os.path.realpath(path)
    except (OSError, ValueError):
        return str(path)


def _require_readable(about: os.stat_result, place: str) -> None:
    if stat.S_ISDIR(about.st_mode):
        raise DispatchError("this is a folder", place=place, mend="Give a file")
    if not stat.S_ISREG(about.st_mode):
        # Opening a pipe or a device may wait for ever.
        mend = "Save its text to a file first and give that"
        raise DispatchError("this is a pipe, socket or device, not a file", place=place, mend=mend)
    if about.st_size > LIMIT:
        raise _too_large(place, about.st_size)


def _too_large(place: str, size: int) -> DispatchError:
    megabytes = LIMIT // 1_000_000
    fault = f"too large: {size:,} bytes or more, where one dispatch may have {megabytes} MB"
    return DispatchError(fault, place=place, mend="Split it into one file per dispatch and give the folder")


def _refusal_of(path: Path, error: OSError | ValueError) -> DispatchError:
    place = printed(path)
    if isinstance(error, FileNotFoundError):
        if path.is_symlink():
            return DispatchError("a link to a file that is gone", place=place, mend="Mend or drop the link")
        return DispatchError("no such file or folder", place=place, mend="Check the spelling of the path")
    if isinstance(error, PermissionError):
        return DispatchError("no permission to read it", place=place, mend="Ask for the right to read it")
    reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return DispatchError(f"cannot be read ({reason.lower()})", place=place, mend="Check the path")
