"""No text is too strange: places stay true, and work grows with size alone."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.documents.fragments import FRAGMENTS
from tests.documents.soundness import assert_sound
from tests.linear import is_linear
from zhengming.documents import parse_document
from zhengming.errors import ZhengmingError

MARKUP = {
    "draft.md": [*"#*_`~$[](){}<>!|\\&;:-+>=@^.1'\"", "```", "<!--", "-->", "<div>", "</code>", "---", "[^1]:", "{{<", "&amp;", "    ", "<code>", "<br>", ":::"],
    "draft.tex": [*"\\%${}&~[]()#_^*|!", "\\begin{", "\\end{", "tabular", "document", "verbatim", "}", "\\section", "\\footnote{", "\\cite", "\\verb", "\\iffalse", "\\def", "\\item", "\\\\", "thebibliography", "，"],
    "draft.html": [*"<>&;/='\"!-?# ", "<p>", "</p>", "<!--", "-->", "<code", "</code>", "<script>", "</script", "<br/>", "&amp;", "&#x", "<h1>", "<div class=references>", "</div>", "<head>", "<title>", "<ol><li>", "[J]", "参考文献"],
    "draft.rst": [*"*`_|:.[]<>\\-=+~#>1( ", "::", ".. ", "``", "====", "+--+", "\n|  |\n", "\n+--+\n|洛|\n+--+\n", ".. csv-table::\n\n ", ",", "\"", "== ==", ":ref:`", ".. note::", ".. [1]", "   ", ">>> ", "参考文献"],
    "draft.typ": [*"*_`$#<>@[](){}\\/\"~-=+.:;,", "#let x = ", "#text(", "//", "/*", "*/", "```", "\\u{", "#if ", "http://", "= ", "  ", "参考文献"],
    "draft.adoc": [*"*_`#+^~[]{}<>|=-.:;/\\&!'", "----", "====", "|===", "....", "////", "//", "::", "[source]", "cite:[", "footnote:[", "<<", ">>", "image::", "http://", " ", "[bibliography]", "= "],
    "draft.txt": [*"[]@:/.()#", "[1] ", "[J]", "参考文献", "http://", "@a1", "10.1000/"],
}  # fmt: skip
LETTERS = [
    *"洛拉ab1，。 \t",
    "\n",
    "\n",
    "\r\n",
    "\r",
    "\n\n",
    "😀",
    "e\u0301",
    "\u200b",
    "\ufffc",
    "\u2028",
    "\x0c",
    "\x00",
]


@pytest.mark.parametrize("path", MARKUP)
@given(data=st.data())
@settings(max_examples=250, deadline=None)
def test_any_text(path: str, data: st.DataObject) -> None:
    signs = st.one_of(st.sampled_from(MARKUP[path]), st.sampled_from(LETTERS))
    text = "".join(data.draw(st.lists(signs, min_size=1, max_size=40)))
    written = text.encode()
    if "\0" in text:
        with pytest.raises(ZhengmingError, match="binary"):
            parse_document(path, written)
    else:
        assert_sound(parse_document(path, written), written)


@given(
    st.lists(st.one_of(st.sampled_from(MARKUP["draft.md"]), st.sampled_from(LETTERS))),
    st.booleans(),
)
@settings(max_examples=150, deadline=None)
def test_any_notebook(parts: list[str], ascii_only: bool) -> None:
    cells = [
        {"cell_type": "markdown", "source": parts},
        {"cell_type": "markdown", "source": "".join(parts)},
    ]
    written = json.dumps({"cells": cells}, ensure_ascii=ascii_only).encode()
    assert_sound(parse_document("draft.ipynb", written), written)


@given(st.text(st.sampled_from('[]{}",:\\u0123 洛"cells"'), max_size=60))
@settings(max_examples=150, deadline=None)
def test_broken_notebooks_are_told(text: str) -> None:
    with pytest.raises(ZhengmingError, match="notebook"):
        parse_document("draft.ipynb", b'{"cells": ' + text.encode() + b"#")


@pytest.mark.parametrize("nested", ["[" * 100_000, '{"cells": [' + '{"a":' * 100_000])
def test_deep_json_is_told(nested: str) -> None:
    with pytest.raises(ZhengmingError, match="notebook"):
        parse_document("draft.ipynb", nested.encode())


UNITS = {
    "draft.md": ["---\ntitle: |\n  a\n---\n", "{{", "{", "{.", "[@", "**a", "<!--", "[", ">", "<a ", "<div>\n", "- ", "`", "$", "[[", "@a;", "[1] \n", "<code>", "&", "http://", "a@", "{{< ", ":::\n", "| a ", "[a]: b\n", "参考文献\n\n# a\n", "\\\\(", "\\\\[", "\\\\(a\\\\)", "\\cite{", "\\begin{align}", "+--+\n", "-- --\n", "a/", "a_", "@张"],
    "draft.tex": ["\\foo{", "\\foo[", "\\foo[{", "{", "}", "$", "$$", "\\(", "\\[", "\\verb|", "\\verb", "%", "\\begin{verbatim}", "\\begin{a}", "\\iffalse", "\\foo{，", "\\def", "\\footnote{", "\\section[", "\\\\[", "\\item ", "\\cite[", "\\cites{a}", "\\cite{a,", "\\cite(", "&", "\\begin{tabular}{", "$\n\n", "\\(\\)$$", "[1] \n"],
    "draft.html": ["<", "<a ", "<a b=\"", "<a b='", "<!--", "<!", "</", "<code>", "<script>", "&", "&amp", "<p>", "<div class=references>", "<ol><li>", "<a b=\"c\" ", "<p class='a", "<title>", "<pre></pre>", "<a a=a>", "\\(", "\\[", "\\(a\\)", "$$"],
    "draft.rst": ["``", "`", ":a:", ":a:`", "|", "|a", "_", "a_ ", "*", "[1", "\\", "::\n\n", ".. \n", ".. a::\n", "==\n", "== ==\n", "+--+\n", "+--+--+\n|  |  |\n", "== ==\na  b\n", ".. csv-table::\n\n   \"a,", "- ", "- a\n", "a\n b\n", ":a: ", "a\n==\n", ">>> \n", "1. ", "`a <"],
    "draft.typ": ["#", "#a(", "#a[", "[", "]", "{", "$", "\"", "#\"", "`", "```", "/*", "//", "@a", "<a", "\\", "#let ", "#if [", "- ", "= \n", "#{[", "_", "*", "http://", "#a.b", "((", "$\""],
    "draft.adoc": ["`", "``", "+", "+++", "$$", "<<", "[[", "{", "a:", "a:b[", "a::", "|", "|===\n", "----\n", "----", "[a]\n", "= ", "* ", "//\n", "////\n", "^", "_", "::", "footnote:[", "[.", "&a", "http://", "a:: \n", "`\n", ".a\n", " a\n", "-----a\n", "2+"],
    "draft.txt": ["[1] ", "[1] \n", "[1] a\n\n", "参考文献\n", "@a", "[@", "@a [p. 1", "[@a、", "http://", "10.1000/", "a.", "[J]\n", "\n", "[1]\n a\n a\n a\n"],
}  # fmt: skip


@pytest.mark.parametrize(("path", "unit"), [(path, unit) for path in UNITS for unit in UNITS[path]])
def test_work_doubles_when_size_doubles(path: str, unit: str) -> None:
    assert is_linear(lambda text: parse_document(path, text.encode()), unit, 500)


@pytest.mark.parametrize("unit", ["\\n", "{{", "<!--", '"', "\\u52b3", "劳a\x01", "**a"])
def test_notebooks_too(unit: str) -> None:
    def parse(text: str) -> None:
        cells = [{"cell_type": "markdown", "source": text}]
        parse_document("a.ipynb", json.dumps({"cells": cells}).encode())

    assert is_linear(parse, unit, 500)


@pytest.mark.parametrize("path", FRAGMENTS)
def test_many_blocks(path: str) -> None:
    blocks = "\n\n".join(FRAGMENTS[path]) + "\n\n"
    assert is_linear(lambda text: parse_document(path, text.encode()), blocks, 20)
