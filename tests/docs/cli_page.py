"""The pages docs/cli.md and docs/cli.zh-CN.md, made from the commands themselves."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

import click

from .bilingual import LANGUAGES, halves
from .commands import Command, commands

_INTRO = (
    """# Commands

[简体中文](cli.zh-CN.md)

This page is made from the program: `python -m tests.docs.write` writes it anew.

## What all commands share

`-h` or `--help` after any command shows its help; `zhengming --version` shows the version.

A PATH is a file, or a folder: then every draft below it that git does not ignore is meant. `-`, or
no path while something is piped in, is stdin, and the result goes to stdout. Data go to stdout,
everything said about them to stderr.

| exit code | meaning |
|---|---|
| 0 | clean, or done |
| 1 | there are findings, or something would change |
| 2 | the job could not be done: a wrong option, an unreadable file |
| 130 | interrupted |

Findings, notes and errors come in English or Simplified Chinese, by `--lang` where a command has it,
else by the environment variables `ZHENGMING_LANG`, `LC_ALL`, `LC_MESSAGES` and `LANG`, the first that
is set. What others say is passed on as it comes: the system of a file it cannot read, a parser of
XML, JSON, YAML or TOML, and click of an option or command that does not exist.

""",
    """# 命令

[English](cli.md)

本页由程序生成：`python -m tests.docs.write` 可重新生成。

## 各命令的共同点

任一命令后加 `-h` 或 `--help` 显示帮助；`zhengming --version` 显示版本。

PATH 为文件或文件夹；给出文件夹时，处理其中未被 git 忽略的所有稿件。`-`，或未给路径而有管道输入时，
读标准输入，结果写到标准输出。数据写到标准输出，提示写到标准错误。

| 退出码 | 含义 |
|---|---|
| 0 | 无问题，或已完成 |
| 1 | 有问题，或会有改动 |
| 2 | 无法完成：选项有误、文件不可读等 |
| 130 | 中断 |

问题、提示和错误为英文或简体中文，由 `--lang`（有此选项的命令）决定；未给出时依次看环境变量
`ZHENGMING_LANG`、`LC_ALL`、`LC_MESSAGES`、`LANG`，以第一个有值的为准。转述的内容保持原样：系统对无法读取的文件、
XML、JSON、YAML、TOML 解析器对文件、click 对不存在的选项或命令所作的说明。

""",
)
_HEADS = ("| option | meaning |\n|---|---|\n", "| 选项 | 含义 |\n|---|---|\n")
_SHARED_HEADS = ("Options of many commands:\n\n", "多个命令共有的选项：\n\n")
_ALSO = ("Also, as [above](#what-all-commands-share): {}.", "另有[共有选项](#各命令的共同点)：{}。")
_COMMA = (", ", "、")
_MANY = 6  # commands that must share an option for it to be told once


def page(lang: str) -> str:
    """The whole page in one language."""
    which = LANGUAGES.index(lang)
    told = list(commands())[1:]
    counts = Counter(_key(option) for command in told for option in command.options)
    shared = {key for key, count in counts.items() if count >= _MANY}
    first = {_key(o): o for command in told for o in command.options if _key(o) in shared}
    rows = "".join(_row(option, which) for option in first.values())
    sections = (_section(command, shared, which) for command in told)
    return f"{_INTRO[which]}{_SHARED_HEADS[which]}{_HEADS[which]}{rows}\n" + "\n".join(sections)


def _key(option: click.Option) -> tuple[str, str, str]:
    return option.opts[-1], option.help or "", str(_choices(option))


def _section(command: Command, shared: set[tuple[str, str, str]], which: int) -> str:
    return "\n".join(_parts(command, shared, which))


def _parts(command: Command, shared: set[tuple[str, str, str]], which: int) -> Iterator[str]:
    level = "#" * (command.name.count(" ") + 1)
    yield f"{level} {command.name}\n"
    yield f"{halves(command.command.help or '')[which]}\n"
    if command.is_group:
        return
    yield f"```text\n{command.usage}\n```\n"
    own = [option for option in command.options if _key(option) not in shared]
    if own:
        yield _HEADS[which] + "".join(_row(option, which) for option in own)
    others = [f"`{o.opts[-1]}`" for o in command.options if _key(o) in shared]
    if others:
        yield _ALSO[which].format(_COMMA[which].join(others)) + "\n"


def _row(option: click.Option, which: int) -> str:
    metavar = "" if option.is_flag or _choices(option) else f" {_metavar(option)}"
    names = ", ".join(f"`{name}{metavar}`" for name in option.opts)
    told = [halves(option.help or "")[which], *_facts(option, which)]
    return f"| {names} | {(' ', '')[which].join(told).replace('|', chr(92) + '|')} |\n"


def _metavar(option: click.Option) -> str:
    return option.make_metavar(click.Context(click.Command("")))


def _facts(option: click.Option, which: int) -> Iterator[str]:
    """What can be given, and what holds if nothing is."""
    if choices := _choices(option):
        listed = _COMMA[which].join(f"`{choice}`" for choice in choices)
        yield (f"One of {listed}.", f"可选 {listed}。")[which]
    default: Any = option.default
    if isinstance(default, str | int) and not option.is_flag and default:
        yield (f"Default: `{default}`.", f"默认 `{default}`。")[which]


def _choices(option: click.Option) -> tuple[str, ...]:
    return tuple(option.type.choices) if isinstance(option.type, click.Choice) else ()
