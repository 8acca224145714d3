"""Does work double when size doubles? A ratio of CPU times in one process, with retries."""

from __future__ import annotations

import time
from collections.abc import Callable

GROWTH = 8  # so that quadratic work, which grows 64-fold, stands out from noise
TRIES = 3


def is_linear(work: Callable[[str], object], unit: str, count: int = 2_000) -> bool:
    """Whether ``work`` on eight times as many ``unit``s takes well under 64 times as long."""
    small, large = unit * count, unit * (count * GROWTH)
    for _ in range(TRIES):
        if _seconds(work, large) < 3 * GROWTH * max(_seconds(work, small), 0.001):
            return True
    return False


def _seconds(work: Callable[[str], object], text: str) -> float:
    start = time.process_time()
    work(text)
    return time.process_time() - start
