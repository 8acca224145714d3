"""``crossref`` and ``xdata``: fields that an entry takes from another one of its file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from zhengming.errors import ZhengmingError
from zhengming.messages import Message
from zhengming.references.bibtex.blocks import Blocks, RawEntry

_PART_OF = {
    **dict.fromkeys(("inproceedings", "conference"), ("proceedings", "mvproceedings")),
    **dict.fromkeys(
        ("incollection", "inbook", "bookinbook", "suppbook", "suppcollection", "inreference"),
        ("book", "mvbook", "collection", "mvcollection", "reference", "mvreference"),
    ),
}
_VOLUME_OF = {
    "book": ("mvbook",),
    "collection": ("mvcollection",),
    "proceedings": ("mvproceedings",),
    "reference": ("mvreference",),
}
_TO_BOOK = {"title": "booktitle", "subtitle": "booksubtitle", "titleaddon": "booktitleaddon"}
_TO_WORK = {"title": "maintitle", "subtitle": "mainsubtitle", "titleaddon": "maintitleaddon"}
_TO_JOURNAL = {"title": "journaltitle", "subtitle": "journalsubtitle"}
_OWN_WORDS = (
    "crossref xref xdata ids entryset entrysubtype execute label options presort related "
    "relatedoptions relatedstring relatedtype shortauthor shorttitle shorthand sortkey sortname "
    "sorttitle sortyear keywords abstract file timestamp"
)
_OWN = frozenset(_OWN_WORDS.split())


def resolve(blocks: Blocks) -> None:
    """Give every entry what it inherits; a missing or circular parent is a problem."""
    done: set[str] = set()
    for entry in blocks.entries.values():
        if "crossref" in entry.fields or "xdata" in entry.fields:
            _resolve(blocks, entry, done, ())


def _resolve(blocks: Blocks, entry: RawEntry, done: set[str], via: tuple[str, ...]) -> None:
    if entry.key in done:
        return
    if entry.key in via:
        circle = " → ".join((*via[via.index(entry.key) :], entry.key))
        hint = Message(
            "an entry cannot inherit from itself; remove one of these links",
            "条目不能继承自身；请去掉其中一处继承",
        )
        blocks.complain(
            Message(f"entries inherit from each other: {circle}", f"条目相互继承：{circle}"),
            entry.line,
            hint,
        )
        return
    for name, parent_key in parents(entry):
        parent = blocks.entries.get(parent_key)
        if parent is None:
            problem = missing_parent(blocks.path, name, parent_key, entry.key, entry.line)
            blocks.problems.append(problem)
            continue
        _resolve(blocks, parent, done, (*via, entry.key))
        _inherit(entry, parent, _renames(entry.type, parent.type) if name == "crossref" else {})
    done.add(entry.key)


def parents(entry: RawEntry) -> Iterator[tuple[str, str]]:
    """The keys that an entry inherits from, each after the name of its field."""
    for name in ("xdata", "crossref"):
        for key in entry.fields.get(name, "").replace(" ", "").split(","):
            if key:
                yield name, key


def missing_parent(
    path: Path | None, name: str, parent: str, key: str, line: int
) -> ZhengmingError:
    """The problem of an entry that inherits from one that is not there."""
    message = Message(
        f"the {name} “{parent}” of “{key}” is not in this file",
        f"“{key}”的 {name}“{parent}”不在此文件中",
    )
    hint = Message("add that entry, or remove the field", "请添加该条目，或删去此字段")
    return ZhengmingError(message, path=path, line=line, hint=hint)


def _renames(child: str, parent: str) -> Mapping[str, str]:
    if parent in _PART_OF.get(child, ()):
        return _TO_BOOK
    if parent in _VOLUME_OF.get(child, ()):
        return _TO_WORK
    if parent == "periodical":
        return _TO_JOURNAL
    return {}


def _inherit(entry: RawEntry, parent: RawEntry, renames: Mapping[str, str]) -> None:
    for name, value in parent.fields.items():
        if name not in _OWN:
            entry.fields.setdefault(renames.get(name, name), value)
    if renames is _TO_BOOK and "booktitle" in parent.fields:
        entry.fields.setdefault("booktitle", parent.fields["booktitle"])
