"""Trial registry ids."""

from __future__ import annotations

import pytest

from zhengming.rules.registry import REG001, REG002

from .conftest import Check


@pytest.mark.parametrize(
    "text",
    [
        "NCT0270662", "NCT027066260", "NCT 0270662", "NCT0270662O",
        "ChiCTR180001234", "ChiCTR-TRC-1000123", "EudraCT 2004-00446-20", "ISRCTN1234567",
        "jRCT203120012", "UMIN00001234", "DRKS0001234", "ACTRN1260500000012", "KCT000123",
        "CTRI/2018/01/12345", "CTR2014001",
    ],
)  # fmt: skip
def test_malformed_ids_are_found_whole(text: str, check: Check) -> None:
    (finding,) = check(REG001, f"研究（{text}）正在进行。")
    assert (finding.span.start, finding.span.end) == (3, 3 + len(text))
    assert finding.fix is None


@pytest.mark.parametrize(
    "text",
    [
        "NCT02706626", "NCT 02706626", "ChiCTR1800012345", "ChiCTR-IOR-17013091",
        "EudraCT number 2004-000446-20", "ISRCTN12345678", "jRCTs031180001", "UMIN000012345",
        "DRKS00012345", "ACTRN12605000000123", "KCT0001234", "CTRI/2018/01/012345",
        "NCT", "NCT 42", "CTR 2", "the DRKS", "SNCT0270662",
    ],
)  # fmt: skip
def test_ids_and_other_words_pass(text: str, check: Check) -> None:
    assert check(REG001, f"研究（{text}）正在进行。") == []


def test_a_known_id_one_digit_away_is_offered(check: Check) -> None:
    (finding,) = check(REG001, "ALEX（NCT0207584）")
    assert "is NCT02075840 meant?" in finding.message.en


def test_an_id_of_another_trial_is_an_error(check: Check) -> None:
    (finding,) = check(REG002, "CROWN 研究（NCT02075840）")
    assert finding.severity == "error"
    assert "the trial ALEX, not CROWN" in finding.message.en


def test_an_id_that_nobody_knows_is_a_question(check: Check) -> None:
    (finding,) = check(REG002, "CROWN 研究（NCT99999999）")
    assert finding.severity == "question"


@pytest.mark.parametrize(
    "text",
    [
        "CROWN 研究（NCT03052608）",
        "与 CROWN 研究相比，一项新研究（NCT02075840）",
        "CROWN。NCT02075840",
        "NCT02075840（ALEX）",
    ],
)
def test_ids_that_belong_or_stand_elsewhere_pass(text: str, check: Check) -> None:
    assert check(REG002, text) == []
