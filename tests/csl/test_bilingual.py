"""Bilingual lists: layouts, terms and et al. by the language of each entry."""

from __future__ import annotations

from support import book, cited, listed, make_style, person

WEST = [person("Des Marais", "D J"), person("Strauss", "H"), person("Summons", "R E")]
EAST = [person("牛", "永敢"), person("孔", "晓"), person("王", "阳")]
NAMES = '<names variable="author"><name et-al-min="3" et-al-use-first="2"/></names>'
STYLE = make_style(
    NAMES,
    bibliography=f'<layout locale="en" suffix=".">{NAMES}</layout>'
    f'<layout suffix="。">{NAMES}</layout>',
    attributes='class="in-text" default-locale="zh-CN"',
)


def test_et_al_by_the_language_field() -> None:
    items = [book("a", *WEST, language="en-GB"), book("b", *EAST, language="zh")]
    assert listed(STYLE, items) == ["D J Des Marais, H Strauss, et al.", "牛永敢, 孔晓, 等。"]


def test_et_al_by_the_script_when_no_language_is_given() -> None:
    items = [book("a", *WEST, title="Carbon isotopes"), book("b", *EAST, title="COVID-19 的治疗")]
    assert listed(STYLE, items) == ["D J Des Marais, H Strauss, et al.", "牛永敢, 孔晓, 等。"]


def test_a_single_layout_speaks_one_language() -> None:
    assert cited(STYLE, [book("a", *WEST, language="en")]) == ["D J Des Marais, H Strauss, 等"]


def test_other_languages_take_the_general_layout() -> None:
    assert listed(STYLE, [book("a", *WEST, language="fr")]) == ["D J Des Marais, H Strauss, 等。"]


def test_delimiters_of_a_mixed_citation() -> None:
    style = make_style(
        layouts='<layout locale="en" prefix="(" suffix=")" delimiter="; ">'
        '<text variable="title"/></layout>'
        '<layout prefix="（" suffix="）" delimiter="；"><text variable="title"/></layout>',
        attributes='class="in-text" default-locale="zh-CN"',
    )
    items = [book("a", title="Cells", language="en"), book("b", title="细胞", language="zh")]
    assert cited(style, items, "ab", "ba") == ["(Cells; 细胞）", "（细胞；Cells)"]


def test_a_label_with_a_place_for_its_number() -> None:
    terms = '<locale><terms><term name="edition" form="short">第%s版</term></terms></locale>'
    style = make_style(
        '<group delimiter=" "><label variable="edition" form="short"/>'
        '<number variable="edition"/></group>',
        extra=terms,
    )
    assert cited(style, [book("a", edition="3")]) == ["第3版"]


def test_has_day() -> None:
    style = make_style(
        '<choose><if has-day="issued"><text value="day"/></if>'
        '<else><text value="-"/></else></choose>'
    )
    days = [{"id": "a", "issued": {"date-parts": [[2000, 1, 2]]}}, book("b", year=2000)]
    assert cited(style, days) == ["day", "-"]


def test_italics_are_not_for_chinese() -> None:
    style = make_style('<text variable="title" font-style="italic"/>')
    items = [book("a", title="细胞"), book("b", title="Cell")]
    assert cited(style, items, form="html") == ["细胞", "<i>Cell</i>"]


def test_the_general_layout_is_for_the_default_locale_whatever_another_names() -> None:
    style = make_style(
        layouts='<layout locale="zh" suffix="1"><text variable="title"/></layout>'
        '<layout suffix="2"><text variable="title"/></layout>',
        attributes='class="in-text" default-locale="zh-CN"',
    )
    items = [book("a", title="甲", language="zh"), book("b", title="乙", language="zh-TW")]
    assert cited(style, items, "a", "b") == ["甲2", "乙1"]


def test_a_term_with_a_place_goes_around_its_number_without_a_label() -> None:
    terms = '<locale><terms><term name="edition">第%s版</term></terms></locale>'
    style = make_style('<number variable="edition"/>', extra=terms)
    assert cited(style, [book("a", edition="2")]) == ["第2版"]


def test_what_joins_a_range_of_years_is_kept_from_the_layout_before() -> None:
    macro = (
        '<macro name="y"><date variable="issued" form="numeric" date-parts="year"/></macro>'
        '<locale xml:lang="zh"><date form="numeric">'
        '<date-part name="year" range-delimiter="/"/></date></locale>'
    )
    style = make_style(
        layouts='<layout locale="zh"><text macro="y"/></layout><layout><text macro="y"/></layout>',
        extra=macro,
        attributes='class="in-text" default-locale="en-US"',
    )
    issued = {"date-parts": [[1957], [1990]]}
    items = [book(id_, language=tag, issued=issued) for id_, tag in (("a", "zh"), ("b", "en"))]
    assert cited(style, items, "a", "b") == ["1957/1990", "1957/1990"]
