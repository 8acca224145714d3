"""A preprint is one whatever type its entry has, and an article with a preprint is an article."""

import pytest

from zhengming.references.bibtex import parse_bibtex


def item(source):
    (reference,) = parse_bibtex(source)
    return reference.item


@pytest.mark.parametrize(
    "source",
    [
        "@misc{k, eprint={1706.03762}, archivePrefix={arXiv}, primaryClass={cs.CL}}",
        "@online{k, eprint={1706.03762}, eprinttype={arxiv}}",
        "@unpublished{k, eprint={arXiv:1706.03762}, eprinttype={arXiv}}",
        "@preprint{k, eprint={1706.03762}, eprinttype={arXiv}}",
        "@article{k, journal={arXiv preprint arXiv:1706.03762}}",
        "@article{k, journaltitle={arXiv:1706.03762 [cs.CL]}}",
        "@misc{k, howpublished={arXiv e-print 1706.03762}}",
        "@misc{k, publisher={arXiv}, eprint={1706.03762}}",
    ],
)
def test_a_preprint_with_a_number(source):
    assert item(source) == {
        "id": "k",
        "type": "article",
        "archive": "arXiv",
        "archive_location": "1706.03762",
        "URL": "https://arxiv.org/abs/1706.03762",
    }


@pytest.mark.parametrize(
    "source",
    [
        "@misc{k, doi={10.1101/2023.01.01.522222}, publisher={bioRxiv}}",
        "@article{k, doi={10.1101/2023.01.01.522222}, journal={bioRxiv preprint server}}",
        "@article{k, doi={10.1101/2023.01.01.522222}, journal={bioRxiv}}",
    ],
)
def test_a_preprint_known_by_its_server(source):
    doi = "10.1101/2023.01.01.522222"
    assert item(source) == {"id": "k", "type": "article", "publisher": "bioRxiv", "DOI": doi}


@pytest.mark.parametrize(
    ("source", "kind"),
    [
        ("@article{k, journal={Nature}, eprint={1706.03762}, eprinttype={arXiv}}", "article-journal"),
        ("@article{k, journal={Archives of Surgery}}", "article-journal"),
        ("@inproceedings{k, booktitle={NeurIPS}, eprint={1706.03762}, eprinttype={arXiv}}", "paper-conference"),
        ("@misc{k, title={About arXiv}, howpublished={Poster}}", "document"),
        ("@misc{k, publisher={arXiv Press of Ithaca}}", "document"),
        ("@article{k, journal={J}, eprint={17625570}, eprinttype={pubmed}}", "article-journal"),
    ],
)  # fmt: skip
def test_what_is_no_preprint(source, kind):
    assert item(source)["type"] == kind
