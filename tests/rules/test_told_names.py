"""Names that a text tells about are left as they are; names that it uses are not."""

from __future__ import annotations

import pytest

from zhengming.documents import parse_document
from zhengming.engine import normalize
from zhengming.glossary.load import LoadedGlossary
from zhengming.rules import Draft


@pytest.mark.parametrize(
    "text",
    [
        "洛拉替尼（曾用名劳拉替尼）治疗有效。",
        "洛拉替尼（曾用名：“劳拉替尼”）治疗有效。",
        "洛拉替尼又译劳拉替尼。",
        "洛拉替尼，旧称劳拉替尼，为第三代抑制剂。",
        "洛拉替尼（劳拉替尼）",
        "劳拉替尼（洛拉替尼）",
        "劳拉替尼与洛拉替尼为同一药物。",
        "洛拉替尼/劳拉替尼",
        "参见《劳拉替尼临床应用专家共识》。",
        "lorlatinib，译为劳拉替尼",
        "洛拉替尼误写为劳拉替尼者甚多。",
    ],
)
def test_a_name_that_is_told_about_stays(text: str, names: LoadedGlossary) -> None:
    draft = Draft(parse_document("a.txt", text.encode()), names)
    assert normalize(draft).text == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("《指南》推荐劳拉替尼。", "《指南》推荐洛拉替尼。"),
        ("洛拉替尼有效；停用后再用劳拉替尼。", "洛拉替尼有效；停用后再用洛拉替尼。"),
        ("患者又口服劳拉替尼。", "患者又口服洛拉替尼。"),
        ("lorlatinib（劳拉替尼）每日100 mg。", "lorlatinib（洛拉替尼）每日100 mg。"),
        ("色瑞替尼、劳拉替尼", "塞瑞替尼、洛拉替尼"),
        ("病例名称：劳拉替尼致高脂血症", "病例名称：洛拉替尼致高脂血症"),
    ],
)
def test_a_name_that_is_used_is_written_better(
    text: str, expected: str, names: LoadedGlossary
) -> None:
    draft = Draft(parse_document("a.txt", text.encode()), names)
    assert normalize(draft).text == expected
