"""How far a long run has come, on a terminal's stderr and only past the first second."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Iterator
from typing import TypeVar

_T = TypeVar("_T")


def progress(items: Iterable[_T], total: int) -> Iterator[_T]:
    """The items, with a counter that comes, changes and goes."""
    started = time.monotonic()
    shown = False
    watched = sys.stderr.isatty()
    for done, item in enumerate(items, 1):
        yield item
        if watched and time.monotonic() - started > 1:
            sys.stderr.write(f"\r{done}/{total} ")
            sys.stderr.flush()
            shown = True
    if shown:
        sys.stderr.write("\r\x1b[K")
        sys.stderr.flush()
