"""Reference lists in drafts: entries by number."""

from __future__ import annotations

import pytest

from zhengming.citations.listed import find_listed
from zhengming.documents import parse_document


def _numbers(text: str, path: str) -> list[tuple[int, str]]:
    entries = find_listed(parse_document(path, text.encode()))
    return [(entry.number, entry.text) for entry in entries]


@pytest.mark.parametrize(
    ("path", "entries"),
    [
        ("a.txt", "[1] 甲. 题[J].\n[2] 乙. 名[J]."),
        ("a.txt", "［1］甲. 题[J].\n［2］乙. 名[J]."),
        ("a.txt", "[ 1 ] 甲. 题[J].\n[ 2 ] 乙. 名[J]."),
        ("a.txt", "1. 甲. 题[J].\n2. 乙. 名[J]."),
        ("a.txt", "1、甲. 题[J].\n2、乙. 名[J]."),
        ("a.md", "1. 甲. 题[J].\n1. 乙. 名[J]."),
        ("a.md", "\\[1\\] 甲. 题[J].\n\n\\[2\\] 乙. 名[J]."),
    ],
)
def test_forms_of_numbers(path: str, entries: str) -> None:
    text = f"# 参考文献\n\n{entries}\n" if path == "a.md" else f"正文。\n参考文献\n{entries}\n"
    assert _numbers(text, path) == [(1, "甲. 题[J]."), (2, "乙. 名[J].")]


def test_a_wrapped_line_that_starts_with_a_year_or_page_is_no_entry() -> None:
    text = "参考文献\n1. Solomon BJ. N Engl J Med,\n2014. 371:2167.\n2. Peters S. J,\n377. 829.\n"
    assert [number for number, _ in _numbers(text, "a.txt")] == [1, 2]


def test_a_list_without_numbers_has_no_entries() -> None:
    assert _numbers("# 参考文献\n\n王五. 题. 2020.\n", "a.md") == []
