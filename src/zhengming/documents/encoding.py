"""Bytes to text and back, strictly: what cannot be decoded is refused, never replaced."""

from __future__ import annotations

import codecs
from collections.abc import Iterable
from dataclasses import dataclass

from zhengming.documents.guess import guess_codec
from zhengming.errors import UsageError, ZhengmingError
from zhengming.messages import Message

CHOICES = ("utf-8", "gb18030", "big5", "utf-16")
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # begins like the next
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# Names that are used for more than they stand for, and the codecs to try for them in turn.
_WIDER = {
    "gb2312": ("gbk", "gb18030"),
    "gbk": ("gbk", "gb18030"),
    "big5": ("big5", "cp950", "big5hkscs"),
    "utf-16": ("utf-16-le", "utf-16-be"),
}


@dataclass(frozen=True, slots=True)
class Encoding:
    """A codec and the byte-order mark that stood before the text."""

    codec: str = "utf-8"
    mark: bytes = b""

    def encode(self, text: str) -> bytes:
        """The bytes of ``text`` as the file had them.

        Raises:
            UnicodeEncodeError: a character has no place in the codec.
        """
        return self.mark + text.encode(self.codec)


def decode(
    data: bytes, path: str, encoding: str | None = None, declared: str | None = None
) -> tuple[str, Encoding]:
    """Decode a draft, such that encoding the text again gives the same bytes.

    Args:
        data: the file.
        path: as shown in messages.
        encoding: what the user says it is; nothing else is tried.
        declared: what the file says of itself. A byte-order mark, and UTF-8 that shows Chinese,
            count for more, since declarations outlive conversions.

    Raises:
        UsageError: there is no encoding of that name.
        ZhengmingError: the bytes are not text in that encoding, or in none that is unmistakable.
    """
    mark, marked = next(((m, c) for m, c in _MARKS if data.startswith(m)), (b"", ""))
    if encoding:
        named = _codecs(encoding, path)
        found = _decoded(data, mark if marked in named else b"", named)
    elif marked:
        found = _decoded(data, mark, (marked,))
    else:
        found = None if b"\0" in data else _decoded(data, b"", ("utf-8",))
        if declared and not (found and _is_telling(found[0])):
            found = _decoded(data, b"", _codecs(declared, path)) or found
        if found is None and (guessed := guess_codec(data)):
            found = _decoded(data, b"", _codecs(guessed, path))
    if found is None:
        raise _refusal(data, path, encoding or marked or declared)
    return found


def _codecs(name: str, path: str) -> tuple[str, ...]:
    """The Python codecs for a name, the narrowest first."""
    try:
        codec = codecs.lookup(name).name
        "".encode(codec)
    except LookupError:
        raise UsageError(
            Message(f'there is no encoding "{name}"', f"没有编码“{name}”"),
            path=path,
            hint=Message(f"choose from {', '.join(CHOICES)}", f"可选 {'、'.join(CHOICES)}"),
        ) from None
    return _WIDER.get(codec, (codec,))


def _decoded(data: bytes, mark: bytes, names: Iterable[str]) -> tuple[str, Encoding] | None:
    for codec in names:
        encoding = Encoding(codec, mark)
        try:
            text = data[len(mark) :].decode(codec)
            if encoding.encode(text) == data:
                return text, encoding
        except UnicodeError:
            continue
    return None


def _is_telling(text: str) -> bool:
    """Whether UTF-8 is no accident: it shows Chinese, or nothing that another codec would differ in."""
    return text.isascii() or any("一" <= character <= "鿿" for character in text)


def _refusal(data: bytes, path: str, codec: str | None) -> ZhengmingError:
    if codec is None and b"\0" in data:
        return ZhengmingError(
            Message("this is a binary file, not a text", "这是二进制文件，不是文本"),
            path=path,
            hint=Message(
                "give a draft in a text format; save Word files as text first",
                "请给出文本格式的稿件；Word 文件请先另存为文本",
            ),
        )
    try:
        data.decode(codec or "utf-8")
        line = None
        message = Message(
            f"the file has no single reading as {codec}", f"按 {codec} 解读，结果不唯一"
        )
    except UnicodeDecodeError as error:
        name = (codec or "utf-8").upper()
        message = Message(
            f"byte {error.start} is not {name} text", f"字节 {error.start} 不是 {name} 文本"
        )
        line = data.count(b"\n", 0, error.start) + 1
    return ZhengmingError(
        message,
        path=path,
        line=line,
        hint=Message(
            f"save the file as UTF-8, or say what it is with --encoding ({', '.join(CHOICES)})",
            f"请另存为 UTF-8，或用 --encoding 指明编码（{'、'.join(CHOICES)}）",
        ),
    )
