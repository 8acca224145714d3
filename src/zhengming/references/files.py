"""The files of a reference store: which ones there are, and their text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from zhengming.errors import ZhengmingError


def bibliography_files(paths: Iterable[Path]) -> Iterator[Path]:
    """Yield each file, and for a directory every ``.bib`` in it, sorted.

    Raises:
        ZhengmingError: a path does not exist, or a directory holds no ``.bib`` file or cannot
            be listed.
    """
    for path in paths:
        if not path.is_dir():
            yield path
            continue
        try:
            found = sorted(child for child in path.rglob("*.bib") if child.is_file())
            next(path.iterdir(), None)
        except OSError as error:
            raise _unreadable(path, error) from error
        if not found:
            hint = "name a folder with .bib files, or the file itself"
            raise ZhengmingError("this folder holds no .bib file", path=path, hint=hint)
        yield from found


def read_text(path: Path) -> str:
    """Return the text of a UTF-8 file, without a byte order mark.

    Raises:
        ZhengmingError: it cannot be read, is not UTF-8, or is not text at all.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise _unreadable(path, error) from error
    return decode(data, path)


def decode(data: bytes, path: Path | None) -> str:
    """Decode the bytes of a UTF-8 text file; see ``read_text``."""
    nul = data.find(b"\0")
    if nul >= 0:
        line = data.count(b"\n", 0, nul) + 1
        hint = "give a text file in UTF-8"
        raise ZhengmingError("this is not a text file", path=path, line=line, hint=hint)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ZhengmingError(
            "this file is not UTF-8 text",
            path=path,
            line=data.count(b"\n", 0, error.start) + 1,
            hint="save it as UTF-8",
        ) from error


def _unreadable(path: Path, error: OSError) -> ZhengmingError:
    if isinstance(error, FileNotFoundError):
        return ZhengmingError("no such file or folder", path=path, hint="check the name")
    return ZhengmingError(
        f"this cannot be read: {error.strerror or error}", path=path, hint="check its permissions"
    )
