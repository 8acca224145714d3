"""What is said to the editor, in both languages."""

from __future__ import annotations

from typing import Literal, NamedTuple, get_args

Severity = Literal["error", "warning", "question"]
SEVERITIES: tuple[str, ...] = get_args(Severity)  # the gravest first


class Message(NamedTuple):
    """One sentence for the editor, in English and in Simplified Chinese."""

    en: str
    zh: str
