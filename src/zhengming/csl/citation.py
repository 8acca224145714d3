"""What goes in and what comes out: citations, entries, warnings."""

from __future__ import annotations

from dataclasses import dataclass

from .richtext import Rich
from .told import Told


@dataclass(frozen=True, slots=True)
class CiteItem:
    """One item in a citation.

    Attributes:
        id: of an item of the processor.
        locator: a page or the like, and ``label`` what it counts (``page``, ``chapter``, …).
        prefix: text before the cite, ``suffix`` after it; both may hold micro-HTML.
        suppress_author: leave the names out.
        author_only: print nothing but the names.
    """

    id: str
    locator: str | None = None
    label: str | None = None
    prefix: str = ""
    suffix: str = ""
    suppress_author: bool = False
    author_only: bool = False


@dataclass(frozen=True, slots=True)
class Citation:
    """One citation in the text.

    Attributes:
        note_number: of the note it stands in, 0 in running text.
        mode: empty, ``composite`` (names, then the cite without them), ``author-only`` or
            ``suppress-author``.
    """

    items: tuple[CiteItem, ...]
    note_number: int = 0
    mode: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of the reference list; ``number`` is its citation number, from 1."""

    id: str
    number: int
    content: Rich


@dataclass(frozen=True, slots=True)
class Rendered:
    """Everything rendered: citations as cited, entries in the order of the list."""

    citations: tuple[Rich, ...]
    entries: tuple[Entry, ...]
    warnings: tuple[Told, ...]
