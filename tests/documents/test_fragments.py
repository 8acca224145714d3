"""In every format: all prose is found and nothing protected is, whatever stands around it."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.documents.fragments import FRAGMENTS
from tests.documents.soundness import assert_sound, characters, prose, unprotected
from zhengming.documents import Document, parse_document
from zhengming.text.edit import Edit
from zhengming.text.span import Span

EACH = [
    pytest.param(path, fragment, id=f"{path}-{number}")
    for path, fragments in FRAGMENTS.items()
    for number, fragment in enumerate(fragments)
]


def _expected(path: str, text: str) -> int:
    written = {"draft.html": "&#21487;", "draft.typ": "\\u{53ef}"}.get(path)
    return text.count("可") + (text.count(written) if written else 0)


def _check(path: str, text: str) -> Document:
    data = text.encode()
    document = parse_document(path, data)
    assert_sound(document, data)
    found = unprotected(document)
    assert "禁" not in found
    assert found.count("可") == _expected(path, text)
    return document


@pytest.mark.parametrize(("path", "fragment"), EACH)
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"], ids=["LF", "CRLF", "CR"])
def test_fragment(path: str, fragment: str, newline: str) -> None:
    _check(path, fragment.replace("\n", newline) + newline)


NOISE = st.sampled_from(["", "😀", "👨‍👩‍👧", "e\u0301", "\u200b", "中文，字。", "Latin words"])


@st.composite
def drafts(draw: st.DrawFn, path: str) -> str:
    fragments = draw(st.lists(st.sampled_from(FRAGMENTS[path]), min_size=1, max_size=8))
    newline = draw(st.sampled_from(["\n", "\r\n"]))
    texts = [fragment for fragment in fragments for fragment in (draw(NOISE), fragment)]
    # A Markdown list goes on in what is indented after it, unless something stands between.
    between = "\n\n<!-- -->\n\n" if path == "draft.md" else "\n\n"
    return between.join(texts).replace("\n", newline) + newline


@pytest.mark.parametrize("path", FRAGMENTS)
@given(data=st.data())
@settings(max_examples=60, deadline=None)
def test_fragments_together(path: str, data: st.DataObject) -> None:
    text = data.draw(drafts(path))
    document = _check(path, text)
    chosen = [
        Span(start, start + 1)
        for start, end in prose(document)
        for start in range(start, end)
        if document.text[start] == "可" and data.draw(st.booleans())
    ]
    edited = document.edited(Edit(span, "改") for span in chosen)
    after = parse_document(path, edited.encode())
    assert after.skeleton() == document.skeleton()
    assert unprotected(after) == "".join(_edited(document, chosen))


def _edited(document: Document, chosen: list[Span]) -> list[str]:
    starts = {span.start for span in chosen}
    texts = []
    for block in document.blocks:
        origins = [block.origin(at) for at in range(len(block.text))]
        pairs = zip(block.text, origins, strict=True)
        text = "".join("改" if origin in starts else character for character, origin in pairs)
        texts.append(text.replace("\ufffc", ""))
    return ["\n".join(texts)]


@given(st.lists(st.sampled_from(FRAGMENTS["draft.md"]), min_size=1, max_size=4), st.booleans())
@settings(max_examples=60, deadline=None)
def test_notebooks(fragments: list[str], ascii_only: bool) -> None:
    cells = [
        {"cell_type": "markdown", "metadata": {"禁": "禁"}, "source": fragment.splitlines(True)}
        if number % 2
        else {"cell_type": "markdown", "source": fragment}
        for number, fragment in enumerate(fragments)
    ]
    cells.append({"cell_type": "code", "source": "禁 = 1", "outputs": ["禁"]})
    text = json.dumps({"cells": cells, "nbformat": 4}, ensure_ascii=ascii_only, indent=1)
    document = parse_document("draft.ipynb", text.encode())
    assert_sound(document, text.encode())
    found = unprotected(document)
    assert "禁" not in found
    assert found.count("可") == sum(fragment.count("可") for fragment in fragments)
    edits = [
        Edit(span, '"改\n')
        for block in document.blocks
        for at, character in enumerate(block.text)
        if character == "可"
        for span in [block.locate(Span(at, at + 1))]
    ]
    edited = json.loads(document.edited(edits))
    kept = json.loads(text)
    for cell, before in zip(edited["cells"][:-1], kept["cells"][:-1], strict=True):
        assert "".join(cell["source"]).count('"改\n') == "".join(before["source"]).count("可")
        assert "".join(cell["source"]).count("禁") == "".join(before["source"]).count("禁")
    assert edited["cells"][-1] == kept["cells"][-1]
    assert edited["nbformat"] == 4
    assert document.edited(edits).isascii() == ascii_only


def test_characters_of_a_notebook_are_those_of_its_cells() -> None:
    source = '{"cells": [{"cell_type": "markdown", "source": "\\u52b3\\"\\ud83d\\ude00洛"}]}'
    (block,) = parse_document("a.ipynb", source.encode()).blocks
    assert list(characters(block, source)) == [
        ("劳", "\\u52b3"),
        ('"', '\\"'),
        ("😀", "\\ud83d\\ude00"),
        ("洛", "洛"),
    ]
