"""English title case, word by word: stop words stay small, quotations and apostrophes are minded.

The reading of quotation marks is that of the processor styles are written with: a word after an
apostrophe stays, and so does the first word of a quotation that proves to be none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

PROTECTED = "\ue000"
"""Stands for each character that no text case may change."""
EDGE = "\ue001"
"""Stands where markup begins or ends."""

_STOP_WORDS = """a about above across afore after against al along alongside amid amidst among
amongst an and anenst apropos apud around as aside astride at athwart atop barring before behind
below beneath beside besides between beyond but by c ca circa de despite down during et except for
forenenst from given in inside into lest like modulo near next nor notwithstanding of off on onto
or out over per plus pro qua sans since so than the through throughout thruout till to toward
towards under underneath until unto up upon v van versus via von vs with within without yet"""
_STOPS = frozenset(_STOP_WORDS.split())
_MARK = re.compile(rf"({EDGE}| [\"']|[-–—/.,;?!:()\[\]“”‘’\"'])")
_SPACE = re.compile("([\u0020\u00a0\u2000-\u200b\u205f\u3000]+)")
_GREEK = re.compile("[\u0370-\u03ff]")
_QUOTES = {"“": ("“", "”"), "‘": ("‘", "’"), ' "': (" '", '"'), " '": (' "', "'")}
"""For each opening mark: the one that may follow inside it, and the one that closes it."""


@dataclass(slots=True)
class _Quotation:
    """An open quotation; ``first`` is the stretch after its mark, none if that is settled."""

    inner: str
    closing: str
    first: int | None


class _Title:
    """A title taken apart at its marks: stretches of words at even places."""

    def __init__(self, text: str) -> None:
        self.parts = _MARK.split(text)
        self.typed = tuple(self.parts)
        self.at_start = True
        self.after_stop = False
        self.last: tuple[int, int] | None = None
        self.quotations: list[_Quotation] = []

    def cased(self) -> str:
        for index in range(0, len(self.parts), 2):
            self.stretch(index)
        for quotation in self.quotations:
            self.restore(quotation.first)
        self.capitalize_last()
        return "".join(self.parts)

    def stretch(self, index: int) -> None:
        mark, text = self.parts[index - 1] if index else "", self.parts[index]
        if mark and mark in "!?:":
            self.after_stop = True
        said = bool(text.strip())
        if said and text.startswith(PROTECTED):
            self.last = None
        elif said:
            self.words(index)
        if mark:
            self.quote(mark, index)
        if said:
            self.at_start = self.after_stop = False

    def words(self, index: int) -> None:
        words = _SPACE.split(self.parts[index])
        hyphened = index == 0 and self.parts[1:2] == ["-"]
        for at, word in enumerate(words):
            if at % 2 or not word:
                continue
            lowered = word.lower()
            weighty = len(word) > 1 and lowered not in _STOPS
            edge = self.at_start or self.after_stop or (hyphened and at == len(words) - 1)
            if (weighty or edge) and word == lowered:
                words[at] = _capitalized(word)
            self.at_start = self.after_stop = False
            self.last = index, at
        self.parts[index] = "".join(words)

    def quote(self, mark: str, index: int) -> None:
        """Follow quotations; what turns out to be an apostrophe gives its word back."""
        top = self.quotations[-1] if self.quotations else None
        if mark in _QUOTES:
            first: int | None = index
            if top is not None and mark != top.inner:
                self.quotations.pop()
                self.restore(top.first)
                first = None
            self.quotations.append(_Quotation(*_QUOTES[mark], first))
        elif mark in "”’\"'":
            if top is not None and mark == top.closing:
                self.quotations.pop()
            else:
                self.restore(index)

    def restore(self, index: int | None) -> None:
        """Give the first letter of a stretch back as it was typed."""
        if index is not None:
            self.parts[index] = self.typed[index][:1] + self.parts[index][1:]
            self.last = None

    def capitalize_last(self) -> None:
        if self.last is None:
            return
        index, at = self.last
        words = _SPACE.split(self.parts[index])
        if len(words[at]) > 1 and words[at].lower() in _STOPS:
            words[at] = _capitalized(words[at])
        self.parts[index] = "".join(words)


def _capitalized(word: str) -> str:
    """Return a word with its first character in upper case; a lone Greek letter is a symbol."""
    if len(word) == 1 and _GREEK.match(word):
        return word
    upper = word[0].upper()
    return upper + word[1:] if len(upper) == 1 else word


def title_case(text: str) -> str:
    """Return a title with a capital on every word of weight, and on the first and the last."""
    return _Title(text).cased()
