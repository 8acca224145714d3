"""Many short texts worked on as one, for functions that cost much at every call."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence


def together(work: Callable[[str], str], texts: Sequence[str]) -> Iterator[str]:
    """What ``work`` makes of each text; it must keep lengths and see no further than a line."""
    done = work("\n".join(texts))
    start = 0
    for text in texts:
        yield done[start : start + len(text)]
        start += len(text) + 1
