"""Two BibTeX entries made one without losing a value."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from zhengming.errors import UsageError
from zhengming.messages import Message
from zhengming.references.bibtex.editing import BibText
from zhengming.references.bibtex.scan import BlockSpan
from zhengming.references.bibtex.values import MONTHS, ValueReadError, evaluate
from zhengming.text.edit import Edit

TYPE = "@type"  # what a plan calls the type of an entry, among the names of its fields
_ALIASES = {
    "journaltitle": "journal",
    "institution": "school",
    "location": "address",
    "annotation": "annote",
    "pmc": "pmcid",
    "eprinttype": "archiveprefix",
}
_SIGNIFICANT = frozenset(("doi", "url", "eprint", "isbn", "issn", "file"))
_NOT_SIGNIFICANT = re.compile(r"[\W_]+")
_RESOLVER = re.compile(r"https?://(?:dx\.)?doi\.org/", re.IGNORECASE)
_PARENTS = ("crossref", "xdata")


@dataclass(frozen=True, slots=True)
class Copy:
    """One of two entries for a work: the text it stands in, and its key."""

    text: BibText
    key: str

    @property
    def entry(self) -> BlockSpan:
        """Where it stands."""
        return self.text.entry(self.key)


@dataclass(frozen=True, slots=True)
class MergePlan:
    """What becomes of two entries when the second goes into the first.

    Attributes:
        keep: the entry that stays.
        remove: the entry that goes; citations of its key must be changed.
        additions: fields that say something in the removed entry alone.
        conflicts: fields in which they differ: (kept value, other value). Someone must choose.
    """

    keep: Copy
    remove: Copy
    additions: Mapping[str, str]
    conflicts: Mapping[str, tuple[str, str]]


def plan_merge(keep: Copy, remove: Copy) -> MergePlan:
    """Compare two entries field by field; what differs only in case and signs is no conflict.

    Raises:
        UsageError: they are one entry, an entry is not there, inherits from the other one, or others in its file
            inherit from it and would lose their parent.
    """
    if keep == remove:
        raise UsageError(
            Message(f"“{keep.key}” is one entry already", f"“{keep.key}”本来就是一条"),
            hint=Message("name two entries", "请给出两个条目"),
        )
    _check_heirs(keep, remove)
    kept, other = _values(keep), _values(remove)
    kept_names = {_ALIASES.get(name, name): name for name in kept}
    additions: dict[str, str] = {}
    conflicts: dict[str, tuple[str, str]] = {}
    for name, value in other.items():
        twin = kept_names.get(_ALIASES.get(name, name))
        if not value.strip():
            continue
        if twin is None or not kept[twin].strip():
            additions[twin or name] = value
        elif not _same(twin, kept[twin], value):
            conflicts[twin] = kept[twin], value
    return MergePlan(keep, remove, additions, conflicts)


def merge(plan: MergePlan, choices: Mapping[str, str]) -> tuple[tuple[Edit, ...], tuple[Edit, ...]]:
    """The edits of a plan, with a value chosen for each conflict.

    Returns:
        The edits of the kept entry's text and those of the removed one's, which may be the same.

    Raises:
        UsageError: a conflict has no choice, so that a value would be lost unseen.
    """
    undecided = [name for name in plan.conflicts if name not in choices]
    if undecided:
        raise UsageError(
            Message(
                f"“{plan.keep.key}” and “{plan.remove.key}” differ in {', '.join(undecided)}",
                f"“{plan.keep.key}”与“{plan.remove.key}”不同之处：{'、'.join(undecided)}",
            ),
            hint=Message(
                "choose a value for each: answer on a terminal, or --prefer first or second",
                "请逐一选择：在终端中作答，或用 --prefer first、--prefer second",
            ),
        )
    text, key = plan.keep.text, plan.keep.key
    edits: list[Edit] = []
    added: list[Edit] = []
    for name, value in choices.items():
        if name == TYPE:
            edits += text.set_type(key, value)
        elif value != plan.conflicts[name][0]:
            edits += text.set_field(key, name, value)
    old = {field.name.lower() for field in plan.keep.entry.fields}
    for name, value in plan.additions.items():
        (edits if name in old else added).extend(text.set_field(key, name, value))
    if added:
        # All are inserted at one place, so they are one edit.
        edits.append(Edit(added[0].span, "".join(edit.content for edit in added)))
    gone = plan.remove.text
    return tuple(edits), (*gone.remove_entry(plan.remove.key), *gone.redirect(plan.remove.key, key))


def richness(copy: Copy) -> int:
    """How many fields an entry has that say something."""
    return sum(bool(value.strip()) for value in _values(copy).values())


def _check_heirs(keep: Copy, remove: Copy) -> None:
    for heir, parent in ((keep, remove), (remove, keep)):
        inherited = [_values(heir).get(name, "") for name in _PARENTS]
        if any(parent.key in value.replace(" ", "").split(",") for value in inherited):
            hint = Message("a part and its whole are two works", "部分与整体是两份文献")
            raise UsageError(
                Message(
                    f"“{heir.key}” inherits from “{parent.key}”", f"“{heir.key}”继承“{parent.key}”"
                ),
                hint=hint,
            )
    if keep.text is not remove.text and remove.text.redirect(remove.key, ""):
        hint = Message(
            "keep this entry, or move those that inherit from it to the other file first",
            "请保留此条，或先将继承它的条目移到另一文件",
        )
        raise UsageError(
            Message(
                f"entries of its file inherit from “{remove.key}”",
                f"同一文件中有条目继承“{remove.key}”",
            ),
            hint=hint,
        )


def _same(name: str, one: str, other: str) -> bool:
    if name in _SIGNIFICANT:
        return _RESOLVER.sub("", one).strip().lower() == _RESOLVER.sub("", other).strip().lower()
    return _plain(one) == _plain(other)


def _plain(value: str) -> str:
    """Letters and digits alone; a value of nothing but signs stays."""
    return _NOT_SIGNIFICANT.sub("", value.casefold()) or value


def _values(copy: Copy) -> dict[str, str]:
    macros = dict(MONTHS)
    text = copy.text
    for block in text.blocks:
        for field in block.fields if block.type == "string" else ():
            macros[field.name.lower()] = _value(text, field.value.start, field.value.end, macros)
    entry = copy.entry
    fields = {
        field.name.lower(): _value(text, field.value.start, field.value.end, macros)
        for field in entry.fields
    }
    return {TYPE: entry.type, **fields}


def _value(text: BibText, start: int, end: int, macros: Mapping[str, str]) -> str:
    raw = text.text[start:end]
    try:
        return evaluate(raw, macros)
    except ValueReadError:
        return raw
