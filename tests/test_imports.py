"""Imports run downward only, and the check that says so can fail."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
CONTRACT = "Imports run downward only"


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """A copy of the sources and of the contract, without the data."""
    shutil.copytree(
        ROOT / "src", tmp_path / "src", ignore=shutil.ignore_patterns("data", "__pycache__", "*.egg-info")
    )
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def lint(root: Path) -> subprocess.CompletedProcess[str]:
    """The outcome of lint-imports over the package under root/src."""
    code = "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports(no_cache=True))"
    return subprocess.run(
        [sys.executable, "-c", code],
        cwd=root, capture_output=True, text=True, check=False,
        env=os.environ | {"PYTHONPATH": str(root / "src"), "COLUMNS": "200"},
    )  # fmt: skip


def test_the_contract_holds(copied: Path) -> None:
    found = lint(copied)
    assert found.returncode == 0, found.stdout
    assert f"{CONTRACT} KEPT" in found.stdout


@pytest.mark.parametrize(
    ("module", "forbidden"),
    [
        ("claims/find.py", "dragoman.registry"),
        ("dispatches/notes.py", "dragoman.reading"),
        ("ledger/book.py", "dragoman.views"),
        ("model/claims.py", "dragoman.claims"),
        ("views/brief.py", "dragoman.exchange"),
        ("exchange/page.py", "dragoman.pipeline"),
    ],
)
def test_a_forbidden_import_breaks_it(copied: Path, module: str, forbidden: str) -> None:
    path = copied / "src" / "dragoman" / module
    path.write_text(path.read_text(encoding="utf-8") + f"\nimport {forbidden}\n", encoding="utf-8")
    found = lint(copied)
    assert found.returncode != 0
    assert f"{CONTRACT} BROKEN" in found.stdout
    assert forbidden in found.stdout
