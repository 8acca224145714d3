"""Look-ups against a server of our own that answers in the documented shapes of the services."""

from __future__ import annotations

import socket

import pytest
from replay import Service

from zhengming.errors import UsageError, ZhengmingError
from zhengming.references.exchange.lookup import (
    Client,
    ServiceError,
    UnknownIdentifierError,
    by_doi,
    by_isbn,
    by_pmcid,
    by_pmid,
)

WORK = {
    "status": "ok",
    "message-type": "work",
    "message": {"DOI": "10.5555/a(1)", "type": "journal-article", "title": ["A & B"],
                "issued": {"date-parts": [[2020]]}},
}  # fmt: skip
CSL = {"type": "dataset", "id": "https://doi.org/10.5555/b", "title": "Data", "DOI": "10.5555/B"}
PUBMED = """<?xml version="1.0" ?>
<!DOCTYPE PubmedArticleSet PUBLIC "-//NLM//DTD PubMedArticle//EN" "https://example.org/x.dtd">
<PubmedArticleSet>{}</PubmedArticleSet>"""
ARTICLE = (
    "<PubmedArticle><MedlineCitation><PMID>7</PMID><Article><ArticleTitle>T.</ArticleTitle>"
    "</Article></MedlineCitation></PubmedArticle>"
)
BOOK = {
    "ISBN:9780140328721": {
        "title": "A book",
        "subtitle": "of examples",
        "authors": [{"name": "Jane Roe"}, {"name": "Example Book Committee"}, {"name": "王可"}],
        "publishers": [{"name": "Puffin"}],
        "publish_places": [{"name": "London"}],
        "publish_date": "October 1, 1988",
        "number_of_pages": 96,
    }
}


def test_a_doi_is_asked_of_crossref_by_name(service: Service) -> None:
    service.answer("/works/10.5555%2Fa%281%29", WORK)
    reference = by_doi("https://doi.org/10.5555/a(1)", service.client(), api=service.url)
    assert (reference.id, reference.item["title"]) == ("doi:10.5555/a(1)", "A & B")
    _, query, headers = service.asked[0]
    assert query == {"mailto": ["editor@example.org"]}
    assert headers["User-Agent"].startswith("zhengming/")
    assert "mailto:editor@example.org" in headers["User-Agent"]


def test_a_doi_of_another_agency_is_asked_of_the_resolver(service: Service) -> None:
    service.answer("/10.5555%2Fb", CSL)
    reference = by_doi("10.5555/b", service.client(), api=service.url, resolver=service.url)
    assert reference.item == {
        "type": "dataset",
        "id": "doi:10.5555/b",
        "title": "Data",
        "DOI": "10.5555/b",
    }
    assert service.asked[-1][2]["Accept"] == "application/vnd.citationstyles.csl+json"


def test_an_agency_without_data_is_told_from_an_unknown_doi(service: Service) -> None:
    service.answer("/10.5555%2Fc", "<html>a landing page</html>")
    with pytest.raises(UnknownIdentifierError, match="gives no data") as caught:
        by_doi("10.5555/c", service.client(), api=service.url, resolver=service.url)
    assert "CNKI" in str(caught.value)
    with pytest.raises(UnknownIdentifierError, match="knows no such work"):
        by_doi("10.5555/d", service.client(), api=service.url, resolver=service.url)


def test_a_pmid_is_asked_of_efetch(service: Service) -> None:
    service.answer("/efetch.fcgi", PUBMED.format(ARTICLE))
    reference = by_pmid("PMID: 7", service.client(), eutils=service.url)
    assert reference.item == {"id": "pmid7", "type": "article-journal", "title": "T", "PMID": "7"}
    query = service.asked[0][1]
    assert query["tool"] == ["zhengming"]
    assert (query["db"], query["id"], query["retmode"]) == (["pubmed"], ["7"], ["xml"])


def test_an_unknown_pmid_is_an_empty_set(service: Service) -> None:
    service.answer("/efetch.fcgi", PUBMED.format(""))
    with pytest.raises(UnknownIdentifierError, match="no article with PMID 8"):
        by_pmid("8", service.client(), eutils=service.url)


def test_a_pmcid_becomes_a_pmid_first(service: Service) -> None:
    service.answer("/idconv/", {"status": "ok", "records": [{"pmcid": "PMC9", "pmid": 7}]})
    service.answer("/efetch.fcgi", PUBMED.format(ARTICLE))
    converter = f"{service.url}/idconv/"
    reference = by_pmcid("pmc9", service.client(), eutils=service.url, converter=converter)
    assert (reference.item["PMCID"], reference.item["PMID"]) == ("PMC9", "7")


@pytest.mark.parametrize(
    ("answer", "error", "message"),
    [
        ({"records": [{"pmcid": "PMC9"}]}, UnknownIdentifierError, "no PMID"),
        ({"records": []}, UnknownIdentifierError, "no PMID"),
        ("<html>", ServiceError, "not as documented"),
        ("[1]", ServiceError, "not as documented"),
    ],
)
def test_a_pmcid_without_pmid(
    service: Service, answer: object, error: type[ServiceError], message: str
) -> None:
    service.answer("/", answer)
    with pytest.raises(error, match=message):
        by_pmcid("PMC9", service.client(), converter=f"{service.url}/")


def test_an_isbn_is_asked_of_open_library(service: Service) -> None:
    service.answer("/api/books", BOOK)
    item = by_isbn("978-0-14-032872-1", service.client(), api=service.url).item
    assert item["title"] == "A book: of examples"
    assert item["author"] == [
        {"family": "Roe", "given": "Jane"},
        {"literal": "Example Book Committee"},
        {"family": "王", "given": "可"},
    ]
    assert item["issued"] == {"date-parts": [[1988, 10, 1]]}
    service.answers.clear()
    service.answer("/api/books", {})
    with pytest.raises(UnknownIdentifierError, match="no book"):
        by_isbn("0-14-032872-6", service.client(), api=service.url)


@pytest.mark.parametrize(
    ("look_up", "value"),
    [(by_doi, "nature05945"), (by_pmid, "PMC7"), (by_pmid, "0"), (by_pmcid, "7"), (by_isbn, "9780140328722"),
     (by_isbn, "014032872X"), (by_isbn, "12345")],
)  # fmt: skip
def test_what_is_no_identifier_is_never_asked(look_up: object, value: str) -> None:
    with pytest.raises(UsageError, match="is no"):
        look_up(value, Client(attempts=0))  # type: ignore[operator]


def test_a_busy_service_is_asked_again_after_a_while(service: Service) -> None:
    path = "/works/10.5555%2Fa%281%29"
    service.answer(path, "busy", 503)
    service.answer(path, "slow down", 429, Retry_After="7")
    service.answer(path, WORK)
    assert by_doi("10.5555/a(1)", service.client(), api=service.url).item["title"] == "A & B"
    assert service.waits == [1.0, 7.0]


def test_a_service_that_stays_busy_is_given_up(service: Service) -> None:
    service.answer("/efetch.fcgi", "busy", 503)
    with pytest.raises(ServiceError, match="answered 503") as caught:
        by_pmid("7", service.client(), eutils=service.url)
    assert service.waits == [1.0, 2.0]
    assert "later" in str(caught.value)


def test_a_refusal_is_not_repeated(service: Service) -> None:
    service.answer("/efetch.fcgi", "bad", 400)
    with pytest.raises(ServiceError, match="answered 400"):
        by_pmid("7", service.client(), eutils=service.url)
    assert (len(service.asked), service.waits) == (1, [])


def test_without_a_connection_the_hint_is_to_import_a_file() -> None:
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{closed.getsockname()[1]}"
    with pytest.raises(ServiceError, match="cannot be reached") as caught:
        by_pmid("7", Client(sleep=lambda _: None), eutils=url)
    assert "import" in str(caught.value)


def test_a_service_is_a_web_address() -> None:
    with pytest.raises(ServiceError, match="no web address"):
        by_pmid("7", Client(), eutils="file:///etc")


@pytest.mark.parametrize("body", ["not XML", "<html>&nbsp;</html>", "<a/>", ""])
def test_a_strange_answer_is_an_error_without_a_traceback(service: Service, body: str) -> None:

    service.answer("/efetch.fcgi", body)
    with pytest.raises(ZhengmingError):
        by_pmid("7", service.client(), eutils=service.url)
