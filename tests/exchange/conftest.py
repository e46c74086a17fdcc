"""Lets these tests read the made-up crisis that the tests of the views are about."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "views"))
