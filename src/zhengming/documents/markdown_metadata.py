"""What front matter and chunks of code in Markdown say to readers: titles, abstracts, captions."""

from __future__ import annotations

import re
from collections.abc import Iterator

from zhengming.documents.builder import Draft

# What front matter says to readers, on its line or in the indented lines below.
_FRONT_MATTER = re.compile(
    r"^(?P<key>title|subtitle|abstract|description):[ \t]*+(?:[|>][-+\d]*+[ \t]*+(?:\r\n|\r|\n)"
    r"(?P<below>(?:[ \t]++[^\r\n]*+(?:\r\n|\r|\n|\Z)|(?:\r\n|\r|\n))*+)"
    r"|(?![\[{&*!#|>])(?P<line>[^\r\n]++))",
    re.MULTILINE,
)
# What readers see of a chunk of code: its captions, in the header or in Quarto's options below.
_CHUNK = re.compile(r"[ \t>]*(?:`{3,}|~{3,})[ \t]*\{")
_CAPTION = re.compile(
    r"""^[ \t>]*(?:\#|%%|//|--)\|[ ](?:fig|tbl|lst)-(?:cap|alt):[ ]++(?P<mark>["']?)(?P<option>[^"'\[{&*!\#|>\s][^"'\\\r\n]*+)(?P=mark)[ \t]*+(?=[\r\n])
    |\bfig\.(?:cap|alt)[ ]*=[ ]*"(?P<header>[^"\\\r\n]++)\"""",
    re.MULTILINE | re.VERBOSE,
)


def front_matter(text: str, start: int, end: int) -> Iterator[Draft]:
    """Title, abstract and the like of front matter that stands from ``start`` to ``end``."""
    for match in _FRONT_MATTER.finditer(text, start, end):
        kind = "title" if match["key"].endswith("title") else "paragraph"
        draft = Draft(kind, 0, match.start(), match.end())
        if match["below"]:
            draft.add(match["below"], match.start("below"))
        elif match["line"]:
            line = match["line"].rstrip()
            is_quoted = len(line) > 1 and line[0] in "\"'" and line[-1] == line[0]
            draft.add(line[1:-1] if is_quoted else line, match.start("line") + is_quoted)
        if draft.pieces:
            yield draft


def captions(text: str, start: int, end: int) -> Iterator[Draft]:
    """The captions of a code block that stands from ``start`` to ``end``."""
    if _CHUNK.match(text, start):
        for match in _CAPTION.finditer(text, start, end):
            group = "option" if match["option"] else "header"
            draft = Draft("paragraph", 0, match.start(), match.end())
            draft.add(match[group].rstrip(), match.start(group))
            yield draft
