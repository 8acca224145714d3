"""What is said to the editor, in both languages."""

from __future__ import annotations

from typing import Literal, NamedTuple, get_args

Severity = Literal["error", "warning", "question"]
SEVERITIES: tuple[str, ...] = get_args(Severity)  # the gravest first


class Message(NamedTuple):
    """One sentence for the editor, in English and in Simplified Chinese."""

    en: str
    zh: str


def same(text: str) -> Message:
    """What reads alike in both languages: a command line, a list of names."""
    return Message(text, text)


def say(message: Message, lang: str) -> str:
    """The message in ``zh`` or ``en``."""
    return message.zh if lang == "zh" else message.en
