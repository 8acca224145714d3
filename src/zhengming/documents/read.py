"""From a file to a Document: size, encoding, format."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from zhengming.documents.encoding import decode
from zhengming.documents.model import Document
from zhengming.errors import ZhengmingError

LIMIT = 64 * 1024 * 1024  # bytes; a draft beyond this is some other kind of file


def _text(path: str, data: bytes) -> Document:
    from zhengming.documents.plain import parse

    return parse(path, *decode(data, path))


def _markdown(path: str, data: bytes) -> Document:
    from zhengming.documents.markdown import parse

    return parse(path, *decode(data, path))


FORMATS: Mapping[str, Callable[[str, bytes], Document]] = {"markdown": _markdown, "text": _text}
SUFFIXES: Mapping[str, str] = {
    ".md": "markdown",
    ".markdown": "markdown",
    ".qmd": "markdown",
    ".txt": "text",
}


def read_document(path: Path) -> Document:
    """Read and parse one draft; its suffix says the format, plain text otherwise.

    Raises:
        ZhengmingError: the file is missing, unreadable, empty, too large or not text.
    """
    try:
        if (size := path.stat().st_size) > LIMIT:
            raise ZhengmingError(
                f"the file has {size / 2**20:.0f} MiB; drafts may have {LIMIT / 2**20:.0f} MiB",
                path=path,
                hint="split it, or leave it out of the run",
            )
        data = path.read_bytes()
    except OSError as error:
        raise ZhengmingError(
            f"cannot read the file: {error.strerror}", path=path, hint="check the path"
        ) from None
    return parse_document(str(path), data)


def parse_document(path: str, data: bytes) -> Document:
    """Parse a draft held in memory; ``path`` names it and, by its suffix, its format."""
    if not data:
        raise ZhengmingError("the file is empty", path=path, hint="there is nothing to work on")
    return FORMATS[SUFFIXES.get(Path(path).suffix.lower(), "text")](path, data)
