"""Abbreviations: how they are explained, and where explanations hold."""

from __future__ import annotations

import pytest

from tests.linear import is_linear
from zhengming.documents import parse_document
from zhengming.glossary.load import LoadedGlossary
from zhengming.rules import Draft, Rule
from zhengming.rules.abbreviation import ABBR001, ABBR002, ABBR004
from zhengming.rules.abbreviation_letters import words_of
from zhengming.rules.abbreviation_meaning import ABBR003, ABBR005, ABBR006
from zhengming.rules.abbreviation_text import definitions
from zhengming.rules.abbreviation_uses import abbreviations

from .conftest import Check


@pytest.mark.parametrize(
    ("text", "abbreviation", "english", "kind"),
    [
        ("总生存期（overall survival，OS）", "OS", "overall survival", "bracket"),
        ("总生存期（OS，overall survival）", "OS", "overall survival", "bracket"),
        ("总生存期(OS)", "OS", "", "bracket"),
        ("总生存期（以下简称OS）", "OS", "", "bracket"),
        ("the overall survival (OS)", "OS", "overall survival", "bracket"),
        ("OS（总生存期）", "OS", "", "reversed"),
        ("OS (overall survival)", "OS", "overall survival", "reversed"),
        ("tyrosine kinase inhibitors (TKIs)", "TKI", "tyrosine kinase inhibitors", "bracket"),
        ("P-糖蛋白（P-glycoprotein，P-gp）", "P-gp", "P-glycoprotein", "bracket"),
        ("循环肿瘤DNA（circulating tumor DNA，ctD⁃\nNA）", "ctDNA", "circulating tumor DNA", "bracket"),
        ("上皮-间充质转化（epithe⁃\n\nlial-mesenchymal transition， EMT）", "EMT",
         "epithelial-mesenchymal transition", "bracket"),
    ],
)  # fmt: skip
def test_every_order_is_read(
    text: str, abbreviation: str, english: str, kind: str, names: LoadedGlossary
) -> None:
    (found,) = definitions(Draft(parse_document("a.txt", text.encode()), names))
    assert (found.abbreviation, found.english, found.kind) == (abbreviation, english, kind)


@pytest.mark.parametrize(
    "text",
    [
        "洛拉替尼（lorlatinib）",
        "变异体（E13；A20）",
        "康泰替尼（CT-707）",
        "该公司（Turning Point Therapeutics，Inc）",
        "分期（IV）",
        "ALK-TKIs（如塞瑞替尼、阿来替尼）",
        "两组（P<0.05）",
        "公司（Roche，USA）",
    ],
)
def test_other_brackets_explain_nothing(text: str, names: LoadedGlossary) -> None:
    assert definitions(Draft(parse_document("a.txt", text.encode()), names)) == ()


def _lines(found: list, text: str) -> list[int]:
    return [text.count("\n", 0, finding.span.start) + 1 for finding in found]


def test_an_explanation_in_a_table_note_does_not_hold_in_the_text(check: Check) -> None:
    text = "表 1　疗效\nORR/%\n74\n注：ORR 为客观缓解率。\n两组 ORR 相近。\n"
    found = check(ABBR001, text, path="a.txt")
    assert _lines(found, text) == [5]
    assert "line 4" in found[0].message.en


def test_gene_symbols_and_plain_words_need_no_full_form(check: Check) -> None:
    assert check(ABBR001, "ALK 与 EGFR 突变，DNA 与 TPX-0131，PD-L1 与 OK。") == []


def test_each_part_has_its_own_first_mention(check: Check) -> None:
    text = (
        "题名\n摘要：总生存期（OS）延长，OS 为终点。\n"
        "Abstract: Overall survival (OS) was longer; OS was the endpoint.\n"
        "1 前言\n总生存期（overall survival，OS）延长，OS 为终点。\n"
    )
    for rule in (ABBR001, ABBR002, ABBR003, ABBR004):
        assert check(rule, text, path="a.txt") == []


def test_a_code_is_no_use_of_the_letters_in_it(check: Check) -> None:
    (found,) = check(ABBR004, "疾病进展（progressive disease，PD）后检测 PD-1 与 PD-L1。")
    assert '"PD"' in found.message.en


def test_a_word_divided_at_a_line_end_is_a_use(check: Check) -> None:
    text = (
        "美国临床肿瘤学会（American Society of Clinical Oncology， ASCO）年会。2022年AS⁃\nCO公布。"
    )
    assert check(ABBR004, text, path="a.txt") == []


def test_a_heading_is_not_the_first_mention(check: Check) -> None:
    assert check(ABBR002, "# OS 的意义\n\n总生存期（overall survival，OS）重要，OS 长。") == []


def test_two_expansions_and_two_abbreviations_name_the_earlier_line(check: Check) -> None:
    text = "客观缓解率（objective response rate，ORR）高。\n\n总缓解率（overall response rate，ORR）低。"
    (found,) = check(ABBR005, text)
    assert "line 1: objective response rate" in found.message.en
    text = (
        "独立评审（independent review，IR）。\n\n盲态独立评审（blinded independent review，BIR）。"
    )
    (found,) = check(ABBR006, text)
    assert '"IR"' in found.message.en


def test_a_piece_of_a_longer_name_is_no_abbreviation(check: Check) -> None:
    assert check(ABBR001, "ALTA-3 研究和 ALTA-1L 研究") == []
    (found,) = check(ABBR001, "ALT 升高")
    assert found.concept == "alanine-aminotransferase"


@pytest.mark.parametrize(
    "unit",
    [
        "总生存期（OS）",
        "overall survival (OS) ",
        "(A",
        "(AB)",
        "AB-",
        "AB-1",
        "摘要：\n",
        "关键词\n",
        "表 1 甲\n",
    ],
)
def test_time_is_linear(unit: str, names: LoadedGlossary) -> None:
    def work(text: str) -> None:
        Draft(parse_document("a.txt", text.encode()), names).once(abbreviations)

    assert is_linear(work, unit, 500)


@pytest.mark.parametrize(
    ("abbreviation", "words", "found"),
    [
        ("OS", "the median overall survival", "overall survival"),
        ("TKIs", "with tyrosine kinase inhibitors", "tyrosine kinase inhibitors"),
        ("IQR", "the interquartile range", "interquartile range"),
        ("TB", "active tuberculosis", "tuberculosis"),
        ("EML4", "echinoderm microtubule-associated protein-like 4", None),
        ("URDF", "use intermediate formats", ""),
        ("ROS", "unified robot description format", ""),
        ("USA", "made by us", ""),
    ],
)
def test_words_before_a_bracket_are_tied_to_initials(
    abbreviation: str, words: str, found: str | None
) -> None:
    assert words_of(abbreviation, words) == (words if found is None else found)


@pytest.mark.parametrize(
    "text",
    [
        "CI lint and CI/CD checks; a PR template; the OS of the machine.",
        "客观缓解率 ORR 为 74%，ORR 高。",
        "达到完全缓解 CR 者 3 例。",
    ],
)
def test_short_letters_without_figures_and_words_beside_pass(text: str, check: Check) -> None:
    assert check(ABBR001, text) == []


@pytest.mark.parametrize("rule", [ABBR002, ABBR003, ABBR004, ABBR005])
def test_headings_cells_and_lists_of_things_are_left_alone(rule: Rule, check: Check) -> None:
    text = (
        "Protected health information (PHI) stays; PHI is safe.\n\n"
        "### Protected health information (PHI)\n\n"
        "| Model | Data |\n| --- | --- |\n| Linear-quadratic (LQ) | Device IDs, IP addresses |\n"
        "| Site IDs | IDs: institution codes |\n"
    )
    assert check(rule, text) == []
