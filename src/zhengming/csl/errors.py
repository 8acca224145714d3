"""The one exception of the engine: a style or locale that cannot be used, and where."""

from __future__ import annotations

from pathlib import Path

from .told import Told


class CslError(Exception):
    """A style, a locale or an item is unusable.

    Args:
        message: what is wrong, in one sentence; its ``zh`` says it in Chinese.
        path: the file concerned, or the name given for it.
        line: 1-based line in that file.
        column: 1-based column in that file.
        hint: what to do about it, in one line.
    """

    def __init__(
        self,
        message: Told,
        *,
        path: Path | str | None = None,
        line: int | None = None,
        column: int | None = None,
        hint: Told | None = None,
    ) -> None:
        super().__init__(message)
        self.message = message
        self.path = path
        self.line = line
        self.column = column
        self.hint = hint

    def __str__(self) -> str:
        place = ":".join(str(p) for p in (self.path, self.line, self.column) if p is not None)
        head = f"{place}: {self.message}" if place else self.message
        return f"{head} ({self.hint})" if self.hint else head
