"""The registry, read once for all tests."""

from __future__ import annotations

import pytest

from dragoman.registry import Registry


@pytest.fixture(scope="session")
def registry() -> Registry:
    return Registry.load()
