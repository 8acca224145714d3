"""Two BibTeX entries made one without losing a value."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from zhengming.errors import UsageError
from zhengming.references.bibtex.editing import BibText
from zhengming.references.bibtex.scan import BlockSpan
from zhengming.references.bibtex.values import MONTHS, ValueReadError, evaluate
from zhengming.references.plain import words
from zhengming.text.edit import Edit


@dataclass(frozen=True, slots=True)
class MergePlan:
    """What becomes of two entries of a text when the second goes into the first.

    Attributes:
        keep: the key that stays.
        remove: the key that goes; citations of it must be changed to ``keep``.
        additions: fields that only the removed entry has.
        conflicts: fields in which they differ: (kept value, other value). Someone must choose.
    """

    keep: str
    remove: str
    additions: Mapping[str, str]
    conflicts: Mapping[str, tuple[str, str]]


def plan_merge(text: BibText, keep: str, remove: str) -> MergePlan:
    """Compare two entries field by field; what differs only in case and signs is no conflict."""
    kept = _values(text, text.entry(keep))
    other = _values(text, text.entry(remove))
    additions = {name: value for name, value in other.items() if name not in kept}
    conflicts = {
        name: (kept[name], value)
        for name, value in other.items()
        if name in kept and words(kept[name]) != words(value)
    }
    return MergePlan(keep, remove, additions, conflicts)


def merge(text: BibText, plan: MergePlan, choices: Mapping[str, str]) -> tuple[Edit, ...]:
    """The edits of a plan, with a value chosen for each conflict.

    Raises:
        UsageError: a conflict has no choice, so that a value would be lost unseen.
    """
    undecided = [name for name in plan.conflicts if name not in choices]
    if undecided:
        raise UsageError(
            f"“{plan.keep}” and “{plan.remove}” differ in {', '.join(undecided)}",
            hint="choose a value for each: answer on a terminal, or --prefer first or second",
        )
    edits = list(text.remove_entry(plan.remove))
    changed = {name: value for name, value in choices.items() if value != plan.conflicts[name][0]}
    for name, value in changed.items():
        edits += text.set_field(plan.keep, name, value)
    added = [text.set_field(plan.keep, name, value)[0] for name, value in plan.additions.items()]
    if added:
        # All are inserted at one place, so they are one edit.
        edits.append(Edit(added[0].span, "".join(edit.content for edit in added)))
    return tuple(edits)


def _values(text: BibText, entry: BlockSpan) -> dict[str, str]:
    macros = dict(MONTHS)
    for block in text.blocks:
        for field in block.fields if block.type == "string" else ():
            macros[field.name.lower()] = _value(text, field.value.start, field.value.end, macros)
    return {
        field.name.lower(): _value(text, field.value.start, field.value.end, macros)
        for field in entry.fields
    }


def _value(text: BibText, start: int, end: int, macros: Mapping[str, str]) -> str:
    raw = text.text[start:end]
    try:
        return evaluate(raw, macros)
    except ValueReadError:
        return raw
