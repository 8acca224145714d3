"""BibTeX and biblatex: reading entries, and editing a file without touching the rest of it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from zhengming.errors import ZhengmingError
from zhengming.references.bibtex.blocks import read_blocks
from zhengming.references.bibtex.inherit import resolve
from zhengming.references.bibtex.item import to_item
from zhengming.references.model import Reference
from zhengming.references.problems import BibliographyError

__all__ = ["Bibliography", "parse_bibtex", "read_bibtex"]


@dataclass(frozen=True, slots=True)
class Bibliography:
    """The entries of a BibTeX text that could be read, in order, and what is wrong with it."""

    references: tuple[Reference, ...]
    problems: tuple[ZhengmingError, ...]


def read_bibtex(text: str, path: Path | None = None) -> Bibliography:
    """Read a BibTeX text as far as it can be read; never raises for what is in it."""
    blocks = read_blocks(text, path)
    resolve(blocks)
    references = tuple(
        Reference(entry.key, to_item(entry), path, entry.line)
        for entry in blocks.entries.values()
        if entry.type != "xdata"
    )
    return Bibliography(references, tuple(blocks.problems))


def parse_bibtex(text: str, path: Path | None = None) -> list[Reference]:
    """Read a BibTeX text that must be right as a whole.

    Raises:
        BibliographyError: listing every problem with its line.
    """
    bibliography = read_bibtex(text, path)
    if bibliography.problems:
        raise BibliographyError(bibliography.problems)
    return list(bibliography.references)
