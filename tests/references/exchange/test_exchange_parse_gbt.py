"""GB/T 7714 lists read back: the standard's own examples, printed and as BibTeX, compared.

An entry passes when type, authors, title, container, year, volume, issue, pages and DOI are those
of its BibTeX source, as far as they are printed. ``gbt-passing.txt`` is the ratchet: what passed
once has to pass, and what passes newly has to be written down (``ZHENGMING_UPDATE=1`` does it).
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from exchange_facts import differences, dropped, year

from zhengming.references.bibtex import read_bibtex
from zhengming.references.exchange.parse import gbt
from zhengming.references.names import OTHERS

RATCHET = Path(__file__).with_name("gbt-passing.txt")
EDITIONS = ("2015", "2025")


def entries(shared: Path) -> Iterator[tuple[str, str, Mapping[str, Any]]]:
    """Yield key, printed entry and source of every example with a type marker."""
    for edition in EDITIONS:
        folder = shared / "gbt7714"
        source = (folder / f"examples-{edition}.bib").read_text(encoding="utf-8")
        items = {one.id: one.item for one in read_bibtex(source).references}
        printed = (folder / f"expected-{edition}-numeric.tsv").read_text(encoding="utf-8")
        for line in printed.splitlines():
            key, _, text = line.partition("\t")
            if gbt.MARKER.search(text):
                yield f"{edition} {key}", text, items[f"gbt7714.{key}"]


def test_the_examples_of_the_standard_are_read_back(shared: Path) -> None:
    passing, failing = [], {}
    for key, text, expected in entries(shared):
        parsed = gbt.parse(text)
        assert parsed is not None, text
        assert dropped({**parsed.item, "left": parsed.left}, text) == []
        wrong = differences(expected, parsed.item, text)
        if wrong:
            failing[key] = wrong
        else:
            passing.append(key)
    if os.environ.get("ZHENGMING_UPDATE"):
        RATCHET.write_text("\n".join([*passing, ""]), encoding="utf-8", newline="\n")
    assert passing == RATCHET.read_text(encoding="utf-8").split("\n")[:-1]
    assert len(passing) / (len(passing) + len(failing)) >= 0.95, failing


AUTHOR_DATE = {
    "Baker S K, Sample M E, 1995. The future of examples[M]. New York: The Example Press.": {
        "type": "book", "year": "1995", "title": "The future of examples", "publisher": "The Example Press",
    },
    "杨示例，1996. 电子示例的现实模型[J]. 示例学报（2）：24-29.": {
        "type": "article-journal", "year": "1996", "container-title": "示例学报", "issue": "2", "page": "24-29",
    },
    "TESTER D R, SAMPLE R, et al., 2020. Examples[J/OL]. J Ex, 38(31): 3592-3603.": {
        "type": "article-journal", "year": "2020", "volume": "38", "issue": "31",
        "author": [{"family": "Tester", "given": "D. R."}, {"family": "Sample", "given": "R."}, OTHERS],
    },
    "KENNEDY W J, SAMPLE R E, 1975a. Morphology of examples[J]. Sedimentology, 22: 311.": {
        "type": "article-journal", "year": "1975", "container-title": "Sedimentology", "volume": "22", "page": "311",
    },
    "示例学会，等，2020b. 示例指南[M]. 2 版. 北京：示例出版社：35-36.": {
        "type": "book", "year": "2020", "edition": "2", "publisher": "示例出版社", "page": "35-36",
    },
    "Example Center, Inc., [2012]. History of examples[EB/OL]. [2012-03-27]. http://example.org/.": {
        "type": "webpage", "year": "2012", "title": "History of examples",
    },
}  # fmt: skip


@pytest.mark.parametrize("text", AUTHOR_DATE)
def test_author_date_lists_have_the_year_after_the_authors(text: str) -> None:
    parsed = gbt.parse(text)
    assert parsed is not None
    assert parsed.left == []
    got = {"year": year(parsed.item), **parsed.item}
    expected = AUTHOR_DATE[text]
    assert {key: got.get(key) for key in expected} == expected
