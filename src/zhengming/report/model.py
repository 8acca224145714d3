"""What a report is made from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from zhengming.documents import Document
from zhengming.rules import Finding, Message


@dataclass(frozen=True, slots=True)
class Checked:
    """A document and its findings, by place."""

    document: Document
    findings: Sequence[Finding]


def say(message: Message, lang: str) -> str:
    """The message in ``zh`` or ``en``."""
    return message.zh if lang == "zh" else message.en
