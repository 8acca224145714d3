"""A TOML table whose values are checked one by one, each error with the line of its key."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterable, Mapping, Sequence
from difflib import get_close_matches
from functools import cached_property
from pathlib import Path
from typing import Any

from zhengming.errors import UsageError, ZhengmingError
from zhengming.messages import Message, same


class SettingsFile:
    """The settings of one file: all of ``zhengming.toml``, one table of ``pyproject.toml``."""

    def __init__(self, path: Path) -> None:
        self.path = path

    @cached_property
    def _text(self) -> str:
        try:
            return self.path.read_text(encoding="utf-8")
        except OSError as error:
            raise ZhengmingError(
                f"cannot read the settings: {error.strerror}", path=self.path, hint="check the path"
            ) from None
        except UnicodeDecodeError:
            raise ZhengmingError(
                "the settings are not UTF-8 text", path=self.path, hint="save the file as UTF-8"
            ) from None

    @cached_property
    def table(self) -> Mapping[str, Any]:
        """The settings as written."""
        try:
            table = tomllib.loads(self._text)
        except tomllib.TOMLDecodeError as error:
            raise ZhengmingError(
                f"not readable as TOML: {error}", path=self.path, hint="check quotes and brackets"
            ) from None
        if self.path.name == "pyproject.toml":
            table = table.get("tool", {}).get("zhengming", {})
        return table

    def error(self, key: str, message: Message | str, hint: Message | str) -> ZhengmingError:
        """An error at the line where ``key`` is written; tomllib does not tell places."""
        pattern = rf"^\s*(?:\[.*)?['\"]?{re.escape(key)}['\"]?\s*[=\].]"
        match = re.search(pattern, self._text, re.MULTILINE)
        line = self._text.count("\n", 0, match.end()) + 1 if match else None
        return ZhengmingError(message, path=self.path, line=line, hint=hint)

    def check_keys(self, known: Iterable[str]) -> None:
        """Refuse a key that is not known, with those that are."""
        known = list(known)
        for key in self.table:
            if key not in known:
                near = get_close_matches(key, known, 1)
                guess = f'did you mean "{near[0]}"? ' if near else ""
                raise self.error(
                    key, f'unknown setting "{key}"', f"{guess}the keys are: {', '.join(known)}"
                )

    def within(self, key: str, check: Callable[[], None]) -> None:
        """Run a check, and give its error the place of ``key``."""
        try:
            check()
        except UsageError as error:
            raise self.error(key, error.message, error.hint or same("")) from None

    def string(self, key: str) -> str:
        """A string."""
        value = self.table[key]
        if not isinstance(value, str):
            raise self.error(key, f'"{key}" must be a string', f'write {key} = "…"')
        return value

    def choice(self, key: str, choices: Sequence[str]) -> str:
        """One of some strings."""
        value = self.string(key)
        if value not in choices:
            raise self.error(key, f'"{value}" is no {key}', f"one of: {', '.join(choices)}")
        return value

    def strings(self, key: str) -> tuple[str, ...]:
        """A list of strings."""
        return self._strings(key, self.table[key], f'{key} = ["…"]')

    def listed(self, key: str, choices: Sequence[str]) -> tuple[str, ...]:
        """A list of strings, each one of some."""
        values = self.strings(key)
        for value in values:
            if value not in choices:
                raise self.error(key, f'"{value}" is no {key}', f"of: {', '.join(choices)}")
        return values

    def texts(self, key: str) -> Mapping[str, str]:
        """A table of strings, numbers or truth values, all read as text."""
        table = self._table(key, f"[{key}] and below it name = value")
        return {
            name: {True: "yes", False: "no"}[value] if isinstance(value, bool) else str(value)
            for name, value in table.items()
        }

    def string_lists(self, key: str) -> Mapping[str, tuple[str, ...]]:
        """A table of lists of strings."""
        example = f'[{key}] and below it "pattern" = ["…"]'
        return {
            name: self._strings(key, value, example)
            for name, value in self._table(key, example).items()
        }

    def choices(self, key: str, choices: Sequence[str]) -> Mapping[str, str]:
        """A table of strings, each one of some."""
        table = self._table(key, f'[{key}] and below it NAME = "{choices[0]}"')
        for value in table.values():
            if value not in choices:
                raise self.error(key, f'"{value}" is no {key}', f"one of: {', '.join(choices)}")
        return table

    def _table(self, key: str, example: str) -> Mapping[str, Any]:
        value = self.table[key]
        if not isinstance(value, dict):
            raise self.error(key, f'"{key}" must be a table', f"write {example}")
        return value

    def _strings(self, key: str, value: Any, example: str) -> tuple[str, ...]:
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            raise self.error(key, f'"{key}" must be a list of strings', f"write {example}")
        return tuple(value)
