r"""Formulas that MathJax finds in a text by itself: ``\(…\)``, ``\[…\]`` and ``$$…$$``."""

from __future__ import annotations

import re

from zhengming.documents.builder import Draft
from zhengming.text.span import Span

_CLOSINGS = {r"\(": r"\)", r"\[": r"\]", "$$": "$$"}
OPENINGS = tuple(_CLOSINGS)


def _formula(opening: str) -> re.Pattern[str]:
    start, end = map(re.escape, (opening, _CLOSINGS[opening]))
    return re.compile(rf"{start}(?:(?!{end}).)*+{end}", re.DOTALL)


_FORMULAS = {opening: _formula(opening) for opening in OPENINGS}


def cover_formulas(draft: Draft, *openings: str) -> None:
    """Protect in a block the formulas that begin with one of ``openings``; time is linear."""
    for opening in openings:
        closing = _CLOSINGS[opening]
        if (last := draft.text.rfind(closing)) > 0:  # what opens behind it is none
            found = _FORMULAS[opening].finditer(draft.text, 0, last + len(closing))
            draft.cover([Span(*match.span()) for match in found])
