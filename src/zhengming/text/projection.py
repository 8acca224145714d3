"""The text that names are looked for in: gaps gone, widths, scripts and case folded.

PDF extraction and typesetting put line ends, spaces, soft hyphens and zero-width characters into
names. A projection drops them and knows, for each character left, where it came from.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate

from zhengming.text.folding import fold_width as fold_width
from zhengming.text.script import HAN, to_simplified
from zhengming.text.together import together

# U+2043 is what some typesetting systems write for a hyphen at a line end.
_DIVIDER = "\u00ad\u2043"
# Combining marks (what NFD makes of accents), joiners, marks of direction, variation selectors.
_INVISIBLE = (
    "\u0300-\u036f\u061c\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u20d0-\u20ff"
    "\ufe00-\ufe0f\ufeff"
)
_GAP = rf"\s{_DIVIDER}{_INVISIBLE}"
_LIGATURES = dict(zip("ﬀﬁﬂﬃﬄﬅﬆ", ("ff", "fi", "fl", "ffi", "ffl", "st", "st"), strict=True)) | dict(
    zip("ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ", ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"], strict=True)
)
_LETTERS = str.maketrans(_LIGATURES)
_DROPPED = re.compile(
    rf"""(
    [-{_GAP}{"".join(_LIGATURES)}]     # told at a glance, and most of them stay:
    (?<![!-,.-~][-\ ](?=[!-~]))        # the one space, the one hyphen between Latin letters
    (?: (?<=[{HAN}][{_GAP}]) [{_GAP}]*+                  # all of a gap after Han
    | (?<=[^{_GAP}][{_GAP}]) [{_GAP}]*+ (?=[{HAN}])      # all of a gap before Han
    | (?<=[^{_GAP}][{_GAP}])                             # all of a gap in a divided word
      (?:(?<=[{_DIVIDER}])|[\s{_INVISIBLE}]*+[{_DIVIDER}]) [{_GAP}]*+
    | (?<=[a-z]-)\ *+[\r\n]\s*+(?=[a-z])                 # line-end hyphen in small letters
    | (?<=[A-Za-z0-9]-\s)(?:(?<=[\r\n])|\ *+[\r\n])\s*+(?=[A-Za-z0-9])  # else the line end alone
    | (?<=[A-Za-z]-\ )(?=[0-9])                          # the space in KEYNOTE- 189
    | (?<=\s[{_GAP}]) [{_GAP}]*+                         # all but the first space of a gap
    | (?<=[{_INVISIBLE}]) [{_INVISIBLE}]*+
    | (?<=[{"".join(_LIGATURES)}])                       # to be spelled out
    ))""",
    re.VERBOSE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Projection:
    """A folded text and the way back.

    Attributes:
        source: the text as written.
        text: what is left of it after folding and dropping gaps.
    """

    source: str
    text: str
    _starts: list[int]  # 0, and where in ``text`` something was dropped
    _shifts: list[int]  # how much had been dropped by then

    def origin(self, offset: int) -> int:
        """Where in the source the projected character at ``offset`` stands."""
        return offset + self._shifts[bisect_right(self._starts, offset) - 1]

    def stretch(self, start: int, end: int) -> tuple[int, int, Sequence[int] | None]:
        """Where the source of the projected characters ``start`` to ``end`` begins and ends.

        And where each of them stands there, if something was dropped between them.
        """
        starts = self._starts
        before = bisect_right(starts, start)
        if before == len(starts) or starts[before] >= end:
            shift = self._shifts[before - 1]
            return start + shift, end + shift, None
        positions = [self.origin(offset) for offset in range(start, end)]
        return positions[0], positions[-1] + 1, positions

    def positions(self, start: int, end: int) -> Sequence[int]:
        """The source offsets of the projected characters ``start`` to ``end``."""
        first, last, positions = self.stretch(start, end)
        return positions or range(first, last)

    def written(self, start: int, end: int) -> str:
        """The characters that the projected ones from ``start`` to ``end`` stand for."""
        return self.written_at(*self.stretch(start, end))

    def written_at(self, first: int, last: int, positions: Sequence[int] | None) -> str:
        """The characters of a ``stretch``."""
        if positions is None:
            return self.source[first:last]
        # A ligature stands for several characters, and stands there once.
        return "".join([self.source[at] for at in dict.fromkeys(positions)])


def project(source: str) -> Projection:
    """Project ``source``; time is linear in its length."""
    return project_all([source])[0]


def project_all(sources: Sequence[str]) -> list[Projection]:
    """Project each of many texts, as by ``project``; to fold them together is faster."""
    kept = [_without_gaps(text) for text in together(fold_width, sources)]
    texts = together(_plain, [text for text, _, _ in kept])
    return [
        Projection(source, text, starts, shifts)
        for source, text, (_, starts, shifts) in zip(sources, texts, kept, strict=True)
    ]


def spell_out(text: str) -> str:
    """Ligatures and Roman number signs as the letters that a projection has for them: Ⅱ is II."""
    return text.translate(_LETTERS)


def _plain(text: str) -> str:
    return to_simplified(text.replace("\r", " ").replace("\n", " ").lower())


def _without_gaps(folded: str) -> tuple[str, list[int], list[int]]:
    parts = _DROPPED.split(folded)
    kept, dropped = parts[::2], parts[1::2]
    gaps: Iterable[int] = map(len, dropped)
    if not _LIGATURES.keys().isdisjoint(dropped):
        kept, gaps = _spelled_out(kept, dropped)
    starts = list(accumulate(map(len, kept[:-1]), initial=0))
    return "".join(kept), starts, list(accumulate(gaps, initial=0))


def _spelled_out(kept: list[str], dropped: list[str]) -> tuple[list[str], list[int]]:
    """Ligatures as letters; each letter after the first moves what follows back by one."""
    parts, gaps = kept[:1], []
    for gap, part in zip(dropped, kept[1:], strict=True):
        letters = _LIGATURES.get(gap)
        if letters is None:
            gaps.append(len(gap))
            parts.append(part)
            continue
        parts[-1] += letters[0]
        for letter in letters[1:]:
            gaps.append(-1)
            parts.append(letter)
        parts[-1] += part
    return parts, gaps
