"""First mentions, where the policy asks for them."""

from __future__ import annotations

import pytest

from zhengming.rules.first import FIRST001, FIRST002
from zhengming.rules.policy import Policy
from zhengming.text.edit import apply_edits

from .conftest import Check

DRUG = Policy(first_mention=frozenset({"drug"}))
TRIAL = Policy(first_mention=frozenset({"trial"}))


def test_nothing_is_asked_by_default(check: Check) -> None:
    assert check(FIRST001, "患者口服洛拉替尼。") == []
    assert check(FIRST002, "CROWN 研究显示有效。") == []


@pytest.mark.parametrize(
    "text",
    [
        "洛拉替尼（lorlatinib）有效，洛拉替尼安全。",
        "洛拉替尼(Lorlatinib，PF-06463922)有效。",
        "洛拉替尼（lorla⁃\ntinib）有效。",
        "lorlatinib（洛拉替尼）有效。",
        "# 洛拉替尼\n\n洛拉替尼（lorlatinib）有效。",
        "摘要：洛拉替尼有效。\n\n# 前言\n\n洛拉替尼（lorlatinib）有效。",
        "| 药品 |\n| --- |\n| 洛拉替尼 |\n",
        "Patients took lorlatinib.",
        "TPX-0131 有效。",
    ],
)
def test_a_drug_that_is_explained_or_need_not_be(text: str, check: Check) -> None:
    assert check(FIRST001, text, policy=DRUG) == []


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("口服洛拉替尼，后停药。", "口服洛拉替尼（lorlatinib），后停药。"),
        ("口服lorlatinib，后停药。", "口服lorlatinib（洛拉替尼），后停药。"),
        (
            "洛拉替尼（克唑替尼（crizotinib）之后）",
            "洛拉替尼（lorlatinib）（克唑替尼（crizotinib）之后）",
        ),
    ],
)
def test_the_fix_is_for_a_person_to_take(text: str, mended: str, check: Check) -> None:
    (found,) = check(FIRST001, text, policy=DRUG)
    assert found.fix is not None
    assert found.fix.safety == "unsafe"
    assert apply_edits(text, found.fix.edits) == mended
    assert check(FIRST001, mended, policy=DRUG) == []


def test_a_trial_is_known_by_its_number(check: Check) -> None:
    (found,) = check(FIRST002, "在 CROWN 研究中有效，CROWN 继续。", policy=TRIAL)
    assert "NCT03052608" in found.message.en
    assert check(FIRST002, "在 CROWN 研究（NCT03052608）中有效，CROWN 继续。", policy=TRIAL) == []
