from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhengming.errors import ZhengmingError
from zhengming.glossary.evidence import (
    DOCUMENT_KINDS,
    GRADES,
    grade_of,
    marketed,
    proves,
    witnesses,
)
from zhengming.glossary.load import load_glossary
from zhengming.glossary.model import Concept, Evidence, Source, Term
from zhengming.glossary.rewrite import rewrite

from .conftest import OFFICIAL, Load

SCHEMA = Path(__file__).parents[2] / "glossary/schema-sources.json"


def _documents(kinds: str) -> list[Source]:
    return [Source(f"{kind}-{at}", kind, kind) for at, kind in enumerate(kinds.split())]


@pytest.mark.parametrize(
    ("kinds", "grade"),
    [
        *((kind, "A") for kind in OFFICIAL),
        ("page label", "A"),
        ("guideline", "B"),
        ("label-transcription page", "B"),
        ("label-transcription label-transcription", "B"),
        ("label-transcription", "C"),
        ("label-transcription house", "C"),
        ("paper paper", "B"),
        ("paper", "C"),
        ("paper page filing", "C"),
        ("page page filing", "C"),
        ("house", "D"),
        ("", "D"),
    ],
)
def test_the_grade_follows_from_the_kinds_of_documents(kinds: str, grade: str) -> None:
    assert grade_of(_documents(kinds)) == grade


KINDS = st.lists(st.sampled_from(sorted(DOCUMENT_KINDS)), max_size=5).map(" ".join)


@given(KINDS, KINDS)
def test_a_further_document_never_lowers_a_grade(some: str, more: str) -> None:
    order = list(GRADES)
    both = grade_of(_documents(f"{some} {more}"))
    assert order.index(both) <= order.index(grade_of(_documents(some)))


def test_pages_of_one_publisher_are_one_witness_and_papers_are_each_their_own() -> None:
    pages = [Source("a", "page", "", "Press"), Source("b", "page", "", "Press")]
    papers = [Source("c", "paper", "", "Journal"), Source("d", "paper", "", "Journal")]
    assert [witnesses(pages), witnesses(papers), witnesses([*pages, *papers])] == [1, 2, 3]


@pytest.mark.parametrize(
    ("variant", "target", "safe"),
    [
        (Evidence("B", 1), Evidence("B", 1), True),
        (Evidence("B", 1), Evidence("C", 5), False),
        (Evidence("C", 1), Evidence("A", 1), False),
        (Evidence("C", 2), Evidence("C", 1), True),
        (Evidence("C", 2), Evidence("D", 0), False),
        (Evidence("D", 0), Evidence("A", 3), False),
        (Evidence("D", 0, own=True), Evidence("D", 0), True),
        (Evidence("C", 2), Evidence("D", 0, own=True), True),
        (Evidence("C", 1), Evidence("D", 0, own=True), False),
    ],
)
def test_the_rule_of_safe_rewrites(variant: Evidence, target: Evidence, safe: bool) -> None:
    terms = [Term("甲乙", "zh-CN", "deprecated"), Term("丙丁", "zh-CN", "preferred")]
    one, two = (
        Term(term.text, term.lang, term.status, evidence=evidence)
        for term, evidence in zip(terms, (variant, target), strict=True)
    )
    assert proves(one, two) is safe


@pytest.mark.parametrize(
    ("variant", "preferred", "expected"),
    [
        ("[paper]", "[label]", "甲乙"),
        ("[guideline]", "[label]", "丙丁"),
        ("[guideline]", "[paper]", "甲乙"),
        ("[paper, page]", "[paper]", "丙丁"),
        ("[house]", "[]", "丙丁"),
    ],
)
def test_only_what_the_rule_allows_is_rewritten(
    load: Load, variant: str, preferred: str, expected: str
) -> None:
    names = load(
        "- id: a\n  kind: drug\n  terms:\n"
        f"    - {{text: 丙丁, lang: zh-CN, status: preferred, sources: {preferred}}}\n"
        f"    - {{text: 甲乙, lang: zh-CN, status: deprecated, sources: {variant}}}\n"
    )
    assert rewrite("甲乙", names.matcher) == expected


def test_a_document_of_an_unknown_kind_is_refused(tmp_path: Path) -> None:
    (tmp_path / "sources.yaml").write_text("- {id: a, kind: blog, title: A blog}\n", "utf-8")
    with pytest.raises(ZhengmingError, match='"blog" is no kind') as caught:
        load_glossary([tmp_path])
    assert caught.value.line == 1


def test_the_schema_knows_the_same_kinds() -> None:
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    kinds = schema["items"]["properties"]["kind"]["enum"]
    assert {*kinds, "house"} == {*DOCUMENT_KINDS}


def test_a_drug_is_on_the_market_where_one_of_its_documents_shows_it() -> None:
    terms = (
        Term("甲", "zh-CN", "preferred", ("list", "paper")),
        Term("a", "en", "preferred", ("unii",)),
    )
    concept = Concept("a", "drug", terms, ("", 0))
    listed = Source("list", "reimbursement-list", "目录", market="CN")
    sources = {"list": listed, "unii": Source("unii", "unii", "UNII")}
    assert marketed(concept, sources) == ("list",)
    assert marketed(concept, {"unii": sources["unii"]}) == ()
