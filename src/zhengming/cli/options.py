"""Options that several commands share."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

_F = TypeVar("_F", bound=Callable[..., Any])

LANGUAGES = ("en", "zh")


def default_language() -> str:
    """The language of messages, from the locale's environment variables."""
    for name in ("ZHENGMING_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(name)
        if value:
            return "zh" if value.lower().startswith("zh") else "en"
    return "en"


def paths(function: _F) -> _F:
    """Drafts to work on, and how to name what comes from a pipe."""
    function = click.option(
        "--stdin-filename",
        metavar="NAME",
        default="<stdin>",
        help="Name, and by its suffix format, of what comes from stdin. 标准输入的文件名。",
    )(function)
    return click.argument("paths", nargs=-1, metavar="[PATH]...")(function)


def project(function: _F) -> _F:
    """Where the settings come from."""
    function = click.option(
        "--isolated", is_flag=True, help="Ignore all settings files. 忽略配置文件。"
    )(function)
    return click.option(
        "--config",
        "config_path",
        type=click.Path(path_type=Path),
        help="Settings file, in place of the nearest zhengming.toml. 指定配置文件。",
    )(function)


def language(function: _F) -> _F:
    """The language of messages."""
    return click.option(
        "--lang",
        type=click.Choice(LANGUAGES),
        default=default_language,
        help="Language of messages (default: by locale). 消息语言。",
    )(function)


def output_format(*formats: str) -> Callable[[_F], _F]:
    """The form of the output."""
    return click.option(
        "--output-format",
        type=click.Choice(formats),
        default=formats[0],
        show_default=True,
        help="Form of the output. 输出格式。",
    )
