"""TERM007: one drug called by two names that are both right."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from zhengming.glossary.model import Term
from zhengming.rules.base import Draft, Finding, Located, Message, Rule
from zhengming.text.script import has_han

_GENERIC = ("preferred", "admitted")
_ALIAS = re.compile(
    r"(?:[（(]|又称|亦称|也称|原称|曾用名|别名|formerly|also known as|or|即)[\s:：]*\Z"
)


Drug = tuple[str, bool]  # id of the concept, and whether its Chinese names are meant


def generic_names(draft: Draft) -> Mapping[Drug, Mapping[str, Sequence[Located]]]:
    """The places of each generic name that a document calls a drug by."""
    by_drug: dict[Drug, dict[str, list[Located]]] = defaultdict(lambda: defaultdict(list))
    for located in draft.mentions:
        sense = located.mention.sense
        if (
            sense.concept.kind == "drug"
            and len(located.mention.senses) == 1
            and sense.term.status in _GENERIC
            and sense.term.type == "fullForm"
            and not _is_alias(located)
        ):
            by_drug[sense.concept.id, has_han(sense.term.text)][sense.term.text].append(located)
    return by_drug


def _two_names(draft: Draft) -> Iterator[Finding]:
    for names in draft.once(generic_names).values():
        if len(names) > 1:
            yield from _findings(list(names.values()))


def _is_alias(located: Located) -> bool:
    """Whether the name is only told as another name: （又称…）."""
    start = located.mention.start
    return _ALIAS.search(located.block.text, max(start - 15, 0), start) is not None


def _findings(names: Sequence[Sequence[Located]]) -> Iterator[Finding]:
    """One finding at the first place of each name but the most used."""
    most = max(names, key=lambda places: (len(places), _is_preferred(places[0])))
    usual = _term(most[0]).text
    for places in names:
        written = _term(places[0]).text
        if places is most or is_salt(written, usual):
            continue
        yield Finding(
            "TERM007",
            "warning",
            places[0].span,
            Message(
                f'"{written}" ({len(places)}×) and "{usual}" ({len(most)}×) are one drug; '
                "call it by one name",
                f"“{written}”（{len(places)}处）与“{usual}”（{len(most)}处）为同一药物，请统一名称",
            ),
            concept=places[0].mention.sense.concept.id,
        )


def is_salt(name: str, other: str) -> bool:
    """Whether one name is the other and a salt: the same substance, named more closely."""
    return name in other or other in name


def _term(located: Located) -> Term:
    return located.mention.sense.term


def _is_preferred(located: Located) -> bool:
    return _term(located).status == "preferred"


TERM007 = Rule(
    "TERM007",
    Message("one drug, two names", "一药两名"),
    Message(
        "A document calls one drug by two generic names that are each admitted, or one file of a run "
        "by one name and the others by another. Readers take them for two drugs. A name given once "
        "as another name, in brackets or behind 又称, is no second name, nor is a salt form. Source: "
        "GB/T 10112, one term for one concept within a text.",
        "同一文档以两个均可接受的通用名称呼同一药物，或同次检查的各文件名称不一，读者会误以为两药。括号内或“又称”"
        "之后的别名、成盐形式不在此列。来源：GB/T 10112，同一文本中一个概念用一个术语。",
    ),
    _two_names,
    failing=(
        "Anlotinib was given. Catequentinib was well tolerated.",
        "Surufatinib is active; patients stayed on sulfatinib.",
    ),
    passing=(
        "Anlotinib (also known as catequentinib) was given. Anlotinib was well tolerated.",
        "盐酸阿来替尼有效，阿来替尼可及。",
    ),
)
