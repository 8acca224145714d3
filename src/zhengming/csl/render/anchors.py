"""Names of entries that citations lead to, spelled so that every format can hold them."""

from __future__ import annotations

import re
from html import escape
from urllib.parse import quote

_NOT_LATEX = re.compile(r"[^\w:./+-]")


def fragment(id_: str) -> str:
    """Return what an address says of an entry behind its ``#``."""
    return quote(f"ref-{id_}", safe=":/.-_~@+!$&',;=")


def label(id_: str) -> str:
    """Return the name of an entry in LaTeX."""
    return _NOT_LATEX.sub("-", f"ref-{id_}")


def anchor(id_: str, form: str) -> str:
    """Return what to put before an entry for the citations that lead to it; nothing in plain text.

    LaTeX needs the package hyperref.
    """
    if form == "latex":
        return f"\\hypertarget{{{label(id_)}}}{{}}"
    return f'<a id="ref-{escape(id_)}"></a>' if form in ("html", "markdown") else ""
