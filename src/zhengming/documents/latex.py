r"""LaTeX: the text of the document, its headings, captions, footnotes and cells.

Commands that only change the look of their argument vanish; arguments of commands we do not know
are protected, unless Chinese punctuation shows that they are sentences. Maths, code, keys, file
names and the preamble (but for ``\title``) are protected. What never closes protects the rest.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

from zhengming.documents import latex_names as known
from zhengming.documents.assemble import assemble
from zhengming.documents.builder import Draft
from zhengming.documents.encoding import Encoding
from zhengming.documents.latex_citations import citations
from zhengming.documents.model import Comment, Document
from zhengming.text.span import Span

_LONGEST_OPTION = 1000  # characters in [ ] or | |; what closes further on is something else
_SPECIAL = re.compile(r"[\\%${}&~]|(?:\r\n|\r(?!\n)|\n)[ \t]*(?=[\r\n])")
_WORD = re.compile(r"\\([A-Za-z@]+)\*?[ \t]*+(?:(?:\r\n|\r(?!\n)|\n)[ \t]*+(?![\r\n]))?")
_BLANK_LINE = re.compile(r"(?:\r\n|\r(?!\n)|\n)[ \t]*+[\r\n]|\Z")
_LINE_END = re.compile(r"[\r\n]|\Z")
_COMMENT_GAP = re.compile(r"(?:\r\n|\r|\n|\Z)[ \t]*+")
# What may stand before an argument: a comment too (\cite% and the keys on the next line).
_ARGUMENT_GAP = re.compile(
    r"[ \t]*+(?:%(?![^\r\n]*zhengming:)[^\r\n]*+(?:\r\n|\r|\n)[ \t]*+|(?:\r\n|\r(?!\n)|\n)[ \t]*+)?(?=[\[{])"
)
_NOTES = re.compile(r"(?:[ \t]*\([^()\r\n]*+\)){1,2}")  # of all works: \cites(see)(p. 3){a}{b}
_BRACES = re.compile(
    r"\\(?:url|href|path|nolinkurl)[ \t]*+(\{)[^{}\r\n]*+(\})"
    r"|\\(?:[vV]erb|lstinline)\*?([^\w\s{*\[])[^\r\n]{0,300}?\3|\\.|([{}])|%[^\r\n]*+",
    re.DOTALL,
)
_OPTION_STOP = re.compile(r"\\.|[\]{]", re.DOTALL)
_DEFINED = re.compile(r"[^{\r\n]*+")
_NAME = re.compile(r"[ \t]*+\{([^{}\r\n]*+)\}")
_SENTENCE = re.compile(r"[，。；：、？！]")
_SPACES = " ,;:>\t\r\n"
_ACCENTS = "'\"`^=."
_ESCAPES = str.maketrans({c: f"\\{c}" for c in "#$%&_{}"} | {
    "\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
})  # fmt: skip


def parse(path: str, text: str, encoding: Encoding) -> Document:
    """The prose blocks, the reference lists and the comments of a LaTeX source."""
    scanner = _Scanner(text)
    drafts = list(scanner.drafts())
    return assemble(
        path, "latex", text, encoding, drafts,
        references=scanner.references, comments=scanner.comments,
        citations=tuple(citations(text, sorted(scanner.passed))), escape=_escape,
    )  # fmt: skip


def _escape(content: str) -> str:
    return content.translate(_ESCAPES)


class _Scanner:
    def __init__(self, text: str) -> None:
        self._text = text
        self.references: list[Span] = []
        self.passed: list[Span] = []  # comments and code, where nothing is cited
        self.comments: list[Comment] = []
        self._draft = Draft()
        self._at = 0
        self._in_preamble = r"\begin{document}" in text
        self._groups: list[str] = []  # what each open brace closes: "", "apart", "block", "stacked"
        self._pending = ""  # what the next brace opens
        self._blank_line = -1  # the last one looked for
        self._cells = 0  # tables that we are in
        self._stacked = 0  # cells of several lines that we are in
        self._numbered: list[bool] = []  # for each open list, whether it is numbered

    def drafts(self) -> Iterator[Draft]:
        text = self._text
        while self._at < len(text):
            match = _SPECIAL.search(text, self._at)
            end = match.start() if match else len(text)
            self._add(text[self._at : end], self._at)
            self._at = end
            if match is None:
                break
            sign = match.group()
            if sign == "\\":
                yield from self._command()
            elif sign == "%":
                yield from self._comment()
            elif sign == "$":
                self._maths()
            elif sign == "{":
                self._groups.append(self._pending)
                self._stacked += self._pending == "stacked"
                self._pending = ""
                self._at += 1
            elif sign == "}":
                yield from self._close_group()
            elif sign == "~":
                self._add("\u00a0", end)
                self._at += 1
            else:  # a blank line, a cell
                self._at = match.end()
                kind = self._draft.kind if sign != "&" else "paragraph"
                yield from self._next("cell" if self._cells else kind)
        yield from self._next("paragraph")

    # Blocks

    def _add(self, part: str, origin: int, width: int = 1) -> None:
        if not self._in_preamble or self._draft.kind == "title":
            self._draft.add(part, origin, width)

    def _protect(self, origin: int) -> None:
        if not self._in_preamble or self._draft.kind == "title":
            self._draft.protect(origin)

    def _next(self, kind: str, level: int = 0, item: bool = False) -> Iterator[Draft]:
        if self._draft.pieces:
            self._draft.end = self._at
            yield self._draft
        self._draft = Draft(kind, level, self._at, item=item)

    def _close_group(self) -> Iterator[Draft]:
        opened = self._groups.pop() if self._groups else ""
        self._at += 1
        if opened == "apart":
            self._protect(self._at - 1)
        elif opened == "stacked":
            self._stacked -= 1
        elif opened == "block":
            yield from self._next("paragraph")

    def _comment(self) -> Iterator[Draft]:
        """A comment swallows its line end and the indent of the next line."""
        start, end = self._at, self._line_end(self._at)
        comment = self._text[start:end]
        self.comments.append(Comment(Span(start, end), comment.lstrip("%").strip()))
        self.passed.append(Span(start, end))
        gap = _COMMENT_GAP.match(self._text, end)
        self._at = gap.end() if gap else end
        if self._text[self._at : self._at + 1] in ("\r", "\n"):
            yield from self._next(self._draft.kind)

    def _maths(self) -> None:
        start = self._at
        sign = "$$" if self._text.startswith("$$", start) else "$"
        stop = self._paragraph_end
        end = self._text.find(sign, start + len(sign), stop)
        while end > 0 and self._text[end - 1] == "\\" and self._text[end - 2] != "\\":
            end = self._text.find(sign, end + 1, stop)
        self._protect(start)
        self._at = stop if end < 0 else end + len(sign)

    @property
    def _paragraph_end(self) -> int:
        if self._at > self._blank_line:
            match = _BLANK_LINE.search(self._text, self._at)
            self._blank_line = match.start() if match else len(self._text)
        return self._blank_line

    def _line_end(self, at: int) -> int:
        match = _LINE_END.search(self._text, at)
        return match.start() if match else len(self._text)

    # Commands

    def _command(self) -> Iterator[Draft]:
        start = self._at
        word = _WORD.match(self._text, start)
        if word is None:
            yield from self._symbol(self._text[start + 1 : start + 2])
            return
        name, self._at = word[1], word.end()
        if name == "begin":
            yield from self._begin(start)
        elif name == "end":
            yield from self._end(start)
        elif name in known.LOOK:
            self._options()
        elif name in known.BLOCKS:
            yield from self._block(name, start)
        elif name in known.WITH_TEXT:
            self._before_text(name, start)
        elif name == "item":
            self._at = start
            yield from self._next("paragraph", item=self._numbered[-1:] == [True])
            self._at = word.end()
        elif name in known.INLINE_CODE:
            self._inline_code(start)
            self.passed.append(Span(start, self._at))
        elif name == "iffalse":
            end = self._text.find(r"\fi", self._at)
            self._at = len(self._text) if end < 0 else end + len(r"\fi")
            self.passed.append(Span(start, self._at))
        elif name not in known.SWITCHES:
            self._arguments(name, start)

    def _symbol(self, sign: str) -> Iterator[Draft]:
        start = self._at
        self._at += 2
        if sign == "\\":
            self._options()
            if self._cells and not self._stacked:
                yield from self._next("cell")
            else:
                self._add("\n", start, self._at - start)
        elif sign in ("(", "["):
            stop = self._paragraph_end
            end = self._text.find("\\" + ")]"["([".index(sign)], self._at, stop)
            self._protect(start)
            self._at = stop if end < 0 else end + 2
        elif sign and sign in "#$%&_{}":
            self._add(sign, start, 2)
        elif sign and sign in _SPACES:
            self._add(" ", start, 2)
        elif sign and sign in _ACCENTS:
            self._protect(start)
            if not self._skip_group():
                self._at += 1
        elif sign not in ("-", "/", "!"):  # those print nothing
            self._protect(start)

    def _block(self, name: str, start: int) -> Iterator[Draft]:
        after, self._at = self._at, start
        yield from self._next(known.BLOCKS[name], known.HEADINGS.get(name, 0))
        self._at = after
        if name not in known.HEADINGS and name != "caption":
            self._options()
        self._pending = "block"

    def _before_text(self, name: str, start: int) -> None:
        """Pass over what stands before the argument that is text."""
        if name in known.APART:
            self._protect(start)
            self._pending = "apart"
        elif name in known.STACKED:
            self._pending = "stacked"
        for _ in range((name in known.SECOND) + 2 * (name in known.THIRD)):
            self._options()
            self._skip_group()
        self._options()

    def _arguments(self, name: str, start: int) -> None:
        """Pass over the arguments of any other command, but not over sentences."""
        self._protect(start)
        if name in known.DEFINITIONS:
            named = _DEFINED.match(self._text, self._at)
            self._at = named.end() if named else self._at
        is_key = name in known.KEYS or name in known.DEFINITIONS or "cite" in name.lower()
        if name.lower().endswith("cites") and (notes := _NOTES.match(self._text, self._at)):
            self._at = notes.end()
        while gap := _ARGUMENT_GAP.match(self._text, self._at):
            self._at = gap.end()
            if self._text[self._at] == "[":
                if not self._options():
                    return
                continue
            end = self._group_end(self._at)
            if not is_key and not self._in_preamble and _SENTENCE.search(self._text, self._at, end):
                self._pending = "apart"
                return
            self._at = end

    def _options(self) -> bool:
        """Pass over options in brackets; whether there were any."""
        start = self._at
        while self._text[self._at : self._at + 1] == "[":
            limit, at = self._at + _LONGEST_OPTION, self._at + 1
            while stop := _OPTION_STOP.search(self._text, at, limit):
                if stop.group() == "]":
                    break
                at = self._group_end(stop.start()) if stop.group() == "{" else stop.end()
            if stop is None:
                break
            self._at = stop.end()
        return self._at > start

    def _skip_group(self) -> bool:
        if self._text[self._at : self._at + 1] != "{":
            return False
        self._at = self._group_end(self._at)
        return True

    def _group_end(self, at: int) -> int:
        return self._braces.get(at, len(self._text))

    @cached_property
    def _braces(self) -> dict[int, int]:
        """Where the group that each brace opens ends, its closing brace included."""
        ends: dict[int, int] = {}
        opened: list[int] = []
        for match in _BRACES.finditer(self._text):
            if match[1]:
                ends[match.start(1)] = match.end(2)
            elif match[4] == "{":
                opened.append(match.start())
            elif match[4] == "}" and opened:
                ends[opened.pop()] = match.end()
        return ends

    def _inline_code(self, start: int) -> None:
        self._protect(start)
        self._options()
        if self._text.startswith(r"\mintinline", start):
            self._skip_group()
        if self._skip_group():
            return
        delimiter = self._text[self._at : self._at + 1]
        first, limit = self._at + 1, self._at + _LONGEST_OPTION
        end = self._text.find(delimiter, first, limit) if delimiter.strip() else -1
        if end < 0 or _LINE_END.search(self._text, first, end).start() < end:  # type: ignore[union-attr]
            self._at = self._line_end(self._at)
        else:
            self._at = end + 1

    # Environments

    def _begin(self, start: int) -> Iterator[Draft]:
        match = _NAME.match(self._text, self._at)
        name = match[1] if match else ""
        after, self._at = match.end() if match else self._at, start
        yield from self._next("paragraph")
        self._at = after
        plain = name.rstrip("*")
        if name == "document":
            self._in_preamble = False
        elif plain in known.VERBATIM or plain == "thebibliography":
            end = self._text.find(f"\\end{{{name}}}", after)
            self._at = len(self._text) if end < 0 else end
            if plain == "thebibliography":
                self.references.append(Span(after, self._at))
            elif plain in known.CODE:
                self.passed.append(Span(after, self._at))
        elif plain in known.TITLED:
            self._options()
            if self._text[self._at : self._at + 1] == "{":
                self._draft = Draft("heading", known.HEADINGS["frametitle"], start)
                self._pending = "block"
        else:
            self._open(plain)

    def _open(self, name: str) -> None:
        self._options()
        if name not in known.NO_ARGUMENTS:
            while self._skip_group() or self._options():
                pass
        if name in ("itemize", "enumerate", "description"):
            self._numbered.append(name == "enumerate")
        if name in known.CELLS:
            self._cells += 1
            self._draft.kind = "cell"

    def _end(self, start: int) -> Iterator[Draft]:
        match = _NAME.match(self._text, self._at)
        name = match[1].rstrip("*") if match else ""
        self._at = match.end() if match else self._at
        if name == "document":
            self._at = start
            yield from self._next("paragraph")
            self._at = len(self._text)
            return
        if name in known.CELLS:
            self._cells -= self._cells > 0
        if name in ("itemize", "enumerate", "description") and self._numbered:
            self._numbered.pop()
        yield from self._next("cell" if self._cells else "paragraph")
