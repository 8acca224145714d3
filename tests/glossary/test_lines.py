"""The quick reader of canonical files; the YAML parser is the second source."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhengming.errors import ZhengmingError
from zhengming.glossary.canonical import format_concepts, format_sources
from zhengming.glossary.lines import read_lines
from zhengming.glossary.model import Concept, Source, Spec, Term
from zhengming.glossary.tree import Mapping
from zhengming.glossary.yaml import read_yaml

GLOSSARY = Path(__file__).parents[2] / "glossary"
FILES = sorted(GLOSSARY.rglob("*.yaml"))
ENTRY = """\
- id: lorlatinib
  kind: drug
  targets: [ALK, 'c-ROS: 1']
  terms:
    - {text: 洛拉替尼, lang: zh-CN, status: preferred, sources: [nrdl-2025, unii]}
    - {text: 'PF: 1', lang: zxx, status: code, type: abbreviation}
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


def with_places(tree: Any) -> Any:
    """The tree with the places of its mappings, which equality of mappings does not look at."""
    if isinstance(tree, Mapping):
        return tree.line, [(key, tree.line_of(key), with_places(tree[key])) for key in tree]
    return [with_places(one) for one in tree] if isinstance(tree, list) else tree


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.relative_to(GLOSSARY).as_posix())
def test_every_file_that_ships_is_read_line_by_line(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert with_places(read_lines(text)) == with_places(read_yaml(text, path.name))


@given(st.lists(st.tuples(TEXTS, TEXTS, TEXTS, st.booleans()), min_size=1, max_size=4))
def test_what_is_written_in_the_canonical_form_is_read_line_by_line(
    rows: list[tuple[str, str, str, bool]],
) -> None:
    place = ("", 0)
    concepts = [
        Concept(
            id=f"{number}{one}", kind="drug", place=place, targets=(two, three) if more else (),
            terms=(Term(two, "en", "preferred", (one, three) if more else ()),),
            publication={"doi": one} if more else {"pmid": two}, notes=three,
            specs=(Spec(one, two, place),) if more else (),
        )
        for number, (one, two, three, more) in enumerate(rows)
    ]  # fmt: skip
    sources = [Source(concept.id, "paper", concept.notes) for concept in concepts]
    for text in (format_concepts(concepts), format_sources(sources)):
        assert with_places(read_lines(text)) == with_places(read_yaml(text, "x"))


@given(
    st.lists(
        st.tuples(st.integers(0, len(ENTRY)), st.integers(0, 3), st.sampled_from(SPOILERS)),
        min_size=1, max_size=3,
    )
)  # fmt: skip
def test_what_is_spoilt_is_read_as_the_parser_reads_it_or_left_to_it(
    changes: list[tuple[int, int, str]],
) -> None:
    text = ENTRY
    for at, gone, new in changes:
        text = text[:at] + new + text[at + gone :]
    quick = read_lines(text)
    if quick is not None:
        assert with_places(quick) == with_places(read_yaml(text, "x"))


@pytest.mark.parametrize(
    ("was", "becomes"),
    [
        ("  kind: drug", "  kind: drug # mine"),
        ("  kind: drug", "  kind: &k drug"),
        ("  kind: drug", "  kind: !!str drug"),
        ("  kind: drug", "  kind: drug\n  kind: trial"),
        ("[nrdl-2025, unii]", "[nrdl-2025, *unii]"),
        ("[nrdl-2025, unii]", "[nrdl-2025, unii"),
        ("lang: zxx", "lang: zxx, lang: en"),
        ("  terms:\n", "  terms: []\n"),
        ("    - {in: 甲, out: 乙}\n", ""),
        ("'it''s so'", "'it''s\u2028so'"),
        ("- id", "id"),
    ],
)
def test_what_is_not_canonical_is_left_to_the_parser(was: str, becomes: str) -> None:
    assert read_lines(ENTRY) is not None
    assert read_lines(ENTRY.replace(was, becomes, 1)) is None


def test_a_fault_is_told_with_its_line_all_the_same() -> None:
    twice = ENTRY.replace("  kind: drug", "  kind: drug\n  kind: trial")
    assert read_lines(twice) is None
    with pytest.raises(ZhengmingError, match="stands twice") as caught:
        read_yaml(twice, "x")
    assert caught.value.line == 3
