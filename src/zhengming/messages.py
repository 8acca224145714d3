"""What is said to the editor, in both languages."""

from __future__ import annotations

from collections.abc import Iterable
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


def one_of(choices: Iterable[str]) -> Message:
    """The hint that lists what could have been written."""
    listed = list(choices)
    return Message(f"one of: {', '.join(listed)}", f"可选 {'、'.join(listed)}")


def say(message: Message, lang: str) -> str:
    """The message in ``zh`` or ``en``."""
    return message.zh if lang == "zh" else message.en
