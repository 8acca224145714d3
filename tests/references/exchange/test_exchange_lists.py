"""Where one entry of a plain list ends, and lists made of our own store read back."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhengming.references.bibtex import read_bibtex
from zhengming.references.exchange.parse import gbt, read, vancouver
from zhengming.references.exchange.parse.lists import Entry, split_list

STORE = Path(__file__).parents[3] / "references"


def texts(text: str) -> list[str]:
    return [entry.text for entry in split_list(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[1] A. B\n[2] C. D", ["A. B", "C. D"]),
        ("［1］甲．乙\n［12］丙．丁", ["甲．乙", "丙．丁"]),
        ("1. A study\nof lungs. 2001\n2. Next", ["A study of lungs. 2001", "Next"]),
        ("1、甲的研究，\n分两行\n2、乙", ["甲的研究，分两行", "乙"]),
        ("1 A broken\n2013. http://x.org/\nabc\n2 B", None),
        ("(1) A\n(2) B", ["A", "B"]),
        ("1\tA\n2\tB", ["A", "B"]),
        ("1 Peters S\n2 Shaw A", ["Peters S", "Shaw A"]),
        (
            "30 years of lungs. 2001.\n31 more. 2002.",
            ["30 years of lungs. 2001.", "31 more. 2002."],
        ),
        ("参考文献：\n[1] A\n[1] B", ["A", "B"]),
        ("A long\nentry.\n\nAnother one.", ["A long entry.", "Another one."]),
        (
            "First entry goes\non here. 2001.\nSecond entry.",
            ["First entry goes on here. 2001.", "Second entry."],
        ),
        ("1. non-\nsmall-cell", ["non-small-cell"]),
        ("1. See https://example.org/a/\nb.html", ["See https://example.org/a/b.html"]),
        ("\n\n", []),
    ],
)
def test_entries_of_a_list(text: str, expected: list[str] | None) -> None:
    if expected is None:
        expected = ["A broken 2013. http://x.org/abc", "B"]
        text = text.replace("1 A", "1. A").replace("2 B", "2. B")
    assert texts(text) == expected


def test_each_entry_knows_its_line() -> None:
    assert list(split_list("References\n\n[1] A\nb\n[2] C")) == [Entry("A b", 3), Entry("C", 5)]


@given(
    st.lists(
        st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1, max_size=9), max_size=9
    )
)
def test_no_word_of_a_list_is_lost(words: list[str]) -> None:
    lines = [f"[{number}] x{word}" for number, word in enumerate(words, 1)]
    assert texts("\n".join(lines)) == [f"x{word}" for word in words]


def short(name: Mapping[str, str]) -> str:
    """``Camidge DR``; of a name spelled out, its initials."""
    initials = re.findall(r"\b[^\W\d_]", name.get("given", ""))
    return name.get("literal") or f"{name['family']} {''.join(initials)}"


def nlm(item: Mapping[str, Any]) -> str:
    """An article as PubMed prints it."""
    authors = ", ".join(map(short, item["author"])).replace("others", "et al")
    issue = f"({item['issue']})" if "issue" in item else ""
    year = item["issued"]["date-parts"][0][0]
    place = f"{year};{item.get('volume', '')}{issue}:{item['page']}."
    title = item["title"].replace('<span class="nocase">', "").replace("</span>", "")
    return f"{authors}. {title}. {item['container-title']}. {place} doi: {item['DOI']}."


def gbt7714(item: Mapping[str, Any]) -> str:
    """An article as GB/T 7714—2015 prints it, all its authors named."""
    names = [one.get("literal") or f"{one['family']}{one['given']}" for one in item["author"]]
    authors = ", ".join(names).replace("others", "等")
    issue = f"({item['issue']})" if "issue" in item else ""
    volume = f", {item['volume']}" if "volume" in item else ""
    year = item["issued"]["date-parts"][0][0]
    place = f"{item['container-title']}, {year}{volume}{issue}: {item['page']}"
    return f"{authors}. {item['title']}[J/OL]. {place}. DOI:{item['DOI']}."


def articles(name: str) -> list[Mapping[str, Any]]:
    text = (STORE / name).read_text(encoding="utf-8")
    needed = {"DOI", "page", "container-title", "author"}
    items = [one.item for one in read_bibtex(text).references]
    return [item for item in items if needed <= set(item)]


SAME = ("author", "type", "container-title", "volume", "issue", "page", "issued", "DOI")


def test_our_english_articles_come_back_from_vancouver() -> None:
    items = articles("alk.bib")
    assert len(items) > 20
    for item in items:
        parsed = vancouver.parse(nlm(item))
        assert parsed is not None
        assert parsed.left == []
        assert list(map(short, parsed.item["author"])) == list(map(short, item["author"]))
        for name in SAME[1:]:
            assert parsed.item.get(name) == item.get(name), nlm(item)


def test_our_chinese_articles_come_back_from_gbt() -> None:
    items = articles("guidelines.bib")
    assert len(items) >= 5
    for item in items:
        parsed = gbt.parse(gbt7714(item))
        assert parsed is not None
        assert parsed.left == []
        for name in (*SAME, "title"):
            assert parsed.item.get(name) == item.get(name), gbt7714(item)


PARTS = st.sampled_from(
    [". ", ".", ", ", "，", "：", ": ", "[J]", "[M/OL]", "//", "2020", "(3)", "（3）", "[2013-11-12]", "王可",
     "Soda M", "et al", "等", "译", "In: ", "https://x.org/", "DOI:10.1/x", "10.5555/a", ";", "2 版", "[", "]", " ",
     "第 1 卷", "GB/T 1—2000", "A", "\n", "[1] ", "PMID: 1",
     "2007 Aug 2", "Epub", " ed. ", "p. 1", "cited 2002", ":", "?", "inventor;", "a b", "[S]", "[P]"]
)  # fmt: skip


@given(st.lists(PARTS, max_size=25).map("".join))
def test_any_mixture_of_parts_is_read_or_reported(text: str) -> None:
    imported = read(text)
    lost = sum(problem.lost for problem in imported.problems)
    assert len(imported.references) + lost == len(list(split_list(text)))


HOSTILE = {
    "stops": lambda n: "A. " * n + "[J]. X, 2020.",
    "commas": lambda n: "A, " * n + ". T[J]. X" + ", 2020" * n,
    "brackets": lambda n: "[" * n + "T[J]" + "[2020" * n,
    "colons": lambda n: "A. T[M]. " + "B: " * n + ", 2020",
    "slashes": lambda n: "A. T[C]" + "//" * n + "B. C, 2020",
    "addresses": lambda n: "A. T[J]. X, 2020. " + "https://x.org/10.1000/a " * n,
    "doi": lambda n: "A. T. J. 2020;1:1. " + "10.1000/" * n,
    "closing": lambda n: "A. T. J. 2020;1:1. doi:10.1000/a" + ")" * n,
    "years": lambda n: "A. T. " + "J 2020;" * n,
    "initials": lambda n: "Smith " + "J. " * n + "T[J]. X, 2020",
    "in": lambda n: "A. T" + ". In: B" * n + "; 2020.",
    "spaces": lambda n: "A" + " " * n + ". T[J]. X, 2020" + " " * n + "x",
    "han": lambda n: "王" * n + "，" + "李可，" * n + "等. 题[J]. 刊，2020",
    "lines": lambda n: "1. x\n" * n,
    "one-line-numbers": lambda n: "[1]" * n,
    "inventor-only": lambda n: "A, inventor; " * n + ". " * n + "2020",
    "inventor": lambda n: "A, inventor; " * n + "patent US 1. " * n,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_lists_are_read_in_linear_time(name: str) -> None:
    """A hundred times the length of a real entry; cubic work here would take hours."""
    imported = read(HOSTILE[name](8_000))
    assert imported.references or imported.problems
