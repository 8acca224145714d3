"""Exports as they come, against the references and problems a person read out of them.

``ZHENGMING_UPDATE=1`` rewrites the expectations; read the difference before committing it.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from pathlib import Path

import pytest

from zhengming.references.exchange import Import, read, write
from zhengming.references.model import Reference

FIXTURES = Path(__file__).parent / "fixtures"
EXPORTS = {
    "mixed.bib": "bibtex",
    "mixed.ris": "ris",
    "pubmed.nbib": "nbib",
    "pubmed.xml": "pubmed-xml",
    "endnote.xml": "endnote-xml",
    "endnote.enw": "enw",
    "cnki.enw": "enw",
    "cnki.net": "noteexpress",
    "wanfang.net": "noteexpress",
    "vip.net": "noteexpress",
    "cnki.refworks.txt": "refworks",
    "crossref-works.json": "crossref",
    "mixed.csl.json": "csl-json",
    "gbt-2015.txt": "text",
    "gbt-2025.txt": "text",
    "gbt-tight.txt": "text",
    "vancouver.txt": "text",
    "pubmed-cite.txt": "text",
}
WRITABLE = {name: kind for name, kind in EXPORTS.items() if kind in ("ris", "enw", "nbib")}
WRITABLE |= {"endnote.xml": "endnote-xml", "mixed.csl.json": "csl-json", "mixed.bib": "bibtex"}


def as_json(imported: Import) -> str:
    """What a person compares: one item a line with its line number, then the problems."""
    lines = [
        json.dumps({"line": one.line, **one.item}, ensure_ascii=False)
        for one in imported.references
    ]
    problems = [
        json.dumps([one.line, one.message.en, one.lost], ensure_ascii=False)
        for one in imported.problems
    ]
    return "\n".join([*lines, *problems, ""])


@pytest.mark.parametrize("name", EXPORTS)
def test_an_export_gives_what_a_person_reads_in_it(name: str) -> None:
    imported = read(FIXTURES / name)
    assert imported.format == EXPORTS[name]
    expected = FIXTURES / "expected" / f"{name}.jsonl"
    if os.environ.get("ZHENGMING_UPDATE"):
        expected.write_text(as_json(imported), encoding="utf-8", newline="\n")
    assert as_json(imported) == expected.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", EXPORTS)
def test_every_export_holds_at_least_five_records(name: str) -> None:
    assert len(read(FIXTURES / name).references) >= 5


def items(references: Iterable[Reference]) -> list[dict[str, object]]:
    return [dict(reference.item) for reference in references]


@pytest.mark.parametrize(("name", "kind"), WRITABLE.items())
def test_what_was_read_can_be_written_and_read_again(name: str, kind: str) -> None:
    first = read(FIXTURES / name)
    again = read(write(first.references, kind).encode(), format=kind)
    assert items(again.references) == items(first.references)


@pytest.mark.parametrize("kind", ["ris", "enw", "endnote-xml", "csl-json"])
@pytest.mark.parametrize("name", EXPORTS)
def test_any_format_can_become_any_other_without_losing_a_record(name: str, kind: str) -> None:
    first = read(FIXTURES / name)
    again = read(write(first.references, kind).encode(), format=kind)
    titles = [reference.item.get("title") for reference in first.references]
    assert [reference.item.get("title") for reference in again.references] == titles
