"""A rendered reference list as one text in each output format."""

from __future__ import annotations

import json
import re
from html import escape

from zhengming.csl import Entry, Rendered, anchor, render

FORMATS = ("text", "markdown", "html", "latex", "json")
VERSION = 1
_NUMBER = re.compile(r"\d+\\?[.)]\s+")


def write_list(rendered: Rendered, form: str, *, links: bool = False) -> str:
    """The list in one of ``FORMATS``, ending in a line end.

    HTML has links to DOI and URL, and a name for each entry; Markdown and LaTeX on demand.
    """
    if form == "json":
        return _json(rendered)
    links = links or form == "html"
    entries = [render(entry.content, form, links=links) for entry in rendered.entries]
    if form == "html":
        divisions = (
            f'  <div class="csl-entry" id="ref-{escape(entry.id)}">{text}</div>\n'
            for entry, text in zip(rendered.entries, entries, strict=True)
        )
        return f'<div class="csl-bib-body">\n{"".join(divisions)}</div>\n'
    if links:
        entries = [
            named(entry, text, form) for entry, text in zip(rendered.entries, entries, strict=True)
        ]
    return ("\n\n" if form == "markdown" else "\n").join(entries) + "\n"


def named(entry: Entry, text: str, form: str) -> str:
    """The text of an entry with its name, which goes behind the number that opens a list item."""
    number = _NUMBER.match(text)
    at = number.end() if number else 0
    return f"{text[:at]}{anchor(entry.id, form)}{text[at:]}"


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
