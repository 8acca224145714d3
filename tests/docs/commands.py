"""The commands of the command line, with their options, as a flat list."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import click

from zhengming.cli import cli


@dataclass(frozen=True, slots=True)
class Command:
    """A command: how it is called, and what click knows about it."""

    name: str
    command: click.Command

    @property
    def usage(self) -> str:
        context = click.Context(self.command, info_name=self.name)
        return " ".join((self.name, *self.command.collect_usage_pieces(context)))

    @property
    def is_group(self) -> bool:
        return isinstance(self.command, click.Group)

    @property
    def options(self) -> list[click.Option]:
        return [param for param in self.command.params if isinstance(param, click.Option)]


def commands(command: click.Command = cli, name: str = "zhengming") -> Iterator[Command]:
    """The command and all below it, in the order of the help."""
    yield Command(name, command)
    if isinstance(command, click.Group):
        context = click.Context(command, info_name=name)
        for below in command.list_commands(context):
            found = command.get_command(context, below)
            assert found is not None
            yield from commands(found, f"{name} {below}")
