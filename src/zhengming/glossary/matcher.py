"""All names of a glossary found in one pass over a text, longest first from the left.

Preferred names are looked for too: that is what keeps a rule about 曲妥珠单抗 out of 德曲妥珠单抗.
"""

from __future__ import annotations

import string
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

import daachorse

from zhengming.glossary.forms import Form, Sense, forms_of, letters_of
from zhengming.glossary.model import Concept
from zhengming.text.projection import Projection, fold_width, project
from zhengming.text.span import Span

_LATIN = frozenset(string.ascii_lowercase + string.digits)  # projected text has no capitals


class Mention(NamedTuple):
    """A name in a text.

    Attributes:
        span: from its first to its last character, in the text that was searched.
        positions: where each of its characters stands; gaps are not among them.
        senses: what it may mean; more than one only for ambiguous names.
    """

    span: Span
    positions: Sequence[int]
    senses: tuple[Sense, ...]

    def written(self, text: str) -> str:
        """The name as it stands in ``text``, without the gaps in it."""
        if self.span.end - self.span.start == len(self.positions):
            return text[self.span.start : self.span.end]
        return "".join(text[at] for at in self.positions)

    @property
    def sense(self) -> Sense:
        """The first reading; the only one unless the name is ambiguous."""
        return self.senses[0]


class Matcher:
    """An automaton over every form of the given concepts."""

    def __init__(self, concepts: Iterable[Concept]) -> None:
        self._forms: dict[str, list[Form]] = {}
        for concept in concepts:
            for form in forms_of(concept):
                self._forms.setdefault(form.pattern, []).append(form)
        self._patterns = list(self._forms)
        # What a pattern means wherever it stands as a word; None if its case or a hyphen matters.
        self._readings = [_reading(forms) for forms in self._forms.values()]
        self._automaton = (
            daachorse.CharwiseDoubleArrayAhoCorasick(
                self._patterns, daachorse.MATCH_KIND_LEFTMOST_LONGEST
            )
            if self._patterns
            else None
        )

    def forms(self, pattern: str) -> tuple[Form, ...]:
        """The forms that share a pattern."""
        return tuple(self._forms.get(pattern, ()))

    def find(self, text: str) -> Iterator[Mention]:
        """The names in ``text``, in order and disjoint; time is linear in its length."""
        return self.find_in(project(text))

    def find_in(self, projection: Projection) -> Iterator[Mention]:
        """The same in a text that is projected already."""
        text = projection.text
        for start, end, index in self._matches(text):
            senses = self._readings[index]
            if senses is None or _is_cut(text, start) or _is_cut(text, end):
                yield from self._mention(projection, start, end, self._patterns[index])
            elif senses:
                yield _mention(projection, start, end, senses)

    def _matches(self, text: str) -> list[tuple[int, int, int]]:
        return self._automaton.find(text) if self._automaton else []

    def _mention(
        self, projection: Projection, start: int, end: int, pattern: str
    ) -> Iterator[Mention]:
        forms = [form for form in self._forms[pattern] if _stands(form, projection, start, end)]
        if forms:
            if senses := _senses(forms):
                yield _mention(projection, start, end, senses)
            return
        # A longer form that fails its boundary may hide a shorter one that starts with it.
        for shorter, stop, index in self._matches(projection.text[start : end - 1])[:1]:
            yield from self._mention(
                projection, start + shorter, start + stop, self._patterns[index]
            )


def _mention(projection: Projection, start: int, end: int, senses: tuple[Sense, ...]) -> Mention:
    positions = projection.positions(start, end)
    return Mention(Span(positions[0], positions[-1] + 1), positions, senses)


def _senses(forms: Iterable[Form]) -> tuple[Sense, ...]:
    return tuple(sense for form in forms for sense in form.senses)


def _reading(forms: Sequence[Form]) -> tuple[Sense, ...] | None:
    if any(form.letters or not form.hyphenated for form in forms):
        return None
    return _senses(forms)


def _stands(form: Form, projection: Projection, start: int, end: int) -> bool:
    """Whether the form stands here as a word of its own, in its own case."""
    if not (
        _is_word_start(form, projection.text, start) and _is_word_end(form, projection.text, end)
    ):
        return False
    if not form.letters:
        return True
    return _letters(projection.written(start, end)) == form.letters


@lru_cache(maxsize=4096)
def _letters(written: str) -> str:
    return letters_of(fold_width(written))


def _is_latin(text: str, index: int) -> bool:
    return text[index : index + 1] in _LATIN


def _is_cut(text: str, at: int) -> bool:
    """Whether a Latin word goes on from one side of ``at`` to the other."""
    return text[at : at + 1] in _LATIN and text[at - 1 : at] in _LATIN


def _is_word_start(form: Form, text: str, start: int) -> bool:
    if form.hyphenated or not _is_latin(text, start):
        return not _is_cut(text, start)
    return not (
        _is_latin(text, start - 1)
        or (text[start - 1 : start] == "-" and _is_latin(text, start - 2))
    )


def _is_word_end(form: Form, text: str, end: int) -> bool:
    if form.hyphenated or not _is_latin(text, end - 1):
        return not _is_cut(text, end)
    return not (_is_latin(text, end) or (text[end : end + 1] == "-" and _is_latin(text, end + 1)))
