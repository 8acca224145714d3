"""``zhengming completion``: tab completion for a shell."""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class

from zhengming.cli.streams import print_text

_SHELLS = ("bash", "zsh", "fish")


@click.command()
@click.argument("shell", type=click.Choice(_SHELLS))
@click.pass_context
def command(ctx: click.Context, shell: str) -> None:
    """Print a script that completes commands, options and keys. 输出命令补全脚本。"""
    complete = get_completion_class(shell)
    if complete:
        root = ctx.find_root().command
        print_text(complete(root, {}, "zhengming", "_ZHENGMING_COMPLETE").source())
