"""A glossary file brought to its canonical form, meaning untouched."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import PurePath

from zhengming.errors import ZhengmingError
from zhengming.glossary.canonical import format_concepts, format_sources, sorted_terms
from zhengming.glossary.concepts import parse_concepts, parse_sources
from zhengming.glossary.load import SOURCES
from zhengming.glossary.model import Concept
from zhengming.messages import Message

_QUOTED = re.compile(r"'(?:[^']|'')*'|\"(?:[^\"\\]|\\.)*\"")
_COMMENT = re.compile(r"(?:^|\s)#")


def format_file(text: str, path: str) -> str:
    """The same entries, sorted and written in one way.

    Raises:
        ZhengmingError: not a glossary file, or one with comments, which would be lost.
    """
    for number, line in enumerate(text.splitlines(), 1):
        if _COMMENT.search(_QUOTED.sub("''", line)):
            raise ZhengmingError(
                Message("a comment would be lost", "注释会丢失"),
                path=path,
                line=number,
                hint=Message(
                    "write it as `notes:` of the entry, or keep it elsewhere",
                    "请写入词条的 `notes:`，或移到别处",
                ),
            )
    if PurePath(path).name == SOURCES:
        sources = parse_sources(text, path)
        formatted = format_sources(sources)
        same = {s.id: s for s in parse_sources(formatted, path)} == {s.id: s for s in sources}
    else:
        concepts = parse_concepts(text, path)
        formatted = format_concepts(concepts)
        same = _meaning(parse_concepts(formatted, path)) == _meaning(concepts)
    if not same:
        raise ZhengmingError(
            Message("formatting would change what the file says", "统一写法会改变文件内容"),
            path=path,
            hint=Message(
                "this is a bug in zhengming; please report it with the file",
                "这是 zhengming 的缺陷；请附上该文件反馈",
            ),
        )
    return formatted


def _meaning(concepts: list[Concept]) -> list[Concept]:
    """Entries regardless of their order and that of their names and look-alikes."""
    return [
        replace(c, terms=tuple(sorted_terms(c.terms)), look_alikes=tuple(sorted(c.look_alikes)))
        for c in sorted(concepts, key=lambda concept: concept.id)
    ]
