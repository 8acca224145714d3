"""``zhengming config``: what holds here, and where it comes from."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click

from zhengming.cli import options, session
from zhengming.cli.streams import print_text
from zhengming.config import KEYS


@click.group()
def command() -> None:
    """Show the settings of the project. 查看项目配置。"""


@command.command()
@options.project
def show(config_path: Path | None, isolated: bool) -> None:
    """Print each setting with where it comes from. 列出各项配置及其来源。"""
    config = session.settings(config_path, isolated)
    for key in KEYS:
        name = key.replace("-", "_")
        origin = config.path if name in config.given else "default"
        print_text(f"{key} = {_toml(getattr(config, name))}  # {origin}\n")


def _toml(value: Any) -> str:
    if isinstance(value, Mapping):
        return f"{{{', '.join(f'{_toml(k)} = {_toml(v)}' for k, v in value.items())}}}"
    if isinstance(value, tuple):
        return f"[{', '.join(map(_toml, value))}]"
    return f"'{value}'" if '"' in str(value) or "\\" in str(value) else f'"{value}"'
