"""What the figures were measured on."""

from __future__ import annotations

import os
import platform
import re
import resource
from importlib.metadata import version
from pathlib import Path


def described() -> str:
    """Processor count, Python and the versions of what does the work."""
    what = f"{platform.machine()}, {os.cpu_count()} processors, Python {platform.python_version()}"
    parts = [f"{name} {version(name)}" for name in ("dragoman", "onnxruntime", "numpy", "tokenizers")]
    return f"{what}, {', '.join(parts)}"


def peak_memory() -> float:
    """The most memory this process has held, in MB.

    Where the system tells it (Linux), without what it was started from: `ru_maxrss` outlives exec.
    """
    status = Path("/proc/self/status")
    told = re.search(r"VmHWM:\s+(\d+) kB", status.read_text()) if status.exists() else None
    return (int(told[1]) if told else resource.getrusage(resource.RUSAGE_SELF).ru_maxrss) / 1024
