"""Jupyter notebooks: their Markdown cells, each character with its place in the JSON source."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from zhengming.documents import markdown
from zhengming.documents.assemble import assemble
from zhengming.documents.builder import Draft
from zhengming.documents.encoding import Encoding
from zhengming.documents.model import PROTECTED, Block, Comment, Document
from zhengming.documents.nested import moved
from zhengming.errors import ZhengmingError
from zhengming.messages import Message

_SPACE = re.compile(r"[ \t\r\n]*")
_ESCAPE = re.compile(r"\\(?:u[dD][89abAB]..\\u[dD][c-fC-F]..|u....|.)")
_DECODER = json.JSONDecoder()
_Value = tuple[int, object, int]  # where it starts, what it is, where it ends


def parse(path: str, text: str, encoding: Encoding) -> Document:
    """The prose of the Markdown cells; a reference section may run over several of them.

    Raises:
        ZhengmingError: the file is not JSON, or no notebook of version 4 or later.
    """
    comments: list[Comment] = []
    try:
        cells = list(_markdown_cells(text))
    except json.JSONDecodeError as error:
        raise ZhengmingError(
            Message(f"the notebook is not JSON: {error.msg}", f"notebook 不是 JSON：{error.msg}"),
            path=path,
            line=error.lineno,
            column=error.colno,
            hint=Message(
                "open and save it in Jupyter, then run again",
                "请在 Jupyter 中打开并保存，然后重新运行",
            ),
        ) from None
    except (RecursionError, LookupError):
        raise ZhengmingError(
            Message(
                "this is no Jupyter notebook that we know: it has no list of cells",
                "无法识别的 Jupyter notebook：没有单元格列表",
            ),
            path=path,
            hint=Message(
                "notebooks of version 3 and older can be opened and saved in a current Jupyter",
                "第 3 版及更早的 notebook 可用新版 Jupyter 打开并保存",
            ),
        ) from None
    drafts = [draft for cell in cells for draft in _drafts(cell, comments)]
    escape = _ascii_escape if text.isascii() else _escape
    return assemble(path, "ipynb", text, encoding, drafts, comments=comments, escape=escape)


def _escape(content: str) -> str:
    return json.dumps(content, ensure_ascii=False)[1:-1]


def _ascii_escape(content: str) -> str:
    return json.dumps(content)[1:-1]


def _markdown_cells(text: str) -> Iterator[Block]:
    """Each Markdown cell as one block, before it is parsed."""
    root = dict(_members(text, _space(text, 0)))
    for start, _, _ in _elements(text, root["cells"][0]):
        cell = dict(_members(text, start))
        if cell["cell_type"][1] == "markdown" and "source" in cell:
            yield _source(text, cell["source"])


def _source(text: str, value: _Value) -> Block:
    start, content, _ = value
    lines = _elements(text, start) if isinstance(content, list) else [value]
    cell = Draft()
    for line_start, line, end in lines:
        if isinstance(line, str):
            _add_string(cell, text, line_start + 1, end - 1)
    return Block(cell.text, tuple(cell.pieces), "text")


def _add_string(cell: Draft, text: str, at: int, end: int) -> None:
    """Put in the characters of a JSON string; half of a surrogate pair is no character."""
    for escape in _ESCAPE.finditer(text, at, end):
        cell.add(text[at : escape.start()], at)
        character = json.loads(f'"{escape.group()}"')
        cell.add(
            PROTECTED if "\ud800" <= character <= "\udfff" else character,
            escape.start(),
            len(escape.group()),
        )
        at = escape.end()
    cell.add(text[at:end], at)


def _drafts(cell: Block, comments: list[Comment]) -> Iterator[Draft]:
    """The Markdown blocks of a cell, moved to where they stand in the notebook."""
    if not cell.text:
        return
    found: list[Comment] = []
    yield from moved(markdown.drafts_of(cell.text, found), cell)
    comments += (Comment(cell.locate(comment.span), comment.text) for comment in found)


def _space(text: str, at: int) -> int:
    match = _SPACE.match(text, at)
    return match.end() if match else at


def _members(text: str, at: int) -> Iterator[tuple[str, _Value]]:
    """The members of the object at ``at``, each with the place of its value."""
    _expect(text, at, "{")
    at = _space(text, at + 1)
    while text[at : at + 1] != "}":
        _expect(text, at, '"')
        key, at = _DECODER.raw_decode(text, at)
        at = _space(text, at)
        _expect(text, at, ":")
        value, at = _value(text, _space(text, at + 1), "}")
        yield key, value


def _elements(text: str, at: int) -> Iterator[_Value]:
    """The elements of the list at ``at``, each with its place."""
    if text[at : at + 1] != "[":
        raise LookupError
    at = _space(text, at + 1)
    while text[at : at + 1] != "]":
        value, at = _value(text, at, "]")
        yield value


def _value(text: str, start: int, closing: str) -> tuple[_Value, int]:
    """A value, and where the next one or the closing bracket stands."""
    content, end = _DECODER.raw_decode(text, start)
    at = _space(text, end)
    if text[at : at + 1] == ",":
        at = _space(text, at + 1)
    else:
        _expect(text, at, closing)
    return (start, content, end), at


def _expect(text: str, at: int, sign: str) -> None:
    if text[at : at + 1] != sign:
        raise json.JSONDecodeError(f'expected "{sign}"', text, at)
