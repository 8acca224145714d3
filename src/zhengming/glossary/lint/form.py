"""The form of entries: ids, lists, numbers of registries and publications."""

from __future__ import annotations

import re
from collections.abc import Iterator

from zhengming.errors import ZhengmingError
from zhengming.glossary.matcher import Matcher
from zhengming.glossary.model import Concept, Glossary
from zhengming.glossary.place import error_at
from zhengming.messages import Message

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_REGISTRY = re.compile(
    r"NCT\d{8}|ChiCTR[A-Z-]*\d{8,10}|CTR\d{8}|JapicCTI-\d{6}|jRCT[A-Za-z]*\d+|UMIN\d{9}|C\d{9}"
    r"|EudraCT \d{4}-\d{6}-\d{2}|ISRCTN\d{8}"
)
DOI = re.compile(r"10\.\d{4,9}/\S+")
_PUBLICATION = {"doi": DOI, "pmid": re.compile(r"[1-9]\d{0,7}")}
_OF_OTHERS = {"drug": ("registry", "drugs", "phase", "publication"), "trial": ("targets",)}
_LISTS = ("targets", "look_alikes", "exceptions", "registry", "drugs")


def check_form(glossary: Glossary, _: Matcher) -> Iterator[ZhengmingError]:
    """Each entry by itself."""
    for concept in glossary.concepts.values():
        if not _ID.fullmatch(concept.id) and not concept.id.startswith("own-"):
            yield error_at(
                Message(f'"{concept.id}" is no id', f"“{concept.id}”不能作 id"),
                concept.place,
                Message(
                    "small letters and digits, joined by hyphens", "小写字母和数字，以连字符连接"
                ),
            )
        if not concept.terms:
            yield error_at(
                Message(f'"{concept.id}" has no names', f"“{concept.id}”没有名称"),
                concept.place,
                Message("give it one", "请添加一个"),
            )
        yield from _lists(concept)
        yield from _numbers(concept)
        yield from _fields_of_kind(concept)
        yield from _settings(concept)


def _lists(concept: Concept) -> Iterator[ZhengmingError]:
    for field in _LISTS:
        values = getattr(concept, field)
        for value in {value for value in values if values.count(value) > 1}:
            yield error_at(
                Message(f'{field} names "{value}" twice', f"{field} 中“{value}”出现两次"),
                concept.place,
                Message("keep one", "请保留一个"),
            )
    seen: set[tuple[str, str]] = set()
    for term in concept.terms:
        if (term.text, term.lang) in seen:
            yield error_at(
                Message(
                    f'"{term.text}" is given twice ({term.lang})',
                    f"“{term.text}”出现两次（{term.lang}）",
                ),
                term.place,
                Message("keep one", "请保留一个"),
            )
        seen.add((term.text, term.lang))
        if len(set(term.sources)) < len(term.sources):
            yield error_at(
                Message(f'"{term.text}" names a source twice', f"“{term.text}”重复引用同一文献"),
                term.place,
                Message("keep one", "请保留一个"),
            )


def _settings(concept: Concept) -> Iterator[ZhengmingError]:
    for term in concept.terms:
        if term.setting and (
            concept.kind != "drug" or term.status not in ("admitted", "ambiguous")
        ):
            yield error_at(
                Message(
                    f'"{term.text}" has a setting, and is no short name of a drug',
                    f"“{term.text}”有 setting，但不是药物的简称",
                ),
                term.place,
                Message(
                    "only an admitted or an ambiguous name of a drug has one",
                    "只有药物的 admitted 或 ambiguous 名称可有此字段",
                ),
            )


def _numbers(concept: Concept) -> Iterator[ZhengmingError]:
    for number in concept.registry:
        if not _REGISTRY.fullmatch(number):
            yield error_at(
                Message(f'"{number}" is no registry id', f"“{number}”不是注册号"),
                concept.place,
                Message("NCT and eight digits, or the like", "如 NCT 加八位数字"),
            )
    for key, value in concept.publication.items():
        if key not in _PUBLICATION:
            yield error_at(
                Message(
                    f'unknown field "{key}" in publication', f"publication 中没有“{key}”这一字段"
                ),
                concept.place,
                Message("doi or pmid", "doi 或 pmid"),
            )
        elif not _PUBLICATION[key].fullmatch(value):
            yield error_at(
                Message(f'"{value}" is no {key.upper()}', f"“{value}”不是 {key.upper()}"),
                concept.place,
                Message("copy it from the paper", "请从论文中复制"),
            )


def _fields_of_kind(concept: Concept) -> Iterator[ZhengmingError]:
    for field in _OF_OTHERS.get(concept.kind, ("phase",)):
        if getattr(concept, field):
            yield error_at(
                Message(
                    f"{'an' if concept.kind[0] in 'ao' else 'a'} {concept.kind} has no {field}",
                    f"类别为 {concept.kind} 的词条没有 {field}",
                ),
                concept.place,
                Message("take it out", "请删去"),
            )
