"""What the tests ask of a Markdown page: its headings, links and fenced blocks."""

from __future__ import annotations

import re
from typing import NamedTuple

_FENCED = re.compile(r"^(`{3,})(\w*) ?([^\n]*)\n(.*?)^\1$", re.MULTILINE | re.DOTALL)
_HEADING = re.compile(r"^(#{1,6}) (.+)$", re.MULTILINE)
_LINK = re.compile(r"\]\(([^)\s]+)\)")
_CODE = re.compile(r"`[^`\n]+`")


class Fenced(NamedTuple):
    """A fenced block: its language, the mark behind that, and its text."""

    language: str
    mark: str
    text: str


def fenced(page: str) -> list[Fenced]:
    """The fenced blocks of a page."""
    return [Fenced(match[2], match[3], match[4]) for match in _FENCED.finditer(page)]


def headings(page: str) -> list[tuple[int, str]]:
    """Level and text of each heading."""
    return [(len(m[1]), m[2]) for m in _HEADING.finditer(_FENCED.sub("", page))]


def links(page: str) -> list[str]:
    """The targets of the links, code left out."""
    return _LINK.findall(_CODE.sub("", _FENCED.sub("", page)))


def anchor(heading: str) -> str:
    """The name under which a heading can be linked to, as GitHub makes it."""
    kept = (char for char in heading.lower() if char.isalnum() or char in " -_")
    return "".join(kept).replace(" ", "-")
