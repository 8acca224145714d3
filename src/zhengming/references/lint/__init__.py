"""Rules about references: what a store should not have, and what would mend it."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from zhengming.errors import UsageError
from zhengming.references.lint import (
    chinese,
    identifiers,
    journal_names,
    presence,
    retracted,
    syntax,
    twins,
    values,
)
from zhengming.references.lint.base import Fix, Library, Message, Options, Problem, Rule, Shelf
from zhengming.text.edit import Edit, apply_edits
from zhengming.text.span import SpanSet

__all__ = ["RULES", "Fix", "Library", "Message", "Options", "Problem", "Rule", "lint", "mend"]

RULES: tuple[Rule, ...] = (
    *syntax.RULES,
    *presence.RULES,
    *values.RULES,
    *identifiers.RULES,
    *twins.RULES,
    *retracted.RULES,
    *chinese.RULES,
    *journal_names.RULES,
)


def lint(
    libraries: Sequence[Library],
    options: Options | None = None,
    select: Collection[str] | None = None,
) -> list[Problem]:
    """Run the selected rules (ids or their beginnings; by default the default ones).

    Returns:
        The problems in the order of the files and of the places in them.

    Raises:
        UsageError: a selector names no rule.
    """
    shelf = Shelf(tuple(libraries), options or Options())
    order = {library.path: number for number, library in enumerate(libraries)}
    found = [problem for rule in _selected(select) for problem in rule.check(shelf)]
    return sorted(found, key=lambda one: (order[one.path], one.span.start, one.rule))


def mend(text: str, problems: Sequence[Problem], *, unsafe: bool = False) -> str:
    """Apply the fixes of one file's problems; of two that collide the first goes in."""
    taken = SpanSet()
    edits: list[Edit] = []
    for problem in problems:
        fix = problem.fix
        if fix is None or (fix.safety == "unsafe" and not unsafe):
            continue
        if any(taken.collides(edit.span) for edit in fix.edits):
            continue
        for edit in fix.edits:
            taken.add(edit.span)
            edits.append(edit)
    return apply_edits(text, edits)


def _selected(select: Collection[str] | None) -> list[Rule]:
    if select is None:
        return [rule for rule in RULES if rule.default]
    for name in select:
        if not any(rule.id.startswith(name.upper()) for rule in RULES):
            known = ", ".join(rule.id for rule in RULES)
            raise UsageError(f"there is no rule “{name}”", hint=f"one of: {known}")
    return [rule for rule in RULES if rule.id.startswith(tuple(name.upper() for name in select))]
