"""Rules about references: what a store should not have, and what would mend it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from zhengming.references.lint import (
    chinese,
    identifiers,
    journal_names,
    presence,
    registered,
    syntax,
    texts,
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
    *texts.RULES,
    *identifiers.RULES,
    *twins.RULES,
    *registered.RULES,
    *chinese.RULES,
    *journal_names.RULES,
)


def lint(
    libraries: Sequence[Library],
    options: Options | None = None,
    rules: Sequence[Rule] | None = None,
) -> list[Problem]:
    """Run some rules, by default those that run by default.

    Returns:
        The problems in the order of the files and of the places in them.
    """
    shelf = Shelf(tuple(libraries), options or Options())
    order = {library.path: number for number, library in enumerate(libraries)}
    running = [rule for rule in RULES if rule.default] if rules is None else rules
    found = [problem for rule in running for problem in rule.check(shelf)]
    return sorted(found, key=lambda one: (order[one.path], one.span.start, one.rule))


def mend(text: str, fixes: Iterable[Fix | None], *, unsafe: bool = False) -> str:
    """Apply the fixes for one file, in order; of two that collide the first goes in."""
    taken = SpanSet()
    edits: list[Edit] = []
    for fix in fixes:
        if fix is None or (fix.safety == "unsafe" and not unsafe):
            continue
        if any(taken.collides(edit.span) for edit in fix.edits):
            continue
        for edit in fix.edits:
            taken.add(edit.span)
            edits.append(edit)
    return apply_edits(text, edits)
