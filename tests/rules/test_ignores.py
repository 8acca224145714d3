"""Ignore comments: what they hide, and what is told of those that hide nothing."""

from __future__ import annotations

import pytest

from zhengming.documents import parse_document
from zhengming.engine import check, normalize
from zhengming.glossary.load import LoadedGlossary
from zhengming.rules import Draft
from zhengming.rules.selection import Selection

NAME = "劳拉替尼"


def _found(text: str, names: LoadedGlossary, path: str = "a.md", **chosen: object) -> list[str]:
    draft = Draft(parse_document(path, text.encode()), names)
    found = check(draft, Selection(**chosen))  # type: ignore[arg-type]
    return [f"{draft.document.lines.position(f.span.start)[0]} {f.rule}" for f in found]


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("a.md", f"{NAME} <!-- zhengming: ignore TERM001 -->\n\n{NAME}\n"),
        ("a.md", f"{NAME} <!-- zhengming: ignore TERM -->\n\n{NAME}\n"),
        ("a.md", f"{NAME} <!-- zhengming: ignore -->\n\n{NAME}\n"),
        ("a.md", f"{NAME} <!-- zhengming: ignore TERM001 -- as quoted -->\n\n{NAME}\n"),
        ("a.tex", f"{NAME} % zhengming: ignore TERM001\n\n{NAME}\n"),
        ("a.html", f"<p>{NAME}</p> <!-- zhengming: ignore TERM001 -->\n\n<p>{NAME}</p>\n"),
    ],
)
def test_a_comment_holds_for_its_own_line(path: str, text: str, names: LoadedGlossary) -> None:
    assert _found(text, names, path, select=("TERM001", "IGN")) == ["3 TERM001"]


def test_the_next_line(names: LoadedGlossary) -> None:
    text = f"<!-- zhengming: ignore-next-line TERM001 -->\n{NAME}\n{NAME}\n"
    assert _found(text, names) == ["3 TERM001"]


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_the_next_line_may_stand_behind_an_empty_one(newline: str, names: LoadedGlossary) -> None:
    text = f".. zhengming: ignore-next-line TERM001\n\n  \n{NAME}\n\n{NAME}\n"
    assert _found(text.replace("\n", newline), names, "a.rst") == ["6 TERM001"]
    alone = f"{NAME}\n\n<!-- zhengming: ignore-next-line TERM001 -->\n\n"
    assert _found(alone, names) == ["1 TERM001", "3 IGN001"]


def test_a_stretch_and_the_rest_of_the_file(names: LoadedGlossary) -> None:
    start, end = "<!-- zhengming: ignore-start TERM001 -->", "<!-- zhengming: ignore-end -->"
    text = f"{start}\n\n{NAME}\n\n{NAME}\n\n{end}\n\n{NAME}\n"
    assert _found(text, names) == ["9 TERM001"]
    assert _found(f"{NAME}\n\n{start}\n\n{NAME}\n", names) == ["1 TERM001", "3 IGN002"]


def test_a_file(names: LoadedGlossary) -> None:
    assert _found(f"{NAME}選擇\n\n<!-- zhengming: ignore-file TERM001 -->\n", names) == ["1 ZH001"]


def test_an_ignored_fix_is_not_applied(names: LoadedGlossary) -> None:
    text = f"{NAME} <!-- zhengming: ignore TERM001 -->\n\n{NAME}\n"
    fixed = normalize(Draft(parse_document("a.md", text.encode()), names))
    assert fixed.text == f"{NAME} <!-- zhengming: ignore TERM001 -->\n\n洛拉替尼\n"


def test_an_unused_code_is_told_and_names_itself(names: LoadedGlossary) -> None:
    text = f"{NAME} <!-- zhengming: ignore TERM001, ZH001 -->\n"
    draft = Draft(parse_document("a.md", text.encode()), names)
    (found,) = check(draft)
    assert (found.rule, "ignores ZH001," in found.message.en) == ("IGN001", True)


def test_an_ignore_of_everything_is_unused_too(names: LoadedGlossary) -> None:
    assert _found("洛拉替尼 <!-- zhengming: ignore -->\n", names) == ["1 IGN001"]


def test_rules_that_did_not_run_are_not_counted(names: LoadedGlossary) -> None:
    text = "洛拉替尼 <!-- zhengming: ignore ZH001 -->\n"
    assert _found(text, names) == ["1 IGN001"]
    assert _found(text, names, ignore=("ZH",)) == []


def test_what_is_written_wrong_names_what_was_meant(names: LoadedGlossary) -> None:
    text = f"{NAME} <!-- zhengming: ignroe TERM001 -->\n"
    draft = Draft(parse_document("a.md", text.encode()), names)
    found = [f for f in check(draft) if f.rule == "IGN002"]
    assert [f.message.en for f in found] == ['there is no comment "ignroe"; did you mean "ignore"?']
