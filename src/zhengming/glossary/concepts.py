"""From the YAML of a glossary file to concepts, refusing what the schema does not know."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from difflib import get_close_matches
from typing import Any, TypeVar

from zhengming.errors import ZhengmingError
from zhengming.glossary.evidence import DOCUMENT_KINDS
from zhengming.glossary.model import (
    KINDS,
    LANGUAGES,
    LONGEST,
    MARKETS,
    PHASES,
    STATUSES,
    Concept,
    Place,
    Source,
    Spec,
    Term,
)
from zhengming.glossary.yaml import Mapping, read_yaml

_CONCEPT = {
    "id", "kind", "terms", "targets", "look_alikes", "except", "registry", "drugs",
    "phase", "publication", "notes", "specs",
}  # fmt: skip
_TERM = {"text", "lang", "status", "sources", "type"}
_SOURCE = {"id", "kind", "title", "publisher", "year", "where", "market"}
_TYPES = ("fullForm", "abbreviation")
_T = TypeVar("_T")


def parse_concepts(text: str, path: str) -> list[Concept]:
    """The concepts of one glossary file.

    Raises:
        ZhengmingError: with file, line and hint, at the first thing that is not as it should be.
    """
    return [
        _Entry(item, path, _CONCEPT, ("id", "kind", "terms")).concept()
        for item in _items(text, path)
    ]


def parse_sources(text: str, path: str) -> list[Source]:
    """The documents listed in a ``sources.yaml``."""
    return [
        _Entry(item, path, _SOURCE, ("id", "kind", "title")).source() for item in _items(text, path)
    ]


def _items(text: str, path: str) -> Sequence[Any]:
    data = read_yaml(text, path)
    if data in (None, ""):
        return ()
    if not isinstance(data, list):
        raise ZhengmingError(
            "a glossary file is a list of entries",
            path=path,
            line=1,
            hint='start each with "- id:"',
        )
    return data


class _Entry:
    """One mapping of the file, read field by field."""

    def __init__(self, item: Any, path: str, known: set[str], required: Sequence[str]) -> None:
        self.path = path
        if not isinstance(item, Mapping):
            raise ZhengmingError(
                f"an entry is a mapping, not {item!r}", path=path, hint='write it as "key: value"'
            )
        self.item = item
        for key in item:
            if key not in known:
                near = get_close_matches(key, known, 1)
                choices = f'did you mean "{near[0]}"?' if near else ""
                raise self.error(
                    f'unknown field "{key}"', f"{choices} fields: {', '.join(sorted(known))}", key
                )
        for key in required:
            if not item.get(key):
                raise self.error(f'"{key}" is missing', f"add a line `{key}: …`")

    def error(self, message: str, hint: str, key: str | None = None) -> ZhengmingError:
        line = self.item.lines.get(key or "", self.item.line)
        return ZhengmingError(message, path=self.path, line=line, hint=hint.strip())

    @property
    def place(self) -> Place:
        return Place(self.path, self.item.line)

    def text(self, key: str, default: str = "") -> str:
        value = self.item.get(key, default)
        if not isinstance(value, str):
            raise self.error(
                f'"{key}" must be text', "write it on one line, quoted if need be", key
            )
        return value

    def choice(self, key: str, choices: Sequence[str], default: str = "") -> str:
        value = self.text(key, default)
        if value not in choices:
            raise self.error(f'"{value}" is no {key}', f"one of: {', '.join(choices)}", key)
        return value

    def words(self, key: str) -> tuple[str, ...]:
        value = self.item.get(key, [])
        if not isinstance(value, list) or not all(isinstance(word, str) for word in value):
            raise self.error(f'"{key}" must be a list', f"write `{key}: [a, b]`", key)
        return tuple(value)

    def entries(
        self, key: str, known: set[str], required: Sequence[str], read: Callable[[_Entry], _T]
    ) -> tuple[_T, ...]:
        value = self.item.get(key, [])
        if not isinstance(value, list):
            raise self.error(f'"{key}" must be a list', "start each line with a dash", key)
        return tuple(read(_Entry(item, self.path, known, required)) for item in value)

    def concept(self) -> Concept:
        publication = self.item.get("publication", {})
        if not isinstance(publication, dict) or not all(
            isinstance(value, str) for value in publication.values()
        ):
            raise self.error(
                '"publication" must hold doi and pmid', "{doi: …, pmid: …}", "publication"
            )
        return Concept(
            id=self.text("id"),
            kind=self.choice("kind", KINDS),
            terms=self.entries("terms", _TERM, ("text", "lang", "status"), _Entry.term),
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

    def term(self) -> Term:
        text = self.text("text")
        if len(text) > LONGEST:
            raise self.error(f"a name of more than {LONGEST} characters", "write one name", "text")
        return Term(
            text=text,
            lang=self.choice("lang", LANGUAGES),
            status=self.choice("status", STATUSES),
            sources=self.words("sources"),
            type=self.choice("type", _TYPES, _TYPES[0]),
            place=self.place,
        )

    def spec(self) -> Spec:
        return Spec(self.text("in"), self.text("out"), self.place)

    def source(self) -> Source:
        year = self.text("year")
        if year and not year.isdigit():
            raise self.error(
                f'"{year}" is no year', "write four digits, or leave the field out", "year"
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
