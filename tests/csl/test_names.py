"""Names: order, initials, particles, et al., “and”, substitutes."""

from __future__ import annotations

import pytest
from support import book, cited, make_style, person

DOE, ROE, FOX = person("Doe", "Jane Q."), person("Roe", "Jean-Luc"), person("Fox", "Ann")


def one(name: str, *authors: dict[str, str], attributes: str = 'class="in-text"') -> str:
    style = make_style(f'<names variable="author">{name}</names>', attributes=attributes)
    return cited(style, [book("a", *authors)])[0]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("<name/>", "Jane Q. Doe, Jean-Luc Roe, Ann Fox"),
        ('<name and="text"/>', "Jane Q. Doe, Jean-Luc Roe, and Ann Fox"),
        (
            '<name and="symbol" delimiter-precedes-last="never"/>',
            "Jane Q. Doe, Jean-Luc Roe & Ann Fox",
        ),
        ('<name form="short"/>', "Doe, Roe, Fox"),
        ('<name form="count"/>', "3"),
        ('<name initialize-with="."/>', "J.Q. Doe, J.-L. Roe, A. Fox"),
        (
            '<name initialize-with="" name-as-sort-order="all" sort-separator=" "/>',
            "Doe JQ, Roe J-L, Fox A",
        ),
        ('<name name-as-sort-order="first"/>', "Doe, Jane Q., Jean-Luc Roe, Ann Fox"),
        ('<name et-al-min="3" et-al-use-first="1"/>', "Jane Q. Doe et al."),
        ('<name et-al-min="3" et-al-use-first="2" form="short"/>', "Doe, Roe, et al."),
        (
            '<name et-al-min="3" et-al-use-first="1" et-al-use-last="true" form="short"/>',
            "Doe, … Fox",
        ),
    ],
)
def test_lists(name: str, expected: str) -> None:
    assert one(name, DOE, ROE, FOX) == expected


def test_particles_follow_the_style() -> None:
    ludwig = person("van Beethoven", "Ludwig")
    inverted = '<name name-as-sort-order="all"/>'
    assert one("<name/>", ludwig) == "Ludwig van Beethoven"
    assert one(inverted, ludwig) == "Beethoven, Ludwig van"
    never = 'class="in-text" demote-non-dropping-particle="never"'
    assert one(inverted, ludwig, attributes=never) == "van Beethoven, Ludwig"


def test_a_body_is_never_inverted_nor_initialized() -> None:
    who = {"literal": "World Health Organization"}
    assert one('<name name-as-sort-order="all" initialize-with="."/>', who) == who["literal"]


def test_chinese_names_have_no_space_and_no_comma() -> None:
    assert (
        one('<name name-as-sort-order="all" initialize-with=" "/>', person("牛", "永敢"))
        == "牛永敢"
    )


def test_a_western_author_of_a_chinese_book_keeps_the_family_name_first() -> None:
    style = make_style('<names variable="author"><name/></names>')
    items = [book("a", person("牛", "志"), person("Swingland", "Ian"), language="zh-CN")]
    assert cited(style, items) == ["牛志, Swingland Ian"]


def test_a_substitute_is_not_printed_twice() -> None:
    style = make_style(
        '<group delimiter=". "><names variable="author"><name/><substitute>'
        '<text variable="title"/></substitute></names><text variable="title"/></group>'
    )
    items = [book("a", title="Untold"), book("b", DOE, title="Told")]
    assert cited(style, items) == ["Untold", "Jane Q. Doe. Told"]


def test_equal_editors_and_translators_share_one_label() -> None:
    style = make_style(
        '<names variable="editor translator"><name/><label prefix=" (" suffix=")"/></names>'
    )
    item = {"id": "a", "type": "book", "editor": [DOE], "translator": [DOE]}
    assert cited(style, [item]) == ["Jane Q. Doe (editor & translator)"]
