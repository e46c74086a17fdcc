"""The registry stage: who is that, on that day, by dated and sourced tables."""

from __future__ import annotations

from dragoman.registry.bodies import Body
from dragoman.registry.who import Registry

__all__ = ["Body", "Registry"]
