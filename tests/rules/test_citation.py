"""Numbered citations against each other and against the list in the text."""

from __future__ import annotations

from zhengming.documents import parse_document
from zhengming.engine import normalize
from zhengming.glossary.load import LoadedGlossary
from zhengming.references.model import Reference
from zhengming.references.store import Store
from zhengming.rules import Draft
from zhengming.rules.citation import CITE001, CITE002, CITE004, CITE007
from zhengming.rules.citation_keys import CITE008, CITE009
from zhengming.rules.citation_list import CITE003, CITE005, CITE006

from .conftest import Check

LIST = "参考文献\n[1] 甲. 克唑替尼治疗肺癌的疗效观察[J].\n[2] 乙. 洛拉替尼与脑转移的研究[J].\n"


def _said(found: list) -> list[str]:
    return [finding.message.en for finding in found]


def test_gaps_are_told_where_the_numbering_goes_on(check: Check) -> None:
    found = check(CITE002, "甲［1］乙［2］丙［4］丁［8］戊［9］己［10］。", path="a.txt")
    assert _said(found) == [
        "reference 3 is never cited; the numbering goes on with 4",
        "reference 5-7 is never cited; the numbering goes on with 8",
    ]


def test_a_number_in_a_broken_marker_counts_as_cited(check: Check) -> None:
    assert check(CITE002, "甲［1］乙［2］丙 3］丁［4］。", path="a.txt") == []


def test_a_table_in_extracted_text_does_not_set_the_order(check: Check) -> None:
    table = "表 1　疗效\nALEX［2］\nCROWN［3］\n注：甲。\n"
    assert check(CITE007, f"甲［1］，乙［4］。\n{table}丙［5］，丁［2］。\n", path="a.txt") == []
    (found,) = check(CITE007, f"甲［1］，乙［5］。\n{table}丙［4］，丁［2］。\n", path="a.txt")
    assert found.message.en == "reference 4 is first cited after 5"


def test_one_finding_tells_how_much_is_out_of_order(check: Check) -> None:
    (found,) = check(CITE007, "甲［1］乙［5］丙［2］丁［3］戊［4］。")
    assert found.message.en == "reference 2 is first cited after 5; so are 2 more that come late"


def test_the_list_and_the_text(check: Check) -> None:
    text = f"甲［1］，乙［3］。\n{LIST}"
    assert _said(check(CITE003, text, path="a.txt")) == [
        "reference 3 is cited, but the list ends with 2"
    ]
    assert _said(check(CITE005, text, path="a.txt")) == ["reference 2 is listed and never cited"]
    assert check(CITE002, text, path="a.txt") == check(CITE004, text, path="a.txt") == []


def test_duplicates_by_identifier_and_by_title(check: Check) -> None:
    text = (
        f"甲［1-5］。\n{LIST}[3] 丙. 别的题名一种[J]. DOI:10.1056/NEJMoa1408440.\n"
        "[4] Ding. Another title altogether[J]. doi: 10.1056/nejmoa1408440.\n"
        "[5] 甲．克唑替尼治疗肺癌的疗效观察［J］．\n"
    )
    text = text.replace("[1] 甲.", "[1] 甲乙丙, 丁戊己, 庚辛壬.").replace(
        "[5] 甲．", "[5] 甲乙丙，丁戊己，庚辛壬．"
    )
    assert _said(check(CITE006, text, path="a.txt")) == [
        "reference 4 is the same work as 3",
        "reference 5 is the same work as 1",
    ]


def test_affiliations_on_a_title_page_are_no_citations(check: Check) -> None:
    text = "题名\n张三¹，李四²，王五³\n摘要：甲。\n1 前言\n正文。\n"
    assert check(CITE004, text, path="a.txt") == []


def test_unlike_brackets_are_mended_and_missing_ones_are_not(names: LoadedGlossary) -> None:
    document = parse_document("a.txt", "甲[1］，乙 2］，丙〔3]。".encode())
    assert not normalize(Draft(document, names)).applied
    assert normalize(Draft(document, names), unsafe=True).text == "甲[1]，乙 2］，丙〔3〕。"


def test_unknown_keys_name_their_neighbours(check: Check) -> None:
    store = Store({"shaw2020": Reference("shaw2020", {"id": "shaw2020"})})
    text = "甲[@shaw2020; @shaw2002]。"
    (found,) = check(CITE008, text, store=store)
    assert text[found.span.start : found.span.end] == "shaw2002"
    assert found.message.en == 'no reference has the key "shaw2002"; did you mean shaw2020?'
    assert check(CITE008, text) == []


def test_uncited_entries_are_told_once(check: Check) -> None:
    keys = tuple(f"key{number}" for number in range(12))
    (found,) = check(CITE009, "甲[@key0]。", must_cite=keys)
    assert found.message.en.startswith("11 of the draft's own references never cited: key1, key2")
    assert check(CITE001, "甲[@key0]。") == []


def test_a_heading_of_a_list_in_another_form_is_a_list(check: Check) -> None:
    text = "甲[1]乙[2]丙[3]。\n\n## 参考文献表\n\n<div>[1] 甲</div>\n"
    assert check(CITE004, text) == check(CITE002, text) == []


def test_brackets_that_would_become_a_link_are_only_told(names: LoadedGlossary) -> None:
    document = parse_document("a.md", "甲[1］(http://example.org)。".encode())
    draft = Draft(document, names)
    (found,) = CITE001.check(draft)
    assert found.fix is None
    assert normalize(draft).text == document.text
