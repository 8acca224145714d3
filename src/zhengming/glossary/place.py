"""Where in a glossary something is written, and the error that names the place."""

from __future__ import annotations

from zhengming.errors import ZhengmingError
from zhengming.messages import Message

# A file, and a line of it from 1. Every name has one: that it is a plain tuple saves a tenth of the
# time of loading.
Place = tuple[str, int]


def place_text(place: Place) -> str:
    """``file:line``."""
    path, line = place
    return f"{path}:{line}"


def error_at(message: Message, place: Place, hint: Message) -> ZhengmingError:
    """A fault at a place in a glossary, a table or a file of names."""
    path, line = place
    return ZhengmingError(message, path=path, line=line, hint=hint)
