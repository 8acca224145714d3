"""What is read from the YAML of a glossary: lists, texts, and mappings that know their lines."""

from __future__ import annotations

from typing import Any


class Mapping(dict[str, Any]):
    """A YAML mapping with the 1-based line it starts on and the lines of its keys."""

    __slots__ = ("line", "lines")
    line: int
    lines: dict[str, int]

    @classmethod
    def at(cls, line: int) -> Mapping:
        """An empty one that starts on a line."""
        mapping = cls()
        mapping.line = line
        mapping.lines = {}
        return mapping
