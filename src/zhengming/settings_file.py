"""A TOML table whose values are checked one by one, each error with the line of its key."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterable, Mapping, Sequence
from difflib import get_close_matches
from functools import cached_property
from pathlib import Path
from typing import Any

from zhengming.errors import UsageError, ZhengmingError, unreadable
from zhengming.messages import Message, one_of, same


class SettingsFile:
    """The settings of one file: all of ``zhengming.toml``, one table of ``pyproject.toml``."""

    def __init__(self, path: Path) -> None:
        self.path = path

    @cached_property
    def _text(self) -> str:
        try:
            return self.path.read_text(encoding="utf-8")
        except OSError as error:
            raise unreadable(self.path, error) from None
        except UnicodeDecodeError:
            raise ZhengmingError(
                Message("the settings are not UTF-8 text", "配置文件不是 UTF-8 文本"),
                path=self.path,
                hint=Message("save the file as UTF-8", "请另存为 UTF-8"),
            ) from None

    @cached_property
    def table(self) -> Mapping[str, Any]:
        """The settings as written."""
        try:
            table = tomllib.loads(self._text)
        except tomllib.TOMLDecodeError as error:
            raise ZhengmingError(
                Message(f"not readable as TOML: {error}", f"不是有效的 TOML：{error}"),
                path=self.path,
                hint=Message("check quotes and brackets", "请检查引号和括号"),
            ) from None
        if self.path.name == "pyproject.toml":
            table = table.get("tool", {}).get("zhengming", {})
        return table

    def error(self, key: str, message: Message, hint: Message | None) -> ZhengmingError:
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
                guess = (
                    (f'did you mean "{near[0]}"? ', f"是否指“{near[0]}”？") if near else ("", "")
                )
                raise self.error(
                    key,
                    Message(f'unknown setting "{key}"', f"没有“{key}”这一配置项"),
                    Message(
                        f"{guess[0]}the keys are: {', '.join(known)}",
                        f"{guess[1]}配置项有：{'、'.join(known)}",
                    ),
                )

    def within(self, key: str, check: Callable[[], None]) -> None:
        """Run a check, and give its error the place of ``key``."""
        try:
            check()
        except UsageError as error:
            raise self.error(key, error.message, error.hint) from None

    def string(self, key: str) -> str:
        """A string."""
        value = self.table[key]
        if not isinstance(value, str):
            raise self.error(
                key,
                Message(f'"{key}" must be a string', f"“{key}”须为字符串"),
                Message(f'write {key} = "…"', f'写作 {key} = "…"'),
            )
        return value

    def choice(self, key: str, choices: Sequence[str]) -> str:
        """One of some strings."""
        value = self.string(key)
        if value not in choices:
            raise self.error(
                key,
                Message(f'"{value}" is no {key}', f"{key} 不能为“{value}”"),
                one_of(choices),
            )
        return value

    def strings(self, key: str) -> tuple[str, ...]:
        """A list of strings."""
        return self._strings(key, self.table[key], same(f'{key} = ["…"]'))

    def listed(self, key: str, choices: Sequence[str]) -> tuple[str, ...]:
        """A list of strings, each one of some."""
        values = self.strings(key)
        for value in values:
            if value not in choices:
                raise self.error(
                    key,
                    Message(f'"{value}" is no {key}', f"{key} 不能为“{value}”"),
                    Message(f"of: {', '.join(choices)}", f"可选 {'、'.join(choices)}"),
                )
        return values

    def texts(self, key: str) -> Mapping[str, str]:
        """A table of strings, numbers or truth values, all read as text."""
        table = self._table(key, _below(key, "name = value"))
        return {
            name: {True: "yes", False: "no"}[value] if isinstance(value, bool) else str(value)
            for name, value in table.items()
        }

    def string_lists(self, key: str) -> Mapping[str, tuple[str, ...]]:
        """A table of lists of strings."""
        example = _below(key, '"pattern" = ["…"]')
        return {
            name: self._strings(key, value, example)
            for name, value in self._table(key, example).items()
        }

    def choices(self, key: str, choices: Sequence[str]) -> Mapping[str, str]:
        """A table of strings, each one of some."""
        table = self._table(key, _below(key, f'NAME = "{choices[0]}"'))
        for value in table.values():
            if value not in choices:
                raise self.error(
                    key,
                    Message(f'"{value}" is no {key}', f"{key} 不能为“{value}”"),
                    one_of(choices),
                )
        return table

    def _table(self, key: str, example: Message) -> Mapping[str, Any]:
        value = self.table[key]
        if not isinstance(value, dict):
            raise self.error(
                key, Message(f'"{key}" must be a table', f"“{key}”须为表"), _write(example)
            )
        return value

    def _strings(self, key: str, value: Any, example: Message) -> tuple[str, ...]:
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            raise self.error(
                key,
                Message(f'"{key}" must be a list of strings', f"“{key}”须为字符串列表"),
                _write(example),
            )
        return tuple(value)


def _below(key: str, line: str) -> Message:
    return Message(f"[{key}] and below it {line}", f"[{key}]，下一行写 {line}")


def _write(example: Message) -> Message:
    return Message(f"write {example.en}", f"写作 {example.zh}")
