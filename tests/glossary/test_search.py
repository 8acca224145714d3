"""Every shipped name is found by itself, and what is near is never taken for it."""

from __future__ import annotations

import pytest

from zhengming import builtin
from zhengming.glossary.load import LoadedGlossary, load_glossary
from zhengming.glossary.model import Glossary
from zhengming.glossary.search import find_concepts, search


@pytest.fixture(scope="module")
def shipped() -> Glossary:
    return load_glossary([builtin.data_directory("glossary")]).glossary


def test_every_fiftieth_name_finds_its_concept_first(shipped: Glossary) -> None:
    terms = [(concept, term) for concept in shipped.concepts.values() for term in concept.terms]
    lost = [
        term.text
        for concept, term in terms[::50]
        if concept.id not in [found.id for found in find_concepts(shipped, term.text)]
    ]
    assert lost == []


@pytest.mark.parametrize(
    ("query", "how", "concept"),
    [
        ("洛拉替尼", "same", "lorlatinib"),
        ("LORLATINIB", "same", "lorlatinib"),
        ("pf 06463922", "same", "lorlatinib"),
        ("勞拉替尼", "same", "lorlatinib"),
        ("lorlatinib", "same", "lorlatinib"),
        ("洛拉", "starts", "lorlatinib"),
        ("06463922", "holds", "lorlatinib"),
        ("luolatini", "pinyin", "lorlatinib"),
        ("luo la ti ni", "pinyin", "lorlatinib"),
        ("lltn", "pinyin", "lorlatinib"),
        ("lorlatanib", "near", "lorlatinib"),
    ],
)
def test_a_name_is_found_however_it_is_written(
    small: LoadedGlossary, query: str, how: str, concept: str
) -> None:
    hit = search(small.glossary, query)[0]
    assert (hit.how, hit.concept.id) == (how, concept)


@pytest.mark.parametrize("query", ["", "  ", "-", "阿司匹林", "x" * 10_000])
def test_what_is_nowhere_is_not_found(small: LoadedGlossary, query: str) -> None:
    assert search(small.glossary, query) == []


def test_what_is_only_near_is_no_concept_of_that_name(small: LoadedGlossary) -> None:
    assert find_concepts(small.glossary, "洛拉替泥") == []
