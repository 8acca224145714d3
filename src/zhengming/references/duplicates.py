"""Pairs of references that are one work, each with a score and the reasons for it.

Candidates come from shared keys (an identifier, a title, a place in a journal, a first author with
part of a title), so the time grows with the references and not with their square.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import combinations
from typing import Any

from zhengming.messages import Message
from zhengming.references.model import Reference
from zhengming.references.names import is_han
from zhengming.references.pinyin import surname_pinyin
from zhengming.references.plain import family_of, words, year_of

CERTAIN = 1.0
THRESHOLD = 0.75
_SIMILAR = 0.9
_PREPRINT_DOI = re.compile(r"10\.(?:1101|21203|48550|20944|31219|2139)/", re.IGNORECASE)
_IDENTIFIERS = ("DOI", "PMID", "PMCID")
_TELLING = 8  # characters from which on the beginning of a title is no chance
_CHINESE = {
    "same title": "题名相同",
    "similar titles": "题名相近",
    "different titles": "题名不同",
    "one title is the other's translation": "题名互为译文",
    "same first author": "第一作者相同",
    "same journal, volume and page": "期刊、卷、页码相同",
    "preprint and published article": "预印本与正式发表的论文",
    "same year": "年份相同",
    "years near": "年份相近",
}
_LONGEST = 1000  # characters of a title that are compared: the time grows with their square
_CROWD = 50  # more references than this share a key only by chance ("Editorial")


@dataclass(frozen=True, slots=True)
class Duplicate:
    """Two references that are, or may be, one work.

    Attributes:
        score: 1.0 is certain; below ``THRESHOLD`` they are not reported.
        reasons: what they share and where they differ, for a human.
    """

    first: Reference
    second: Reference
    score: float
    reasons: tuple[Message, ...]


def find_duplicates(
    references: Iterable[Reference], threshold: float = THRESHOLD
) -> list[Duplicate]:
    """All pairs that score at least ``threshold``, the most certain first."""
    works = [_Work(reference) for reference in references]
    buckets: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for number, work in enumerate(works):
        for key in set(work.keys()):
            buckets[key].append(number)
    pairs = {
        pair
        for key, members in buckets.items()
        if len(members) <= _CROWD or key[0] in _IDENTIFIERS
        for pair in combinations(members, 2)
    }
    found = []
    for left, right in sorted(pairs):
        score, reasons = _compare(works[left], works[right])
        if score >= threshold:
            both = works[left].reference, works[right].reference
            found.append(Duplicate(*both, score, tuple(map(_message, reasons))))
    return sorted(found, key=lambda pair: -pair.score)


def _message(reason: str) -> Message:
    word, _, name = reason.partition(" ")
    if name in _IDENTIFIERS:
        return Message(reason, f"{name} {'相同' if word == 'same' else '不同'}")
    return Message(reason, _CHINESE[reason])


def title_likeness(one: Mapping[str, Any], other: Mapping[str, Any]) -> float | None:
    """How alike the titles of two items are, from 0 to 1; None where they cannot be compared.

    A title that goes on where the other ends has a subtitle more, and is the same.
    """
    works = _Work(Reference("", one)), _Work(Reference("", other))
    if not all(work.titles for work in works) or _scripts_differ(*works):
        return None
    for left in works[0].titles:
        for right in works[1].titles:
            short, long = sorted((left, right), key=len)
            if len(short) >= _TELLING and long.startswith(short):
                return 1.0
    return _title_likeness(*works)


class _Work:
    """What of a reference is compared, in comparable form."""

    def __init__(self, reference: Reference) -> None:
        item = reference.item
        self.reference = reference
        self.ids = {name: _identifier(item[name]) for name in _IDENTIFIERS if item.get(name)}
        self.titles = [
            words(title[:_LONGEST]) for title in _titles(item) if words(title[:_LONGEST])
        ]
        self.year = year_of(item)
        self.author = _first_author(item)
        page = str(item.get("page", "")).partition("-")[0]
        self.place = (words(item.get("container-title", "")), str(item.get("volume", "")), page)
        self.is_preprint = _is_preprint(item)

    def keys(self) -> Iterator[tuple[str, ...]]:
        yield from self.ids.items()
        for title in self.titles:
            yield "title", title.replace(" ", "")
            parts = title.split() if " " in title else [title[:4], title[-4:]]
            yield "start", self.author, str(self.year), *parts[:2]
            yield "end", self.author, str(self.year), *parts[-2:]
        if all(self.place):
            yield "place", *self.place


def _compare(one: _Work, other: _Work) -> tuple[float, list[str]]:
    shared = [name for name in _IDENTIFIERS if name in one.ids and name in other.ids]
    same = [name for name in shared if one.ids[name] == other.ids[name]]
    differ = [name for name in shared if name not in same]
    likeness = _title_likeness(one, other)
    title = _title_reason(one, other, likeness)
    if same and (
        not one.titles or not other.titles or likeness > 0.5 or _scripts_differ(one, other)
    ):
        reasons = [f"same {name}" for name in same] + [f"different {name}" for name in differ]
        return CERTAIN - 0.1 * len(differ), reasons + title
    if same:
        return 0.8, [f"same {name}" for name in same] + ["different titles"]
    score, reasons = _by_content(one, other, likeness)
    if score and differ:
        preprints = one.is_preprint != other.is_preprint
        reasons += [] if preprints else [f"different {name}" for name in differ]
        score -= 0.0 if preprints else 0.3
    return score, title + reasons


def _by_content(one: _Work, other: _Work, likeness: float) -> tuple[float, list[str]]:
    same_place = all(one.place) and one.place == other.place
    same_author = bool(one.author) and one.author == other.author
    gap = abs(one.year - other.year) if one.year and other.year else 0
    reasons = ["same journal, volume and page"] if same_place else []
    reasons += ["same first author"] if same_author else []
    if likeness < _SIMILAR:
        # Two short notes may stand on one page; a translated title is another matter.
        return (0.8 if same_place and same_author and _scripts_differ(one, other) else 0.0), reasons
    if one.is_preprint != other.is_preprint and gap <= 3 and same_author:
        return 0.85, [*reasons, "preprint and published article"]
    if gap > 1 or not (same_author or same_place):
        return 0.5, reasons
    return (0.95 if likeness == 1.0 else 0.85), [*reasons, "same year" if not gap else "years near"]


def _title_likeness(one: _Work, other: _Work) -> float:
    best = 0.0
    for left in one.titles:
        for right in other.titles:
            if left.replace(" ", "") == right.replace(" ", ""):
                return 1.0
            matcher = SequenceMatcher(None, left, right, autojunk=False)
            if matcher.real_quick_ratio() > best and matcher.quick_ratio() > best:
                best = max(best, min(matcher.ratio(), 0.99))
    return best


def _title_reason(one: _Work, other: _Work, likeness: float) -> list[str]:
    if likeness == 1.0:
        first = one.titles[0].replace(" ", "") == other.titles[0].replace(" ", "")
        return ["same title" if first else "one title is the other's translation"]
    return ["similar titles"] if likeness >= _SIMILAR else []


def _scripts_differ(one: _Work, other: _Work) -> bool:
    return bool(one.titles and other.titles) and (
        one.titles[0].isascii() != other.titles[0].isascii()
    )


def _titles(item: Mapping[str, Any]) -> Iterator[str]:
    yield item.get("title", "")
    yield item.get("original-title", "")
    for name, value in item.get("custom", {}).items():
        if name.startswith(("title_translation", "titletranslation", "translatedtitle")):
            yield str(value)


def _first_author(item: Mapping[str, Any]) -> str:
    names = item.get("author") or [{}]
    family = family_of(names[0])
    return surname_pinyin(family) if is_han(family) else words(family)


def _identifier(value: object) -> str:
    text = str(value).strip().lower().removeprefix("https://doi.org/").removeprefix("pmc")
    return text.rstrip(".")


def _is_preprint(item: Mapping[str, Any]) -> bool:
    container = words(item.get("container-title", "") + " " + item.get("publisher", ""))
    known = any(name in container for name in ("arxiv", "biorxiv", "medrxiv", "research square"))
    by_doi = bool(_PREPRINT_DOI.match(str(item.get("DOI", ""))))
    return item.get("type") == "article" or known or by_doi
