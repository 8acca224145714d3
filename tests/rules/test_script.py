"""From one script to the other: words decide, what is Traditional stays, names are the place's."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from zhengming import builtin
from zhengming.documents import parse_document
from zhengming.engine import normalize
from zhengming.glossary.load import LoadedGlossary, load_glossary
from zhengming.rules import Draft
from zhengming.rules.term_place import TERM011

from .conftest import Check

TRADITIONAL = ("zh-Hant", "zh-TW", "zh-HK")


def _written(text: str, script: str, names: LoadedGlossary, path: str = "a.md") -> str:
    return normalize(Draft(parse_document(path, text.encode()), names, script)).text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("头发脱落，随后发现口干。", "頭髮脫落，隨後發現口乾。"),
        ("里面的临床研究", "裡面的臨床研究"),
        ("头\n发脱落", "頭\n髮脫落"),
        ("> 理\n> 发", "> 理\n> 髮"),
        ("程序性死亡受体激活", "程序性死亡受體激活"),  # no words of another place
        ("干扰素治疗", "干擾素治療"),
        ("谷丙转氨酶升高，地塞米松、依托泊苷联合治疗", "谷丙轉氨酶升高，地塞米松、依托泊苷聯合治療"),
        ("`头发` [@头发2020] $头发$ <http://头发.cn> 头发", "`头发` [@头发2020] $头发$ <http://头发.cn> 頭髮"),
        ("## 后来\n\n头发\n", "## 後來\n\n頭髮\n"),
    ],
)  # fmt: skip
def test_simplified_text_is_converted(text: str, expected: str, names: LoadedGlossary) -> None:
    assert _written(text, "zh-TW", names) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("干擾素、面積、公里、台灣、前后", "干擾素、面積、公里、台灣、前后"),
        ("干擾素治疗", "干擾素治療"),
        ("皇后", "皇后"),
        ("抗PD-1療法の選択と头", "抗PD-1療法の選択と头"),
    ],
)
def test_what_may_be_traditional_stays(text: str, expected: str, names: LoadedGlossary) -> None:
    assert [_written(text, script, names) for script in TRADITIONAL] == [expected] * 3


def test_each_place_has_its_forms(names: LoadedGlossary) -> None:
    text = "台湾的线里"
    written = {script: _written(text, script, names) for script in (*TRADITIONAL, "keep")}
    assert written["zh-TW"] == "臺灣的線裡"
    assert written["zh-HK"] == "台灣的線裏"
    assert written["keep"] == text


def test_an_unsafe_fix_takes_no_place_from_a_safe_one(names: LoadedGlossary) -> None:
    """The punctuation in a run of ASCII marks is asked about; the characters are converted."""
    assert _written("头发,发现,治疗", "zh-TW", names) == "頭髮,發現,治療"


OWN = """
- id: lorlatinib-own
  kind: drug
  terms:
  - {text: 罗拉示尼, lang: zh-CN, status: preferred, sources: [list]}
  - {text: 罗甲示尼, lang: zh-CN, status: misspelling, sources: [list]}
  - {text: 樂瑞示尼, lang: zh-TW, status: preferred, sources: [list]}
- id: other-own
  kind: drug
  terms:
  - {text: 贝宁示单抗, lang: zh-CN, status: preferred, sources: [list]}
  - {text: 倍宁示单抗, lang: zh-CN, status: misspelling, sources: [list]}
"""
SOURCES = """
- id: list
  title: 本院药品目录
  kind: house
  publisher: 本院
  year: 2026
  where: 药剂科
"""


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> LoadedGlossary:
    path: Path = tmp_path_factory.mktemp("own")
    (path / "own.yaml").write_text(OWN, encoding="utf-8")
    (path / "sources.yaml").write_text(SOURCES, encoding="utf-8")
    return load_glossary([builtin.data_directory("glossary"), path])


@pytest.mark.parametrize(
    ("script", "text", "expected"),
    [
        ("zh-Hans", "口服罗拉示尼与倍寧示單抗", "口服罗拉示尼与贝宁示单抗"),
        ("zh-Hans", "口服樂瑞示尼", "口服乐瑞示尼"),  # a name of Taiwan is told, not rewritten
        ("zh-TW", "口服罗拉示尼与罗甲示尼", "口服樂瑞示尼與樂瑞示尼"),
        ("zh-TW", "口服羅拉\n示尼與倍寧示單抗", "口服樂瑞\n示尼與貝寧示單抗"),
        ("zh-HK", "口服罗拉示尼与罗甲示尼", "口服羅拉示尼與羅拉示尼"),
        ("keep", "口服羅甲示尼與倍寧示單抗", "口服羅拉示尼與貝寧示單抗"),
        ("keep", "口服罗甲示尼与倍宁示单抗", "口服罗拉示尼与贝宁示单抗"),
    ],
)
def test_names_of_the_place(script: str, text: str, expected: str, own: LoadedGlossary) -> None:
    assert _written(text, script, own) == expected


def test_a_name_of_another_place_is_told_with_the_own_one(
    own: LoadedGlossary, check: Check
) -> None:
    document = parse_document("a.md", "口服樂瑞示尼".encode())
    (found,) = TERM011.check(Draft(document, own))
    assert '"罗拉示尼"' in found.message.en
    assert found.fix is None


PARTS = st.sampled_from(
    ["头发", "後面", "后面", "干擾素", "干扰素", "乾", "只", "藥", "台湾", "臺灣", "劳拉替尼", "勞拉替尼",
     "帕博利珠单抗", "`头`", "$发$", "[@发]", "发**现**", "\n", "\n\n", "\n> ", "|", "。", ",", "𠮷", "の"]
)  # fmt: skip


@pytest.mark.parametrize("script", ["zh-Hans", *TRADITIONAL, "keep"])
@given(parts=st.lists(PARTS, min_size=1, max_size=14))
@settings(max_examples=60, deadline=None)
def test_conversion_holds_still(script: str, parts: list[str], names: LoadedGlossary) -> None:
    text = "".join(parts)
    before = parse_document("a.md", text.encode())
    once = _written(text, script, names)
    assert _written(once, script, names) == once
    assert parse_document("a.md", once.encode()).skeleton() == before.skeleton()
