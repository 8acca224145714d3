"""Hostile and broken styles: a clear error with its place, never a hang."""

from __future__ import annotations

from pathlib import Path

import pytest
from support import book, cited, make_style

from zhengming.csl import CslError, Style

HEAD = '<style xmlns="http://purl.org/net/xbiblio/csl" class="note" version="1.0">'
INFO = "<info><id>x</id><title>x</title></info>"
CITATION = '<citation><layout><text variable="title"/></layout></citation>'


def error(xml: str) -> CslError:
    with pytest.raises(CslError) as caught:
        Style.parse(xml.encode(), name="bad.csl")
    assert caught.value.path == "bad.csl"
    assert caught.value.hint
    return caught.value


def test_unknown_element() -> None:
    found = error(f"{HEAD}\n{INFO}\n<citation><layout>\n<txt/></layout></citation></style>")
    assert (found.line, found.column) == (4, 1)
    assert "<txt>" in found.message


def test_macros_in_a_circle() -> None:
    macros = '<macro name="a"><text macro="b"/></macro>\n<macro name="b"><text macro="a"/></macro>'
    found = error(f"{HEAD}\n{macros}{CITATION}</style>")
    assert "a → b → a" in found.message
    assert found.line == 2


def test_macros_that_double() -> None:
    macros = "".join(
        f'<macro name="m{n}"><text macro="m{n + 1}"/><text macro="m{n + 1}"/></macro>'
        for n in range(60)
    )
    found = error(f'{HEAD}{macros}<macro name="m60"><text value="x"/></macro>{CITATION}</style>')
    assert "more than" in found.message


def test_macros_in_a_long_chain() -> None:
    macros = "".join(f'<macro name="m{n}"><text macro="m{n + 1}"/></macro>' for n in range(5000))
    assert "deep" in error(f'{HEAD}{macros}<macro name="m5000"/>{CITATION}</style>').message


def test_doctype_and_entities() -> None:
    bomb = '<!DOCTYPE s [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]>\n'
    found = error(f"{bomb}{HEAD}&b;</style>")
    assert found.line == 1
    assert "document type" in found.message


def test_ten_megabytes_of_nesting() -> None:
    found = error(f"{HEAD}<citation><layout>{'<group>' * 1_500_000}")
    assert "<group>" in found.message
    assert found.line == 1


def test_not_xml() -> None:
    assert error(f"{HEAD}\n<citation>").line == 2
    assert error("").message


def test_not_a_style() -> None:
    assert "not a CSL style" in error("<html/>").message


@pytest.mark.parametrize("part", ["<citation/>", "<citation><sort/></citation>", ""])
def test_nothing_to_render(part: str) -> None:
    assert error(f"{HEAD}{INFO}{part}</style>").line == 1


def test_absurd_numbers() -> None:
    huge = "9" * 6000
    style = make_style(
        '<names variable="author"><name/></names><number variable="volume" form="roman"/>'
        '<text variable="page"/>',
        citation=f'et-al-min="{huge}" near-note-distance="{huge}"',
        attributes='class="in-text" page-range-format="chicago"',
    )
    item = book("a", volume=huge, page=f"{huge}-{huge}", issued={"date-parts": [[huge]]})
    assert cited(style, [item])[0].startswith("9999")


def test_a_missing_macro_is_a_warning() -> None:
    style = make_style('<text macro="gone"/><text variable="title"/>')
    assert cited(style, [book("a", title="Here")]) == ["Here"]
    assert "'gone'" in style.warnings[0]


def test_a_dependent_style_finds_its_parent(tmp_path: Path) -> None:
    link = '<link rel="independent-parent" href="http://www.zotero.org/styles/parent"/>'
    child = tmp_path / "child.csl"
    child.write_text(f"{HEAD}<info><id>c</id>{link}</info></style>", "utf-8")
    with pytest.raises(CslError, match="parent"):
        Style.load(child)
    (tmp_path / "parent.csl").write_text(f"{HEAD}{INFO}{CITATION}</style>", "utf-8")
    assert Style.load(child).id == "x"
    assert Style.load(child, parent=lambda _: tmp_path / "parent.csl").id == "x"


def test_a_style_that_depends_on_itself(tmp_path: Path) -> None:
    link = '<link rel="independent-parent" href="http://www.zotero.org/styles/loop"/>'
    loop = tmp_path / "loop.csl"
    loop.write_text(f"{HEAD}<info><id>c</id>{link}</info></style>", "utf-8")
    with pytest.raises(CslError, match="itself"):
        Style.load(loop)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(CslError):
        Style.load(tmp_path / "none.csl")
