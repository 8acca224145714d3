"""Which rules run, where, and how severe their findings are."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from pathlib import Path, PurePath
from typing import Protocol, TypeVar

from zhengming.errors import UsageError
from zhengming.messages import Message
from zhengming.rules import RULES
from zhengming.rules.base import Finding, Rule, Severity, codes_of


class Selectable(Protocol):
    """What of a rule the selection looks at: rules for drafts and for references have it."""

    @property
    def id(self) -> str:
        """Such as ``TERM001``."""

    @property
    def default(self) -> bool:
        """Whether it runs when nothing was selected."""


R = TypeVar("R", bound=Selectable)


def known_codes(rules: Sequence[Selectable] = RULES) -> Sequence[str]:
    """Every code that means one of these rules, the rules themselves first."""
    ids = [rule.id for rule in rules]
    return [*ids, *dict.fromkeys(code for name in ids for code in codes_of(name)[1:])]


def check_codes(codes: Iterable[str], rules: Sequence[Selectable] = RULES) -> None:
    """Make sure that each code is a rule, a family (``TERM``) or ``ALL``.

    Raises:
        UsageError: one is not; the hint lists the families there are.
    """
    known = known_codes(rules)
    for code in codes:
        if code not in known:
            families = dict.fromkeys(rule.id.rstrip("0123456789") for rule in rules)
            raise UsageError(
                Message(f'there is no rule "{code}"', f"没有规则“{code}”"),
                hint=Message(
                    f"families: {', '.join(families)}; `zhengming explain` lists all rules",
                    f"规则族：{'、'.join(families)}；`zhengming explain` 列出全部规则",
                ),
            )


def check_all_codes(codes: Iterable[str]) -> None:
    """The same for settings, which may speak of rules for references too."""
    codes = list(codes)
    about_references = [code for code in codes if code.startswith("REF")]
    if about_references:
        # Imported late: most settings do not name any, and these rules read BibTeX.
        from zhengming.references.lint import RULES as REFERENCE_RULES

        check_codes(about_references, REFERENCE_RULES)
    check_codes(code for code in codes if code not in about_references)


def _means(codes: Iterable[str], rule_id: str) -> bool:
    meant = codes_of(rule_id)
    return any(code in meant for code in codes)


@dataclass(frozen=True, slots=True)
class Selection:
    """A choice of rules.

    Attributes:
        select: codes that run; where none is about the rules in question, the default ones run.
        ignore: codes that do not, whatever ``select`` says.
        per_file: more codes to ignore, by glob pattern of the path.
        severities: severity by code, in place of the rule's own.
        root: the directory that patterns may also count from.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    per_file: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    severities: Mapping[str, Severity] = field(default_factory=dict)
    root: Path | None = None

    def rules(self, path: str = "") -> tuple[Rule, ...]:
        """The rules that run on the draft at ``path``, in the order of ``RULES``."""
        return self.among(RULES, path)

    def among(self, rules: Sequence[R], path: str = "") -> tuple[R, ...]:
        """Those of some rules that run on the file at ``path``, in their order."""
        ignored = [*self.ignore]
        for pattern, codes in self.per_file.items():
            if _is_at(path, pattern, self.root):
                ignored += codes
        known = known_codes(rules) if self.select else ()
        select = [code for code in self.select if code in known]
        chosen = (r for r in rules if (_means(select, r.id) if select else r.default))
        return tuple(rule for rule in chosen if not _means(ignored, rule.id))

    def graded(self, finding: Finding) -> Finding:
        """The finding with the severity that the project gives it."""
        for code in codes_of(finding.rule) if self.severities else ():
            if code in self.severities:
                return finding._replace(severity=self.severities[code])
        return finding


def _is_at(path: str, pattern: str, root: Path | None) -> bool:
    named = PurePath(path)
    names = [named.as_posix(), named.name]
    if root:  # an editor names files from the root of the disk, a shell from where it stands
        with suppress(ValueError):  # another drive
            names.append(PurePath(os.path.relpath(path, root)).as_posix())
    return any(fnmatchcase(name, pattern) for name in names)
