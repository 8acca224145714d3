"""Every command and option says in both languages what it does."""

from __future__ import annotations

import click
import pytest

from .bilingual import halves
from .commands import Command, commands

COMMANDS = list(commands())
OPTIONS = [
    pytest.param(option, id=f"{command.name} {option.opts[-1]}")
    for command in COMMANDS
    for option in command.options
]
_TERMINAL = 80  # columns


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_a_command_is_explained_in_both_languages(command: Command) -> None:
    english, chinese = halves(command.command.help or "")
    assert english.count("\n\n") == chinese.count("\n\n")
    assert all(text.endswith(".") for text in english.split("\n\n"))
    assert all(text.endswith("。") for text in chinese.split("\n\n"))


@pytest.mark.parametrize("command", [c for c in COMMANDS if c.is_group], ids=lambda c: c.name)
def test_what_a_group_says_of_its_commands_fits_a_terminal(command: Command) -> None:
    context = click.Context(command.command, terminal_width=_TERMINAL)
    assert "..." not in command.command.get_help(context).replace("]...", "")


@pytest.mark.parametrize("option", OPTIONS)
def test_an_option_is_explained_in_one_line_of_both_languages(option: click.Option) -> None:
    english, chinese = halves(option.help or "")
    assert "\n" not in (option.help or "")
    assert english.endswith(".")
    assert chinese.endswith("。")


@pytest.mark.parametrize("option", OPTIONS)
def test_an_option_says_whether_it_may_be_repeated(option: click.Option) -> None:
    english, chinese = halves(option.help or "")
    assert ("may be repeated" in english) == option.multiple
    assert ("多次给出" in chinese) == option.multiple
