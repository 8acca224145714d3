"""``zhengming styles``: the citation styles that ship, and what each prints."""

from __future__ import annotations

import click

from zhengming.cli import options
from zhengming.cli.lazy import LazyGroup

_MODULES = {"list": "list", "show": "show"}


@click.group(
    cls=LazyGroup, package="zhengming.cli.styles", modules=_MODULES, invoke_without_command=True
)
@options.language
@click.pass_context
def command(context: click.Context, lang: str) -> None:
    """Citation styles that ship: list them, show what one prints. 内置引文样式：列出与示例。"""
    if context.invoked_subcommand is None:
        from zhengming.cli.styles.list import print_styles

        print_styles(lang)
