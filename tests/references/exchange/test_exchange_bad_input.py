"""Damaged, foreign and hostile files: a clear error with its place, and nothing lost."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhengming.errors import UsageError, ZhengmingError
from zhengming.references.exchange import FORMATS, ExchangeError, Problem, read, write
from zhengming.references.exchange.base import Fields

RIS = "TY  - JOUR\nTI  - 示例\nER  - \n"


@pytest.mark.parametrize(
    ("data", "title"),
    [
        (RIS.encode(), "示例"),
        (RIS.encode("utf-8-sig"), "示例"),
        (RIS.encode("utf-16"), "示例"),
        (RIS.encode("gb18030"), "示例"),
        (b"\xfe\xff" + RIS.encode("utf-16-be"), "示例"),
        (RIS.replace("\n", "\r").encode(), "示例"),
    ],
)
def test_encodings_in_the_wild(data: bytes, title: str) -> None:
    assert read(data).references[0].item["title"] == title


@pytest.mark.parametrize(
    ("data", "line", "message"),
    [
        (b"TY  - JOUR\nTI  - caf\xe9\nER  - \n", 2, "neither UTF-8 nor GB18030"),
        (b"TY  - JOUR\nTI  - \x00\x01\nER  - \n", 2, "binary"),
        (b"\xff\xfeT\x00Y", 1, "not valid utf-16-le"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), 1, "neither UTF-8 nor GB18030"),
    ],
)
def test_what_is_no_text_is_refused_with_its_line(data: bytes, line: int, message: str) -> None:
    with pytest.raises(ExchangeError, match=message) as caught:
        read(data, path=Path("export.ris"))
    assert (caught.value.line, caught.value.hint is None) == (line, False)
    assert caught.value.place.startswith("export.ris:")


XML = '<?xml version="1.0"?>\n{doctype}<PubmedArticleSet>{body}</PubmedArticleSet>'
LAUGHS = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>\n'


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (XML.format(doctype=LAUGHS, body="&b;"), "own DTD"),
        (XML.format(doctype='<!DOCTYPE x SYSTEM "file:///etc/passwd">', body="&e;"), "entity “e”"),
        (XML.format(doctype="", body="&nbsp;"), "not well-formed"),
        (XML.format(doctype="", body="<a>" * 5000 + "</a>" * 5000), "nested more than 100"),
        (XML.format(doctype="", body="<PubmedArticle>")[:-30], "not well-formed"),
    ],
)
def test_hostile_or_broken_xml_is_refused(text: str, message: str) -> None:
    with pytest.raises(ExchangeError, match=message) as caught:
        read(text.encode(), format="pubmed-xml")
    assert caught.value.line is not None


def test_the_doctype_that_pubmed_prints_is_read_and_never_fetched() -> None:
    doctype = '<!DOCTYPE PubmedArticleSet PUBLIC "-//NLM//DTD" "http://127.0.0.1:9/never.dtd">\n'
    article = (
        "<PubmedArticle><MedlineCitation><PMID>1</PMID><Article><ArticleTitle>T</ArticleTitle>"
        "</Article></MedlineCitation></PubmedArticle>"
    )
    imported = read(XML.format(doctype=doctype, body=article).encode())
    assert imported.references[0].item["title"] == "T"


@pytest.mark.parametrize(
    ("text", "place", "message"),
    [
        ('[{"id": "a", "type": "book"},\n {"id": ', (2, 9), "not JSON"),
        ('[{"id": "a", "type": "book"}\n {"id": "b"}]', (2, 2), "not closed"),
        ('[{"id": "a"}]\nmore', (2, 1), "after the end"),
        ("[" * 100_000, (1, 2), "nested too deep"),
        ('[{"id": 1' + "0" * 5000 + "}]", (1, 2), "too long"),
    ],
)
def test_broken_json_has_its_place(text: str, place: tuple[int, int], message: str) -> None:
    with pytest.raises(ExchangeError, match=message) as caught:
        read(text.encode(), format="csl-json")
    assert (caught.value.line, caught.value.column) == place


@pytest.mark.parametrize("kind", [one.name for one in FORMATS])
@pytest.mark.parametrize("data", [b"hello\n", b"{}", b"<a/>", b"[1]"])
def test_a_file_of_another_kind_is_an_error_or_a_problem(kind: str, data: bytes) -> None:
    try:
        problems = list(read(data, format=kind).problems)
    except ZhengmingError as error:
        problems = [Problem(error.line or 1, error.message)]
    assert problems


def test_an_unknown_format_lists_those_that_exist() -> None:
    with pytest.raises(UsageError, match="unknown format") as caught:
        read(b"x", format="endnotes")
    assert "endnote-xml" in str(caught.value)
    with pytest.raises(UsageError, match="can be read but not written"):
        write([], "refworks")
    with pytest.raises(UsageError, match="not clear"):
        read(b"nothing here is tagged\n")


def test_an_empty_file_is_no_references_and_no_error() -> None:
    assert read(b"", format="ris").references == ()
    assert read(b"[]").references == ()


def test_ris_text_outside_records_is_reported_with_its_line() -> None:
    imported = read(
        b"junk before\nTY  - JOUR\nTI  - a\nER  - \nAU  - nobody's\nTY  - JOUR\nTI  - b"
    )
    assert [reference.item["title"] for reference in imported.references] == ["a", "b"]
    assert [(problem.line, *problem.message) for problem in imported.problems] == [
        (1, "text outside any record: junk before", "记录之外的文字：junk before"),
        (5, "text outside any record: AU  - nobody's", "记录之外的文字：AU  - nobody's"),
        (
            6,
            "this record has no ER line; was the file cut off? It was kept",
            "此记录没有 ER 行，文件是否不完整？记录已保留",
        ),
    ]


def test_a_field_of_ten_megabytes_stays_whole() -> None:
    line = "词" * 1000
    text = "TY  - JOUR\nAB  - " + "\n".join([line] * 3400) + "\nER  - \n"
    abstract = read(text.encode()).references[0].item["abstract"]
    assert abstract == line * 3400


TAGGED = {
    "ris": (["TY  - JOUR", "TY  -", "ER  - ", "AU  - A, B", "ZZ  - z", "TI  -"], ("TY  -", "TY -")),
    "nbib": (["PMID- 1", "PMID- ", "AU  - B C", "      wrapped", "DP  - 2020"], ("PMID-",)),
    "enw": (["%0 Thesis", "%0 ", "%A 王可", "%N 04", "%W CNKI", "%"], ("%0",)),
    "refworks": (["RT Journal Article", "RT", "A1 王可;", "AI goes on", "YR 2020"], ("RT",)),
    "noteexpress": (
        ["{Reference Type}: Patent", "{Reference Type} :", "{Title}: x", "{A}", "{Pages}: 1~2"],
        ("{Reference Type}",),
    ),
}
LOOSE = st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), max_size=12)


@pytest.mark.parametrize("kind", TAGGED)
@given(data=st.data())
def test_records_in_are_records_out(kind: str, data: st.DataObject) -> None:
    known, openings = TAGGED[kind]
    lines = data.draw(st.lists(st.sampled_from([*known, ""]) | LOOSE.map("x".__add__)))
    opened = sum(line.startswith(openings) for line in lines)
    try:
        found = len(read("\n".join(lines).encode(), format=kind).references)
    except ExchangeError:
        found = 0
    assert found == opened


def test_fields_nobody_takes_are_left() -> None:
    imported = read(b"TY  - JOUR\nQ1  - x\nQ1  - y\nER  - \n")
    assert imported.references[0].item["custom"] == {"ris:Q1": ["x", "y"]}
    assert Fields([]).left("ris") == {}


@pytest.mark.parametrize(
    "unit", ["\n", " ", "\t\n", "{", "<", "@", "[", "1900;", "{Reference", "%0"]
)
def test_telling_the_format_of_a_hostile_file_takes_linear_time(unit: str) -> None:
    """Quadratic work on a hundred thousand characters would take minutes."""
    with pytest.raises(UsageError, match="not clear"):
        read((unit * 100_000 + "x").encode())


@pytest.mark.parametrize("tag", ["SP  - ", "AU  - ", "DO  - ", "PY  - ", "KW  - ", "T2  - "])
@pytest.mark.parametrize(
    "unit", [" ", "-", "A ", ";", "[1", "10.1000/", "10.1000/)", ")", "doi:", "et al "]
)
def test_hostile_values_are_read_in_linear_time(tag: str, unit: str) -> None:
    text = f"TY  - JOUR\n{tag}x{unit * 100_000}x\nER  - \n"
    assert read(text.encode()).references[0].item["type"] == "article-journal"


LINES = {
    "ris": ("TY  - {kind}", "{tag}  - {value}", [f"{a}{b}" for a in "ACDEIJKLMNPRSTUVYC" for b in "123ABDELNOPRSTUWY"]),
    "enw": ("%0 {kind}", "%{tag} {value}", "ABCDEFGHIJKLMNOPQRSTUVXYZ123456789@!?#$]&(*)+^<>[=~"),
    "refworks": ("RT {kind}", "{tag} {value}", ["SR", "A1", "A2", "A3", "A4", "A5", "T1", "T2", "T3", "JF", "JO", "YR", "FD", "VO", "IS", "SP", "OP", "K1", "AB", "NO", "PB", "PP", "SN"]),
    "noteexpress": (
        "{{Reference Type}}: {kind}",
        "{{{tag}}}: {value}",
        ["Title", "Author", "Author Address", "Journal", "Year", "Date", "Volume", "Issue", "Pages", "URL",
         "Translated Title", "Translated Author", "Tertiary Author", "Publisher", "DOI", "Anything Else"],
    ),
}  # fmt: skip
KINDS = ("JOUR", "BOOK", "CHAP", "THES", "PAT", "CPAPER", "NEWS", "ELEC")
NAMES = (
    "Journal Article",
    "Book",
    "Book Section",
    "Thesis",
    "Patent",
    "Conference Paper",
    "Newspaper Article",
    "Web Page",
)


@pytest.mark.parametrize("form", LINES)
@given(data=st.data())
def test_no_value_of_a_record_is_dropped(form: str, data: st.DataObject) -> None:
    opening, line, tags = LINES[form]
    kind = data.draw(st.sampled_from(KINDS if form == "ris" else NAMES))
    chosen = data.draw(st.lists(st.sampled_from(sorted(set(tags) - {"TY", "ER"})), max_size=25))
    values = [f"v{number}w" for number in range(len(chosen))]
    lines = [line.format(tag=tag, value=value) for tag, value in zip(chosen, values, strict=True)]
    imported = read("\n".join([opening.format(kind=kind), *lines, ""]).encode(), format=form)
    kept = repr(imported.references[0].item)
    assert [value for value in values if value not in kept] == []
