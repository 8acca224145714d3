"""Chinese drafts are rarely only UTF-8; what is not unmistakable is refused, never guessed."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhengming.documents import parse_document
from zhengming.documents.declared import declared_encoding
from zhengming.errors import UsageError, ZhengmingError
from zhengming.text.edit import Edit
from zhengming.text.span import Span

SIMPLIFIED = "患者口服劳拉替尼治疗，疗效显著。\n"
TRADITIONAL = "患者口服勞拉替尼治療，療效顯著。\n"


@pytest.mark.parametrize(
    ("text", "codec"),
    [
        (SIMPLIFIED, "utf-8"),
        (SIMPLIFIED, "gb18030"),
        (TRADITIONAL, "big5"),
        (SIMPLIFIED, "utf-16-le"),
        (TRADITIONAL, "utf-16-be"),
    ],
)
def test_unmistakable_encodings_are_told_and_kept(text: str, codec: str) -> None:
    data = text.encode(codec)
    document = parse_document("draft.txt", data)
    assert (document.text, document.encoding.codec) == (text, codec)
    assert document.encode(document.text) == data


@pytest.mark.parametrize(
    ("mark", "codec"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
def test_a_mark_is_no_part_of_the_text_and_is_kept(mark: bytes, codec: str) -> None:
    data = mark + "洛拉替尼\r\n".encode(codec)
    document = parse_document("draft.md", data)
    assert document.text == "洛拉替尼\r\n"
    assert document.encode(document.text) == data
    assert document.lines.position(0) == (1, 1)


@pytest.mark.parametrize(
    "data",
    [
        TRADITIONAL.encode("gb18030"),
        "환자는 치료를 받았다. 임상시험 결과".encode("euc_kr"),
        "患者の同意を得て治療を開始した。".encode("shift_jis"),
        "Müller erhält größere Mengen für Ärzte, übrigens".encode("cp1252"),
        "劳拉".encode("gb18030"),
    ],
    ids=["traditional-gb18030", "euc-kr", "shift-jis", "cp1252", "too-short"],
)
def test_what_could_be_several_encodings_is_refused(data: bytes) -> None:
    with pytest.raises(ZhengmingError, match="is not UTF-8 text") as caught:
        parse_document("draft.txt", data)
    assert "gb18030, big5, utf-16" in str(caught.value)


def test_the_user_decides() -> None:
    data = "劳拉".encode("gb18030")
    assert parse_document("draft.txt", data, "gb18030").text == "劳拉"
    assert parse_document("draft.txt", data, "GB2312").encoding.codec == "gbk"


def test_the_user_may_be_wrong() -> None:
    with pytest.raises(ZhengmingError, match="byte 4 is not BIG5 text"):
        parse_document("draft.txt", b"abc \xff\xff", "big5")


def test_an_unknown_encoding_lists_the_choices() -> None:
    with pytest.raises(UsageError, match="gb18030, big5, utf-16"):
        parse_document("draft.txt", b"x", "klingon")


def test_a_binary_file_is_no_text() -> None:
    with pytest.raises(ZhengmingError, match="binary"):
        parse_document("draft.txt", b"PK\x03\x04\0\0\x08\0" * 20)


def test_what_the_encoding_cannot_hold_is_told_before_writing() -> None:
    document = parse_document("draft.txt", TRADITIONAL.encode("big5"))
    edited = document.edited([Edit(Span(4, 5), "劳")])
    with pytest.raises(ZhengmingError, match=r"draft\.txt:1:5: .*U\+52B3.* BIG5"):
        document.encode(edited)


DECLARATIONS = {
    "draft.html": '<meta charset="{}">\n<p>劳拉</p>',
    "page.htm": '<meta http-equiv="Content-Type" content="text/html; charset={}">劳拉',
    "draft.xhtml": '<?xml version="1.0" encoding="{}"?>\n<p>劳拉</p>',
    "draft.tex": "% !TeX encoding = {}\n劳拉",
    "old.tex": "\\documentclass{{article}}\n\\usepackage[{}]{{inputenc}}\n劳拉",
    "cjk.tex": "\\begin{{CJK*}}{{{}}}{{song}}劳拉\\end{{CJK*}}",
    "draft.rst": ".. -*- coding: {} -*-\n\n劳拉",
    "draft.adoc": ":encoding: {}\n\n劳拉",
    "draft.txt": "vim: set fileencoding={} :\n劳拉",
}


@pytest.mark.parametrize("path", DECLARATIONS)
@pytest.mark.parametrize("name", ["gbk", "GB18030"])
def test_declarations_of_each_format(path: str, name: str) -> None:
    data = DECLARATIONS[path].format(name).encode("gb18030")
    document = parse_document(path, data)
    assert "劳拉" in document.text
    assert document.encode(document.text) == data


def test_a_declaration_that_outlived_a_conversion_counts_less_than_utf8() -> None:
    assert (
        parse_document("a.html", '<meta charset="gbk"><p>劳拉替尼'.encode()).encoding.codec
        == "utf-8"
    )


def test_a_declaration_decides_where_utf8_is_an_accident() -> None:
    data = '<meta charset="gbk"><p>通泰'.encode("gbk")
    assert data.decode("utf-8")
    assert parse_document("a.html", data).text.endswith("通泰")


@pytest.mark.parametrize(
    ("head", "format_"),
    [
        (b"%\\usepackage[gbk]{inputenc}", "latex"),
        (b'<meta charset="klingon">', "html"),
        (b"encoding: gbk", "text"),
        (b'<meta charset="gbk">', "text"),
    ],
)
def test_what_is_no_declaration(head: bytes, format_: str) -> None:
    assert declared_encoding(head, format_) is None


@given(st.binary(min_size=1), st.sampled_from([None, "gbk", "big5", "utf-16", "cp950"]))
def test_what_is_read_can_be_written_byte_for_byte(data: bytes, encoding: str | None) -> None:
    try:
        document = parse_document("draft.txt", data, encoding)
    except ZhengmingError:
        return
    assert document.encode(document.text) == data
