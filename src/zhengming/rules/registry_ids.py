"""Shapes of trial registry ids, and the ids in a text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from zhengming.text.words import word


@dataclass(frozen=True, slots=True)
class Registry:
    """A registry of trials.

    Attributes:
        loose: what an author means for an id of it, right or wrong.
        strict: what an id is.
        shape: the same in words, English and Chinese.
    """

    name: str
    mark: str
    loose: re.Pattern[str]
    strict: re.Pattern[str]
    shape: tuple[str, str]


def _registry(name: str, mark: str, loose: str, strict: str, en: str, zh: str) -> Registry:
    """A registry; ``loose`` is what follows the mark."""
    return Registry(name, mark, word(mark, loose), re.compile(strict, re.ASCII), (en, zh))


_SPACE = r"[ \u00a0:#：-]{0,2}"
REGISTRIES = (
    _registry(
        "ClinicalTrials.gov", "NCT", rf"{_SPACE}\d[\dOolI]{{3,}}", r"NCT\d{8}",
        "NCT and 8 digits", "NCT加8位数字",
    ),
    _registry(
        "ChiCTR", "ChiCTR", rf"{_SPACE}(?:[A-Z]{{2,5}}-?)?\d{{4,}}",
        r"ChiCTR(?:\d{10}|-[A-Z]{2,5}-?\d{8})",
        "ChiCTR and 10 digits, or before 2018 ChiCTR-TRC- and 8",
        "ChiCTR加10位数字，2018年前为ChiCTR-TRC-加8位",
    ),
    _registry(
        "EudraCT", "EudraCT",
        rf"(?: ?(?:number|no\.?|编号|号))?{_SPACE}\d[\d-]*",
        r".*?\d{4}-\d{6}-\d{2}",
        "year, 6 digits and 2, as 2004-000446-20", "年份-6位-2位，如2004-000446-20",
    ),
    _registry(
        "ISRCTN", "ISRCTN", rf"{_SPACE}\d+", r"ISRCTN\d{8}",
        "ISRCTN and 8 digits", "ISRCTN加8位数字",
    ),
    _registry(
        "jRCT", "jRCT", rf"{_SPACE}[sc]?\d+", r"jRCT(?:\d{10}|[sc]\d{9})",
        "jRCT and 10 digits, or s and 9", "jRCT加10位数字，或s加9位",
    ),
    _registry(
        "UMIN-CTR", "UMIN", rf"{_SPACE}\d+", r"UMIN\d{9}",
        "UMIN and 9 digits", "UMIN加9位数字",
    ),
    _registry(
        "DRKS", "DRKS", rf"{_SPACE}\d+", r"DRKS\d{8}", "DRKS and 8 digits", "DRKS加8位数字",
    ),
    _registry(
        "ANZCTR", "ACTRN", rf"{_SPACE}\d+", r"ACTRN\d{14}",
        "ACTRN and 14 digits", "ACTRN加14位数字",
    ),
    _registry(
        "CTRI", "CTRI", rf"{_SPACE}/?\d[\d/]*", r"CTRI/\d{4}/\d{2,3}/\d{6}",
        "CTRI/year/month/6 digits", "CTRI/年/月/6位数字",
    ),
    _registry(
        "CRiS", "KCT", rf"{_SPACE}\d+", r"KCT\d{7}", "KCT and 7 digits", "KCT加7位数字",
    ),
    _registry(
        "药物临床试验登记与信息公示平台", "CTR", r"\d{6,}", r"CTR\d{8}",
        "CTR and 8 digits", "CTR加8位数字",
    ),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class RegistryId:
    """An id in a text, or what is meant for one; ``written`` without space and colon."""

    registry: Registry
    start: int
    end: int
    written: str

    @property
    def is_well_formed(self) -> bool:
        """Whether it has the registry's shape."""
        return self.registry.strict.fullmatch(self.written) is not None


_SEPARATORS = re.compile(r"(?<=[A-Za-z])[ \u00a0:#：-]{1,2}(?=\d)")


def registries_in(text: str) -> tuple[Registry, ...]:
    """The registries that a text may hold ids of."""
    return tuple(registry for registry in REGISTRIES if registry.mark in text)


def registry_ids(text: str, registries: Iterable[Registry]) -> Iterator[RegistryId]:
    """The ids in a text, registry by registry; time is linear."""
    for registry in registries:
        if registry.mark in text:
            for match in registry.loose.finditer(text):
                written = _SEPARATORS.sub("", match.group())
                yield RegistryId(registry, match.start(), match.end(), written)
