"""BibTeX and biblatex among the exchange formats: read by ``references.bibtex``."""

from __future__ import annotations

from pathlib import Path

from zhengming.references.bibtex import read_bibtex
from zhengming.references.exchange.base import Import, Problem


def read(text: str, path: Path | None = None) -> Import:
    """Read every entry that can be; what cannot is a problem with its line."""
    found = read_bibtex(text, path)
    problems = [Problem(one.line or 1, one.message) for one in found.problems]
    return Import(found.references, tuple(problems), "bibtex")
