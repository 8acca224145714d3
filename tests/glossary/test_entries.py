"""The quick reader of canonical files; the YAML parser is the second source."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhengming.errors import ZhengmingError
from zhengming.glossary.canonical import format_concepts, format_sources
from zhengming.glossary.concepts import concepts_of, parse_concepts, sources_of
from zhengming.glossary.entries import read_concepts, read_sources
from zhengming.glossary.evidence import weigher
from zhengming.glossary.model import Concept, Source, Spec, Term

GLOSSARY = Path(__file__).parents[2] / "glossary"
FILES = sorted(GLOSSARY.rglob("*.yaml"))
ENTRY = """\
- id: lorlatinib
  kind: drug
  targets: [ALK, 'c-ROS: 1']
  terms:
    - {text: 洛拉替尼, lang: zh-CN, status: preferred, sources: [nrdl-2025, unii]}
    - {text: 'PF: 1', lang: zxx, status: code, type: abbreviation}
  phase: '3'
  publication: {pmid: '12'}
  notes: 'it''s so'
  specs:
    - {in: 甲, out: 乙}
"""
TEXTS = st.text(st.sampled_from("a1-:,'\"[]{}?#&*!|>%@` ~=<.\\药é"), min_size=1, max_size=8)
SPOILERS = [
    *"-:,'\"[]{}?#&*!|>%@` \n\t~=<.a1药\\", "  ", "- ", ": ", " #", "''", "\x85", "\u2028", "\u2029", "\u3000",
    "\xa0", "\ufeff", "\x07", "\U0001f600", "---", "\n\n", "\n  ", "\n    - ", "<<: ", "!!str ", "? ", "{}", "[]",
]  # fmt: skip


SOURCES = """\
- id: nrdl-2025
  kind: reimbursement-list
  title: '目录: 2025'
  publisher: 国家医保局
  year: 2025
  where: https://example.org/a
  market: CN

- id: unii
  kind: unii
  title: it''s
"""


def _concepts(text: str, *, quick: bool) -> Any:
    """The concepts with the places that equality does not look at; None if it is left to the parser."""
    read = read_concepts if quick else concepts_of
    concepts = read(text, "x", weigher({}))
    return concepts and [
        (c, c.place, [t.place for t in c.terms], [s.place for s in c.specs]) for c in concepts
    ]


def _sources(text: str, *, quick: bool) -> Any:
    sources = (read_sources if quick else sources_of)(text, "x")
    return sources and [(source, source.place) for source in sources]


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.relative_to(GLOSSARY).as_posix())
def test_every_file_that_ships_is_read_entry_by_entry(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    read = _sources if path.name == "sources.yaml" else _concepts
    assert read(text, quick=True) == read(text, quick=False) != []


@given(st.lists(st.tuples(TEXTS, TEXTS, TEXTS, st.booleans()), min_size=1, max_size=4))
def test_what_is_written_in_the_canonical_form_is_read_entry_by_entry(
    rows: list[tuple[str, str, str, bool]],
) -> None:
    place = ("", 0)
    concepts = [
        Concept(
            id=f"{number}{one}", kind="drug", place=place, targets=(two, three) if more else (),
            terms=(Term(two, "en", "preferred", (one, three) if more else ()),),
            look_alikes=(one,), exceptions=() if more else (two, one), phase="3" if more else "1/2",
            publication={"doi": one} if more else {"pmid": two}, notes=three,
            specs=(Spec(one, two, place), Spec(two, one, place)) if more else (),
        )
        for number, (one, two, three, more) in enumerate(rows)
    ]  # fmt: skip
    text = format_concepts(concepts)
    assert _concepts(text, quick=True) == _concepts(text, quick=False) != []
    sources = [
        Source(concept.id, "paper", concept.notes, year=2020 if concept.specs else None)
        for concept in concepts
    ]
    text = format_sources(sources)
    assert _sources(text, quick=True) == _sources(text, quick=False) != []


CHANGES = st.lists(
    st.tuples(st.integers(0, len(ENTRY)), st.integers(0, 3), st.sampled_from(SPOILERS)),
    min_size=1, max_size=3,
)  # fmt: skip


def _spoilt(text: str, changes: list[tuple[int, int, str]]) -> str:
    for at, gone, new in changes:
        text = text[:at] + new + text[at + gone :]
    return text


@given(CHANGES)
def test_what_is_spoilt_is_read_as_the_parser_reads_it_or_left_to_it(
    changes: list[tuple[int, int, str]],
) -> None:
    for read, text in ((_concepts, _spoilt(ENTRY, changes)), (_sources, _spoilt(SOURCES, changes))):
        quick = read(text, quick=True)
        if quick:
            assert quick == read(text, quick=False)


@pytest.mark.parametrize(
    ("was", "becomes"),
    [
        ("  kind: drug", "  kind: drug # mine"),
        ("  kind: drug", "  kind: &k drug"),
        ("  kind: drug", "  kind: !!str drug"),
        ("  kind: drug", "  kind: drug\n  kind: trial"),
        ("  kind: drug", "  kind: drugs"),
        ("[nrdl-2025, unii]", "[nrdl-2025, *unii]"),
        ("[nrdl-2025, unii]", "[nrdl-2025, unii"),
        ("lang: zxx", "lang: zxx, lang: en"),
        ("status: code", "status: codes"),
        ("type: abbreviation", "type: abbreviation, setting: here"),
        ("'PF: 1'", "''"),
        ("洛拉替尼", "洛" * 201),
        ("  terms:\n", "  terms: []\n"),
        ("    - {in: 甲, out: 乙}\n", ""),
        ("in: 甲", "in: ''"),
        ("{pmid: '12'}", "{}"),
        ("phase: '3'", "phase: '5'"),
        ("'it''s so'", "'it''s\u2028so'"),
        ("- id: lorlatinib", "- id: ''"),
        ("- id", "id"),
    ],
)
def test_what_is_not_canonical_is_left_to_the_parser(was: str, becomes: str) -> None:
    assert was in ENTRY
    assert _concepts(ENTRY, quick=True)
    assert _concepts(ENTRY.replace(was, becomes, 1), quick=True) is None


@pytest.mark.parametrize(
    ("was", "becomes"),
    [
        ("kind: unii", "kind: book"),
        ("2025\n  where", "'2025'\n  where"),
        ("it''s", "''"),
        ("CN", "US"),
    ],
)
def test_a_document_that_is_not_canonical_too(was: str, becomes: str) -> None:
    assert was in SOURCES
    assert _sources(SOURCES, quick=True)
    assert _sources(SOURCES.replace(was, becomes, 1), quick=True) is None


def test_a_fault_is_told_with_its_line_all_the_same() -> None:
    twice = ENTRY.replace("  kind: drug", "  kind: drug\n  kind: trial")
    with pytest.raises(ZhengmingError, match="stands twice") as caught:
        parse_concepts(twice, "x")
    assert caught.value.line == 3
