"""Reading and writing references in the formats that databases and reference managers exchange.

>>> imported = read(Path("cnki.enw"))
>>> write(imported.references, "csl-json")

Every reader keeps one promise: the records in a file are its references plus the problems that say
``lost``, and a field that no CSL variable fits is kept under the item's ``custom`` as
``"format:tag"``. A Chinese article's English title (or the title a translation came from) is
``original-title``; the authors' other spelling is ``original-author``.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from zhengming.errors import UsageError
from zhengming.messages import Message
from zhengming.references.exchange.base import ExchangeError, Import, Problem
from zhengming.references.exchange.encoding import decode
from zhengming.references.exchange.formats import FORMATS, Format, by_name, detect
from zhengming.references.model import Reference

__all__ = ["FORMATS", "ExchangeError", "Format", "Import", "Problem", "is_keyed", "read", "write"]


def read(source: Path | bytes, *, format: str | None = None, path: Path | None = None) -> Import:  # noqa: A002
    """Read a file, or the bytes of one whose ``path`` is only for messages and its suffix.

    Raises:
        ExchangeError: not text, cut off, or nothing in it is a record of the format.
        UsageError: ``format`` is not one of ``FORMATS``, or no format recognizes the text.
    """
    if isinstance(source, Path):
        path = path or source
        try:
            source = source.read_bytes()
        except OSError as error:
            raise ExchangeError(
                Message(f"cannot be read: {error.strerror}", f"无法读取：{error.strerror}"),
                path=path,
            ) from error
    text = decode(source, path)
    chosen = by_name(format) if format else detect(text, path)
    imported = chosen.read(text, path)
    if imported.references or any(problem.lost for problem in imported.problems):
        return imported
    if text.strip() and (imported.problems or not chosen.sniff.search(text)):
        raise ExchangeError(
            Message(f"no {chosen.title} record in it", f"其中没有 {chosen.title} 记录"),
            path=path,
            line=imported.problems[0].line if imported.problems else 1,
            hint=Message(
                "name the format if this is another one, or export the file again",
                "若是其他格式请指明，或重新导出",
            ),
        )
    return imported


def is_keyed(imported: Import) -> bool:
    """Whether the ids of its references are citation keys, which drafts may use already."""
    return bool(imported.format) and by_name(imported.format).keyed


def write(references: Iterable[Reference], format: str) -> str:  # noqa: A002
    """Return the references as a file of the format, ending in a line end.

    Raises:
        UsageError: ``format`` is unknown or can only be read.
    """
    chosen = by_name(format)
    if chosen.write is None:
        known = [one.name for one in FORMATS if one.write]
        raise UsageError(
            Message(
                f"{chosen.title} can be read but not written", f"{chosen.title} 只能读取，不能写出"
            ),
            hint=Message(f"these can: {', '.join(known)}", f"可写出的有：{'、'.join(known)}"),
        )
    return chosen.write(references)
