"""Reading from and writing to the outside, byte for byte and never half."""

from __future__ import annotations

import os
import stat
import sys
from contextlib import suppress
from pathlib import Path

import click

from zhengming.errors import ZhengmingError


def complain(error: ZhengmingError) -> None:
    """Tell an error, or each of those it stands for, on stderr: place, sentence, hint."""
    for problem in error.problems:
        place = f"{problem.place}: " if problem.place else ""
        click.echo(f"{place}error: {problem.message}", err=True)
        if problem.hint:
            click.echo(f"  hint: {problem.hint}", err=True)


def note(text: str) -> None:
    """Say something on stderr, where it does not mix with data."""
    click.echo(text, err=True)


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


def write_file(path: Path, data: bytes) -> None:
    """Put ``data`` in place of the file, whole or not at all, with its mode kept.

    Raises:
        ZhengmingError: it cannot be written; what was there is still there.
    """
    import tempfile  # most runs write nothing

    target = path.resolve()
    temporary = ""
    try:
        mode = stat.S_IMODE(target.stat().st_mode) if target.exists() else None
        if mode is not None and not os.access(target, os.W_OK):
            raise PermissionError(13, "the file is read-only")
        handle, temporary = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        Path(temporary).chmod(mode if mode is not None else 0o666 & ~_umask())
        Path(temporary).replace(target)
    except OSError as error:
        if temporary:
            with suppress(OSError):
                Path(temporary).unlink()
        raise ZhengmingError(
            f"cannot write the file: {error.strerror}",
            path=path,
            hint="check its permissions and the space on the disk; it was left as it was",
        ) from None


def _umask() -> int:
    current = os.umask(0)
    os.umask(current)
    return current
