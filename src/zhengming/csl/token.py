"""What an output tree is flattened to before its seams are settled."""

from __future__ import annotations

from dataclasses import dataclass

from .locale import Locale


@dataclass(slots=True)
class Token:
    """A stretch of text, or the start or end of a span or of a quotation.

    Attributes:
        kind: ``text``, ``open``, ``close``, ``quote`` or ``unquote``.
        text: the characters, for text and resolved quotation marks.
        mark: attribute and value, for spans.
        locale: whose quotation marks, for quotations.
        role: the mark as written for quotations in a field; for text ``fixed`` if it does not
            move into a quotation before it, ``delimiter`` or ``prefix``.
    """

    kind: str
    text: str = ""
    mark: tuple[str, str] = ("", "")
    locale: Locale | None = None
    role: str = ""
