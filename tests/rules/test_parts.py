"""The parts of an article, in extracted text and in Markdown."""

from __future__ import annotations

from zhengming.documents import parse_document
from zhengming.rules.parts import parts_of


def _parts(text: str, path: str) -> list[tuple[str, str, str]]:
    document = parse_document(path, text.encode())
    return [
        (part.kind, part.lang, document.text[part.span.start : part.span.end].strip())
        for part in parts_of(document).parts
    ]


def test_an_article_extracted_from_a_page() -> None:
    text = (
        "题名\n作者\n摘要： 甲\n乙。\n关键词：丙\nAbstract: One\ntwo.\nKey words: three\n"
        "0　前言\n正文。\n表 1　疗效\nTab. 1　Efficacy\n74\n注：丁。\nNote: four.\n正文续。\n"
    )
    assert _parts(text, "a.txt") == [
        ("front", "", "题名\n作者"),
        ("abstract", "zh", "摘要： 甲\n乙。"),
        ("front", "", "关键词：丙"),
        ("abstract", "en", "Abstract: One\ntwo."),
        ("front", "", "Key words: three"),
        ("body", "", "0　前言\n正文。"),
        ("table", "", "表 1　疗效\nTab. 1　Efficacy\n74\n注：丁。\nNote: four."),
        ("body", "", "正文续。"),
    ]


def test_an_abstract_in_one_line_ends_with_it() -> None:
    assert _parts("摘要: 甲。\n正文。\n", "a.txt") == [
        ("abstract", "zh", "摘要: 甲。"),
        ("body", "", "正文。"),
    ]


def test_an_abstract_under_a_heading_keeps_its_own_headings() -> None:
    text = "# 题名\n\n## 摘要\n\n### 目的\n\n甲。\n\n### 方法\n\n乙。\n\n## Abstract\n\nOne.\n\n## 前言\n\n丙。\n"
    kinds = [(kind, lang) for kind, lang, _ in _parts(text, "a.md")]
    assert kinds == [("front", ""), ("abstract", "zh"), ("abstract", "en"), ("body", "")]


def test_cells_and_notes_of_a_markdown_table() -> None:
    text = "正文。\n\n| 甲 |\n| --- |\n| 乙 |\n\n注：丙。\n\n正文。\n"
    assert [kind for kind, _, _ in _parts(text, "a.md")] == ["body", "table", "body"]


def test_a_sentence_about_an_abstract_or_a_table_starts_nothing() -> None:
    text = "摘要见附录，另行说明。\n表 1 显示，两组相近。\nAbstracts were read.\n"
    assert [kind for kind, _, _ in _parts(text, "a.txt")] == ["body"]
