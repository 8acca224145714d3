"""Which rules run, where, and how severe their findings are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from fnmatch import fnmatchcase
from pathlib import PurePath

from zhengming.errors import UsageError
from zhengming.rules import RULES
from zhengming.rules.base import Finding, Rule, Severity

ALL = "ALL"


def check_codes(codes: Iterable[str]) -> None:
    """Make sure that each code is a rule, a family (``TERM``) or ``ALL``.

    Raises:
        UsageError: one is not; the hint lists those there are.
    """
    families = dict.fromkeys(rule.id.rstrip("0123456789") for rule in RULES)
    known = {rule.id for rule in RULES} | set(families) | {ALL}
    for code in codes:
        if code not in known:
            raise UsageError(
                f'there is no rule "{code}"',
                hint=f"families: {', '.join(families)}; `zhengming explain` lists all rules",
            )


def _matches(rule: Rule, codes: Iterable[str]) -> bool:
    family = rule.id.rstrip("0123456789")
    return any(code in (rule.id, family, ALL) for code in codes)


@dataclass(frozen=True, slots=True)
class Selection:
    """A choice of rules.

    Attributes:
        select: codes that run; none means the rules that run by default.
        ignore: codes that do not, whatever ``select`` says.
        per_file: more codes to ignore, by glob pattern of the path.
        severities: severity by code, in place of the rule's own.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    per_file: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    severities: Mapping[str, Severity] = field(default_factory=dict)

    def rules(self, path: str = "") -> tuple[Rule, ...]:
        """The rules that run on the file at ``path``, in the order of ``RULES``."""
        ignored = [*self.ignore]
        for pattern, codes in self.per_file.items():
            if _is_at(path, pattern):
                ignored += codes
        chosen = (r for r in RULES if _matches(r, self.select) or (not self.select and r.default))
        return tuple(rule for rule in chosen if not _matches(rule, ignored))

    def graded(self, finding: Finding) -> Finding:
        """The finding with the severity that the project gives it."""
        for code in (finding.rule, finding.rule.rstrip("0123456789"), ALL):
            if code in self.severities:
                return replace(finding, severity=self.severities[code])
        return finding


def _is_at(path: str, pattern: str) -> bool:
    posix = PurePath(path).as_posix()
    return fnmatchcase(posix, pattern) or fnmatchcase(PurePath(path).name, pattern)
