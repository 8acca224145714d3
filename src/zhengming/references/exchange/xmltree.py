"""XML of reference managers as a small tree with lines; DTDs, entities and deep nesting refused."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import NoReturn
from xml.parsers import expat

from zhengming.messages import Message
from zhengming.references.exchange.base import ExchangeError
from zhengming.references.exchange.values import one_line

_DEEPEST = 100


@dataclass(slots=True)
class Node:
    """An element: its tag, attributes, 1-based line, and its content in order."""

    tag: str
    attributes: dict[str, str]
    line: int
    content: list[Node | str] = field(default_factory=list)

    def children(self, tag: str = "") -> list[Node]:
        """Return the child elements, or those with a tag."""
        found = [part for part in self.content if isinstance(part, Node)]
        return [child for child in found if child.tag == tag] if tag else found

    def all(self, path: str) -> list[Node]:
        """Return the elements at a path of tags (``AuthorList/Author``)."""
        level = [self]
        for tag in path.split("/"):
            level = [child for node in level for child in node.children(tag)]
        return level

    def text(self, path: str = "") -> str:
        """Return the text of the first element at a path (or of this one), spaces as one."""
        nodes = self.all(path) if path else [self]
        return one_line("".join(nodes[0].strings())) if nodes else ""

    def strings(self) -> Iterator[str]:
        """Yield all text inside, in order."""
        for part in self.content:
            if isinstance(part, str):
                yield part
            else:
                yield from part.strings()


class _Builder:
    def __init__(self, path: Path | None) -> None:
        self.path = path
        self.root = Node("", {}, 1)
        self.stack = [self.root]
        self.parser = parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_NEVER)
        parser.StartElementHandler = self.start
        parser.EndElementHandler = self.end
        parser.CharacterDataHandler = self.characters
        parser.StartDoctypeDeclHandler = self.doctype
        parser.EntityDeclHandler = self.entity
        parser.SkippedEntityHandler = self.entity

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        if len(self.stack) > _DEEPEST:
            self.fail(
                Message(f"elements nested more than {_DEEPEST} deep", f"元素嵌套超过 {_DEEPEST} 层")
            )
        node = Node(tag, attributes, self.parser.CurrentLineNumber)
        self.stack[-1].content.append(node)
        self.stack.append(node)

    def end(self, _tag: str) -> None:
        self.stack.pop()

    def characters(self, text: str) -> None:
        self.stack[-1].content.append(text)

    def doctype(self, _name: str, _system: str | None, _public: str | None, internal: bool) -> None:
        """A DOCTYPE that only names a DTD (PubMed's) is harmless, for it is never fetched."""
        if internal:
            self.fail(Message("the document declares its own DTD", "文件自带 DTD 声明"))

    def entity(self, name: str, *_rest: object) -> None:
        self.fail(Message(f"the entity “{name}” is declared or used", f"声明或使用了实体“{name}”"))

    def fail(self, message: Message) -> NoReturn:
        raise ExchangeError(
            message,
            path=self.path,
            line=self.parser.CurrentLineNumber,
            column=self.parser.CurrentColumnNumber + 1,
            hint=Message(
                "no export of references needs this; the file is refused",
                "文献导出文件不需要这些；此文件不予读取",
            ),
        )


def parse(text: str, path: Path | None = None) -> Node:
    """Return the root element.

    Raises:
        ExchangeError: not well-formed, cut off, or with an internal DTD, an entity that is not one
            of XML's five, or elements more than 100 deep. Nothing is ever fetched.
    """
    builder = _Builder(path)
    try:
        builder.parser.Parse(text.lstrip().encode("utf-8"), True)
    except expat.ExpatError as error:
        skipped = len(text) - len(text.lstrip())
        raise ExchangeError(
            Message(
                f"not well-formed XML: {expat.ErrorString(error.code)}",
                f"不是有效的 XML：{expat.ErrorString(error.code)}",
            ),
            path=path,
            line=error.lineno + text.count("\n", 0, skipped),
            column=error.offset + 1,
            hint=Message(
                "the file is damaged or cut off; export it again", "文件损坏或不完整；请重新导出"
            ),
        ) from error
    return builder.root.children()[0]
