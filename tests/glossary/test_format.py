from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from zhengming.errors import ZhengmingError
from zhengming.glossary.canonical import format_concepts
from zhengming.glossary.concepts import parse_concepts
from zhengming.glossary.format import format_file
from zhengming.glossary.model import LANGUAGES, SETTINGS, STATUSES, Concept, Spec, Term

GLOSSARY = Path(__file__).parents[2] / "glossary"
FILES = sorted(GLOSSARY.rglob("*.yaml"))


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.relative_to(GLOSSARY).as_posix())
def test_what_ships_is_canonical_to_the_byte(path: Path) -> None:
    data = path.read_bytes()
    assert format_file(data.decode(), path.name).encode() == data


MESSY = """\
- kind: drug
  terms: [{status: code, lang: zxx, text: "PF-1"}, {text: '洛拉替尼', status: preferred, lang: zh-CN}]
  id: lorlatinib
  look_alikes: [b, a]
- {id: a, kind: trial, publication: {pmid: 12, doi: 10.1/x}, phase: 3, terms: [
    {text: "CheckMate: 370", lang: en, status: preferred, sources: [s, r]}]}
"""
CLEAN = """\
- id: a
  kind: trial
  terms:
    - {text: 'CheckMate: 370', lang: en, status: preferred, sources: [s, r]}
  phase: '3'
  publication: {doi: 10.1/x, pmid: '12'}

- id: lorlatinib
  kind: drug
  terms:
    - {text: 洛拉替尼, lang: zh-CN, status: preferred}
    - {text: PF-1, lang: zxx, status: code}
  look_alikes: [a, b]
"""


def test_a_file_is_brought_into_order() -> None:
    assert format_file(MESSY, "terms.yaml") == CLEAN
    assert format_file(CLEAN, "terms.yaml") == CLEAN


def test_a_comment_is_not_thrown_away() -> None:
    with pytest.raises(ZhengmingError, match="a comment would be lost") as caught:
        format_file(CLEAN.replace("  kind: drug", "  kind: drug # mine"), "terms.yaml")
    assert caught.value.line == 9
    quoted = CLEAN.replace("PF-1", "'PF #1'")
    assert format_file(quoted, "terms.yaml") == quoted


TEXT = st.text(
    st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp", "Cn"], exclude_characters="\ufeff"),
    min_size=1,
    max_size=12,
) | st.sampled_from(["yes", "NO", "1", "1.5", "2024-01-02", "12:30", "null", "~", "- a", "#", "''"])
TERMS = st.builds(
    Term,
    TEXT,
    st.sampled_from(LANGUAGES),
    st.sampled_from(STATUSES),
    st.lists(TEXT, max_size=2).map(tuple),
    st.sampled_from(["fullForm", "abbreviation"]),
    st.sampled_from(["", *SETTINGS]),
)
CONCEPTS = st.builds(
    Concept,
    TEXT,
    st.just("drug"),
    st.lists(TERMS, min_size=1, max_size=3).map(tuple),
    st.just(("", 0)),
    notes=TEXT,
    specs=st.lists(st.builds(Spec, TEXT, TEXT, st.just(("", 0))), max_size=2).map(tuple),
)


@given(CONCEPTS)
def test_whatever_the_text_it_is_read_back_and_by_other_readers_too(concept: Concept) -> None:
    text = format_concepts([concept])
    (read,) = parse_concepts(text, "x")
    assert sorted(read.terms, key=repr) == sorted(concept.terms, key=repr)
    assert (read.id, read.notes, read.specs) == (concept.id, concept.notes, concept.specs)
    assert yaml.safe_load(text) == yaml.load(text, Loader=yaml.BaseLoader)
    assert format_file(text, "x") == text


@pytest.mark.parametrize("text", ["a\nb", "a\u2028b", "\ud800", "\ufeff", "\x07"])
def test_what_yaml_cannot_hold_is_refused(text: str) -> None:
    term = Term(text, "en", "preferred")
    with pytest.raises(ZhengmingError, match="cannot hold: U\\+"):
        format_concepts([Concept("a", "drug", (term,), ("", 0))])
