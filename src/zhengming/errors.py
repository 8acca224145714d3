"""Errors that a medical editor can act on: what is wrong, where, and what to do about it."""

from __future__ import annotations

from pathlib import PurePath

from zhengming.messages import Message


class ZhengmingError(Exception):
    """Something in the user's input stops the job.

    Args:
        message: what is wrong, in one sentence of each language.
        path: the file concerned.
        line: 1-based line in that file.
        column: 1-based column, in code points.
        hint: what to do about it, in one line.

    ``str`` of it is English; the command line speaks the language of the run.

    Attributes:
        problems: the error itself, or, for one that stands for several, each of them.
    """

    problems: tuple[ZhengmingError, ...]

    def __init__(
        self,
        message: Message,
        *,
        path: PurePath | str | None = None,
        line: int | None = None,
        column: int | None = None,
        hint: Message | None = None,
    ) -> None:
        super().__init__(message)
        self.message = message
        self.path = path
        self.line = line
        self.column = column
        self.hint = hint
        self.problems = (self,)

    @property
    def place(self) -> str:
        """``file:line:column``, as far as known, else an empty string."""
        known = (str(part) for part in (self.path, self.line, self.column) if part is not None)
        return ":".join(known)

    def __str__(self) -> str:
        head = f"{self.place}: {self.message.en}" if self.place else self.message.en
        return f"{head}\nhint: {self.hint.en}" if self.hint else head


class UsageError(ZhengmingError):
    """A name the user gave (option, style, key, format) is not one of those that exist."""


def unreadable(
    path: PurePath | str, error: OSError, *, hint: Message | None = None
) -> ZhengmingError:
    """The error for a file or folder that the system does not give us."""
    if isinstance(error, FileNotFoundError):
        message = Message("no such file or folder", "没有这个文件或文件夹")
        hint = hint or Message("check the name", "请检查名称")
    else:
        why = error.strerror or error
        message = Message(f"this cannot be read: {why}", f"无法读取：{why}")
        hint = hint or Message("check its permissions", "请检查权限")
    return ZhengmingError(message, path=path, hint=hint)
