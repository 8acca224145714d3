"""Edits as data, and the one function that applies them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from difflib import SequenceMatcher
from functools import lru_cache
from typing import Literal, NamedTuple

from zhengming.text.span import Span

LINE_ENDS = "\r\n\v\f\x1c\x1d\x1e\x85\u2028\u2029"


class Edit(NamedTuple):
    """Replace the code points of ``span`` by ``content``."""

    span: Span
    content: str


Safety = Literal["safe", "unsafe"]


Edits = tuple[Edit, ...]


class Fix:
    """Edits of one text that go in together or not at all.

    They may be given as a function, to be worked out when asked for: most reports only say that
    there is a fix.
    """

    __slots__ = ("_edits", "safety")

    def __init__(self, safety: Safety, edits: Edits | Callable[[], Edits]) -> None:
        self.safety = safety
        self._edits = edits

    @property
    def edits(self) -> Edits:
        """The edits, disjoint and in order."""
        if not isinstance(self._edits, tuple):
            self._edits = self._edits()
        return self._edits


def apply_edits(text: str, edits: Iterable[Edit]) -> str:
    """Splice disjoint ``edits`` into ``text``; everything outside their spans stays as it is."""
    pieces: list[str] = []
    done = 0
    for edit in sorted(edits):
        if edit.span.start < done:
            raise ValueError(f"overlapping edit at {edit.span}")
        pieces += (text[done : edit.span.start], edit.content)
        done = edit.span.end
    pieces.append(text[done:])
    return "".join(pieces)


def minimal_edits(text: str, positions: Sequence[int], replacement: str) -> tuple[Edit, ...]:
    r"""Turn the characters of ``text`` at ``positions`` into ``replacement``, touching few of them.

    What stands between the positions (a line end, bold marks, a quote prefix) survives: 劳\n拉替尼
    to 洛拉替尼 replaces one character. White space in ``text`` counts as the space it stands for;
    where the replacement wants a space and a line end stands already, only a hyphen there goes; a
    hyphen that is wanted at a line end goes before it.
    No edit spans two characters, since neighbours in a block may stand apart in its document.
    """
    first = positions[0]
    inside: Sequence[int]
    if isinstance(positions, range):  # most names have no gap in them
        inside = range(len(positions))
    else:
        inside = tuple([at - first for at in positions])
    edits = _edits(text[first : positions[-1] + 1], inside, replacement)
    return tuple([Edit(Span(s + first, e + first), content) for (s, e), content in edits])


@lru_cache(maxsize=2**15)  # a draft has few names and many places where they stand
def _edits(text: str, positions: Sequence[int], replacement: str) -> tuple[Edit, ...]:
    if len(set(positions)) < len(positions):  # a ligature: its letters cannot be edited apart
        return (Edit(Span(positions[0], positions[-1] + 1), replacement),)
    written = ["" if text[at].isspace() else text[at] for at in positions]
    wanted = ["" if character.isspace() else character for character in replacement]
    if len(written) == len(wanted):
        changes = [
            (i, i + 1, i, i + 1)
            for i, pair in enumerate(zip(written, wanted, strict=True))
            if pair[0] != pair[1]
        ]
    else:
        matcher = SequenceMatcher(None, written, wanted, autojunk=False)
        changes = [codes[1:] for codes in matcher.get_opcodes() if codes[0] != "equal"]
    edits: list[Edit] = []
    for i1, i2, j1, j2 in changes:
        content = replacement[j1:j2]
        if content.isspace() and 0 < i1 <= i2 < len(positions):
            gap = sorted({*range(positions[i1 - 1] + 1, positions[i2])} - {*positions[i1:i2]})
            edits += (Edit(Span(at, at + 1), "") for at in gap if not text[at].isspace())
            if any(text[at].isspace() for at in gap):
                content = ""
        if i1 == i2 and content:
            at = positions[i1 - 1] + 1 if i1 else positions[0]
            edits.append(Edit(Span(at, at), content))
        elif i1 < i2:
            first, *rest = positions[i1:i2]
            if content and i1 and text[first] in LINE_ENDS:
                edits.append(_after(edits, text, positions[i1 - 1], content))
            else:
                edits.append(Edit(Span(first, first + 1), content))
            edits += (Edit(Span(at, at + 1), "") for at in rest)
    return tuple(sorted(edits))


def _after(edits: list[Edit], text: str, at: int, content: str) -> Edit:
    """Put ``content`` behind the character at ``at``, which may be edited already."""
    span = Span(at, at + 1)
    written = edits.pop().content if edits and edits[-1].span == span else text[at]
    return Edit(span, written + content)
