"""Numbered citations in every form that Chinese and English journals print."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.linear import is_linear
from zhengming.citations.numbered import find_numbered, numbers_of
from zhengming.documents import parse_document


def _found(text: str, path: str = "draft.md") -> list[tuple[str, tuple[int, ...], str]]:
    document = parse_document(path, text.encode())
    return [
        (document.text[marker.span.start : marker.span.end], marker.numbers, marker.fault)
        for marker in find_numbered(document)
    ]


@pytest.mark.parametrize(
    ("text", "written", "numbers"),
    [
        ("研究[1]。", "[1]", (1,)),
        ("研究［1］。", "［1］", (1,)),
        ("研究〔12〕。", "〔12〕", (12,)),
        ("研究【7，9】。", "【7，9】", (7, 9)),
        ("study [1,3-5].", "[1,3-5]", (1, 3, 4, 5)),
        ("能力［10， 15， 38］。", "［10， 15， 38］", (10, 15, 38)),
        ("常见［3–4］。", "［3–4］", (3, 4)),
        ("常见［3～5；9］。", "［3～5；9］", (3, 4, 5, 9)),
        ("研究<sup>1</sup>。", "1", (1,)),
        ("研究<sup>[1]</sup>。", "[1]", (1,)),
        ("研究^1,2^。", "^1,2^", (1, 2)),
        ("研究¹²。", "¹²", (12,)),
        ("研究¹，³。", "¹，³", (1, 3)),
        ("a trial¹", "¹", (1,)),
        ("a trial.²", "²", (2,)),
        ("有关［39-\n40］。", "［39-\n40］", (39, 40)),
        ("有关［\n2，3］。", "［\n2，3］", (2, 3)),
        ("> 有关［1］。", "［1］", (1,)),
    ],
)
def test_every_form_is_found(text: str, written: str, numbers: tuple[int, ...]) -> None:
    assert _found(text) == [(written, numbers, "")]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("研究[1]-[3]。", [(1,), (2, 3)]),
        ("研究［1］～［3，5］。", [(1,), (2, 3, 5)]),
        ("as shown [2] – [4]", [(2,), (3, 4)]),
        ("研究[1]、[3]，[5]-[4]。", [(1,), (3,), (5,), (4,)]),
        ("研究[1]-[90]。", [(1,), (90,)]),
    ],
)
def test_a_range_of_brackets_is_one_of_numbers(text: str, numbers: list[tuple[int, ...]]) -> None:
    assert [found for _, found, _ in _found(text)] == numbers


@pytest.mark.parametrize(
    "text",
    [
        "题名[J]. 图书[M/OL].",
        "95% CI [37, 49]",
        "95%置信区间［37，49］",
        "四分位距为 [3, 18]",
        "[0.37, 0.49]",
        "[0, 1]",
        "x = [1, 2, 3]",
        "国发〔2019〕5号",
        "评分 [1-100]",
        "数组[3, 9] and the array [1, 2]",
        "［12 例］",
        "［四分位距（IQR）：2.9~18.1］",
        "区间 (0, 5]",
        "10² m² 10⁹/L χ² cm³",
        "采用¹⁸F-FDG",
        "采用<sup>18</sup>F-FDG，10<sup>9</sup>",
        "Ca²⁺ 与 Fe³+",
        "`[1]` 与 $x^2$",
        "[1](http://example.org)",
        "[1]: http://example.org",
        "脚注[^1]\n\n[^1]: 注",
        "下列［\n1 起效\n2 缓解",
    ],
)
def test_what_only_looks_like_a_citation_is_none(text: str) -> None:
    assert _found(text) == []


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("ALTA-3 研究 45］表明", ("45］", (45,), "opening")),
        ("研究45]表明", ("45]", (45,), "opening")),
        ("研究［44-45 表明", ("［44-45", (44, 45), "closing")),
        ("研究[45］表明", ("[45］", (45,), "unlike")),
    ],
)
def test_a_bracket_that_is_missing_or_unlike_is_told(
    text: str, fault: tuple[str, tuple[int, ...], str]
) -> None:
    assert _found(text, "draft.txt") == [fault]


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("a.html", '<p>研究<sup class="ref">1,2</sup>。H<sub>2</sub>O</p>'),
        ("a.tex", "研究\\textsuperscript{1,2}。CO\\textsubscript{2} 与 $x^{2}$。"),
    ],
)
def test_raised_numbers_in_other_formats(path: str, text: str) -> None:
    assert _found(text, path) == [("1,2", (1, 2), "")]


def test_a_reference_list_holds_no_citations() -> None:
    assert _found("甲［2］。\n\n# 参考文献\n\n［1］甲. 题[J].\n\n［2］乙. 题[J].\n") == [
        ("［2］", (2,), "")
    ]


def test_table_cells_are_marked() -> None:
    document = parse_document("a.md", "| 研究 |\n| --- |\n| ALEX［9］ |\n".encode())
    assert [marker.in_cell for marker in find_numbered(document)] == [True]


@pytest.mark.parametrize("written", ["", "3-1", "1-90", "0", "1,0", "a"])
def test_lists_that_cannot_be_citations(written: str) -> None:
    assert numbers_of(written) == ()


@given(
    st.lists(
        st.sampled_from(
            ["[", "］", "1", ",", "-", "²", "^", "研究", "45", " ", "\n", "<sup>", "</sup>"]
        )
    )
)
def test_markers_are_ordered_and_disjoint(pieces: list[str]) -> None:
    document = parse_document("a.md", ("。" + "".join(pieces)).encode())
    markers = find_numbered(document)
    ends = [0, *(marker.span.end for marker in markers)]
    assert all(end <= marker.span.start for end, marker in zip(ends, markers, strict=False))


@pytest.mark.parametrize("unit", ["1,", "1、", "[1", "1]", "[", "^1", "¹，", "1 "])
def test_time_is_linear(unit: str) -> None:
    assert is_linear(lambda text: find_numbered(parse_document("a.txt", text.encode())), unit)
