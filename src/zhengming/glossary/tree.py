"""What is read from the YAML of a glossary: lists, texts, and mappings that know their lines."""

from __future__ import annotations

from typing import Any


class Mapping(dict[str, Any]):
    """A YAML mapping with the 1-based line it starts on, empty at first.

    Attributes:
        lines: where its keys stand.
    """

    def __init__(self, line: int) -> None:
        super().__init__()
        self.line = line
        self.lines: dict[str, int] = {}

    def line_of(self, key: str) -> int:
        """Where a key stands; of one that is not there, where the mapping starts."""
        return self.lines.get(key, self.line)
