"""From the YAML of a glossary file to concepts, refusing what the schema does not know."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from difflib import get_close_matches
from typing import Any, TypeVar

from zhengming.errors import ZhengmingError
from zhengming.glossary.entries import read_concepts, read_sources
from zhengming.glossary.evidence import DOCUMENT_KINDS, Weigh, weigher
from zhengming.glossary.model import (
    KINDS,
    LANGUAGES,
    LONGEST,
    MARKETS,
    PHASES,
    SETTINGS,
    STATUSES,
    TYPES,
    Concept,
    Source,
    Spec,
    Term,
)
from zhengming.glossary.place import Place
from zhengming.glossary.tree import Mapping
from zhengming.messages import Message, one_of, same

_CONCEPT = {
    "id", "kind", "terms", "targets", "look_alikes", "except", "registry", "drugs",
    "phase", "publication", "notes", "specs",
}  # fmt: skip
_TERM = {"text", "lang", "status", "sources", "type", "setting"}
_SOURCE = {"id", "kind", "title", "publisher", "year", "where", "market"}
_UNKNOWN = weigher({})
_T = TypeVar("_T")


def parse_concepts(text: str, path: str, weigh: Weigh = _UNKNOWN) -> list[Concept]:
    """The concepts of one glossary file.

    Args:
        text: of the file.
        path: to name it by.
        weigh: tells what a name amounts to by its documents; by default all are unknown.

    Raises:
        ZhengmingError: with file, line and hint, at the first thing that is not as it should be.
    """
    quick = read_concepts(text, path, weigh)
    return concepts_of(text, path, weigh) if quick is None else quick


def concepts_of(text: str, path: str, weigh: Weigh) -> list[Concept]:
    """The same in whatever form of YAML, field by field, so that what is wrong is told."""
    return [
        _Entry(item, path, _CONCEPT, ("id", "kind", "terms")).concept(weigh)
        for item in _items(text, path)
    ]


def parse_sources(text: str, path: str) -> list[Source]:
    """The documents listed in a ``sources.yaml``."""
    quick = read_sources(text, path)
    return sources_of(text, path) if quick is None else quick


def sources_of(text: str, path: str) -> list[Source]:
    """The same in whatever form of YAML."""
    return [
        _Entry(item, path, _SOURCE, ("id", "kind", "title")).source() for item in _items(text, path)
    ]


def _items(text: str, path: str) -> Sequence[Any]:
    from zhengming.glossary.yaml import read_yaml  # PyYAML, which the built-in files do without

    data: Any = read_yaml(text, path)
    if data in (None, ""):
        return ()
    if not isinstance(data, list):
        raise ZhengmingError(
            Message("a glossary file is a list of entries", "词库文件应为词条列表"),
            path=path,
            line=1,
            hint=Message('start each with "- id:"', "每条以“- id:”开头"),
        )
    return data


class _Entry:
    """One mapping of the file, read field by field."""

    def __init__(self, item: Any, path: str, known: set[str], required: Sequence[str]) -> None:
        self.path = path
        if not isinstance(item, Mapping):
            raise ZhengmingError(
                Message(
                    f"an entry is a mapping, not {item!r}", f"词条应写成键值对，不能是 {item!r}"
                ),
                path=path,
                hint=Message('write it as "key: value"', "写作“key: value”"),
            )
        self.item = item
        if not item.keys() <= known:
            raise self._unknown(known)
        if not all(map(item.get, required)):
            key = next(key for key in required if not item.get(key))
            raise self.error(
                Message(f'"{key}" is missing', f"缺少“{key}”"),
                Message(f"add a line `{key}: …`", f"请加一行 `{key}: …`"),
            )

    def _unknown(self, known: set[str]) -> ZhengmingError:
        key = next(key for key in self.item if key not in known)
        near = get_close_matches(key, known, 1)
        guess = (f'did you mean "{near[0]}"? ', f"是否指“{near[0]}”？") if near else ("", "")
        fields = sorted(known)
        return self.error(
            Message(f'unknown field "{key}"', f"没有“{key}”这一字段"),
            Message(
                f"{guess[0]}fields: {', '.join(fields)}", f"{guess[1]}字段有：{'、'.join(fields)}"
            ),
            key,
        )

    def error(self, message: Message, hint: Message, key: str | None = None) -> ZhengmingError:
        line = self.item.line_of(key or "")
        return ZhengmingError(message, path=self.path, line=line, hint=hint)

    @property
    def place(self) -> Place:
        return (self.path, self.item.line)

    def text(self, key: str, default: str = "") -> str:
        value = self.item.get(key, default)
        if not isinstance(value, str):
            raise self.error(
                Message(f'"{key}" must be text', f"“{key}”须为文本"),
                Message("write it on one line, quoted if need be", "请写在一行内，必要时加引号"),
                key,
            )
        return value

    def choice(self, key: str, choices: Sequence[str], default: str = "") -> str:
        value = self.text(key, default)
        if value not in choices:
            raise self.error(
                Message(f'"{value}" is no {key}', f"{key} 不能为“{value}”"), one_of(choices), key
            )
        return value

    def words(self, key: str) -> tuple[str, ...]:
        if key not in self.item:
            return ()
        value = self.item[key]
        if not isinstance(value, list) or not all(isinstance(word, str) for word in value):
            raise self.error(
                Message(f'"{key}" must be a list', f"“{key}”须为列表"),
                Message(f"write `{key}: [a, b]`", f"写作 `{key}: [a, b]`"),
                key,
            )
        return tuple(value)

    def entries(
        self, key: str, known: set[str], required: Sequence[str], read: Callable[[_Entry], _T]
    ) -> tuple[_T, ...]:
        value = self.item.get(key, [])
        if not isinstance(value, list):
            raise self.error(
                Message(f'"{key}" must be a list', f"“{key}”须为列表"),
                Message("start each line with a dash", "每行以短横开头"),
                key,
            )
        return tuple(read(_Entry(item, self.path, known, required)) for item in value)

    def concept(self, weigh: Weigh) -> Concept:
        publication = self.item.get("publication", {})
        if not isinstance(publication, dict) or not all(
            isinstance(value, str) for value in publication.values()
        ):
            raise self.error(
                Message('"publication" must hold doi and pmid', "“publication”须含 doi 和 pmid"),
                same("{doi: …, pmid: …}"),
                "publication",
            )
        return Concept(
            id=self.text("id"),
            kind=self.choice("kind", KINDS),
            terms=self.entries(
                "terms", _TERM, ("text", "lang", "status"), lambda entry: entry.term(weigh)
            ),
            place=self.place,
            targets=self.words("targets"),
            look_alikes=self.words("look_alikes"),
            exceptions=self.words("except"),
            registry=self.words("registry"),
            drugs=self.words("drugs"),
            phase=self.choice("phase", PHASES) if "phase" in self.item else "",
            publication=publication,
            notes=self.text("notes"),
            specs=self.entries("specs", {"in", "out"}, ("in", "out"), _Entry.spec),
        )

    def term(self, weigh: Weigh) -> Term:
        text = self.text("text")
        if len(text) > LONGEST:
            raise self.error(
                Message(f"a name of more than {LONGEST} characters", f"名称超过 {LONGEST} 字"),
                Message("write one name", "请只写一个名称"),
                "text",
            )
        sources = self.words("sources")
        return Term(
            text=text,
            lang=self.choice("lang", LANGUAGES),
            status=self.choice("status", STATUSES),
            sources=sources,
            type=self.choice("type", TYPES, TYPES[0]),
            setting=self.choice("setting", tuple(SETTINGS)) if "setting" in self.item else "",
            place=self.place,
            evidence=weigh(sources),
        )

    def spec(self) -> Spec:
        return Spec(self.text("in"), self.text("out"), self.place)

    def source(self) -> Source:
        year = self.text("year")
        if year and not year.isdigit():
            raise self.error(
                Message(f'"{year}" is no year', f"“{year}”不是年份"),
                Message("write four digits, or leave the field out", "写四位数字，或不写此字段"),
                "year",
            )
        return Source(
            id=self.text("id"),
            kind=self.choice("kind", tuple(DOCUMENT_KINDS)),
            title=self.text("title"),
            publisher=self.text("publisher"),
            year=int(year) if year else None,
            where=self.text("where"),
            market=self.choice("market", MARKETS) if "market" in self.item else "",
            place=self.place,
        )
