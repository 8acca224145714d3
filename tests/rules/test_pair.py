"""The two abstracts of an article beside each other."""

from __future__ import annotations

from decimal import Decimal

import pytest

from zhengming.documents import parse_document
from zhengming.rules.pair import PAIR001, PAIR004
from zhengming.rules.pair_numbers import numbers
from zhengming.text.span import Span

from .conftest import Check


def _pair(chinese: str, english: str) -> str:
    return f"题名\n摘要：{chinese}\n关键词：肺癌\nAbstract: {english}\nKey words: lung\n"


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("1,720 例", ["1720"]),
        ("1 720 例", ["1720"]),
        ("P=0.097 8。", ["0.0978"]),
        ("P<0.000 1）", ["0.0001"]),
        ("P < .05", [".05"]),
        ("3%~7%", ["3", "7"]),
        ("3%-7%", ["3", "7"]),
        ("TPX-0131、EML4、L1196M", []),
        ("1.2万例", []),
        ("Sixty-two of one hundred and five", ["62", "105"]),
    ],
)
def test_numbers_of_both_languages(text: str, values: list[str]) -> None:
    (block,) = parse_document("a.txt", text.encode()).blocks
    assert [number.value for number in numbers(block, Span(0, len(text)))] == [
        Decimal(value) for value in values
    ]


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("纳入172例，74%缓解。", "In 172 patients, 74% responded."),
        ("2019年1月至2021年12月纳入62例。", "Sixty-two patients, January 2019 to December 2021."),
        ("有效率10.90%（P<0.001）。", "The rate was 10.9% (P < .001)."),
        ("3例缓解，5例进展。", "Three responded and five progressed."),
    ],
)
def test_the_same_numbers_pass(chinese: str, english: str, check: Check) -> None:
    assert check(PAIR004, _pair(chinese, english), path="a.txt") == []


def test_a_number_is_told_once_on_each_side(check: Check) -> None:
    text = _pair("41.6个月，再次41.6个月。", "It was 46.1 months.")
    found = check(PAIR004, text, path="a.txt")
    assert [text[f.span.start : f.span.end] for f in found] == ["41.6", "46.1"]


def test_a_name_with_several_meanings_is_not_compared(check: Check) -> None:
    assert check(PAIR001, _pair("瑞齐替尼有效。", "It was effective."), path="a.txt") == []


def test_the_body_is_not_compared(check: Check) -> None:
    text = _pair("洛拉替尼有效。", "Lorlatinib was effective.") + "1 前言\n克唑替尼 41.6 个月。\n"
    assert check(PAIR001, text, path="a.txt") == check(PAIR004, text, path="a.txt") == []


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("【摘要】目的 ", "【Abstract】Objective "),
        ("[摘 要]　目的：", "[Abstract] Objective "),
        ("［摘要］", "［ABSTRACT］"),
        ("摘要 目的 ", "Abstract: Objective "),
    ],
)
def test_headings_of_abstracts(chinese: str, english: str, check: Check) -> None:
    text = f"题名\n\n{chinese}洛拉替尼有效。\n\n{english}Alectinib was effective.\n"
    found = check(PAIR001, text)
    assert [text[f.span.start : f.span.end] for f in found] == ["洛拉替尼", "Alectinib"]
