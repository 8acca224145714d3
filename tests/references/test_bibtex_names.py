"""Names and name lists."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhengming.references.bibtex.people import parse_names, split_names

OTHERS = {"literal": "others"}


def western(given, family, **more):
    return {"family": family, "given": given, **more}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("王可", {"family": "王", "given": "可"}),
        ("王 可", {"family": "王", "given": "可"}),
        ("王, 可", {"family": "王", "given": "可"}),
        ("欧阳修", {"family": "欧阳", "given": "修"}),
        ("王 小 明", {"family": "王", "given": "小明"}),
        ("丸山 敏秋", {"family": "丸山", "given": "敏秋"}),
        ("中国抗癌协会 肺癌专业委员会", {"literal": "中国抗癌协会 肺癌专业委员会"}),
        ("CSCO 指南工作委员会", {"literal": "CSCO 指南工作委员会"}),
        ("{中国抗癌协会}肺癌专业委员会", {"literal": "中国抗癌协会肺癌专业委员会"}),
        ("昂温 G", western("G.", "昂温")),
        ("昂温 P. S.", western("P. S.", "昂温")),
        ("山田 はなこ", {"literal": "山田 はなこ"}),
        ("埃里克·坎德尔", {"literal": "埃里克·坎德尔"}),
        ("丸山敏秋", {"literal": "丸山敏秋"}),
        ("贵州省土壤普查办公室", {"literal": "贵州省土壤普查办公室"}),
        ("{国家卫生健康委员会}", {"literal": "国家卫生健康委员会"}),
        ("{World Health Organization}", {"literal": "World Health Organization"}),
        ("Camidge, D. Ross", western("D. Ross", "Camidge")),
        ("D. Ross Camidge", western("D. Ross", "Camidge")),
        ("Camidge DR", western("D. R.", "Camidge")),
        ("De Pas T", western("T.", "De Pas")),
        ("van der Berg, Jan", western("Jan", "Berg", **{"non-dropping-particle": "van der"})),
        ("Jan van der Berg", western("Jan", "Berg", **{"non-dropping-particle": "van der"})),
        ("Peebles, Jr, Peyton Z.", western("Peyton Z.", "Peebles", suffix="Jr")),
        ("Peebles, Peyton Z., Jr", western("Peyton Z.", "Peebles", suffix="Jr")),
        (r"J{\"a}nne, Pasi A.", western("Pasi A.", "Jänne")),
        (r"{\'A}lvarez, Luc{\'\i}a", western("Lucía", "Álvarez")),
        ("family=Berg, given=Jan, prefix=van den",
         western("Jan", "Berg", **{"non-dropping-particle": "van den"})),
        ("Wei LI", western("Wei", "LI")),
        ("Plato", {"family": "Plato"}),
        ("others", OTHERS),
    ],
)  # fmt: skip
def test_one_name(text, name):
    assert parse_names(text) == [name]


def test_lists():
    assert parse_names("Shaw, A. T. and Bauer, T. M. and others") == [
        western("A. T.", "Shaw"),
        western("T. M.", "Bauer"),
        OTHERS,
    ]
    assert parse_names("张三，李四；王五 and 等") == [
        {"family": "张", "given": "三"},
        {"family": "李", "given": "四"},
        {"family": "王", "given": "五"},
        OTHERS,
    ]
    assert parse_names("{Barnes and Noble} and\n  Anderson, Andy") == [
        {"literal": "Barnes and Noble"},
        western("Andy", "Anderson"),
    ]


def test_initials_need_one_clear_case_in_the_list():
    """``LI`` may be a surname; beside ``DR`` it is initials like all the others."""
    assert parse_names("Ou LI and Camidge DR")[0] == western("L. I.", "Ou")
    assert parse_names("Wei LI and Yang WU")[0] == western("Wei", "LI")


@given(st.text("{}, and王A\\", max_size=40))
def test_any_text_gives_names_and_ends(text):
    for name in parse_names(text):
        assert name.get("family") or name.get("literal") is not None


@given(st.lists(st.text("abc王", min_size=1, max_size=5), min_size=1, max_size=6))
def test_joining_and_splitting_are_inverse(names):
    assert split_names(" and ".join(names)) == names
