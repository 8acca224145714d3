"""A project's own settings: ``zhengming.toml``, or ``[tool.zhengming]`` in pyproject.toml."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast, get_args

from zhengming.messages import SEVERITIES, Severity
from zhengming.settings_file import SettingsFile

if TYPE_CHECKING:  # the rules are imported late: what only looks up a reference needs none
    from zhengming.documents import Document
    from zhengming.glossary.loaded import LoadedGlossary
    from zhengming.rules import Draft
    from zhengming.rules.policy import FirstMention
    from zhengming.rules.selection import Selection

SCRIPTS = ("zh-Hans", "zh-Hant", "zh-TW", "zh-HK", "keep")
FAIL_ON = (*SEVERITIES, "never")
JOURNALS = ("keep", "abbreviated", "full")


@dataclass(frozen=True, slots=True)
class Config:
    """What a project may decide; every field is a key of the settings file.

    Attributes:
        path: the file the settings came from, if any.
        glossary: own glossary files or directories, later ones first in authority.
        disable: ids of built-in concepts to leave out.
        refs: reference files to cite from, in place of the built-in store.
        key_pattern: pattern of new citation keys; empty for the usual one.
        journals: how journal names are written in reference files, one of ``JOURNALS``.
        journal_lists: files of more journals whose names are known.
        style: citation style: its id, or the path of its file.
        style_options: house rules on top of the style.
        to: script and place of Chinese prose, one of ``SCRIPTS``.
        first_mention: kinds of names that are explained where they first stand.
        select: rules or families that run, in place of those that run by default.
        ignore: rules or families that do not run.
        per_file_ignores: rules that do not run on files that match a glob pattern.
        severity: severity of a rule or family, in place of its own.
        fail_on: least severity that makes ``check`` exit with 1.
        given: names of the fields that the file sets.
    """

    path: Path | None = None
    glossary: tuple[Path, ...] = ()
    disable: tuple[str, ...] = ()
    refs: tuple[Path, ...] = ()
    key_pattern: str = ""
    journals: str = "keep"
    journal_lists: tuple[Path, ...] = ()
    style: str = "gb7714-2025-numeric"
    style_options: Mapping[str, str] = field(default_factory=dict)
    to: str = "zh-Hans"
    first_mention: tuple[FirstMention, ...] = ()
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    per_file_ignores: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    severity: Mapping[str, Severity] = field(default_factory=dict)
    fail_on: str = "question"
    given: frozenset[str] = frozenset()

    @property
    def selection(self) -> Selection:
        """Which rules run."""
        from zhengming.rules.selection import Selection

        root = self.path.parent if self.path else None
        return Selection(self.select, self.ignore, self.per_file_ignores, self.severity, root)

    def draft(self, document: Document, names: LoadedGlossary) -> Draft:
        """A document as rules are to see it."""
        from zhengming.rules import Draft
        from zhengming.rules.policy import Policy

        policy = Policy(first_mention=frozenset(self.first_mention))
        return Draft(document, names, self.to, policy)


def find_config(start: Path) -> Config:
    """The settings that hold in ``start``: from it or the nearest directory above that has some."""
    start = start.absolute()
    for directory in (start, *start.parents):
        # Shown as the user would write it: a file in the current directory by its name.
        directory = Path() if directory == start else directory
        for name in ("zhengming.toml", "pyproject.toml"):
            path = directory / name
            if path.is_file() and (name == "zhengming.toml" or SettingsFile(path).table):
                return load_config(path)
    return Config()


def load_config(path: Path) -> Config:
    """Read one settings file.

    Raises:
        ZhengmingError: not TOML, an unknown key, or a value that cannot be.
    """
    file = SettingsFile(path)
    file.check_keys(KEYS)
    values = {_field(key): KEYS[key](file, key) for key in file.table}
    return Config(path=path, given=frozenset(values), **values)


def _field(key: str) -> str:
    return key.replace("-", "_")


def _check_codes(codes: Iterable[str]) -> None:
    """Make sure that each code is a rule or a family."""
    if codes := tuple(codes):
        from zhengming.rules.selection import check_all_codes

        check_all_codes(codes)


def _paths(file: SettingsFile, key: str) -> tuple[Path, ...]:
    return tuple(file.path.parent / name for name in file.strings(key))


def _style(file: SettingsFile, key: str) -> str:
    name = file.string(key)
    return str(file.path.parent / name) if name.endswith(".csl") else name


def _codes(file: SettingsFile, key: str) -> tuple[str, ...]:
    codes = file.strings(key)
    file.within(key, lambda: _check_codes(codes))
    return codes


def _code_lists(file: SettingsFile, key: str) -> Mapping[str, tuple[str, ...]]:
    table = file.string_lists(key)
    file.within(key, lambda: _check_codes(code for codes in table.values() for code in codes))
    return table


def _severities(file: SettingsFile, key: str) -> Mapping[str, Severity]:
    table = cast(Mapping[str, Severity], file.choices(key, SEVERITIES))
    file.within(key, lambda: _check_codes(table))
    return table


def _first_mentions(file: SettingsFile, key: str) -> tuple[str, ...]:
    from zhengming.rules.policy import FirstMention

    return file.listed(key, get_args(FirstMention))


def _key_pattern(file: SettingsFile, key: str) -> str:
    from zhengming.references.keys import check_pattern  # imported late: few projects set one

    pattern = file.string(key)
    file.within(key, lambda: check_pattern(pattern))
    return pattern


KEYS: Mapping[str, Callable[[SettingsFile, str], Any]] = {
    "glossary": _paths,
    "disable": SettingsFile.strings,
    "refs": _paths,
    "key-pattern": _key_pattern,
    "journals": lambda file, key: file.choice(key, JOURNALS),
    "journal-lists": _paths,
    "style": _style,
    "style-options": SettingsFile.texts,
    "to": lambda file, key: file.choice(key, SCRIPTS),
    "first-mention": _first_mentions,
    "select": _codes,
    "ignore": _codes,
    "per-file-ignores": _code_lists,
    "severity": _severities,
    "fail-on": lambda file, key: file.choice(key, FAIL_ON),
}
