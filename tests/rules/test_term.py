"""Names that the glossary does not know, confuses, or gives to another drug."""

from __future__ import annotations

import json

import pytest

from zhengming.rules.near import Near, one_edit_apart
from zhengming.rules.stems import drug_like
from zhengming.rules.term_alias import TERM010
from zhengming.rules.term_lookalike import TERM005
from zhengming.rules.term_spelling import TERM009
from zhengming.rules.term_unknown import TERM004
from zhengming.rules.term_words import TERM008

from .conftest import Check


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("洛拉替尼", "劳拉替尼", True),
        ("罗拉替尼", "拉罗替尼", True),
        ("拉替尼", "洛拉替尼", True),
        ("洛拉替尼", "洛拉替尼", False),
        ("恩沙替尼", "阿法替尼", False),
        ("ab", "abcd", False),
        ("NCT0270662", "NCT02706626", True),
    ],
)
def test_one_edit_apart(one: str, other: str, apart: bool) -> None:
    assert one_edit_apart(one, other) is apart
    assert one_edit_apart(other, one) is apart


@pytest.mark.parametrize(
    "text",
    [
        "替尼泊苷", "莫达非尼", "吡非尼酮", "非尼拉敏", "西利宾安", "帕利哌酮", "利塞膦酸钠",
        "尤利塞斯", "佐米曲普坦", "恩曲他滨", "司莫司汀", "阿昔莫司", "阿克苏", "阿克林",
        "某单抗", "替尼类药物", "单抗", "hobart", "emtricitabine", "april", "stab", "mab",
    ],
)  # fmt: skip
def test_words_with_a_stem_that_are_no_name_of_the_class(text: str) -> None:
    assert list(drug_like(text)) == []


def test_an_unknown_name_is_told_once_with_its_neighbours(check: Check) -> None:
    found = check(TERM004, "使用恩莎替尼治疗。恩莎替尼有效。")
    names = check(TERM004, "口服洛纳替尼。洛纳\n替尼有效。")
    assert found == []  # a variant that the glossary lists is TERM001's or TERM002's
    (finding,) = names
    assert "near names: 洛布替尼, 洛拉替尼" in finding.message.en
    assert finding.fix is None


def test_look_alikes_are_told_once_a_pair_at_the_one_without_explanation(check: Check) -> None:
    text = "恩沙替尼（ensartinib）有效。恩曲替尼亦有效。恩曲替尼安全。"
    (finding,) = check(TERM005, text)
    assert finding.span.start == text.index("恩曲替尼")


def test_an_alias_of_its_own_drug_in_brackets_passes(check: Check) -> None:
    assert check(TERM010, "洛拉替尼（lorlatinib，PF-06463922）与克唑替尼（crizotinib）") == []


COLUMNS = "药品名称\n\n洛拉替尼\n\n恩曲替尼\n\n别名\n\nPF-06463922\n\n{}\n\n靶点\n\nALK\n"


@pytest.mark.parametrize(("alias", "wrong"), [("TPX-0005", True), ("RXDX-101", False)])
def test_columns_that_extraction_wrote_below_each_other(
    alias: str, wrong: bool, check: Check
) -> None:
    found = check(TERM010, COLUMNS.format(alias), path="draft.txt")
    assert bool(found) is wrong
    if wrong:
        assert "repotrectinib, but is given here for entrectinib" in found[0].message.en


def test_columns_that_never_agree_are_not_read(check: Check) -> None:
    text = "药品名称\n洛拉替尼\n恩曲替尼\n别名\nTPX-0005\nPF-06463922\n"
    assert check(TERM010, text, path="draft.txt") == []


def test_another_spelling_is_mended_only_when_asked(check: Check) -> None:
    (finding,) = check(TERM009, "PF06463922")
    assert finding.fix
    assert finding.fix.safety == "unsafe"
    assert finding.fix.edits[0].content == "-"


def test_near_names_are_those_one_edit_away() -> None:
    near = Near(["NCT02706626", "NCT03052608", "NCT02706628"])
    assert near.of(["NCT0270662"]) == ["NCT02706626", "NCT02706628"]
    assert near.of(["NCT02706626"]) == ["NCT02706628"]
    assert near.of(["NCT99999999"]) == []


def test_words_of_notebooks_are_found_where_they_are_escaped(check: Check) -> None:
    cell = {"cell_type": "markdown", "metadata": {}, "source": ["这是禁忌症。"]}
    notebook = json.dumps({"cells": [cell], "metadata": {}, "nbformat": 4, "nbformat_minor": 5})
    assert len(check(TERM008, notebook, path="a.ipynb")) == 1
