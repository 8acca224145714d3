"""GB/T 7714 lists read back: the standard's own examples, printed and as BibTeX, compared.

An entry passes when type, authors, title, container, year, volume, issue, pages and DOI are those
of its BibTeX source, as far as they are printed. ``gbt-passing.txt`` is the ratchet: what passed
once has to pass, and what passes newly has to be written down (``ZHENGMING_UPDATE=1`` does it).
"""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

from zhengming.references.bibtex import read_bibtex
from zhengming.references.exchange.parse import gbt
from zhengming.references.names import OTHERS

RATCHET = Path(__file__).with_name("gbt-passing.txt")
EDITIONS = ("2015", "2025")
# Types that GB/T prints with one marker cannot be told apart in print.
SAME_MARKER = {
    "personal_communication": "collection", "legislation": "collection", "graphic": "document",
    "motion_picture": "document",
}  # fmt: skip


def plain(value: object) -> str:
    """Letters and digits alone, in one case: a style may change all the rest."""
    text = re.sub(r"</?(?:i|b|su[bp]|span)[^>]*>", "", str(value or ""))
    text = unicodedata.normalize("NFD", unicodedata.normalize("NFKC", text)).casefold()
    return re.sub(r"[\W_]", "", text.replace("ö", "o"))


def names(people: Sequence[Mapping[str, str]]) -> list[str]:
    """Family and initials, or the whole of a Chinese name or an organization."""
    found = []
    for name in people:
        if name == OTHERS:
            continue
        family, given = name.get("family", ""), name.get("given", "")
        if "literal" in name:
            found.append(plain(name["literal"]))
        elif re.search("[一-鿿]", family):
            found.append(plain(family if given.isascii() else family + given))
        else:
            initials = [plain(word)[:1] for word in re.split(r"[\s.-]+", given)]
            found.append(plain(family) + "".join(initials))
    return found


def year(item: Mapping[str, Any]) -> str:
    issued = item.get("issued") or {}
    if parts := issued.get("date-parts"):
        return str(parts[0][0])
    found = re.search(r"\d{4}", str(issued.get("literal")))
    return found[0] if found else ""


def facts(item: Mapping[str, Any]) -> dict[str, str]:
    kind = str(item["type"])
    host = item.get("container-title") or (
        item.get("event-title") if kind == "paper-conference" else ""
    )
    newspaper = kind == "article-newspaper"
    return {
        "type": SAME_MARKER.get(kind, kind),
        "title": plain(item.get("title")),
        "container": plain(host),
        "year": year(item),
        "volume": plain(item.get("volume")),
        "issue": "" if newspaper else plain(item.get("issue")),
        "page": plain(item.get("page") or (item.get("issue") if newspaper else "")),
        "DOI": plain(item.get("DOI")),
    }


def differences(
    expected: Mapping[str, Any], got: Mapping[str, Any], printed: str
) -> dict[str, Any]:
    """Return what differs; a value the entry does not print is not expected from it."""
    shown = plain(printed)
    wanted = {key: value if value in shown else "" for key, value in facts(expected).items()}
    marker = gbt.MARKER.search(printed)
    # The type that was printed: a picture on the web is [EB/OL].
    wanted["type"] = "webpage" if marker and marker["kind"] == "EB" else facts(expected)["type"]
    if not re.search(r"DOI:|doi\.org/", printed, re.IGNORECASE):
        wanted["DOI"] = ""  # the part of a publisher's address that looks like one
    found = facts(got)
    wrong = {key: (wanted[key], found[key]) for key in wanted if wanted[key] != found[key]}
    read = names(got.get("author") or got.get("editor", []))
    cut = got.get("author", [])[-1:] == [OTHERS]
    # GB/T prints the editor of a book, and the holder of a patent, in the author's place.
    roles = [names(expected[role]) for role in ("author", "editor", "holder") if role in expected]
    possible = [role[:3] if cut else role for role in roles]
    standard = found["type"] == "standard" and not read  # “ISO 21378:2019 …” names no author
    if read not in possible and not standard and (read or any(role[0] in shown for role in roles)):
        wrong["author"] = (possible, read)
    return wrong


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
