"""What is said to the editor, in both languages."""

from __future__ import annotations

from typing import Literal, NamedTuple

Severity = Literal["error", "warning", "question"]


class Message(NamedTuple):
    """One sentence for the editor, in English and in Simplified Chinese."""

    en: str
    zh: str
