"""A rendered reference list as one text in each output format."""

from __future__ import annotations

import json
from html import escape

from zhengming.csl import Rendered, render

FORMATS = ("text", "markdown", "html", "latex", "json")
VERSION = 1


def write_list(rendered: Rendered, form: str) -> str:
    """The list in one of ``FORMATS``, ending in a line end; links go to DOI and URL in HTML."""
    if form == "json":
        return _json(rendered)
    entries = [render(entry.content, form, links=form == "html") for entry in rendered.entries]
    if form == "html":
        divisions = (
            f'  <div class="csl-entry" id="ref-{escape(entry.id)}">{text}</div>\n'
            for entry, text in zip(rendered.entries, entries, strict=True)
        )
        return f'<div class="csl-bib-body">\n{"".join(divisions)}</div>\n'
    return ("\n\n" if form == "markdown" else "\n").join(entries) + "\n"


def _json(rendered: Rendered) -> str:
    rows = [
        {
            "id": entry.id,
            "number": entry.number,
            "text": render(entry.content, "text"),
            "html": render(entry.content, "html"),
        }
        for entry in rendered.entries
    ]
    data = {"version": VERSION, "entries": rows, "warnings": list(rendered.warnings)}
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"
