"""Headline capitals and their like: the words of a text, between its marks and its markup.

Marks and tags part a text into strings; words are parted by spaces within these. So a stop word
keeps its small letter also beside a hyphen, and a quotation inside another begins as it is
written. All of it follows the reference processor, whose headlines styles are tested with.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

_STOP_WORDS = """a about above across afore after against al along alongside amid amidst among
amongst an and anenst apropos apud around as aside astride at athwart atop barring before behind
below beneath beside besides between beyond but by c ca circa d' de despite down during et except
for forenenst from given in inside into lest like modulo near next nor notwithstanding of off on
onto or out outside over per plus pro qua sans since so than the through throughout thruout till to
toward towards under underneath until unto up upon v van versus via vis-à-vis von vs with within
without yet"""
STOP_WORDS = frozenset(_STOP_WORDS.split())
"""Words English titles leave in lower case: articles, conjunctions, prepositions, particles."""

OPEN, CLOSE = "\ue000", "\ue001"
"""Tags around what keeps its case."""
MARKS = re.compile(r"""(‘|’|“|”| "| '|"|'|[-–—/.,;?!:()]|\[|\])""")
_SPACES = re.compile("([\u00a0\u0020\u2000-\u200b\u205f\u3000]+)")
_CLOSERS = {"‘": "’", "“": "”", ' "': '"', " '": "'"}
_INSIDE = {"‘": "‘", "“": "“", ' "': " '", " '": ' "'}
"""Which mark may open a quotation inside one that another opened."""


def capitalize(word: str) -> str:
    """Return a word with its first letter in upper case, unless it is a Greek letter alone."""
    if len(word) == 1 and "\u0370" <= word <= "\u03ff":
        return word
    return word[:1].upper() + word[1:]


class Words:
    """Changes words, string by string.

    Args:
        every: all words get a capital but stop words, as in a headline.
        stops: stop words get one, too.
        first: the first word gets one.
    """

    def __init__(self, *, every: bool = False, stops: bool = False, first: bool = False) -> None:
        self._every, self._stops, self._headline = every, stops, every and not stops
        self._first = first
        self._after_mark = False
        self._last: tuple[int, int] | None = None
        self._quotes: list[tuple[str, int | None]] = []
        self._kept = 0

    def run(self, strings: list[str], tags: Sequence[str]) -> list[str]:
        """Return the strings changed; ``tags`` stand between them."""
        new = list(strings)
        if strings[0].strip():
            new[0] = self._changed(strings[0], 0, tags[0] if tags else "")
        for index, tag in enumerate(tags):
            string = strings[index + 1]
            self._kept += (tag == OPEN) - (tag == CLOSE)
            self._after_mark = self._after_mark or tag[-1:] in ("!", "?", ":")
            if not self._kept:
                new[index + 1] = self._changed(string, index + 1, "")
            elif string.strip():
                self._last = None
            restored = self._quotation(tag, index)
            if restored is not None:
                new[restored] = strings[restored][:1] + new[restored][1:]
                self._last = None
            if string.strip():
                self._first = self._after_mark = False
        for _, at in self._quotes:
            if at is not None:
                new[at] = strings[at][:1] + new[at][1:]
        self._end(new)
        return new

    def _changed(self, string: str, at: int, after: str) -> str:
        words = _SPACES.split(string)
        for index in range(0, len(words), 2):
            word = words[index]
            if not word:
                continue
            if self._wanted(word, last=index == len(words) - 1, after=after):
                words[index] = capitalize(word)
            self._first = self._after_mark = False
            self._last = at, index
        return "".join(words)

    def _wanted(self, word: str, *, last: bool, after: str) -> bool:
        if word != word.lower():
            return False
        if self._stops or self._first:
            return True
        if not self._every:
            return False
        content = len(word) > 1 and word not in STOP_WORDS
        return content or (last and after == "-") or self._after_mark

    def _quotation(self, tag: str, index: int) -> int | None:
        """Follow quotations; return the string whose first letter is to stay as it was."""
        if tag in _CLOSERS:
            if not self._quotes or _INSIDE[self._quotes[-1][0]] == tag:
                self._quotes.append((tag, index + 1))
                return None
            _, before = self._quotes.pop()
            self._quotes.append((tag, None))
            return before
        if tag in ("’", "”", '"', "'"):
            if self._quotes and _CLOSERS[self._quotes[-1][0]] == tag:
                self._quotes.pop()
                return None
            return index + 1
        return None

    def _end(self, strings: list[str]) -> None:
        """Give the last word of a headline a capital though it is a stop word."""
        if not self._headline or self._last is None:
            return
        at, index = self._last
        words = _SPACES.split(strings[at])
        word = words[index]
        if len(word) > 1 and word.lower() in STOP_WORDS:
            words[index] = capitalize(word)
            strings[at] = "".join(words)


CASES: dict[str, Callable[[], Words]] = {
    "title": lambda: Words(every=True, first=True),
    "capitalize-all": lambda: Words(stops=True),
    "capitalize-first": lambda: Words(first=True),
}
