"""``zhengming glossary``: look names up, keep the list right, exchange it."""

from __future__ import annotations

from importlib import import_module

import click

_COMMANDS = ("show", "list", "search")


class _Lazy(click.Group):
    """Commands whose modules are imported when they are run."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _COMMANDS:
            return None
        command: click.Command = import_module(f"zhengming.cli.glossary_{cmd_name}").command
        return command


@click.group(cls=_Lazy)
def command() -> None:
    """Names with their evidence: look up, check, exchange. 词库：查询、核查与交换。

    A spelling aid, not a drug reference. 仅供统一用字，不作用药参考。
    """
