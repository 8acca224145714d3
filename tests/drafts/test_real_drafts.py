"""The two real drafts of the measured material: every name found, nothing else touched."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from zhengming import builtin
from zhengming.documents import parse_document, read_document
from zhengming.engine import normalize
from zhengming.glossary.load import LoadedGlossary, load_glossary
from zhengming.rules import Draft

FILES = {"A": "patient-article.txt", "B": "review.txt"}
# 复瑞替尼 stands only inside 丁二酸复瑞替尼, which is the mention.
INSIDE_ANOTHER = {("B", "复瑞替尼"): 1}


@pytest.fixture(scope="module")
def names() -> LoadedGlossary:
    return load_glossary([builtin.data_directory("glossary")])


def _draft(shared: Path, text: str, names: LoadedGlossary) -> Draft:
    return Draft(read_document(shared / "drafts" / FILES[text]), names)


def test_every_drug_mention_of_the_inventory_is_found_and_none_invented(
    shared: Path, names: LoadedGlossary
) -> None:
    inventory = json.loads((shared / "drafts/inventory.json").read_text(encoding="utf-8"))
    expected: Counter[tuple[str, str]] = Counter()
    lines: dict[tuple[str, str], set[int]] = {}
    for form in (form for drug in inventory["drugs"] for form in drug["surface_forms"]):
        key = (form["text"], form["form"])
        expected[key] += form["count"]
        lines.setdefault(key, set()).update(form["lines"])
    found: Counter[tuple[str, str]] = Counter()
    found_lines: dict[tuple[str, str], set[int]] = {}
    for text in FILES:
        draft = _draft(shared, text, names)
        for located in draft.mentions:
            if located.mention.sense.concept.kind == "drug":
                span = located.span
                key = (text, draft.document.text[span.start : span.end])
                found[key] += 1
                line, _ = draft.document.lines.position(span.start)
                found_lines.setdefault(key, set()).add(line)
    assert found == expected - Counter(INSIDE_ANOTHER)
    assert all(lines[key] <= found_lines[key] for key in found)


CHANGES = {
    "A": {("劳", "洛"): 3, ("色", "塞"): 2, ("選擇", "选择"): 1},
    "B": {("-", " "): 2, ("博", "波"): 1, ("", " "): 1},
}


@pytest.mark.parametrize("text", FILES)
def test_normalize_changes_what_a_careful_editor_would_and_nothing_else(
    text: str, shared: Path, names: LoadedGlossary
) -> None:
    draft = _draft(shared, text, names)
    fixed = normalize(draft)
    changes = Counter(
        (draft.document.text[edit.span.start : edit.span.end], edit.content)
        for finding in fixed.applied
        if finding.fix
        for edit in finding.fix.edits
    )
    assert changes == CHANGES[text]


@pytest.mark.parametrize("text", FILES)
def test_a_second_run_changes_nothing(text: str, shared: Path, names: LoadedGlossary) -> None:
    draft = _draft(shared, text, names)
    again = parse_document(draft.document.path, normalize(draft).data)
    assert not normalize(Draft(again, names)).applied
