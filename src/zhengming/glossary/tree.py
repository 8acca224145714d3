"""What is read from the YAML of a glossary: texts, mappings that know their lines, and lists.

A list of texts is a tuple.
"""

from __future__ import annotations

from typing import Any, Self


class Mapping(dict[str, Any]):
    """A YAML mapping with the 1-based line it starts on.

    Attributes:
        lines: where its keys stand, if not all on that line.
    """

    __slots__ = ("line", "lines")
    line: int
    lines: dict[str, int] | None

    @classmethod
    def at(cls, line: int) -> Self:
        """An empty one that starts on a line."""
        mapping = cls()
        mapping.line, mapping.lines = line, None
        return mapping

    def line_of(self, key: str) -> int:
        """Where a key stands; of one that is not there, where the mapping starts."""
        return (self.lines or {}).get(key, self.line)
