"""REF502 to REF504: what a table of retractions or a public service says of an entry."""

from __future__ import annotations

from collections.abc import Iterator

from zhengming.references.bibtex.blocks import RawEntry
from zhengming.references.bibtex.item import to_item
from zhengming.references.duplicates import title_likeness
from zhengming.references.lint.base import Entry, Message, Problem, Rule, Severity, Shelf
from zhengming.references.registered import Identifier, Registered, identifiers
from zhengming.references.retractions import Retraction

_SAME_WORK = 0.8
_RETRACTED = ("retract", "withdraw", "removal")


def _answers(shelf: Shelf) -> Iterator[tuple[Entry, Identifier, Registered]]:
    known = shelf.options.registered
    for entry in shelf.entries if known else ():
        for identifier in identifiers(entry.fields):
            if identifier in known:
                yield entry, identifier, known[identifier]


def _retracted(shelf: Shelf) -> Iterator[Problem]:
    told = set()
    table = shelf.options.retractions
    for entry in shelf.entries if table else ():
        fields = {name.upper(): value for name, value in entry.fields.items()}
        if table and (found := table.find(fields)):
            told.add(entry.block)
            yield _problem(entry, found)
    for entry, _, answer in _answers(shelf):
        if answer.retraction and entry.block not in told:
            told.add(entry.block)
            yield _problem(entry, answer.retraction)


def _problem(entry: Entry, found: Retraction) -> Problem:
    details = [part for part in (found.date, found.reason) if part]
    english = f" ({'; '.join(details)})" if details else ""
    chinese = f"（{'；'.join(details)}）" if details else ""
    message = Message(
        f"“{entry.key}”: {found.nature}{english}", f"“{entry.key}”：{found.nature}{chinese}"
    )
    severity: Severity = "question"
    if found.nature.lower().startswith(_RETRACTED):
        severity = "error"
    return entry.problem("REF502", severity, message)


REF502 = Rule(
    "REF502",
    Message("A paper that was retracted", "论文已撤稿"),
    Message(
        "Runs where a table of retractions was given, or with --online. Corrections and expressions "
        "of concern are asked about: read them before citing.",
        "提供撤稿表或使用 --online 时检查；更正和关切声明只提示，引用前请先阅读。",
    ),
    _retracted,
    failing=("@article{k, doi={10.1000/RETRACTED}}", "@article{k, pmid={99999999}}"),
    passing=("@article{k, doi={10.1000/sound}}",),
)


def _unknown(shelf: Shelf) -> Iterator[Problem]:
    for entry, (kind, value), answer in _answers(shelf):
        if answer.item is None:
            message = Message(
                f"there is no work with the {kind.upper()} {value}",
                f"没有 {kind.upper()} 为 {value} 的文献",
            )
            yield entry.problem("REF503", "error", message, kind)


REF503 = Rule(
    "REF503",
    Message("An identifier that leads nowhere", "标识符查无文献"),
    Message(
        "Runs with --online: neither Crossref nor doi.org knows the DOI, or PubMed does not know the "
        "PMID. It is mistyped or made up; look the work up by its title.",
        "使用 --online 时检查：Crossref 和 doi.org 都没有该 DOI，或 PubMed 没有该 PMID。"
        "多为录错或杜撰，请按题名核实。",
    ),
    _unknown,
    failing=("@article{k, doi={10.1000/unknown}}",),
    passing=("@article{k, doi={10.1000/sound}}",),
)


def _another(shelf: Shelf) -> Iterator[Problem]:
    for entry, (kind, value), answer in _answers(shelf):
        item = to_item(RawEntry(entry.type, entry.key, 0, dict(entry.fields)))
        likeness = title_likeness(item, answer.item) if answer.item else None
        if answer.item and likeness is not None and likeness < _SAME_WORK:
            title = answer.item["title"]
            message = Message(
                f"the {kind.upper()} {value} is that of “{title}”",
                f"{kind.upper()} {value} 属于另一文献：“{title}”",
            )
            yield entry.problem("REF504", "error", message, kind)


REF504 = Rule(
    "REF504",
    Message("An identifier of another work", "标识符属于另一文献"),
    Message(
        "Runs with --online: the title there is unlike the entry's. Titles in different scripts are "
        "not compared.",
        "使用 --online 时检查：登记的题名与条目不符；文字不同的题名不作比较。",
    ),
    _another,
    failing=("@article{k, title={Lung cancer in women}, doi={10.1000/other}}",),
    passing=(
        "@article{k, title={Lung cancer in women}, doi={10.1000/sound}}",
        "@article{k, title={Lung cancer: a study of women}, doi={10.1000/short}}",
        "@article{k, title={女性肺癌}, doi={10.1000/other}}",
    ),
)

RULES = (REF502, REF503, REF504)
