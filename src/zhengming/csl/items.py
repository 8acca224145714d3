"""Items: CSL-JSON with its names and dates parsed when they are first asked for."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from .dates import DateValue, parse_date
from .language import infer_language
from .locale import canonical
from .markup import parse_markup
from .person import Person, parse_person
from .richtext import Output

DATE_VARIABLES = frozenset(
    ("accessed", "available-date", "event-date", "issued", "original-date", "submitted")
)
_NAME_VARIABLES = """author chair collection-editor compiler composer container-author
contributor curator director editor editor-translator editorial-director executive-producer guest
host illustrator interviewer narrator organizer original-author performer producer recipient
reviewed-author script-writer series-creator translator"""
NAME_VARIABLES = frozenset(_NAME_VARIABLES.split())
_NOTE_LINE = re.compile(r"^([A-Za-z][A-Za-z_ -]*):\s*(.+)$")
_NOTE_BRACED = re.compile(r"\{:([-_A-Za-z]+):\s*([^}]+)\}")


class Item:
    """One item to cite.

    Attributes:
        language: its language field, cleaned; empty when it has none.
    """

    __slots__ = ("_dates", "_inferred", "_markup", "_persons", "data", "id", "language", "type")

    def __init__(self, data: Mapping[str, Any]) -> None:
        self.data = _with_note_fields(data)
        self.id = str(data.get("id", ""))
        self.type = str(self.data.get("type") or "")
        self.language = canonical(_first_word(data.get("language") or data.get("langid")))
        self._inferred: str | None = None
        self._persons: dict[str, tuple[Person, ...]] = {}
        self._dates: dict[str, DateValue | None] = {}
        self._markup: dict[str, list[Output]] = {}

    @property
    def inferred_language(self) -> str:
        """The language field, else the language its title and authors are written in."""
        if self._inferred is None:
            self._inferred = self.language or infer_language(self._telling())
        return self._inferred

    def _telling(self) -> list[str]:
        people = self.persons("author") or self.persons("editor")
        names = "".join(f"{one.literal}{one.family}{one.given}" for one in people)
        title, *others = map(self.text, ("title", "container-title", "publisher"))
        return [title, names, *others]

    def text(self, variable: str) -> str:
        """Return a variable as text; empty when absent."""
        value = self.data.get(variable)
        if isinstance(value, str):
            return value
        if value is None or isinstance(value, (list, dict, Mapping)):
            return ""
        return str(value)

    def markup(self, variable: str) -> list[Output]:
        """Return a text variable with its markup parsed."""
        found = self._markup.get(variable)
        if found is None:
            found = self._markup[variable] = parse_markup(self.text(variable))
        return found

    def persons(self, variable: str) -> tuple[Person, ...]:
        """Return the names of a variable."""
        found = self._persons.get(variable)
        if found is None:
            raw = self.data.get(variable)
            people = raw if isinstance(raw, (list, Sequence)) and not isinstance(raw, str) else ()
            parsed = (parse_person(one) for one in people if isinstance(one, (dict, Mapping)))
            found = tuple(p for p in parsed if p.literal or p.family or p.given)
            self._persons[variable] = found
        return found

    def date(self, variable: str) -> DateValue | None:
        """Return a date variable."""
        if variable not in self._dates:
            self._dates[variable] = parse_date(self.data.get(variable))
        return self._dates[variable]

    def has(self, variable: str) -> bool:
        """Tell whether a variable has something to print."""
        value = self.data.get(variable)
        if value is None or value == "" or value == []:
            return False
        if variable in DATE_VARIABLES:
            return self.date(variable) is not None
        if variable in NAME_VARIABLES or isinstance(value, list):
            return bool(self.persons(variable))
        return True


def _first_word(language: Any) -> str:
    words = re.match(r"[A-Za-z]+(?:[-_][A-Za-z]+)*", str(language or ""))
    return words[0] if words else ""


def _with_note_fields(data: Mapping[str, Any]) -> Mapping[str, Any]:
    """Add the fields that reference managers write as ``key: value`` into the note."""
    note = data.get("note")
    if not isinstance(note, str) or ":" not in note:
        return data
    found = dict(_NOTE_BRACED.findall(note))
    for line in note.splitlines():
        match = _NOTE_LINE.match(line.strip())
        if match is None:
            break
        found[match[1]] = match[2]
    merged = dict(data)
    for key, value in found.items():
        _add_note_field(merged, key.strip().replace(" ", "-"), value.strip())
    return merged


def _add_note_field(item: dict[str, Any], key: str, value: str) -> None:
    if key.upper() in ("DOI", "URL", "ISBN", "ISSN", "PMID", "PMCID", "CSTR"):
        key = key.upper()
    elif key != key.lower():
        return
    if key in NAME_VARIABLES:
        family, _, given = value.partition("||")
        person = {"family": family.strip(), "given": given.strip()} if given else {"literal": value}
        people = item.get(key)
        item[key] = [*(people if isinstance(people, list) else []), person]
    elif key == "type" or key not in item or key in DATE_VARIABLES:
        item[key] = {"raw": value} if key in DATE_VARIABLES else value
