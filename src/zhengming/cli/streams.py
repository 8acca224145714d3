"""Reading from and writing to the outside, byte for byte and never half."""

from __future__ import annotations

import os
import sys

import click

from zhengming.cli.language import say
from zhengming.errors import ZhengmingError
from zhengming.messages import Message

_ERROR = Message("error: ", "错误：")
_WARNING = Message("warning: ", "警告：")
_HINT = Message("hint: ", "提示：")


def complain(error: ZhengmingError) -> None:
    """Tell an error, or each of those it stands for, on stderr: place, sentence, hint."""
    for problem in error.problems:
        place = f"{problem.place}: " if problem.place else ""
        click.echo(f"{place}{say(_ERROR)}{say(problem.message)}", err=True)
        if problem.hint:
            click.echo(hint_line(problem.hint), err=True)


def warn(message: Message, place: str = "") -> None:
    """Tell on stderr what does not stop the job but should be looked at."""
    click.echo(f"{f'{place}: ' if place else ''}{say(_WARNING)}{say(message)}", err=True)


def note(message: Message, *, nl: bool = True) -> None:
    """Say something on stderr, where it does not mix with data."""
    click.echo(say(message), err=True, nl=nl)


def hint_line(hint: Message) -> str:
    """What to do about it, as it stands below an error or a fault."""
    return f"  {say(_HINT)}{say(hint)}"


def print_text(text: str) -> None:
    """Write text to stdout as UTF-8, line ends as they are."""
    print_bytes(text.encode())


def print_bytes(data: bytes) -> None:
    """Write bytes to stdout; end quietly when the reader has left, as ``| head`` does."""
    try:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        # What is still buffered must go somewhere when Python exits.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise click.exceptions.Exit(0) from None


def read_stdin() -> bytes:
    """All of stdin."""
    return sys.stdin.buffer.read()


def stdin_is_piped() -> bool:
    """Whether something feeds stdin."""
    return not sys.stdin.isatty()
