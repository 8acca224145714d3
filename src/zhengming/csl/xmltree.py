"""A small XML tree that knows its lines and refuses everything a style has no use for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.parsers import expat

from .errors import CslError
from .told import Told

MAX_BYTES = 64_000_000
MAX_DEPTH = 120
_SEPARATOR = " "


@dataclass(slots=True)
class Element:
    """One element: local name, attributes, children, its own text and its place."""

    name: str
    attributes: dict[str, str]
    line: int
    column: int
    children: list[Element] = field(default_factory=list)
    text: str = ""

    def get(self, name: str, default: str = "") -> str:
        """Return an attribute, or ``default``."""
        return self.attributes.get(name, default)

    def all(self, *names: str) -> Iterator[Element]:
        """Yield the children with one of these names."""
        return (child for child in self.children if child.name in names)

    def first(self, name: str) -> Element | None:
        """Return the first child of this name."""
        return next(self.all(name), None)

    def last(self, name: str) -> Element | None:
        """Return the last child of this name."""
        return next((child for child in reversed(self.children) if child.name == name), None)


class _Builder:
    """Receives expat's events; holds the stack of open elements."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.root: Element | None = None
        self.stack: list[Element] = []
        self.parser = expat.ParserCreate(namespace_separator=_SEPARATOR)
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self.start
        self.parser.EndElementHandler = self.end
        self.parser.CharacterDataHandler = self.characters
        self.parser.StartDoctypeDeclHandler = self.refuse_doctype

    def refuse_doctype(self, *_: object) -> None:
        raise self.error(
            Told("a document type declaration is not allowed", "不允许文档类型声明"),
            Told("remove the DOCTYPE", "请删去 DOCTYPE"),
        )

    def error(self, message: Told, hint: Told) -> CslError:
        return CslError(
            message,
            path=self.source,
            line=self.parser.CurrentLineNumber,
            column=self.parser.CurrentColumnNumber + 1,
            hint=hint,
        )

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if len(self.stack) >= MAX_DEPTH:
            raise self.error(
                Told(
                    f"<{_local(name)}> is nested more than {MAX_DEPTH} deep",
                    f"<{_local(name)}> 嵌套超过 {MAX_DEPTH} 层",
                ),
                Told("flatten the style", "请减少样式的层次"),
            )
        element = Element(
            _local(name),
            {_local(key): value for key, value in attributes.items()},
            self.parser.CurrentLineNumber,
            self.parser.CurrentColumnNumber + 1,
        )
        if self.stack:
            self.stack[-1].children.append(element)
        else:
            self.root = element
        self.stack.append(element)

    def end(self, _name: str) -> None:
        self.stack.pop()

    def characters(self, data: str) -> None:
        if self.stack:
            self.stack[-1].text += data


def _local(name: str) -> str:
    return name.rpartition(_SEPARATOR)[2]


def parse_xml(data: bytes, source: str) -> Element:
    """Parse a document, refusing document types, deep nesting and oversized files.

    Raises:
        CslError: with the line of the fault.
    """
    if len(data) > MAX_BYTES:
        raise CslError(
            Told(f"larger than {MAX_BYTES} bytes", f"超过 {MAX_BYTES} 字节"),
            path=source,
            hint=Told("no real style is", "正常的样式不会这么大"),
        )
    builder = _Builder(source)
    try:
        builder.parser.Parse(data, True)
    except expat.ExpatError as error:
        raise CslError(
            Told(
                f"not well-formed XML: {expat.ErrorString(error.code)}",
                f"不是有效的 XML：{expat.ErrorString(error.code)}",
            ),
            path=source,
            line=error.lineno,
            column=error.offset + 1,
            hint=Told("check the style with an XML editor", "请用 XML 编辑器检查样式"),
        ) from None
    if builder.root is None:
        raise CslError(
            Told("no XML element", "没有 XML 元素"),
            path=source,
            hint=Told("the file is empty", "文件为空"),
        )
    return builder.root
