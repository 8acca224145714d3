"""XML as a small tree by local names; document types and entities refused, nothing fetched."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NoReturn
from xml.parsers import expat

from zhengming.errors import ZhengmingError
from zhengming.messages import Message

_DEEPEST = 100


@dataclass(slots=True)
class Element:
    """An element: its name without prefix, attributes, 1-based line, children and own text."""

    name: str
    attributes: dict[str, str]
    line: int
    children: list[Element] = field(default_factory=list)
    text: str = ""

    def all(self, name: str) -> Iterator[Element]:
        """The children of that name."""
        return (child for child in self.children if child.name == name)

    def first(self, name: str) -> str:
        """The text of the first such child, or an empty string."""
        return next((child.text.strip() for child in self.all(name)), "")

    def below(self, name: str) -> Iterator[Element]:
        """The elements of that name anywhere inside, in order."""
        for child in self.children:
            if child.name == name:
                yield child
            yield from child.below(name)


def parse_xml(data: bytes, path: str) -> Element:
    """The root element.

    Raises:
        ZhengmingError: not well-formed, a document type, an entity, or nested too deep.
    """
    parser = expat.ParserCreate()
    parser.buffer_text = True
    root = Element("", {}, 0)
    stack = [root]

    def refuse(message: Message) -> NoReturn:
        raise ZhengmingError(
            message,
            path=path,
            line=parser.CurrentLineNumber,
            hint=Message(
                "a list of names needs none of this; take out a <!DOCTYPE> line that only names a DTD",
                "名称表不需要这些；只指明 DTD 的 <!DOCTYPE> 行请删去",
            ),
        )

    def start(tag: str, attributes: dict[str, str]) -> None:
        if len(stack) > _DEEPEST:
            refuse(
                Message(f"elements nested more than {_DEEPEST} deep", f"元素嵌套超过 {_DEEPEST} 层")
            )
        element = Element(tag.rpartition(":")[2], attributes, parser.CurrentLineNumber)
        stack[-1].children.append(element)
        stack.append(element)

    def text(found: str) -> None:
        stack[-1].text += found

    parser.StartElementHandler = start
    parser.EndElementHandler = lambda _: stack.pop()
    parser.CharacterDataHandler = text
    parser.StartDoctypeDeclHandler = lambda *_: refuse(
        Message("the file declares a document type", "文件含文档类型声明")
    )
    parser.EntityDeclHandler = lambda *_: refuse(
        Message("the file declares an entity", "文件含实体声明")
    )
    try:
        parser.Parse(data, True)
    except expat.ExpatError as error:
        raise ZhengmingError(
            Message(
                f"not well-formed XML: {expat.ErrorString(error.code)}",
                f"不是有效的 XML：{expat.ErrorString(error.code)}",
            ),
            path=path,
            line=error.lineno,
            hint=Message(
                "the file is damaged or cut off; export it again", "文件损坏或不完整；请重新导出"
            ),
        ) from None
    return root.children[0]
