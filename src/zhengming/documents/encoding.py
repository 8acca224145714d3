"""Bytes to text and back, strictly: what cannot be decoded is refused, never replaced."""

from __future__ import annotations

import codecs
from dataclasses import dataclass

from zhengming.errors import ZhengmingError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


@dataclass(frozen=True, slots=True)
class Encoding:
    """A codec and the byte-order mark that stood before the text."""

    codec: str = "utf-8"
    mark: bytes = b""

    def encode(self, text: str) -> bytes:
        """The bytes of ``text`` as the file had them."""
        return self.mark + text.encode(self.codec)


def decode(data: bytes, path: str) -> tuple[str, Encoding]:
    """Decode a draft: UTF-8, or what its byte-order mark says.

    Raises:
        ZhengmingError: the bytes are not text in that encoding.
    """
    mark, codec = next(((m, c) for m, c in _MARKS if data.startswith(m)), (b"", "utf-8"))
    if not mark and b"\0" in data:
        raise ZhengmingError(
            "this is a binary file, not a text",
            path=path,
            hint="give a plain-text or Markdown draft; save Word files as text first",
        )
    try:
        return data[len(mark) :].decode(codec), Encoding(codec, mark)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, len(mark) + error.start) + 1
        raise ZhengmingError(
            f"byte {error.start} is not {codec.upper()} text",
            path=path,
            line=line,
            hint="save the file as UTF-8 and run again; nothing was changed",
        ) from None
