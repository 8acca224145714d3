"""What formats that are read line by line share: lines, and paragraphs with inline markup."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from zhengming.documents.builder import Draft

_LINE = re.compile(r"([ \t]*)([^\r\n]*)(\r\n|\r|\n|\Z)")


@dataclass(frozen=True, slots=True)
class Line:
    """A line without its indent and its line end.

    Attributes:
        start: where its first character stands, the indent left out.
        indent: how many characters stand before.
        text: white space at its end left out.
    """

    start: int
    indent: int
    text: str

    @property
    def end(self) -> int:
        """Where its text ends."""
        return self.start + len(self.text)


def split_lines(text: str) -> list[Line]:
    """The lines of a text; they may end in LF, CRLF or CR."""
    matches = _LINE.finditer(text)
    return [Line(m.start(2), len(m[1]), m[2].rstrip()) for m in matches if m.group() or m.start()]


class Paragraph:
    """The paragraph that is open: its lines are added one by one, its markup is read at the end.

    Args:
        text: the whole source.
        markup: finds inline markup.
        write: puts into a draft what a match of ``markup`` leaves of itself.
    """

    def __init__(
        self, text: str, markup: re.Pattern[str], write: Callable[[Draft, re.Match[str]], None]
    ) -> None:
        self._text = text
        self._markup = markup
        self._write = write
        self._draft: Draft | None = None
        self._start = 0
        self.end = 0

    @property
    def is_open(self) -> bool:
        """Whether it has a line."""
        return self._draft is not None

    @property
    def written(self) -> str:
        """Its source so far."""
        return self._text[self._start : self.end] if self._draft else ""

    def open(self, draft: Draft, start: int, end: int) -> None:
        """Begin with the characters from ``start`` to ``end``."""
        self._draft, self._start, self.end = draft, start, end

    def close(self) -> Iterator[Draft]:
        """The block, if there is one."""
        draft, self._draft = self._draft, None
        if draft is None:
            return
        at = self._start
        for match in self._markup.finditer(self._text, self._start, self.end):
            draft.add(self._text[at : match.start()], at)
            self._write(draft, match)
            at = match.end()
        draft.add(self._text[at : self.end], at)
        draft.end = self.end
        if draft.pieces:
            yield draft
