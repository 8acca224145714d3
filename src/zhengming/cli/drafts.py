"""The drafts that the user named."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from zhengming.cli.discovery import STDIN, expand
from zhengming.cli.streams import complain, note, read_stdin, stdin_is_piped
from zhengming.documents import Document, format_of, parse_document, read_document
from zhengming.errors import ZhengmingError
from zhengming.messages import Message


class Drafts:
    """The drafts named on the command line; one that cannot be read does not stop the others."""

    def __init__(
        self, paths: Sequence[str], stdin_filename: str, encoding: str | None = None
    ) -> None:
        self.paths = list(expand(paths, piped=stdin_is_piped()))
        self._encoding = encoding
        unknown = [path for path in self.paths if path != STDIN and format_of(path) is None]
        if unknown:
            more = len(unknown) - 1
            note(
                Message(
                    f"{unknown[0]}{f' and {more} more' if more else ''}: unknown kind of file, read as plain text",
                    f"{unknown[0]}{f' 及另外 {more} 个文件' if more else ''}: 未知的文件类型，按纯文本读取",
                )
            )
        self._stdin_filename = stdin_filename
        self.failed = False

    def read_all(self) -> list[Document]:
        """All drafts; the first that cannot be read ends the run."""
        return [self.read(path) for path in self.paths]

    def __len__(self) -> int:
        return len(self.paths)

    def __iter__(self) -> Iterator[Document]:
        for path in self.paths:
            try:
                yield self.read(path)
            except ZhengmingError as error:
                self.fail(error)

    def fail(self, error: ZhengmingError) -> None:
        """Tell an error about one draft and go on; the run will exit with 2."""
        complain(error)
        self.failed = True

    def exit_code(self, findings: bool) -> int:
        """2 if a draft failed, else 1 if there were findings, else 0."""
        return 2 if self.failed else int(findings)

    def read(self, path: str) -> Document:
        """One of the drafts."""
        if path == STDIN:
            return parse_document(self._stdin_filename, read_stdin(), self._encoding)
        return read_document(Path(path), self._encoding)
