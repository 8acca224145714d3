"""A project's own settings: ``zhengming.toml``, or ``[tool.zhengming]`` in pyproject.toml."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from zhengming.errors import ZhengmingError

SCRIPTS = ("zh-Hans", "keep")


@dataclass(frozen=True, slots=True)
class Config:
    """What a project may decide.

    Attributes:
        path: the file the settings came from, if any.
        glossary: own glossary files or directories, later ones first in authority.
        disable: ids of built-in concepts to leave out.
        refs: reference files to cite from, in place of the built-in store.
        style: citation style.
        to: script of Chinese prose, one of ``SCRIPTS``.
    """

    path: Path | None = None
    glossary: tuple[Path, ...] = ()
    disable: tuple[str, ...] = ()
    refs: tuple[Path, ...] = ()
    style: str = "gb7714-2025-numeric"
    to: str = "zh-Hans"


_LISTS = ("glossary", "disable", "refs")
_WORDS = ("style", "to")
KEYS = (*_LISTS, *_WORDS)


def find_config(start: Path) -> Config:
    """The settings that hold in ``start``: from it or the nearest directory above that has some."""
    for directory in (start, *start.parents):
        own = directory / "zhengming.toml"
        if own.is_file():
            return load_config(own)
        project = directory / "pyproject.toml"
        if project.is_file() and "zhengming" in _toml(project).get("tool", {}):
            return load_config(project)
    return Config()


def load_config(path: Path) -> Config:
    """Read one settings file.

    Raises:
        ZhengmingError: not TOML, an unknown key, or a value of the wrong kind.
    """
    table = _toml(path)
    if path.name == "pyproject.toml":
        table = table.get("tool", {}).get("zhengming", {})
    for key in table:
        if key not in KEYS:
            near = get_close_matches(key, KEYS, 1)
            guess = f'did you mean "{near[0]}"? ' if near else ""
            hint = f"{guess}the keys are: {', '.join(KEYS)}"
            raise _error(path, key, f'unknown setting "{key}"', hint)
    lists = {key: _strings(path, table, key) for key in _LISTS if key in table}
    words = {key: _word(path, table, key) for key in _WORDS if key in table}
    if words.get("to", "keep") not in SCRIPTS:
        raise _error(path, "to", f'"{words["to"]}" is no script', f"one of: {', '.join(SCRIPTS)}")
    return Config(
        path=path,
        glossary=tuple(path.parent / name for name in lists.get("glossary", ())),
        disable=lists.get("disable", ()),
        refs=tuple(path.parent / name for name in lists.get("refs", ())),
        **words,
    )


def _toml(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise ZhengmingError(
            f"cannot read the settings: {error.strerror}", path=path, hint="check the path"
        ) from None
    except ValueError as error:
        raise ZhengmingError(
            f"not readable as TOML: {error}", path=path, hint="check quotes and brackets"
        ) from None


def _strings(path: Path, table: Mapping[str, Any], key: str) -> tuple[str, ...]:
    value = table[key]
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise _error(path, key, f'"{key}" must be a list of strings', f'write {key} = ["…"]')
    return tuple(value)


def _word(path: Path, table: Mapping[str, Any], key: str) -> str:
    value = table[key]
    if not isinstance(value, str):
        raise _error(path, key, f'"{key}" must be a string', f'write {key} = "…"')
    return value


def _error(path: Path, key: str, message: str, hint: str) -> ZhengmingError:
    """An error at the line where ``key`` is written; tomllib does not tell places."""
    text = path.read_text(encoding="utf-8")
    match = re.search(rf"^\s*['\"]?{re.escape(key)}['\"]?\s*=", text, re.MULTILINE)
    line = text.count("\n", 0, match.end()) + 1 if match else None
    return ZhengmingError(message, path=path, line=line, hint=hint)
