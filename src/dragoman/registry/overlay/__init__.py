"""A user's own additions to the registry: one YAML file, read, checked and written."""

from __future__ import annotations

from dragoman.registry.overlay.reading import overlay_faults, read_overlay
from dragoman.registry.overlay.writing import NewTerm, add_term

__all__ = ["NewTerm", "add_term", "overlay_faults", "read_overlay"]
