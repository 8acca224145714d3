"""Help texts are written "English. 中文。": the two halves of one."""

from __future__ import annotations

import re

LANGUAGES = ("en", "zh")
_HAN = re.compile(r"[\u3400-\u9fff]")


def halves(text: str) -> tuple[str, str]:
    """The English and the Chinese of a text, paragraph by paragraph; a lack is an empty string."""
    english, chinese = [], []
    for paragraph in text.split("\n\n"):
        flat = " ".join(paragraph.split())
        found = _HAN.search(flat)
        at = found.start() if found else len(flat)
        english.append(flat[:at].strip())
        chinese.append(flat[at:].strip())
    return "\n\n".join(filter(None, english)), "\n\n".join(filter(None, chinese))
