"""Where derived data is kept: the user's cache directory, safe to delete at any time."""

from __future__ import annotations

import os
import sys
from pathlib import Path


def cache_directory() -> Path:
    """The directory for zhengming's derived data; it need not exist.

    ``ZHENGMING_CACHE_DIR`` names another one.
    """
    if chosen := os.environ.get("ZHENGMING_CACHE_DIR"):
        return Path(chosen)
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local"
        return Path(base) / "zhengming" / "Cache"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches" / "zhengming"
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "zhengming"
