"""The store that ships: every field of every entry has a source."""

import csv
from pathlib import Path

import pytest

from zhengming.references.bibtex.blocks import read_blocks
from zhengming.references.store import Store

REFERENCES = Path(__file__).parents[2] / "references"
FREE = {"language"}


@pytest.fixture(scope="module")
def entries():
    found = {}
    for path in sorted(REFERENCES.glob("*.bib")):
        blocks = read_blocks(path.read_text(encoding="utf-8"), path)
        assert not blocks.problems
        found.update(blocks.entries)
    return found


@pytest.fixture(scope="module")
def sources():
    with (REFERENCES / "sources.tsv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t"))


def test_it_loads():
    assert len(Store.load([REFERENCES])) >= 210


def test_every_field_was_seen_in_a_source(entries, sources):
    seen: dict[str, set[str]] = {}
    for row in sources:
        assert row["source"].strip(), row
        seen.setdefault(row["key"], set()).update(row["fields"].split(", "))
    assert seen.keys() == entries.keys()
    unseen = {key: set(entry.fields) - FREE - seen[key] for key, entry in entries.items()}
    assert {key: names for key, names in unseen.items() if names} == {}
    missing = {key: seen[key] - set(entry.fields) for key, entry in entries.items()}
    assert {key: names for key, names in missing.items() if names} == {}


def test_every_entry_can_be_cited(entries):
    for key, entry in entries.items():
        assert {"author", "title", "year"} <= entry.fields.keys(), key
        assert {"doi", "pmid", "url", "pages", "journal"} & entry.fields.keys(), key


def test_identifiers_are_one_work_each(entries):
    for name in ("doi", "pmid"):
        values = [entry.fields[name].lower() for entry in entries.values() if name in entry.fields]
        assert len(values) == len(set(values))
