"""The registry stage: who is that, on that day, by dated and sourced tables."""

from __future__ import annotations

from dragoman.registry.bodies import Body
from dragoman.registry.mentions import Mentions
from dragoman.registry.surroundings import Context, surroundings
from dragoman.registry.terms import Asked, Holder
from dragoman.registry.upkeep import Finding
from dragoman.registry.who import Registry

__all__ = ["Asked", "Body", "Context", "Finding", "Holder", "Mentions", "Registry", "surroundings"]
