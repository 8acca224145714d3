"""Bytes of an export to text, strictly: the byte order mark decides, then UTF-8, then GB18030."""

from __future__ import annotations

import codecs
import re
from pathlib import Path

from zhengming.messages import Message
from zhengming.references.exchange.base import ExchangeError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_XML_DECLARATION = re.compile(rb"""\s*<\?xml[^>]{0,100}?encoding\s*=\s*["']([A-Za-z0-9._-]+)["']""")
_BINARY = re.compile("[\x00-\x08\x0e-\x1a\x1c\x1f]")
_HAN = re.compile("[\u3400-\u9fff]")
_RARE = re.compile("[\ue000-\uf8ff\U00020000-\U0003ffff]")


def decode(data: bytes, path: Path | None = None) -> str:
    r"""Return the text of an exported file, without byte order mark and with ``\n`` line ends.

    Raises:
        ExchangeError: the bytes are no text in UTF-8, UTF-16 with a mark, or GB18030.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _lines(_strict(data[len(mark) :], encoding, path), path)
    declared = _XML_DECLARATION.match(data)
    if declared and declared[1].lower() not in (b"utf-8", b"utf8"):
        return _lines(_strict(data, declared[1].decode("ascii"), path), path)
    try:
        return _lines(data.decode("utf-8"), path)
    except UnicodeDecodeError as error:
        return _lines(_chinese(data, error, path), path)


def _chinese(data: bytes, error: UnicodeDecodeError, path: Path | None) -> str:
    """Decode as GB18030 where the result looks like Chinese and not like mangled bytes."""
    try:
        text = data.decode("gb18030")
    except UnicodeDecodeError:
        text = ""
    han, rare = len(_HAN.findall(text)), len(_RARE.findall(text))
    if han > 20 * rare and han >= 2 and not _BINARY.search(text):
        return text
    line = data.count(b"\n", 0, error.start) + 1
    raise ExchangeError(
        Message(
            f"byte 0x{data[error.start]:02x} is neither UTF-8 nor GB18030 text",
            f"字节 0x{data[error.start]:02x} 既非 UTF-8 也非 GB18030 文本",
        ),
        path=path,
        line=line,
        hint=Message("save the file as UTF-8 and try again", "请另存为 UTF-8 后重试"),
    ) from error


def _strict(data: bytes, encoding: str, path: Path | None) -> str:
    try:
        return data.decode(encoding)
    except LookupError as error:
        raise ExchangeError(
            Message(f"unknown encoding {encoding}", f"未知的编码 {encoding}"),
            path=path,
            line=1,
            hint=Message("save the file as UTF-8", "请另存为 UTF-8"),
        ) from error
    except UnicodeDecodeError as error:
        raise ExchangeError(
            Message(
                f"not valid {encoding} at byte {error.start}",
                f"字节 {error.start} 不是有效的 {encoding}",
            ),
            path=path,
            line=data.count(b"\n", 0, error.start) + 1,
            hint=Message(
                "the file is damaged or cut off; export it again", "文件损坏或不完整；请重新导出"
            ),
        ) from error


def _lines(text: str, path: Path | None) -> str:
    """Unify line ends; a control character means that this is no text file."""
    if found := _BINARY.search(text):
        raise ExchangeError(
            Message(
                f"this is a binary file (character U+{ord(found[0]):04X})",
                f"这是二进制文件（字符 U+{ord(found[0]):04X}）",
            ),
            path=path,
            line=text.count("\n", 0, found.start()) + 1,
            hint=Message(
                "export the references as text (RIS, .nbib, BibTeX, CSL JSON …)",
                "请以文本格式导出文献（RIS、.nbib、BibTeX、CSL JSON 等）",
            ),
        )
    return text.lstrip("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
