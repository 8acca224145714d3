"""Raw LaTeX in Markdown, which pandoc passes through: keys, files, formulas and code."""

from __future__ import annotations

import re
from collections.abc import Iterator

from zhengming.documents import latex_names
from zhengming.documents.builder import Draft
from zhengming.text.span import Span

_KEYS = re.compile(
    rf"\\(?:[A-Za-z]{{0,20}}[cC]ite[A-Za-z]{{0,20}}|{'|'.join(latex_names.KEYS | latex_names.INLINE_CODE)})"
    r"\*?(?:[ \t]?\[[^\[\]\r\n]*+\]){0,4}(?:\{[^{}]*+\})+"
)
_BEGIN = re.compile(rf"\\begin\{{(?:{'|'.join(latex_names.VERBATIM)})\*?\}}")


class RawTex:
    """The raw LaTeX of one text, block by block from the first to the last."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._environment = ""  # what closes the environment that we are in
        self._closings: dict[str, int] = {}  # where each such sign stands last

    def mask(self, draft: Draft) -> None:
        """Protect in a block the commands with keys and files, the formulas and the code."""
        if self._environment or "\\" in draft.text:
            draft.cover(list(self._environments(draft)))
            draft.mask(_KEYS)

    def _environments(self, draft: Draft) -> Iterator[Span]:
        """The formulas and code of raw LaTeX in a block; they may go on in the next ones."""
        text, at = draft.text, 0
        while True:
            if self._environment:
                end = text.find(self._environment, at)
                stop = len(text) if end < 0 else end + len(self._environment)
                yield Span(at, stop)
                if end < 0:
                    return
                self._environment, at = "", stop
            match = _BEGIN.search(text, at)
            if match is None:
                return
            closing, at = match.group().replace("begin", "end", 1), match.start()
            if closing not in self._closings:
                self._closings[closing] = self._text.rfind(closing)
            if self._closings[closing] > draft.start:
                self._environment = closing
            else:
                at = match.end()
