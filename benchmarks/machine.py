"""What the figures were measured on."""

from __future__ import annotations

import os
import platform
from importlib.metadata import version


def described() -> str:
    """Processor count, Python and the versions of what does the work."""
    what = f"{platform.machine()}, {os.cpu_count()} processors, Python {platform.python_version()}"
    parts = [f"{name} {version(name)}" for name in ("dragoman", "onnxruntime", "numpy", "tokenizers")]
    return f"{what}, {', '.join(parts)}"
