"""Small styles for tests, built around the elements under test."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from zhengming.csl import Citation, CiteItem, Locales, Processor, Rendered, Style, render

LOCALES = Path(__file__).parents[2] / "src/zhengming/csl/locales"


@cache
def locales() -> Locales:
    return Locales(LOCALES)


def make_style(
    cite: str = "",
    *,
    layouts: str = "",
    citation: str = "",
    sort: str = "",
    bibliography: str = "",
    bibliography_attributes: str = "",
    extra: str = "",
    attributes: str = 'class="in-text"',
) -> Style:
    """Return a style with one citation layout (or ``layouts``) and, if given, a bibliography."""
    inner = layouts or f'<layout delimiter="; ">{cite}</layout>'
    listed = f"<bibliography {bibliography_attributes}>{bibliography}</bibliography>"
    xml = f"""<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" {attributes}>
    <info><id>test</id><title>Test</title></info>{extra}
    <citation {citation}>{sort}{inner}</citation>
    {listed if bibliography else ""}
    </style>"""
    return Style.parse(xml.encode(), name="test.csl")


def person(family: str, given: str = "") -> dict[str, str]:
    return {"family": family, "given": given}


def book(
    id_: str, *authors: Mapping[str, str], year: int | None = None, **more: Any
) -> dict[str, Any]:
    item: dict[str, Any] = {"id": id_, "type": "book", "author": list(authors), **more}
    if year is not None:
        item["issued"] = {"date-parts": [[year]]}
    return item


def process(
    style: Style,
    items: Sequence[Mapping[str, Any]],
    *clusters: Iterable[str | CiteItem] | Citation,
    notes: bool = False,
) -> Rendered:
    """Render clusters given as ids or items; all items once when there are none."""
    processor = Processor(style, items, locales=locales())
    for number, cluster in enumerate(clusters, 1):
        if not isinstance(cluster, Citation):
            cites = tuple(c if isinstance(c, CiteItem) else CiteItem(c) for c in cluster)
            cluster = Citation(cites, number if notes else 0)
        processor.cite(cluster)
    if not clusters:
        processor.include()
    return processor.finish()


def cited(
    style: Style,
    items: Sequence[Mapping[str, Any]],
    *clusters: Iterable[str | CiteItem] | Citation,
    form: str = "text",
    notes: bool = False,
) -> list[str]:
    """Return citations as text; each item cited alone when no clusters are given."""
    chosen = clusters or tuple([str(item["id"])] for item in items)
    rendered = process(style, items, *chosen, notes=notes)
    return [render(citation, form) for citation in rendered.citations]


def listed(style: Style, items: Sequence[Mapping[str, Any]], form: str = "text") -> list[str]:
    return [render(entry.content, form) for entry in process(style, items).entries]
