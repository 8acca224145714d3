"""The language that a run speaks: what ``--lang`` says, else the locale."""

from __future__ import annotations

import os

import click

from zhengming import messages
from zhengming.messages import Message

LANGUAGES = ("en", "zh")

_chosen: str | None = None


def default_language() -> str:
    """The language of messages, from the locale's environment variables."""
    for name in ("ZHENGMING_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(name)
        if value:
            return "zh" if value.lower().startswith("zh") else "en"
    return "en"


def choose(lang: str | None) -> None:
    """Speak a language from now on; None for that of the locale."""
    global _chosen
    _chosen = lang


def chosen(_: click.Context, __: click.Parameter, lang: str) -> str:
    """The callback of ``--lang``: errors and notes follow it too."""
    choose(lang)
    return lang


def say(message: Message) -> str:
    """The message in the language of the run."""
    return messages.say(message, _chosen or default_language())
