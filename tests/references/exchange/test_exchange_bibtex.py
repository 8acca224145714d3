"""Writing BibTeX, and the way .bib → CSL JSON → .bib, which keeps the meaning."""

from __future__ import annotations

import unicodedata
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhengming.references.bibtex import parse_bibtex, read_bibtex
from zhengming.references.bibtex.fields import TYPES
from zhengming.references.exchange import read, write
from zhengming.references.exchange.bibtex_writer import entry
from zhengming.references.model import Reference

REPOSITORY = Path(__file__).parents[3]


def written(**item: Any) -> str:
    return entry(Reference("key", {"type": "article-journal", **item}))


def test_an_article_reads_as_a_person_would_write_it() -> None:
    names = [{"family": "Soda", "given": "M."}, {"family": "王", "given": "可"}]
    names += [{"literal": "World Health Organization"}, {"literal": "others"}]
    title = '<span class="nocase">EML4-ALK</span> at 5 % & more: <i>in vivo</i> H<sub>2</sub>O'
    assert written(
        title=title,
        author=names,
        **{"container-title": "Nature", "original-title": "间变性"},
        issued={"date-parts": [[2007, 8, 2]]},
        volume="448",
        issue="7153",
        page="561-566",
        DOI="10.1038/nature05945",
        URL="https://example.org/a_b%20c?x=1&y=~z",
        language="zh-CN",
    ) == (
        "@article{key,\n"
        "  author    = {Soda, M. and 王可 and {World Health Organization} and others},\n"
        "  title     = {{EML4-ALK} at 5 \\% \\& more: \\emph{in vivo} H\\textsubscript{2}O},\n"
        "  origtitle = {间变性},\n"
        "  journal   = {Nature},\n"
        "  year      = {2007},\n"
        "  date      = {2007-08-02},\n"
        "  volume    = {448},\n"
        "  number    = {7153},\n"
        "  pages     = {561--566},\n"
        "  doi       = {10.1038/nature05945},\n"
        "  url       = {https://example.org/a_b%20c?x=1&y=~z},\n"
        "  language  = {chinese},\n"
        "}\n"
    )


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ({"family": "欧阳", "given": "修文"}, "欧阳修文"),
        ({"family": "王", "given": "小可可"}, "王, 小可可"),
        (
            {"family": "Berg", "given": "Jan", "non-dropping-particle": "van den"},
            "van den Berg, Jan",
        ),
        ({"family": "Peebles", "given": "P. Z.", "suffix": "Jr"}, "Peebles, Jr, P. Z."),
        ({"family": "Farrar, Straus", "given": "A"}, "{Farrar, Straus}, A"),
        ({"family": "De Morgan"}, "family={De Morgan}"),
        ({"literal": "Smith and Sons"}, "{Smith and Sons}"),
    ],
)
def test_names_read_back_as_they_were(name: dict[str, str], expected: str) -> None:
    bib = written(author=[name])
    assert f"  author   = {{{expected}}},\n" in bib
    assert parse_bibtex(bib)[0].item["author"] == [name]


def test_a_key_that_bibtex_forbids_is_made_one_it_allows() -> None:
    bib = entry(Reference("doi:10.1/a b,c", {"type": "book", "title": "t"}))
    assert parse_bibtex(bib)[0].id == "doi:10.1/a_b_c"


PLAIN = st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), max_size=30)


@given(PLAIN)
def test_any_text_survives_being_written_and_read(value: str) -> None:
    value = " ".join(unicodedata.normalize("NFC", value).split())
    note = parse_bibtex(written(title="x", note=value))[0].item.get("note", "")
    assert unicodedata.normalize("NFC", note) == value


FIELDS = {
    "author": [
        "Soda, M. and 王可 and others",
        "{中国抗癌协会} and van den Berg, Jan",
        "Peebles, Jr, P.",
    ],
    "editor": ["Editor, Dora", "{Some Body}"],
    "translator": ["徐超"],
    "title": ["{ALK} and \\emph{in vivo} 50\\%", "间变性淋巴瘤激酶：研究", "{{\\itshape x} Y}"],
    "maintitle": ["The Whole"],
    "booktitle": ["Book of {H}osts"],
    "journal": ["Nature", "中华肿瘤杂志"],
    "series": ["Lecture Notes"],
    "origtitle": ["English title"],
    "year": ["2007", "c1988", "1865（清同治四年）"],
    "date": ["2007-08-02", "2007-08", "2007/2009", "1936~", "2021-21"],
    "volume": ["12"],
    "number": ["3", "S1", "GB/T 3792—2021"],
    "issue": ["Spring"],
    "pages": ["1--9", "e1234", "1.1--1.36"],
    "edition": ["2", "Third"],
    "publisher": ["Wiley \\& Sons"],
    "school": ["示例大学"],
    "institution": ["WHO"],
    "address": ["Cambridge, Mass."],
    "type": ["PhD thesis", "Technical Report"],
    "doi": ["10.1038/nature05945", "10.1002/(SICI)1097-0258(19980815)17:15<1661::AID>3.0.CO;2-2"],
    "url": ["https://example.org/a_b%20c~d?x=1&y={2}"],
    "urldate": ["2013-11-12"],
    "eprint": ["1112.6136"],
    "eprinttype": ["arxiv", "pubmed"],
    "langid": ["chinese", "english", "american"],
    "language": ["zh-CN", "Latin"],
    "version": ["1.0"],
    "note": ["A_b & c"],
    "pmid": ["17625570"],
    "editortype": ["compiler"],
    "mark": ["Z"],
    "mesh": ["kept, as {custom}"],
    "entrysubtype": ["newspaper"],
    "keywords": ["a, b"],
}
ENTRIES = st.builds(
    lambda kind, fields: (
        f"@{kind}{{key,\n" + "".join(f"  {k} = {{{v}}},\n" for k, v in fields.items()) + "}\n"
    ),
    st.sampled_from(sorted(TYPES)),
    st.fixed_dictionaries({}, optional={k: st.sampled_from(v) for k, v in FIELDS.items()}),
)


def items(text: str) -> list[dict[str, Any]]:
    found = read_bibtex(text)
    assert found.problems == ()
    return [dict(reference.item) for reference in found.references]


def by_way_of_csl_json(text: str) -> str:
    csl = write(read_bibtex(text).references, "csl-json")
    return write(read(csl.encode(), format="csl-json").references, "bibtex")


@given(ENTRIES)
def test_bib_to_csl_json_to_bib_keeps_the_meaning(text: str) -> None:
    assert items(by_way_of_csl_json(text)) == items(text)


@pytest.mark.parametrize("name", ["alk.bib", "guidelines.bib"])
def test_the_store_that_ships_survives_the_way_through_csl_json(name: str) -> None:
    text = (REPOSITORY / "references" / name).read_text(encoding="utf-8")
    assert items(by_way_of_csl_json(text)) == items(text)


def test_every_example_of_the_standard_survives_it_too(shared: Path) -> None:
    for edition in ("2015", "2025"):
        text = (shared / "gbt7714" / f"examples-{edition}.bib").read_text(encoding="utf-8")
        assert items(by_way_of_csl_json(text)) == items(text)
