"""What a concept holds beside its names, as flat text: for cells of a sheet and notes of TBX."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from zhengming.errors import ZhengmingError
from zhengming.glossary.model import (
    KINDS,
    LANGUAGES,
    PHASES,
    SETTINGS,
    STATUSES,
    TYPES,
    Concept,
    Term,
)
from zhengming.glossary.place import Place, error_at
from zhengming.messages import Message, one_of

_LISTS = {
    "targets": "targets",
    "look_alikes": "look_alikes",
    "except": "exceptions",
    "registry": "registry",
    "drugs": "drugs",
}
_PUBLICATION = ("doi", "pmid")
EXTRAS = (*_LISTS, "phase", *_PUBLICATION, "notes")
_CHOICES: Mapping[str, Sequence[str]] = {
    "kind": KINDS,
    "lang": LANGUAGES,
    "status": STATUSES,
    "type": TYPES,
    "setting": ("", *SETTINGS),
    "phase": PHASES,
}


def extras_of(concept: Concept) -> dict[str, str]:
    """Text by field name; empty fields are left out."""
    cells = {name: join(getattr(concept, field)) for name, field in _LISTS.items()}
    cells |= {name: concept.publication.get(name, "") for name in _PUBLICATION}
    cells |= {"phase": concept.phase, "notes": concept.notes}
    return {name: cells[name] for name in EXTRAS if cells[name]}


def concept_of(
    concept_id: str, kind: str, terms: Sequence[Term], extras: Mapping[str, str], place: Place
) -> Concept:
    """A concept from its names and the text of its other fields."""
    lists: dict[str, Any] = {field: split(extras.get(name, "")) for name, field in _LISTS.items()}
    publication = {name: extras[name] for name in _PUBLICATION if extras.get(name)}
    return Concept(
        concept_id,
        known("kind", kind, place),
        tuple(terms),
        place,
        phase=known("phase", extras["phase"], place) if extras.get("phase") else "",
        publication=publication,
        notes=extras.get("notes", ""),
        **lists,
    )


def known(field: str, value: str, place: Place) -> str:
    """``value``, if the field may have it.

    Raises:
        ZhengmingError: it may not.
    """
    if value not in _CHOICES[field]:
        raise error_at(
            Message(f'"{value}" is no {field}', f"{field} 不能为“{value}”"),
            place,
            one_of(_CHOICES[field]),
        )
    return value


def join(values: Sequence[str]) -> str:
    """Several values in one text.

    Raises:
        ZhengmingError: one of them holds the semicolon that would part them.
    """
    for value in values:
        if ";" in value:
            raise ZhengmingError(
                Message(
                    f'"{value}" holds a semicolon, which parts the values of a list',
                    f"“{value}”含分号，而分号用来分隔列表中的值",
                ),
                hint=Message("write it without, or export as JSON", "请去掉分号，或导出为 JSON"),
            )
    return "; ".join(values)


def split(text: str) -> tuple[str, ...]:
    """The values of such a text."""
    return tuple(part.strip() for part in text.split(";") if part.strip())
