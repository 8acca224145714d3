"""The encoding that a file declares of itself, in the way of its format."""

from __future__ import annotations

import codecs
import re

_HEAD = 4096  # bytes; declarations stand at the top
# The first two lines may speak to Emacs or Vim.
_EDITORS = r"\A(?:[^\r\n]*[\r\n]+)?[^\r\n]*(?:-\*-.*\bcoding:|\bvim?:.*\bf(?:ile)?enc(?:oding)?=)[ \t]*([-\w.]+)"
_PATTERNS = {
    "html": (
        r"""<meta\b[^<>]*\bcharset\s*=\s*["']?\s*([-\w.:]+)""",
        r"""\A\s*<\?xml\b[^<>]*\bencoding\s*=\s*["']([-\w.:]+)""",
    ),
    "latex": (
        r"(?m)^[ \t]*%[ \t]*!\s*TeX\s+encoding\s*=\s*([-\w.]+)",
        r"(?m)^[^%\r\n]*\\usepackage\s*\[([-\w]+)\]\s*\{inputenc\}",
        r"(?m)^[^%\r\n]*\\begin\s*\{CJK\*?\}\s*\{([-\w]+)\}",
    ),
    "asciidoc": (r"(?m)^:encoding:[ \t]*([-\w.]+)",),
}
# What LaTeX calls them, and what Python does.
_ALIASES = {"utf8x": "utf-8", "ansinew": "cp1252", "bg5": "big5"}


def declared_encoding(head: bytes, format_: str) -> str | None:
    """The name of the encoding that the first bytes of a file give, if it is one we know."""
    text = head[:_HEAD].decode("latin-1")
    for pattern in (*_PATTERNS.get(format_, ()), _EDITORS):
        match = re.search(pattern, text, re.IGNORECASE)
        if match:
            name = match[1].lower()
            return _known(_ALIASES.get(name, name))
    return None


def _known(name: str) -> str | None:
    try:
        return codecs.lookup(name).name
    except LookupError:
        return None
