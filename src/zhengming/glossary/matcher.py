"""All names of a glossary found in one pass over a text, longest first from the left.

Preferred names are looked for too: that is what keeps a rule about 曲妥珠单抗 out of 德曲妥珠单抗.
"""

from __future__ import annotations

import re
import string
from collections.abc import Iterable, Iterator, Mapping, Sequence
from copy import copy
from functools import lru_cache
from typing import NamedTuple

import daachorse

from zhengming.glossary.forms import (
    Form,
    Reading,
    Sense,
    form_of,
    letters_of,
    patterns_of,
    readings_of,
)
from zhengming.glossary.mention import Mention
from zhengming.glossary.model import Concept
from zhengming.glossary.setting import is_dose, settle
from zhengming.text.projection import Projection, fold_width, project, spell_out

_LATIN = frozenset(string.ascii_lowercase + string.digits)  # projected text has no capitals
_NUMBERED = re.compile(r"(?P<word>[a-z]+)(?P<number>\d)")
_PHASE = re.compile("[Ⅰ-Ⅳ][Ⅰ-Ⅳ/ab～~-]{0,3}期")
_STUDY = ("研究", "试验", " study", " trial")


class Matcher:
    """An automaton over every form of the given concepts.

    Args:
        concepts: whose names are looked for.
        silenced: names that are known and mean nothing here.

    Attributes:
        readings: what each pattern may mean.
    """

    def __init__(self, concepts: Iterable[Concept], silenced: Iterable[str] = ()) -> None:
        spelled: list[tuple[str, tuple[Reading, ...]]] = [
            pair for concept in concepts for pair in readings_of(concept)
        ]
        spelled += ((name, (None,)) for name in silenced)
        readings: dict[str, tuple[Reading, ...]] = {}
        for pattern, (_, new) in zip(
            patterns_of(text for text, _ in spelled), spelled, strict=True
        ):
            known = readings.get(pattern)
            readings[pattern] = known + new if known else new
        for pattern in _parted_numbers(readings):
            readings[pattern] = (*readings.get(pattern, ()), None)
        self.readings: Mapping[str, tuple[Reading, ...]] = readings
        self._patterns = list(readings)
        self._forget()
        self._automaton = (
            daachorse.CharwiseDoubleArrayAhoCorasick(
                self._patterns, daachorse.MATCH_KIND_LEFTMOST_LONGEST
            )
            if self._patterns
            else None
        )

    def _forget(self) -> None:
        """Worked out for the patterns that are met, and empty at first."""
        # What they mean wherever they stand as words; None if their case or a hyphen matters.
        self._meanings: dict[int, tuple[Sense, ...] | None] = {}
        self._spelled: dict[int, _Spelled] = {}
        self._inner: dict[int, list[tuple[int, int, int]]] = {}

    def over(self, readings: Mapping[str, tuple[Reading, ...]]) -> Matcher:
        """The same with its readings looked up there, pattern by pattern."""
        other = copy(self)
        other.readings = readings
        other._forget()
        return other

    def forms(self, pattern: str) -> tuple[Form, ...]:
        """The forms that share a pattern."""
        return tuple(map(form_of, self.readings.get(pattern, ())))

    def shared(self) -> Iterator[tuple[str, list[Sense]]]:
        """Each pattern that several names share, and what they mean."""
        for pattern, readings in self.readings.items():
            if len(readings) > 1 and len(senses := list(filter(None, readings))) > 1:
                yield pattern, senses

    def find(self, text: str) -> list[Mention]:
        """The names in ``text``, in order and disjoint; time is linear in its length."""
        return self.find_all([project(text)])[0]

    def find_all(self, projections: Iterable[Projection]) -> list[list[Mention]]:
        """The same in each text of a document, projected already."""
        return settle(
            [
                (
                    projection.source,
                    list(self._standing(projection, self._matches(projection.text))),
                )
                for projection in projections
            ]
        )

    def _standing(
        self, projection: Projection, matches: Iterable[tuple[int, int, int]]
    ) -> Iterator[Mention]:
        """Those that stand there as words, or else the names that they begin with."""
        text = projection.text
        for start, end, index in matches:
            if (text[start : start + 1] in _LATIN and text[start - 1 : start] in _LATIN) or (
                text[end - 1 : end] in _LATIN and _goes_on(projection, end)
            ):  # no word of its own
                mention = self._hidden(projection, start, index)
            else:
                mention = self._mention(projection, start, end, index)
            if mention:
                yield mention

    def _matches(self, text: str) -> list[tuple[int, int, int]]:
        return self._automaton.find(text) if self._automaton else []

    def _mention(self, projection: Projection, start: int, end: int, index: int) -> Mention | None:
        """A name where it stands as a word, or one that it begins with."""
        first, last, positions = projection.stretch(start, end)
        written = projection.written_at(first, last, positions)
        try:
            senses = self._meanings[index]
        except KeyError:
            senses = self._meanings[index] = _meaning(self.forms(self._patterns[index]))
        if senses is None:
            spelled = self._spelled.get(index) or self._spell(index)
            joined = spelled.minds_hyphens and _is_joined(projection.text, start, end)
            senses = None if joined else spelled.senses.get(written)
            if senses is None:
                senses = _senses(self.forms(self._patterns[index]), written, joined)
                if senses is None:
                    return self._hidden(projection, start, index)
        return Mention(first, last, senses, written, positions) if senses else None

    def _spell(self, index: int) -> _Spelled:
        pattern = self._patterns[index]
        forms = self.forms(pattern)
        spellings = {
            _cased(pattern, letters) for form in forms for letters in form.letters or ("",)
        }
        self._spelled[index] = _Spelled(
            {spelling: _senses(forms, spelling, joined=False) for spelling in spellings},
            any(not form.hyphenated for form in forms),
        )
        return self._spelled[index]

    def _hidden(self, projection: Projection, start: int, index: int) -> Mention | None:
        """The name that begins a longer one which does not stand here as a word, in its case."""
        inner = self._inner.get(index)
        if inner is None:
            inner = self._inner[index] = self._matches(self._patterns[index][:-1])[:1]
        found = [(start + first, start + last, name) for first, last, name in inner]
        return next(self._standing(projection, found), None) if found else None


def _parted_numbers(readings: Mapping[str, Sequence[Reading]]) -> list[str]:
    """What hides FLAURA in "FLAURA 2 研究", which is another trial: FLAURA2."""

    def is_trial(pattern: str) -> bool:
        return any(one and one.concept.kind == "trial" for one in readings.get(pattern, ()))

    longer = (pattern for pattern in readings if pattern[:-1] in readings)
    numbered = [match for match in map(_NUMBERED.fullmatch, longer) if match]
    words = (match for match in numbered if is_trial(match["word"]) and is_trial(match.string))
    parted = (f"{match['word']} {match['number']}" for match in words)
    return [f"{name}{noun}" for name in parted if name not in readings for noun in _STUDY]


def _goes_on(projection: Projection, end: int) -> bool:
    """Whether a Latin word goes on behind ``end``, or ends with what is the phase of a trial.

    PERTAINⅡ期 is PERTAIN in its second phase, and so is PRIMEⅡ期, though there is PRIME II; DDP80mg is
    DDP and how much of it.
    """
    behind = projection.text[end : end + 1]
    if behind in _LATIN:
        return not (_is_phase(projection, end) or _is_amount(projection, end))
    return behind == "期" and _is_phase(projection, end - 1)


def _is_phase(projection: Projection, offset: int) -> bool:
    return _PHASE.match(projection.source, projection.origin(offset)) is not None


def _is_amount(projection: Projection, offset: int) -> bool:
    letter, digit = projection.text[offset - 1], projection.text[offset]
    return (
        digit.isdigit()
        and letter.isalpha()
        and is_dose(projection.source, projection.origin(offset))
    )


class _Spelled(NamedTuple):
    """What forms of one pattern mean in the letters that the glossary gives them.

    Attributes:
        minds_hyphens: whether a hyphen beside it makes another thing of it.
    """

    senses: Mapping[str, tuple[Sense, ...] | None]
    minds_hyphens: bool


def _cased(pattern: str, letters: str) -> str:
    """The pattern with its Latin letters as given."""
    given = iter(letters)
    return "".join(next(given, at) if at in string.ascii_lowercase else at for at in pattern)


def _meaning(forms: tuple[Form, ...]) -> tuple[Sense, ...] | None:
    if any(form.letters or not form.hyphenated for form in forms):
        return None
    return tuple(sense for form in forms for sense in form.senses)


@lru_cache(maxsize=2**16)
def _senses(forms: tuple[Form, ...], written: str, joined: bool) -> tuple[Sense, ...] | None:
    """What forms mean that are written so; none for exceptions, None if no form is written so."""
    letters = letters_of(spell_out(fold_width(written)))
    fit = [
        f for f in forms if (not f.letters or letters in f.letters) and (f.hyphenated or not joined)
    ]
    return tuple(sense for form in fit for sense in form.senses) if fit else None


def _is_joined(text: str, start: int, end: int) -> bool:
    """Whether a hyphen joins the word from ``start`` to ``end`` to a Latin one."""
    before, after = text[max(start - 2, 0) : start + 1], text[end - 1 : end + 2]
    return any(
        len(joint) == 3 and joint[0] in _LATIN and joint[1] == "-" and joint[2] in _LATIN
        for joint in (before, after)
        if "-" in joint
    )
