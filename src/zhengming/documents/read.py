"""From a file to a Document: size, encoding, format."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from pathlib import Path
from typing import Protocol

from zhengming.documents.declared import declared_encoding
from zhengming.documents.encoding import Encoding, decode
from zhengming.documents.model import Document
from zhengming.errors import ZhengmingError, unreadable
from zhengming.messages import Message

LIMIT = 64 * 1024 * 1024  # bytes; a draft beyond this is some other kind of file


class _Parse(Protocol):
    def __call__(self, path: str, text: str, encoding: Encoding, /) -> Document: ...


# Each format and the module that parses it, imported when the first such draft is met.
FORMATS: Mapping[str, str] = {
    "asciidoc": "asciidoc",
    "html": "html",
    "ipynb": "ipynb",
    "latex": "latex",
    "markdown": "markdown",
    "rst": "rst",
    "text": "plain",
    "typst": "typst",
}
SUFFIXES: Mapping[str, str] = {
    ".md": "markdown",
    ".markdown": "markdown",
    ".qmd": "markdown",
    ".rmd": "markdown",
    ".txt": "text",
    ".text": "text",
    ".tex": "latex",
    ".ltx": "latex",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".rst": "rst",
    ".rest": "rst",
    ".typ": "typst",
    ".adoc": "asciidoc",
    ".asciidoc": "asciidoc",
    ".ipynb": "ipynb",
}


def format_of(path: Path | str) -> str | None:
    """The format that a file's suffix tells, or None: then it is taken for plain text."""
    return SUFFIXES.get(Path(path).suffix.lower())


def read_document(path: Path, encoding: str | None = None) -> Document:
    """Read and parse one draft; its suffix says the format, plain text otherwise.

    Raises:
        ZhengmingError: the file is missing, unreadable, empty, too large or not text.
    """
    try:
        # No more than that is read, though a file may grow, and a pipe does not tell its size.
        with path.open("rb") as stream:
            data = stream.read(LIMIT + 1)
    except OSError as error:
        raise unreadable(path, error) from None
    if len(data) > LIMIT:
        raise ZhengmingError(
            Message(
                f"the file is too large: drafts may have {LIMIT / 2**20:.0f} MiB",
                f"文件过大：稿件不得超过 {LIMIT / 2**20:.0f} MiB",
            ),
            path=path,
            hint=Message("split it, or leave it out of the run", "请拆分，或不处理此文件"),
        )
    return parse_document(str(path), data, encoding)


def parse_document(path: str, data: bytes, encoding: str | None = None) -> Document:
    """Parse a draft held in memory.

    Args:
        path: names it and, by its suffix, its format.
        data: its bytes.
        encoding: of the bytes, if the user says so; else what they declare or unmistakably are.

    Raises:
        ZhengmingError: it is empty, not text, or not what its suffix says.
    """
    if not data:
        raise ZhengmingError(
            Message("the file is empty", "文件为空"),
            path=path,
            hint=Message("there is nothing to work on", "没有可处理的内容"),
        )
    name = format_of(path) or "text"
    text, found = decode(data, path, encoding, declared_encoding(data, name))
    parse: _Parse = import_module(f"zhengming.documents.{FORMATS[name]}").parse
    return parse(path, text, found)
