"""Settled text as plain text, HTML, Markdown or LaTeX; `runs` is for word processors."""

from __future__ import annotations

from typing import Protocol

from zhengming.csl.richtext import Rich

from . import html, latex, markdown, text
from .anchors import anchor
from .runs import Run, runs
from .superscript import spell_superscripts

__all__ = ["RENDERERS", "Renderer", "Run", "anchor", "render", "runs"]


class Renderer(Protocol):
    """Turns settled text into one format."""

    def __call__(self, rich: Rich, *, links: bool = False) -> str:
        """Return the text."""


RENDERERS: dict[str, Renderer] = {
    "text": text.render,
    "html": html.render,
    "markdown": markdown.render,
    "latex": latex.render,
}


def render(rich: Rich, form: str, *, links: bool = False) -> str:
    """Return settled text in a format: ``text``, ``html``, ``markdown`` or ``latex``.

    Args:
        rich: a citation, or the content of an entry.
        form: the format.
        links: link identifiers to the web, and cites to the `anchor` of their entry.

    Raises:
        KeyError: there is no such format.
    """
    marked_up = rich if form == "text" else spell_superscripts(rich)
    return RENDERERS[form](marked_up, links=links)
