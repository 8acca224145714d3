"""Kinds and levels of blocks, titles, comments and reference lists, format by format."""

from __future__ import annotations

import json
import re

import pytest

from zhengming.documents import SUFFIXES, Document, format_of, parse_document, read_document
from zhengming.documents.model import PROTECTED
from zhengming.errors import ZhengmingError
from zhengming.text.projection import project
from zhengming.text.span import Span


def parse(path: str, text: str) -> Document:
    return parse_document(path, text.encode())


def texts(document: Document) -> list[str]:
    return [block.text.strip().replace(PROTECTED, "▮") for block in document.blocks]


def references(document: Document) -> list[str]:
    return [document.text[span.start : span.end].strip() for span in document.references]


KINDS = [
    ("a.md", "---\ntitle: 题\n---\n# 一\n\n文\n\n|格|\n|-|\n|子|\n", "title heading paragraph cell cell"),
    ("a.md", "---\ntitle: '题'\nbibliography: x.bib\n---\n文\n", "title paragraph"),
    ("a.tex", "\\title{题}\n\\section{一}\n文\n\\begin{tabular}{c}格\\end{tabular}", "title heading paragraph cell"),
    ("a.html", "<title>题</title><h2>一</h2><p>文<td>格", "title heading paragraph cell"),
    ("a.rst", "一\n====\n\n文\n", "heading paragraph"),
    ("a.typ", "= 一\n文", "heading paragraph"),
    ("a.adoc", "= 题\n\n== 一\n\n文\n\n|===\n|格\n|===\n", "title heading paragraph cell"),
    ("a.txt", "文\n\n文", "text"),
]  # fmt: skip


@pytest.mark.parametrize(("path", "text", "kinds"), KINDS)
def test_kinds(path: str, text: str, kinds: str) -> None:
    assert [block.kind for block in parse(path, text).blocks] == kinds.split()


FRONT_MATTER = """---
title: "题"
subtitle: 副
author: [作者]
abstract: |
  文
  续

  段
keywords: [键]
description: >-
  述
bibliography: x.bib
---

正
"""


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_front_matter(newline: str) -> None:
    document = parse("a.qmd", FRONT_MATTER.replace("\n", newline))
    expected = ["题", "副", "文续段", "述", "正"]
    assert ["".join(text.split()) for text in texts(document)] == expected


IGNORE = "zhengming: ignore TERM001"
COMMENTS = [
    ("a.md", f"文\n\n<!-- {IGNORE} -->\n\n文"),
    ("a.md", f"文 <!-- {IGNORE} --> 文"),
    ("a.md", f"<div>\n<!-- {IGNORE} -->\n</div>"),
    ("a.tex", f"文 % {IGNORE}\n文"),
    ("a.tex", f"% {IGNORE}\n\\documentclass{{a}}\n\\begin{{document}}文\\end{{document}}"),
    ("a.html", f"<p>文<!--{IGNORE}-->"),
    ("a.rst", f"文\n\n.. {IGNORE}\n\n文\n"),
    ("a.typ", f"文 // {IGNORE}\n文"),
    ("a.typ", f"#let x = 1 // {IGNORE}\n"),
    ("a.typ", f"/* {IGNORE} */ 文"),
    ("a.adoc", f"// {IGNORE}\n文\n"),
    ("a.adoc", f"////\n{IGNORE}\n////\n"),
    ("a.ipynb", json.dumps({"cells": [{"cell_type": "markdown", "source": f"<!-- {IGNORE} -->"}]})),
]  # fmt: skip


@pytest.mark.parametrize(("path", "text"), COMMENTS)
def test_comments(path: str, text: str) -> None:
    document = parse(path, text)
    (comment,) = document.comments
    assert comment.text == IGNORE
    assert IGNORE in document.text[comment.span.start : comment.span.end]
    assert not any("zhengming" in block.text for block in document.blocks)


REFERENCES = [
    ("a.md", "# 一\n\n## 参考文献\n\n1. 张三\n\n### 英文\n\nx\n\n## 附录\n\n尾", ["1. 张三\n\n### 英文\n\nx"]),
    ("a.md", "文\n\n参考文献\n---\n张三\n", ["张三"]),
    ("a.md", "文\n\n**参考文献**\n\n张三\n\n# 附\n\n尾", ["张三"]),
    ("a.md", "1. 张三. 题[J]. 刊, 2020.\n2. 李四. 题[J/OL].\n", ["张三. 题[J]. 刊, 2020.", "李四. 题[J/OL]."]),
    ("a.md", "文\n\n[1] 张三. 题[J].\n[2] 李四. 题[M].\n", ["[1] 张三. 题[J].", "[2] 李四. 题[M]."]),
    ("a.md", "- 张三 [J] 说\n\n区间 [1] 为\n", []),
    ("a.md", "# References and methods\n\n文", []),
    ("a.md", "## 参考文献（References）\n\n张三\n", ["张三"]),
    ("a.md", "# 6 参考文献\n\n张三\n", ["张三"]),
    ("a.tex", "\\section*{参考文献}\n张三\n\\section{附}\n尾", ["张三"]),
    ("a.tex", "\\begin{thebibliography}{9}\n\\bibitem{a} 张三\n\\end{thebibliography}\n尾", ["{9}\n\\bibitem{a} 张三"]),
    ("a.html", "<h2>References</h2><p>张三</p><h2>附</h2><p>尾", ["<p>张三</p>"]),
    ("a.html", '<section role="doc-bibliography"><p>张三</p></section><p>尾', ['<section role="doc-bibliography"><p>张三</p></section>']),
    ("a.rst", "文\n\n.. [Shaw2020] 张三\n   题\n\n尾\n", [".. [Shaw2020] 张三\n   题"]),
    ("a.rst", "参考文献\n========\n\n张三\n\n附录\n====\n\n尾\n", ["张三"]),
    ("a.typ", "= 参考文献\n张三\n= 附\n尾", ["张三"]),
    ("a.adoc", "[bibliography]\n== 文献\n\n* [[[a]]] 张三\n\n== 附\n\n尾\n", ["* [[[a]]] 张三"]),
    ("a.txt", "文\n参考文献\n[1] 张三. 题[J].\n致谢\n尾", ["[1] 张三. 题[J]."]),
    ("a.txt", "文\n[1] 张三. 题[J].\n[2] 李四. 题[J].\n\n尾", ["[1] 张三. 题[J].", "[2] 李四. 题[J]."]),
]  # fmt: skip


@pytest.mark.parametrize(("path", "text", "expected"), REFERENCES)
def test_reference_lists(path: str, text: str, expected: list[str]) -> None:
    document = parse(path, text)
    assert references(document) == expected
    assert not any("张三" in found for found in texts(document)) or not expected


def test_a_reference_section_may_run_over_cells_of_a_notebook() -> None:
    sources = ["# 参考文献", "张三", "# 附\n尾"]
    cells = [{"cell_type": "markdown", "source": source} for source in sources]
    document = parse("a.ipynb", json.dumps({"cells": cells}, ensure_ascii=False))
    assert texts(document) == ["参考文献", "附", "尾"]
    assert "张三" in references(document)[0]


BROKEN = [
    ("a.md", "患者口服劳拉\n替尼。"),
    ("a.md", "> 患者口服劳拉\n> 替尼。"),
    ("a.md", "> > 患者口服劳拉\n> > 替尼。"),
    ("a.md", "- 患者口服劳拉\n  替尼。"),
    ("a.md", "1. 甲\n   - 患者口服劳拉\n     替尼。"),
    ("a.md", "|药|\n|-|\n|劳拉<br>替尼|"),
    ("a.md", "|药|\n|-|\n|劳拉\u00ad替尼|"),
    ("a.md", "**劳拉**替尼"),
    ("a.md", "劳*拉*<b>替</b>尼"),
    ("a.md", "[劳拉](http://x.cn)替尼"),
    ("a.md", "劳拉  \n替尼"),
    ("a.md", "劳拉\\\n替尼"),
    ("a.md", "劳拉&shy;替尼"),
    ("a.md", "注[^1]\n\n[^1]: 劳拉\n    替尼"),
    ("a.md", "词\n:   劳拉\n    替尼"),
    ("a.md", "<p>劳拉\n替尼</p>"),
    ("a.tex", "劳拉%\n  替尼"),
    ("a.tex", "劳拉\n替尼"),
    ("a.tex", "{\\bfseries 劳拉}替尼"),
    ("a.tex", "\\textbf{劳\\emph{拉}}替尼"),
    ("a.tex", "劳拉\\\\替尼"),
    ("a.tex", "\\item 劳拉\n    替尼"),
    ("a.tex", "\\begin{tabular}{ll}甲 & 劳拉\n替尼 \\\\ \\end{tabular}"),
    ("a.tex", "\\begin{tabular}{ll}甲 & \\multicolumn{2}{c}{劳拉替尼} \\\\ \\end{tabular}"),
    ("a.tex", "\\begin{tabular}{l}\\multirow[t]{2}{*}{\\textbf{劳拉}替尼} & 乙 \\\\ \\end{tabular}"),
    ("a.tex", "\\begin{tabular}{l}\\makecell[l]{劳拉\\\\替尼} & 乙 \\\\ 丙\\end{tabular}"),
    ("a.html", "<p>劳<b>拉</b>\n   替尼"),
    ("a.html", "<td>劳拉<br/>替尼"),
    ("a.html", "劳拉<wbr>替尼"),
    ("a.html", "劳拉&#8203;替&nbsp;尼"),
    ("a.rst", "劳\\ **拉**\\ 替尼"),
    ("a.rst", "- 劳拉\n  替尼"),
    ("a.rst", ".. note:: 劳拉\n   替尼"),
    ("a.typ", "劳*拉*替尼"),
    ("a.typ", "- 劳拉\n  替尼"),
    ("a.typ", "劳拉-?替尼"),
    ("a.adoc", "劳**拉**替尼"),
    ("a.adoc", "* 劳拉\n替尼"),
    ("a.adoc", "|===\n|甲 |乙\n|劳拉\n替尼 |丙\n|===\n"),
    ("a.txt", "😀 劳拉\r\n\r\n替尼"),
]  # fmt: skip


@pytest.mark.parametrize(("path", "text"), BROKEN)
def test_names_broken_in_the_way_of_the_format(path: str, text: str) -> None:
    for newline in ("\n", "\r\n"):
        document = parse(path, text.replace("\r\n", "\n").replace("\n", newline))
        (block,) = (b for b in document.blocks if "劳" in b.text)
        projection = project(block.text)
        start = projection.text.index("劳拉替尼")
        places = [block.locate(Span(at, at + 1)) for at in projection.positions(start, start + 4)]
        assert "".join(document.text[p.start : p.end] for p in places) == "劳拉替尼"


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("见ASCEND4.png，out/ASCEND4.csv与ALEX。", "见▮，▮与ALEX。"),
        ("ASCEND4_v2 and n_ASCEND4__x of ASCEND4.", "▮ and ▮ of ASCEND4."),
        ("The trial ASCEND4.Text without a blank, J. Thorac. Oncol. 2.0.", None),
        ("_ASCEND4_ ASCEND4/ALEX 甲_ASCEND4", None),
        ("EGFR c.2235_2249del E746_A750del p.Glu746_Ala750del", None),
    ],
)
def test_names_of_files_and_variables_are_no_prose(text: str, left: str | None) -> None:
    (found,) = texts(parse("a.txt", text))
    assert re.sub("▮+", "▮", found) == (left or text)


APART = [
    ("a.md", "PROFILE 1014<sup>2</sup>", "profile 1014▮2▮"),
    ("a.html", "PROFILE 1014<sup>2</sup>", "profile 1014▮2▮"),
    ("a.tex", "PROFILE 1014\\textsuperscript{2}", "profile 1014▮2▮"),
    ("a.tex", "ALK\\cite{x}", "alk▮"),
    ("a.html", "<p>ALK<p>positive", "alk|positive"),
    ("a.md", "ALK`x`positive", "alk▮positive"),
    ("a.html", '<p>ALK<span translate="no">x</span>positive', "alk▮positive"),
    ("a.adoc", "ALK^+^", "alk▮+▮"),
]


@pytest.mark.parametrize(("path", "text", "expected"), APART)
def test_what_keeps_words_apart(path: str, text: str, expected: str) -> None:
    found = "|".join(project(found).text for found in texts(parse(path, text)))
    assert found == expected


@pytest.mark.parametrize(
    ("path", "written"),
    [
        ("a.md", "甲<&"),
        ("a.html", "甲&lt;&amp;"),
        ("a.tex", "甲<\\&"),
        ("a.typ", "甲\\<&"),
        ("a.rst", "甲<&"),
    ],
)
def test_edits_are_written_as_the_format_writes_them(path: str, written: str) -> None:
    document = parse(path, "乙")
    assert document.escape("甲<&") == written


def test_a_suffix_tells_the_format() -> None:
    assert {format_of(f"x{suffix.upper()}") for suffix in SUFFIXES} == set(SUFFIXES.values())
    assert format_of("draft.log") is None
    assert parse("draft.log", "文").format == "text"


def test_files_that_are_no_drafts(tmp_path: object) -> None:
    with pytest.raises(ZhengmingError, match="empty"):
        parse_document("a.md", b"")
    with pytest.raises(ZhengmingError, match="no such file"):
        read_document(__import__("pathlib").Path(str(tmp_path)) / "missing.md")
