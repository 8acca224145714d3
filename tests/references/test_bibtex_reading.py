"""BibTeX entries as CSL-JSON items."""

from pathlib import Path

import pytest

from zhengming.references.bibtex import parse_bibtex


def item(text):
    (reference,) = parse_bibtex(text)
    return dict(reference.item)


def field(body, name, kind="article"):
    return item(f"@{kind}{{k, {body}}}").get(name)


def test_article_has_place_and_variables():
    text = """@string{jco = "J Clin Oncol"}

@Article{camidge2020,
  AUTHOR = {Camidge, D. Ross and others},
  title = {Brigatinib in {ALK}-positive disease},
  journal = jco # { Suppl},
  year = 2020, month = nov, volume = 38, number = 31,
  pages = {3592--3603},
  doi = {https://doi.org/10.1200/JCO.20.00505}, pmid = {32780660},
}
"""
    (reference,) = parse_bibtex(text, Path("x.bib"))
    assert (reference.id, reference.path, reference.line) == ("camidge2020", Path("x.bib"), 3)
    assert reference.item == {
        "id": "camidge2020",
        "type": "article-journal",
        "author": [{"family": "Camidge", "given": "D. Ross"}, {"literal": "others"}],
        "title": 'Brigatinib in <span class="nocase">ALK</span>-positive disease',
        "container-title": "J Clin Oncol Suppl",
        "issued": {"date-parts": [[2020, 11]]},
        "volume": "38",
        "issue": "31",
        "page": "3592-3603",
        "DOI": "10.1200/JCO.20.00505",
        "PMID": "32780660",
    }


@pytest.mark.parametrize(
    ("kind", "csl"),
    [
        ("article", "article-journal"),
        ("book", "book"),
        ("incollection", "chapter"),
        ("inproceedings", "paper-conference"),
        ("phdthesis", "thesis"),
        ("techreport", "report"),
        ("online", "webpage"),
        ("standard", "standard"),
        ("patent", "patent"),
        ("dataset", "dataset"),
        ("preprint", "article"),
        ("misc", "document"),
        ("nonsense", "document"),
    ],
)
def test_types(kind, csl):
    assert field("title={T}", "type", kind) == csl


def test_misc_with_an_address_is_a_web_page():
    text = r"@misc{k, title={T}, howpublished={\url{https://a.cn/b_c%20d}}, urldate={2024-01-02}}"
    assert item(text) == {
        "id": "k",
        "type": "webpage",
        "title": "T",
        "URL": "https://a.cn/b_c%20d",
        "accessed": {"date-parts": [[2024, 1, 2]]},
    }


@pytest.mark.parametrize(
    "address", ["https://a.cn/b_c%20d~e--f", "https://a.cn/?x=1&y=2#z", r"https://a.cn/\$"]
)
def test_addresses_are_never_decoded(address):
    assert field(f"url={{{address}}}", "URL") == address


def test_a_number_means_what_the_type_makes_of_it():
    assert field("number={3}", "issue") == "3"
    assert field("number={3}", "number", "techreport") == "3"
    assert field("series={S}, number={3}", "collection-number", "book") == "3"


def test_an_article_number_is_the_page_where_there_is_no_page():
    assert field("eid={giad067}", "page") == "giad067"
    assert field("eid={giad067}, pages={1--2}", "page") == "1-2"


@pytest.mark.parametrize(
    ("eprint", "name", "value"),
    [
        ("eprint={123}, eprinttype={pubmed}", "PMID", "123"),
        ("eprint={PMC1}, archiveprefix={pmc}", "PMCID", "PMC1"),
        ("eprint={1112.6136}, eprinttype={arXiv}", "archive_location", "1112.6136"),
    ],
)
def test_eprints(eprint, name, value):
    assert field(eprint, name) == value


def test_subtitles_join_by_the_language_of_the_title():
    assert field("title={Seeds}, subtitle={a story}", "title") == "Seeds: a story"
    assert field("title={肺癌}, subtitle={综述}", "title") == "肺癌：综述"


def test_thesis_genres_speak_the_language_of_the_title():
    assert field("title={T}", "genre", "phdthesis") == "PhD thesis"
    assert field("title={题}", "genre", "mastersthesis") == "硕士学位论文"
    assert field("title={T}, type={Habilitation}", "genre", "phdthesis") == "Habilitation"


@pytest.mark.parametrize(
    ("name", "tag"),
    [("chinese", "zh-CN"), ("american", "en-US"), ("zh-tw", "zh-TW"), ("Klingon speech", None)],
)
def test_languages(name, tag):
    assert field(f"langid={{{name}}}", "language") == (tag or name)


def test_what_csl_has_no_variable_for_is_kept():
    assert field("title={T}, trial={FLAURA}", "custom") == {"trial": "FLAURA"}


def test_comment_lines_between_fields_swallow_nothing():
    assert item("@article{k, title={T}, % year next\n year=2016}")["issued"] == {
        "date-parts": [[2016]]
    }


def test_a_volume_of_a_work_in_several():
    book = item("@book{k, maintitle={Works}, title={Letters}, volume=3}")
    assert (book["title"], book["volume-title"], book["volume"]) == ("Works", "Letters", "3")
    part = item("@incollection{k, maintitle={Works}, booktitle={Letters}, title={To A}}")
    assert (part["title"], part["container-title"]) == ("To A", "Works")
    assert part["volume-title"] == "Letters"


def test_crossref_takes_what_the_entry_does_not_say():
    child, _ = parse_bibtex(
        "@inproceedings{c, title={Paper}, crossref={p}, year=2002}\n"
        "@proceedings{p, title={Proceedings}, year=2001, publisher={ACM}, keywords={x}}"
    )
    assert child.item == {
        "id": "c",
        "type": "paper-conference",
        "title": "Paper",
        "container-title": "Proceedings",
        "issued": {"date-parts": [[2002]]},
        "publisher": "ACM",
    }


def test_crossref_goes_through_two_parents_and_xdata_is_no_entry():
    references = parse_bibtex(
        "@article{a, title={A}, crossref={b}}\n@article{b, title={B}, xdata={d}}\n"
        "@xdata{d, publisher={P}}"
    )
    assert [reference.id for reference in references] == ["a", "b"]
    assert references[0].item["publisher"] == "P"


def test_strings_and_comments_are_no_entries():
    assert parse_bibtex('free text\n@comment{x}\n@preamble{"y"}\n@string{z = {z}}\n') == []
    assert parse_bibtex("") == []


@pytest.mark.parametrize(
    ("fields", "page", "issue"),
    [
        ("number={15}", "15", None),
        ("pages={15}", "15", None),
        ("pages={15}, number={7}", "15", "7"),
    ],
)
def test_the_number_of_a_newspaper_is_that_of_its_page(fields, page, issue):
    (reference,) = parse_bibtex(f"@newspaper{{k, journal={{中国青年报}}, {fields}}}")
    assert (reference.item["page"], reference.item.get("issue")) == (page, issue)
