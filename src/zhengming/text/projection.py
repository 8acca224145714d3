"""The text that names are looked for in: gaps gone, widths, scripts and case folded.

PDF extraction and typesetting put line ends, spaces, soft hyphens and zero-width characters into
names. A projection drops them and knows, for each character left, where it came from.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass

from zhengming.text.script import HAN, to_simplified

# U+2043 is what some typesetting systems write for a hyphen at a line end.
_SOFT_HYPHENS = "\u00ad\u2043"
_ZERO_WIDTH = "\u200b-\u200f\u2060-\u2064\ufeff\ufe00-\ufe0f\U000e0100-\U000e01ef"
_GAP = rf"\s{_SOFT_HYPHENS}{_ZERO_WIDTH}"
_GAPS = re.compile(
    rf"(?<![{_GAP}])(?:"
    rf"(?<=[{HAN}])[{_GAP}]+"
    rf"|[{_GAP}]+(?=[{HAN}])"
    rf"|\s*[{_SOFT_HYPHENS}{_ZERO_WIDTH}][{_GAP}]*"
    r"|\s{2,}"
    r"|(?<=[a-z0-9])-[^\S\r\n]*[\r\n]\s*(?=[a-z0-9]))"
)
_SOFT_HYPHEN = re.compile(f"[{_SOFT_HYPHENS}]")
_SPACES = str.maketrans(dict.fromkeys("\t\n\v\f\r\x85\u2028\u2029", " "))


def _width_table() -> dict[int, str]:
    """Full-width, compatibility and radical characters to the plain one, one for one."""
    blocks = (range(0x2E80, 0x2FE0), range(0xF900, 0xFB00), range(0xFF01, 0xFF5F))
    table = {}
    for code in (code for block in blocks for code in block):
        plain = unicodedata.normalize("NFKC", chr(code))
        if len(plain) == 1 and plain != chr(code):
            table[code] = plain
    table |= dict.fromkeys(map(ord, "‐‑‒–—―−﹘﹣－"), "-")
    table |= dict.fromkeys(map(ord, "\u00a0\u2002\u2003\u2009\u200a\u202f\u3000"), " ")
    return table


_WIDTH = _width_table()
_WIDTH_AND_CASE = (
    _WIDTH
    | {code: chr(code).lower() for code in range(ord("A"), ord("Z") + 1)}
    | {code: chr(code - 0xFEE0).lower() for code in range(0xFF21, 0xFF3B)}
)


def fold_width(text: str) -> str:
    """Full-width forms, dashes and odd spaces to ASCII, radicals to Han; as long as ``text``."""
    return text.translate(_WIDTH)


@dataclass(frozen=True, slots=True)
class Projection:
    """A folded text and the way back.

    Attributes:
        source: the text as written.
        text: what is left of it after folding and dropping gaps.
    """

    source: str
    text: str
    _starts: list[int]
    _shifts: list[int]

    def origin(self, offset: int) -> int:
        """Where in the source the projected character at ``offset`` stands."""
        return offset + self._shifts[bisect_right(self._starts, offset) - 1]

    def positions(self, start: int, end: int) -> list[int]:
        """The source offsets of the projected characters ``start`` to ``end``."""
        return [self.origin(offset) for offset in range(start, end)]


def project(source: str) -> Projection:
    """Project ``source``; time is linear in its length."""
    folded = to_simplified(source.translate(_WIDTH_AND_CASE))
    pieces: list[str] = []
    starts, shifts = [0], [0]
    done = length = 0
    dropped = (gap for match in _GAPS.finditer(folded) for gap in _dropped(source, match))
    for start, end in dropped:
        pieces.append(folded[done:start])
        length += start - done
        done = end
        starts.append(length)
        shifts.append(end - length)
    pieces.append(folded[done:])
    return Projection(source, "".join(pieces).translate(_SPACES), starts, shifts)


def _dropped(source: str, match: re.Match[str]) -> list[tuple[int, int]]:
    """The parts of a gap that go: all of it next to Han, all but one space between other words."""
    start, end = match.span()
    gap = match.group()
    if gap[0] == "-":
        both_lower = source[start - 1].islower() and source[end].islower()
        return [(start if both_lower else start + 1, end)]
    space = re.search(r"\s", gap)
    if space is None or _SOFT_HYPHEN.search(gap) or _touches_han(match):
        return [(start, end)]
    kept = start + space.start()
    return [part for part in ((start, kept), (kept + 1, end)) if part[0] < part[1]]


_HAN_AT = re.compile(f"[{HAN}]")


def _touches_han(match: re.Match[str]) -> bool:
    start, end = match.span()
    before = start > 0 and _HAN_AT.match(match.string, start - 1)
    return bool(before or _HAN_AT.match(match.string, end))
