"""Punctuation, width, brackets and figures."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.linear import is_linear
from zhengming.documents import parse_document
from zhengming.engine import normalize
from zhengming.glossary.load import LoadedGlossary
from zhengming.rules import Draft
from zhengming.rules.brackets import ZH005
from zhengming.rules.numbers import NUM001, NUM002, NUM003
from zhengming.rules.punctuation import ZH003
from zhengming.text.edit import apply_edits

from .conftest import Check


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("摘要: 当病情进展,医生会怎样?", "摘要： 当病情进展，医生会怎样？".replace(" ", "")),
        (
            "生长因子(VEGF)等,联用(如贝伐珠)吗?\n是。",
            "生长因子（VEGF）等，联用（如贝伐珠）吗？\n是。",
        ),
        ("“停工”,然后", "“停工”，然后"),
        ("单抗(如贝伐珠单抗),安全", "单抗（如贝伐珠单抗），安全"),
        ('这是"中文",他说:"好的",然后', '这是"中文"，他说："好的"，然后'),
        ("疗效好.安全.\n停药.", "疗效好。安全。\n停药。"),
    ],
)
def test_punctuation_between_chinese_characters(text: str, mended: str, check: Check) -> None:
    edits = [e for f in check(ZH003, text, path="a.txt") if f.fix for e in f.fix.edits]
    assert apply_edits(text, edits) == mended


@pytest.mark.parametrize(
    "text",
    [
        "比例为3:1,共1,000例", "函数f(x)", "见Fig. 1,表2", "ALK,医生", "surnames (曾, 仇, 解) here",
        "IC50(半数抑制浓度", "16:30开始", "一.引言", "张三. 题名", "附录.pdf", "省略......",
    ],
)  # fmt: skip
def test_punctuation_beside_latin_letters_is_left_alone(text: str, check: Check) -> None:
    assert check(ZH003, text, path="a.txt") == []


def test_many_marks_are_one_finding_with_all_edits(check: Check) -> None:
    (finding,) = check(ZH003, "有效,安全,经济," * 4, path="a.txt")
    assert finding.message.en.startswith("11 ")
    assert finding.fix
    assert len(finding.fix.edits) == 11


@given(st.text("汉字药,;:?!() “”（）\n1aAＡ劳拉替尼選", max_size=60))
def test_what_is_mended_holds_still(text: str) -> None:
    if text:
        draft = Draft(parse_document("a.txt", text.encode()), _NAMES[0])
        normalize(draft)  # raises if a second run would find something to do


_NAMES: list[LoadedGlossary] = []


@pytest.fixture(autouse=True, scope="module")
def _keep_names(names: LoadedGlossary) -> None:
    _NAMES.append(names)


@pytest.mark.parametrize(
    ("text", "lonely"),
    [
        ("（（甲）", "（"), ("甲）", "）"), ("［甲（乙］丙", "（"), ("”甲“", "”“"), ("《甲", "《"),
        ("组］", "］"), ("甲）" * 3, "）））"), ("（甲)", ")"), ("[甲,2", "["),
        (f"（{'甲' * 2000}https://example.org/a)", "（"),
    ],
)  # fmt: skip
def test_brackets_without_partner(text: str, lonely: str, check: Check) -> None:
    found = check(ZH005, text, path="a.txt")
    assert "".join(text[f.span.start] for f in found) == lonely


@pytest.mark.parametrize(
    "text",
    [
        "a) 疗效；b) 安全",
        "1）疗效",
        "（1）疗效 [0,1) 与 (0, 0.5]",
        "‘90s don’t",
        "好的 :-)",
        "（[甲]）",
    ],
)
def test_brackets_that_are_none_of_our_business(text: str, check: Check) -> None:
    assert check(ZH005, text, path="a.txt") == []


def test_deeply_nested_brackets_take_linear_time(check: Check) -> None:
    assert is_linear(
        lambda text: check(ZH005, text + "甲）" * (len(text) // 4), path="a.txt"), "（"
    )


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("HR=0.60，95% CI：0.37~0.49", True),
        ("HR=0.60，95% CI：0.37~0.99", False),
        ("HR 为 0.097 8（95% CI 0.1-0.2）", True),
        ("OR=2.5 (95% CI, 1.1 to 3.9)", False),
        ("HR=0.45， 95% CI： 0.298~0.672", False),
        ("HR 0.60 (95% CI 0.37-0.49)", True),
        ("HR, 0.60; 95% CI, 0.37 to 0.49", True),
        ("aHR was 0.60 (95% CI: 0.37–0.49)", True),
        ("the hazard ratio was 0.60 (95% CI, 0.37-0.49)", True),
        ("风险比为0.60（95% CI 0.37~0.49）", True),
        ("in 1 or 2 (95% CI 3-4)", False),
    ],
)
def test_a_ratio_and_its_interval(text: str, wrong: bool, check: Check) -> None:
    assert bool(check(NUM001, text)) is wrong


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("95% CI： 8.2~6.8", True),
        ("95% CI -0.9 to 0.5", False),
        ("95% CI 12.1%~34.2%", False),
        ("95%CI：19.8～未达到", False),
    ],
)
def test_an_interval_upside_down(text: str, wrong: bool, check: Check) -> None:
    assert bool(check(NUM002, text)) is wrong


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("33/149（22.1%）", False),
        ("103/147 (70.1%)", False),
        ("10/12（83.3%）", False),
        ("12/33（36.3%）", False),  # cut off
        ("12/33（36.5%）", True),
        ("1/2期，占5%", False),
        ("22.1%（33/149）", False),
        ("23.1%（33/149）", True),
    ],
)
def test_a_share_and_its_percentage(text: str, wrong: bool, check: Check) -> None:
    assert bool(check(NUM003, text)) is wrong


def test_of_thousands_of_lone_brackets_some_are_told_and_the_rest_counted(check: Check) -> None:
    found = check(ZH005, "[" * 1000, path="a.txt")
    assert len(found) == 201
    assert found[-1].message.en.startswith("800 more brackets")
    assert found[-1].span.start == 200
