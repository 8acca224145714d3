"""Citations by key, as each format writes them."""

from __future__ import annotations

import pytest

from zhengming.citations.markers import cited_keys, find_markers, may_cite
from zhengming.documents import parse_document

KEYS = [
    ("a.md", "甲[@a; @b]乙[@c；见 @d, p. 5]", "a b c d"),
    ("a.md", "甲[@a、@b]乙[@c，@d]丙[@e, p. 3, 5]", "a b c d e"),
    ("a.md", "甲 a@b.org 乙\\@c @fig-e", ""),
    ("a.txt", "甲@a 乙", "a"),
    ("a.ipynb", '{"cells": [{"cell_type": "markdown", "source": "\\u7532[@a]"}]}', "a"),
    ("a.tex", r"甲\cite{a, b}\citep[see][p.~3]{c}\Textcite*{d}", "a b c d"),
    ("a.tex", r"\parencites(前)(后)[1]{a}[2]{b}\cite{c}{d}\supercite {e}", "a b c e"),
    ("a.tex", "\\cite{a,% c\n b}%\\cite{no}\n\\verb|\\cite{no}|\\todo{见\\cite{d}}", "a b d"),
    ("a.tex", "\\begin{lstlisting}\n\\cite{no}\n\\end{lstlisting}\\cite{a}", "a"),
    ("a.tex", r"\newcommand{\x}[1]{\cite{#1}}\citestyle{no}\\cite{no} \\\cite{a}\nocite{*}", "a *"),
    ("a.tex", "\\cite%\n{a}\\autocites%\n{b}{c}", "a b c"),
    ("a.tex", "\\cite\n{a} \\cite[见{甲}]{b} x@y.org @no", "a b"),
    ("a.typ", '甲 @a 乙 @fig-x 丙 @here[节] <here> #cite(<b>, form: "prose") @c[第 3 页]', "a b c"),
    ("a.typ", '#cite(label("a/b")) `@no` $@no$ me@no.org', "a/b"),
    ("a.rst", "甲 :cite:`a, b` :cite:t:`{见}c{第 3 页}` :footcite:`d` ``:cite:`no` `` [1]_", "a b c d"),
    ("a.adoc", "甲 cite:[a(12-20), b] citenp:[c] `cite:[no]`", "a b c"),
    ("a.html", "<p>@no</p>", ""),
]  # fmt: skip


@pytest.mark.parametrize(("path", "text", "keys"), KEYS)
def test_keys(path: str, text: str, keys: str) -> None:
    document = parse_document(path, text.encode())
    assert " ".join(cited_keys(document)) == keys
    assert may_cite(document) or not keys
    for marker in find_markers(document):
        for item in marker.items:
            assert document.text[item.at : item.at + len(item.key)] == item.key
            assert marker.span.start <= item.at < marker.span.end


@pytest.mark.parametrize(
    ("text", "suffix"),
    [
        ("甲@a [p. 3]乙", "p. 3"),
        ("甲@a[第3-5页]乙", "第3-5页"),
        ("甲@a [12 例]乙", ""),
        ("甲@a [1]乙", ""),
        ("甲@a [p. 3](http://x.org)", ""),
        ("甲@a [p. 3; @b]", ""),
    ],
)
def test_a_place_behind_a_key_in_running_text(text: str, suffix: str) -> None:
    marker = next(find_markers(parse_document("a.md", text.encode())))
    assert marker.items[0].suffix == suffix
    assert marker.span.end == text.index("a") + 1 + (
        text.find("]") - text.index("a") if suffix else 0
    )


def test_odd_separators_are_told_apart() -> None:
    text = "甲[@a; @b]乙[@a；@b]丙[@a、@b]丁[@a, p. 3; @b]"
    markers = find_markers(parse_document("a.md", text.encode()))
    assert [marker.odd for marker in markers] == [False, False, True, False]
