"""REF5: two entries for one work."""

from __future__ import annotations

from collections.abc import Iterator

from zhengming.references.bibtex.blocks import RawEntry
from zhengming.references.bibtex.item import to_item
from zhengming.references.duplicates import CERTAIN, find_duplicates
from zhengming.references.lint.base import Entry, Message, Problem, Rule, Shelf
from zhengming.references.model import Reference


def _twins(shelf: Shelf) -> Iterator[Problem]:
    entries = list(shelf.entries)
    # The number of an entry stands for its key: two files may use one key.
    references = [_reference(str(number), entry) for number, entry in enumerate(entries)]
    for pair in find_duplicates(references):
        first, second = entries[int(pair.first.id)], entries[int(pair.second.id)]
        english = ", ".join(reason.en for reason in pair.reasons)
        chinese = "；".join(reason.zh for reason in pair.reasons)
        message = Message(
            f"“{second.key}” is the same work as “{first.key}” ({english})",
            f"“{second.key}”与“{first.key}”是同一文献（{chinese}）",
        )
        yield second.problem("REF501", "error" if pair.score == CERTAIN else "warning", message)


def _reference(name: str, entry: Entry) -> Reference:
    return Reference(name, to_item(RawEntry(entry.type, entry.key, 0, dict(entry.fields))))


REF501 = Rule(
    "REF501",
    Message("Two entries for one work", "同一文献有两个条目"),
    Message(
        "The work would get two numbers in the list. Compared are DOI, PMID, title with year and "
        "first author (across scripts), and the place in the journal.",
        "该文献会在表中占两个序号。比较 DOI、PMID、题名与年份及第一作者（跨文字）、期刊卷页。",
    ),
    _twins,
    failing=("@misc{a, title={A}, doi={10.1000/x}} @misc{b, title={A}, doi={10.1000/X}}",),
    passing=("@misc{a, title={A}, doi={10.1000/x}} @misc{b, title={A}, doi={10.1000/y}}",),
)

RULES = (REF501,)
