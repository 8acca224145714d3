from __future__ import annotations

import pytest

from zhengming.citations.narrative import author_words, before_number

ZH = [{"family": "李", "given": "明"}, {"family": "王", "given": "芳"}, {"literal": "others"}]
EN = [
    {"family": "Smith", "given": "A."},
    {"family": "Berg", "given": "B.", "non-dropping-particle": "van den"},
    {"family": "Roe", "given": "C."},
]


@pytest.mark.parametrize(
    ("authors", "expected"),
    [
        (ZH[:1], "李明"),
        (ZH[:2], "李明和王芳"),
        (ZH, "李明等"),
        (EN[:1], "Smith"),
        (EN[:2], "Smith and van den Berg"),
        (EN, "Smith et al."),
        ([EN[0], ZH[-1]], "Smith et al."),
        ([{"literal": "世界卫生组织"}], "世界卫生组织"),
    ],
)
def test_authors_as_a_sentence_names_them(authors: list[dict[str, str]], expected: str) -> None:
    assert author_words({"author": authors, "title": "T"}) == expected


def test_without_authors_the_title_stands() -> None:
    assert author_words({"title": "指南"}) == "指南"


def test_a_space_only_where_it_belongs() -> None:
    assert before_number("李明等", "[1]") == "李明等[1]"
    assert before_number("Smith", "(1)") == "Smith (1)"
    assert before_number("Smith", "<sup>[1]</sup>") == "Smith<sup>[1]</sup>"
