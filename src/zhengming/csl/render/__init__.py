"""Settled text as plain text, HTML, Markdown, LaTeX or formatted runs."""

from __future__ import annotations

from collections.abc import Callable

from zhengming.csl.richtext import Rich

from . import html, latex, markdown, text

RENDERERS: dict[str, Callable[[Rich], str]] = {
    "text": text.render,
    "html": html.render,
    "markdown": markdown.render,
    "latex": latex.render,
}


def render(rich: Rich, form: str) -> str:
    """Return settled text in a format: ``text``, ``html``, ``markdown`` or ``latex``.

    Raises:
        KeyError: there is no such format.
    """
    return RENDERERS[form](rich)
