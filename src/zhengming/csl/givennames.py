"""Which given names must be spelt out so that namesakes can be told apart."""

from __future__ import annotations

import re
from collections.abc import Iterable

from .compile import NameSet
from .nameoptions import NameOptions
from .nameparts import given_name
from .person import Person

_SPACING = re.compile(r"[.\s]")


class GivenNames:
    """All names of a document by family name, and what each needs under a rule.

    Args:
        rule: ``all-names``, ``primary-name``, either ``-with-initials``, or ``by-cite``.
    """

    def __init__(self, rule: str) -> None:
        self.rule = rule
        self._families: dict[str, dict[str, set[str]]] = {}

    def register(self, rows: Iterable[list[NameSet]]) -> None:
        """Learn all names printed."""
        for sets in rows:
            for names in sets:
                for index, person in enumerate(names.persons):
                    if index == 0 or not self.rule.startswith("primary"):
                        initials = self._families.setdefault(_family(person), {})
                        given = given_name(person, names.options, 1)
                        initials.setdefault(_SPACING.sub("", given), set()).add(_full(person))

    def needed(self, names: NameSet) -> list[int]:
        """Return the level each name of a set needs."""
        levels = []
        for index, person in enumerate(names.persons):
            if index and self.rule.startswith("primary"):
                levels.append(0)
            else:
                levels.append(self._level(person, names.options))
        return levels

    def _level(self, person: Person, options: NameOptions) -> int:
        known = self._families.get(_family(person), {})
        given = _SPACING.sub("", given_name(person, options, 1))
        level = 1 if len(known) > 1 else 0
        if len(known.get(given, ())) > 1:
            level = 2
        if self.rule.endswith("-with-initials"):
            level = 1 if len(known) > 1 else 0
        elif level == 1 and options.initialize_with is None:
            level = 2
        return level


def _family(person: Person) -> str:
    if person.is_literal:
        return person.literal
    return f"{person.non_dropping} {person.family}".strip().replace(".", "")


def _full(person: Person) -> str:
    return _SPACING.sub("", person.given)
