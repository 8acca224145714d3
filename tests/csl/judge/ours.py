"""Renders with zhengming.csl (wherever PYTHONPATH finds it)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from clusters import Cite
from collation import Collation

from zhengming.csl import Citation, CiteItem, Locales, Processor, Rendered, Style, render


def render_document(
    style: Style,
    items: list[dict[str, Any]],
    clusters: list[list[Cite]],
    locales: Path,
    collate: Collation,
) -> dict[str, dict[str, list[str]]]:
    """Return ids of the entries, bibliography and citations, by output format."""
    processor = Processor(style, items, locales=Locales(locales), collate=collate)
    notes = style.style_class == "note"
    for number, cites in enumerate(clusters, 1):
        processor.cite(Citation(tuple(map(_cite, cites)), number if notes else 0))
    processor.include()
    rendered = processor.finish()
    return {form: _printed(rendered, form) for form in ("html", "text")}


def _cite(cite: Cite) -> CiteItem:
    return CiteItem(
        cite["id"],
        cite.get("locator"),
        cite.get("label"),
        cite.get("prefix", ""),
        cite.get("suffix", ""),
        suppress_author=cite.get("suppress-author", False),
    )


def _printed(rendered: Rendered, form: str) -> dict[str, list[str]]:
    return {
        "ids": [entry.id for entry in rendered.entries],
        "bibliography": [render(entry.content, form) for entry in rendered.entries],
        "citations": [render(citation, form) for citation in rendered.citations],
    }
