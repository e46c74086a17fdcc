"""Which files paths stand for, and that no file stops or hangs the others."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from dragoman.dispatches import read_dispatches
from dragoman.dispatches.files import LIMIT, find_files, read_bytes
from dragoman.errors import DispatchError


def write(path: Path, text: str = "The envoy left.") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_folder_gives_its_dispatches_sorted_without_readme_and_hidden(tmp_path: Path) -> None:
    for name in ("b.md", "a.txt", "deep/c.TEXT", "README.md", ".d.txt", ".git/e.txt", "f.py"):
        write(tmp_path / name)
    files, refused = find_files([tmp_path])
    assert [str(path.relative_to(tmp_path)) for path in files] == ["a.txt", "b.md", "deep/c.TEXT"]
    assert refused == []


def test_folder_without_dispatch_is_refused(tmp_path: Path) -> None:
    write(tmp_path / "README.md")
    _, refused = find_files([tmp_path])
    assert "no dispatch" in refused[0].fault


def test_same_file_is_read_once(tmp_path: Path) -> None:
    file = write(tmp_path / "a.txt")
    link = tmp_path / "b.txt"
    link.symlink_to(file)
    dossier = read_dispatches([file, tmp_path, tmp_path / "." / "a.txt", link])
    assert len(dossier.dispatches) == 1


def test_any_suffix_is_read_when_named(tmp_path: Path) -> None:
    assert len(read_dispatches([write(tmp_path / "cable.cbl")]).dispatches) == 1


@pytest.mark.parametrize("name", ["missing.txt", "a\x00b.txt", "x" * 5000])
def test_missing_file_is_refused(tmp_path: Path, name: str) -> None:
    dossier = read_dispatches([tmp_path / name])
    assert len(dossier.refused) == 1
    assert dossier.refused[0].mend


def test_bad_files_do_not_stop_the_others(tmp_path: Path) -> None:
    write(tmp_path / "good.txt")
    write(tmp_path / "empty.txt", " \n")
    (tmp_path / "image.txt").write_bytes(b"\x89PNG....")
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere")
    (tmp_path / "loop.txt").symlink_to(tmp_path / "loop.txt")
    os.mkfifo(tmp_path / "pipe.txt")
    dossier = read_dispatches([tmp_path, tmp_path / "no"])
    assert [Path(dispatch.path).name for dispatch in dossier.dispatches] == ["good.txt"]
    faults = {Path(error.place).name: error.fault for error in dossier.refused}
    assert set(faults) == {"empty.txt", "image.txt", "gone.txt", "loop.txt", "pipe.txt", "no"}
    assert "link" in faults["gone.txt"]
    assert "pipe" in faults["pipe.txt"]


def test_device_is_refused_without_reading() -> None:
    with pytest.raises(DispatchError, match="device"):
        read_bytes(Path(os.devnull))


def test_limit_is_exact(tmp_path: Path) -> None:
    file = tmp_path / "large.txt"
    file.write_bytes(b"a" * LIMIT)
    assert len(read_bytes(file)) == LIMIT
    file.write_bytes(b"a" * (LIMIT + 1))
    with pytest.raises(DispatchError, match="Split it"):
        read_bytes(file)


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read everything")
def test_unreadable_file_is_refused(tmp_path: Path) -> None:
    file = write(tmp_path / "a.txt")
    file.chmod(0)
    with pytest.raises(DispatchError, match="permission"):
        read_bytes(file)


def test_denied_permission_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def deny(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    file = write(tmp_path / "a.txt")
    monkeypatch.setattr(Path, "open", deny)
    with pytest.raises(DispatchError, match="no permission"):
        read_bytes(file)


def test_odd_bytes_in_a_name_stay_printable(tmp_path: Path) -> None:
    file = Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff.txt"))
    try:
        write(file)
    except OSError:
        pytest.skip("this file system takes no such name")
    path = read_dispatches([file]).dispatches[0].path
    assert path.encode("utf-8").endswith(b"\\udcff.txt")
