"""``refs add`` and ``refs lint --online`` from the command line to the wire and back."""

from __future__ import annotations

import json
from pathlib import Path
from urllib.request import Request, urlopen

import pytest
from replay import Service

from zhengming.cli import run
from zhengming.references.exchange.lookup import http

ARTICLE = """<PubmedArticleSet><PubmedArticle><MedlineCitation><PMID>{}</PMID><Article>
<ArticleTitle>{}</ArticleTitle><PublicationTypeList><PublicationType>{}</PublicationType>
</PublicationTypeList></Article></MedlineCitation></PubmedArticle></PubmedArticleSet>"""
NOTICE = {"DOI": "10.5555/notice", "type": "retraction", "label": "Retraction",
          "source": "retraction-watch", "updated": {"date-parts": [[2019, 7, 26]]}}  # fmt: skip


def work(doi: str, title: str, **more: object) -> dict[str, object]:
    issued = {"date-parts": [[2020]]}
    message = {"DOI": doi, "type": "journal-article", "title": [title], "issued": issued, **more}
    return {"status": "ok", "message-type": "work", "message": message}


@pytest.fixture
def wired(service: Service, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Service:
    """The services as our programs ask them, all answered by the server of the tests."""

    def ask(request: Request, timeout: float) -> object:
        address = f"{service.url}{request.selector}"
        return urlopen(Request(address, headers=dict(request.header_items())), timeout=timeout)

    monkeypatch.setattr(http, "urlopen", ask)
    monkeypatch.setattr(http.time, "sleep", service.waits.append)
    monkeypatch.setattr(http.Client.__init__, "__defaults__", ("", 2.0, 3, service.waits.append))
    monkeypatch.chdir(tmp_path)
    return service


def test_references_are_added_by_every_identifier(
    wired: Service, capsys: pytest.CaptureFixture[str]
) -> None:
    wired.answer("/works/10.5555%2Fa", work("10.5555/a", "A study"))
    wired.answer("/entrez/eutils/efetch.fcgi", ARTICLE.format(7, "Another one.", "Journal Article"))
    wired.answer("/tools/idconv/api/v1/articles/", {"records": [{"pmcid": "PMC9", "pmid": 7}]})
    wired.answer("/api/books", {"ISBN:9780140328721": {"title": "A book", "publish_date": "1988"}})
    given = ["--doi", "10.5555/a", "--pmid", "7", "--pmcid", "PMC9", "--isbn", "978-0-14-032872-1"]
    assert run(["refs", "add", "--isolated", "--into", "my.bib", *given]) == 0
    assert capsys.readouterr().err == "my.bib: 4 added: 2020study, another, anothera, 1988book\n"
    text = Path("my.bib").read_text(encoding="utf-8")
    assert text.count("@article{") == 3
    assert "pmcid    = {PMC9}" in text


def test_what_is_not_found_is_named_and_the_rest_added(
    wired: Service, capsys: pytest.CaptureFixture[str]
) -> None:
    wired.answer("/works/10.5555%2Fa", work("10.5555/a", "A study"))
    given = ["--doi", "10.5555/none", "--doi", "10.5555/a", "--pmid", "x"]
    assert run(["refs", "add", "--isolated", "--into", "my.bib", *given]) == 2
    told = capsys.readouterr().err.splitlines()
    assert told[0] == "error: DOI 10.5555/none: doi.org knows no such work"
    assert told[1] == "error: PMID x: “x” is no PMID"
    assert told[-1] == "my.bib: 1 added: 2020study"


STORE = """@article{sound, title={A sound study}, doi={10.5555/Sound}, pmid={7}}
@article{madeup, title={A made-up study}, doi={10.5555/none}}
@article{other, title={Lung cancer in women}, doi={https://doi.org/10.5555/other}}
@article{gone, title={A study of much}, doi={10.5555/gone}}
@article{chinese, title={示例}, doi={10.5555/cn}}
"""


def test_a_store_is_held_against_the_services(
    wired: Service, capsys: pytest.CaptureFixture[str]
) -> None:
    wired.answer("/works/10.5555%2Fsound", work("10.5555/sound", "A Sound Study."))
    wired.answer("/works/10.5555%2Fother", work("10.5555/other", "Asthma in children"))
    gone = work("10.5555/gone", "A study of much", **{"updated-by": [NOTICE]})
    wired.answer("/works/10.5555%2Fgone", gone)
    wired.answer("/10.5555%2Fcn", "<html>a landing page</html>")
    retracted = ARTICLE.format(7, "A sound study.", "Retracted Publication")
    wired.answer("/entrez/eutils/efetch.fcgi", retracted)
    Path("my.bib").write_text(STORE, encoding="utf-8")
    command = ["refs", "lint", "--isolated", "--refs", "my.bib", "--online", "--select", "REF5"]
    command += ["--contact", "editor@example.org", "--output-format", "json"]
    assert run(command) == 1
    found = json.loads(capsys.readouterr().out)["findings"]
    assert [(one["line"], one["rule"], one["message"]) for one in found] == [
        (1, "REF502", "“sound”: Retraction (PubMed)"),
        (2, "REF503", "there is no work with the DOI 10.5555/none"),
        (3, "REF504", "the DOI 10.5555/other is that of “Asthma in children”"),
        (4, "REF502", "“gone”: Retraction (2019-07-26; doi:10.5555/notice)"),
    ]
    assert "editor@example.org" in wired.asked[0][2]["User-Agent"]
    assert len(wired.waits) == 5  # one between each two of six questions


def test_without_a_connection_lint_says_so(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def refuse(request: Request, timeout: float) -> object:
        raise http.URLError("Network is unreachable")

    monkeypatch.setattr(http, "urlopen", refuse)
    monkeypatch.chdir(tmp_path)
    Path("my.bib").write_text(STORE, encoding="utf-8")
    assert run(["refs", "lint", "--isolated", "--refs", "my.bib", "--online"]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert "api.crossref.org cannot be reached: Network is unreachable" in told.err


def test_lint_does_not_ask_unless_told(wired: Service, capsys: pytest.CaptureFixture[str]) -> None:
    Path("my.bib").write_text(STORE, encoding="utf-8")
    run(["refs", "lint", "--isolated", "--refs", "my.bib"])
    capsys.readouterr()
    assert wired.asked == []
