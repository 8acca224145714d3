"""The documents that names rest on: there, well formed, used."""

from __future__ import annotations

import re
from collections.abc import Iterator

from zhengming.errors import ZhengmingError
from zhengming.glossary.lint.form import DOI
from zhengming.glossary.matcher import Matcher
from zhengming.glossary.model import Glossary, Source
from zhengming.glossary.place import error_at
from zhengming.glossary.table import HOUSE
from zhengming.messages import Message, same

_DOI_LINK = re.compile(r"doi\.org/([^\s;]+)")
_YEARS = range(1900, 2101)


def check_sources(glossary: Glossary, _: Matcher) -> Iterator[ZhengmingError]:
    """Preferred names have documents; documents can be found, and some name rests on each."""
    used: set[str] = set()
    for concept in glossary.concepts.values():
        for term in concept.terms:
            used.update(term.sources)
            if term.status == "preferred" and not term.sources:
                yield error_at(
                    Message(
                        f'"{term.text}" is preferred, and no document shows it',
                        f"“{term.text}”是首选名，却没有文献依据",
                    ),
                    term.place,
                    Message(
                        "name a document in `sources` (`house` for the project's own word), or lower the status",
                        "请在 `sources` 中注明文献（本项目自定的写 `house`），或降低其状态",
                    ),
                )
    for source in glossary.sources.values():
        if source.id == HOUSE.id:
            continue
        if source.id not in used:
            yield _fault(
                source,
                Message("no name rests on it", "没有名称以它为依据"),
                Message("take it out, or name it in `sources`", "请删去，或在 `sources` 中引用"),
            )
        yield from _form(source)


def _form(source: Source) -> Iterator[ZhengmingError]:
    if not source.where:
        yield _fault(
            source,
            Message("nobody can find it", "无从查找"),
            Message("say in `where` how to open the document", "请在 `where` 中写明如何打开该文献"),
        )
    for link in _DOI_LINK.findall(source.where):
        if not DOI.fullmatch(link):
            yield _fault(
                source,
                Message(f'"{link}" is no DOI', f"“{link}”不是 DOI"),
                Message("copy it from the document", "请从文献中复制"),
            )
        elif source.id.startswith("doi-") and source.id != f"doi-{_slug(link)}":
            yield _fault(
                source,
                Message(f"its id is not that of {link}", f"编号与 {link} 不符"),
                same(f"doi-{_slug(link)}"),
            )
    if source.year is not None and source.year not in _YEARS:
        yield _fault(
            source,
            Message(f"{source.year} is no year", f"{source.year} 不是年份"),
            Message("write four digits", "写四位数字"),
        )


def _slug(doi: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", doi.lower()).strip("-")


def _fault(source: Source, message: Message, hint: Message) -> ZhengmingError:
    told = Message(f'source "{source.id}": {message.en}', f"文献“{source.id}”：{message.zh}")
    return error_at(told, source.place, hint)
