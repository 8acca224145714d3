"""Superscript letters such as ᵉ, which many fonts lack, as raised ordinary letters."""

from __future__ import annotations

import re
import unicodedata

from zhengming.csl.richtext import Inline, Rich, Span

_RANGES = "ªº²³¹ʰ-ʸˀˁˠ-ˤۥۦᴬ-ᵪ⁰-ⁿ℠™㆒-㆟"
_RAISED = re.compile(f"([{_RANGES}])")
_NO_BASE = {"ˀ": "ʔ", "ˁ": "ʕ", "ۥ": "و", "ۦ": "ي"}


def spell_superscripts(rich: Rich) -> Rich:
    """Return the text with each superscript character as a raised span of its base letter."""
    if not _has_any(rich):
        return rich
    parts: list[Inline] = []
    for part in rich:
        if isinstance(part, Span):
            parts.append(Span(part.attribute, part.value, spell_superscripts(part.children)))
            continue
        for index, piece in enumerate(_RAISED.split(part)):
            if index % 2:
                parts.append(Span("vertical-align", "sup", (_base(piece),)))
            elif piece:
                parts.append(piece)
    return tuple(parts)


def _has_any(rich: Rich) -> bool:
    return any(
        bool(_RAISED.search(part)) if isinstance(part, str) else _has_any(part.children)
        for part in rich
    )


def _base(character: str) -> str:
    return _NO_BASE.get(character) or unicodedata.normalize("NFKC", character)
