"""What a name looks like to the matcher, however typesetting and extraction broke it."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.linear import is_linear
from zhengming.text.folding import fold_width
from zhengming.text.projection import project
from zhengming.text.script import to_simplified

PITFALLS = {
    "line end": ("洛拉\n替尼", "洛拉替尼"),
    "CRLF": ("洛拉\r\n替尼", "洛拉替尼"),
    "blank line": ("洛拉\n\n替尼", "洛拉替尼"),
    "space between Han": ("洛 拉 替 尼", "洛拉替尼"),
    "ideographic space": ("洛\u3000拉替尼", "洛拉替尼"),
    "zero-width space": ("洛拉\u200b替尼", "洛拉替尼"),
    "word joiner": ("洛拉\u2060替尼", "洛拉替尼"),
    "byte-order mark inside": ("洛拉\ufeff替尼", "洛拉替尼"),
    "soft hyphen": ("洛拉\u00ad替尼", "洛拉替尼"),
    "hyphen bullet and line end": ("洛拉⁃\n替尼", "洛拉替尼"),
    "variation selector": ("洛\ufe00拉\ufe0f替尼", "洛拉替尼"),
    "ideographic variation selector": ("洛\U000e0100拉替尼", "洛拉替尼"),
    "right-to-left mark": ("洛\u200f拉替尼", "洛拉替尼"),
    "Kangxi radical": ("⾊瑞替尼", "色瑞替尼"),
    "radical without decomposition": ("赛尔帕替尼⻄⻢", "赛尔帕替尼西马"),
    "compatibility ideograph": ("\uf9c4", "龙"),
    "Traditional": ("勞拉替尼", "劳拉替尼"),
    "Traditional across a line end": ("勞拉\n替尼治療", "劳拉替尼治疗"),
    "full-width code": ("ＰＦ－０６４６３９２２", "pf-06463922"),
    "NBSP": ("PROFILE\u00a01014", "profile 1014"),
    "narrow NBSP": ("PROFILE\u202f1014", "profile 1014"),
    "tab": ("PROFILE\t1014", "profile 1014"),
    "non-breaking hyphen": ("PROFILE‑1014", "profile-1014"),
    "en dash": ("PROFILE–1014", "profile-1014"),
    "em dash": ("PROFILE—1014", "profile-1014"),
    "minus": ("PROFILE−1014", "profile-1014"),
    "small hyphen-minus": ("PROFILE﹣1014", "profile-1014"),
    "line end between words": ("PROFILE\n1014", "profile 1014"),
    "spaces between words": ("PROFILE \n  1014", "profile 1014"),
    "line-end hyphen in a word": ("crizo-\ntinib", "crizotinib"),
    "line-end hyphen and indent": ("crizo- \r\n  tinib", "crizotinib"),
    "line-end hyphen of a code": ("NVL-\n655", "nvl-655"),
    "line-end hyphen of a trial": ("PROFILE-\n1014", "profile-1014"),
    "soft hyphen in Latin": ("lorla\u00adtinib", "lorlatinib"),
    "soft hyphen at a Latin line end": ("PRO⁃\nFILE 1014", "profile 1014"),
    "zero-width space in Latin": ("lorla\u200btinib", "lorlatinib"),
    "zero-width beside a space": ("PROFILE\u200b \u200b1014", "profile 1014"),
    "ligature": ("geﬁtinib", "gefitinib"),
    "three-letter ligature": ("eﬃcacy", "efficacy"),
    "Roman numeral": ("Ⅲ期", "iii期"),
    "mathematical letters": ("𝐀𝐋𝐊", "alk"),
    "NFC": (unicodedata.normalize("NFC", "Sjögren"), "sjogren"),
    "NFD": (unicodedata.normalize("NFD", "Sjögren"), "sjogren"),
    "case": ("LorlaTinib", "lorlatinib"),
    "Kelvin sign": ("\u212aRAS", "kras"),
}


@pytest.mark.parametrize("case", PITFALLS)
def test_pitfall(case: str) -> None:
    written, expected = PITFALLS[case]
    assert project(written).text == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("interval kinase", "interval kinase"),
        ("interval\nkinase", "interval kinase"),
        ("ALK - positive", "alk - positive"),
        ("10² mg", "10² mg"),
        ("IFN-ß", "ifn-ß"),
        ("洛拉\ufffc替尼", "洛拉\ufffc替尼"),
        ("洛拉，替尼", "洛拉,替尼"),
    ],
)
def test_what_is_kept_apart(written: str, expected: str) -> None:
    assert project(written).text == expected


def test_origins_count_code_points_of_the_source() -> None:
    source = "😀👨‍👩‍👧 洛\n拉替尼"
    projection = project(source)
    start = projection.text.index("洛")
    positions = projection.positions(start, start + 4)
    assert "".join(source[at] for at in positions) == "洛拉替尼"
    assert positions[1] == positions[0] + 2


def test_letters_of_a_ligature_share_their_origin() -> None:
    assert project("geﬃx").positions(0, 6) == [0, 1, 2, 2, 2, 3]


def test_the_end_has_an_origin_too() -> None:
    assert project("洛 拉\n").origin(2) == 4


GAPS = st.text(
    "\n\r \t\u00a0\u3000\u00ad\u2043\u200b\u200d\u2060\ufeff\ufe0f\U000e0101", max_size=4
)


@given(st.lists(GAPS, min_size=3, max_size=3), st.text("，。ab😀 \n", max_size=5))
def test_gaps_inside_a_han_name_never_hide_it(gaps: list[str], before: str) -> None:
    source = before + "".join(map("".join, zip("劳拉替尼", [*gaps, ""], strict=True)))
    projection = project(source)
    start = projection.text.index("劳拉替尼")
    positions = projection.positions(start, start + 4)
    assert "".join(source[at] for at in positions) == "劳拉替尼"


ANY = st.text(
    st.one_of(
        st.sampled_from("洛拉替尼藥療aBzİΣ09--－\u00ad⁃\u200b\u0308\ufe0f \n\r\u00a0\u3000ﬁⅢ⾊😀𝐀"),
        st.characters(codec="utf-8"),
    )
)


@given(ANY)
def test_every_character_knows_where_it_came_from(source: str) -> None:
    projection = project(source)
    positions = projection.positions(0, len(projection.text)) if projection.text else []
    assert list(positions) == sorted(positions)
    for character, at in zip(projection.text, positions, strict=True):
        written = unicodedata.normalize("NFKD", fold_width(source[at])).lower()
        assert (
            character in written + to_simplified(written)
            or source[at].isspace()
            or (
                to_simplified(character) == character  # a phrase decided, as in 頭髮
            )
        )
    dropped = set(range(len(source))) - set(positions)
    for at in dropped:
        folded = fold_width(source[at])
        assert (
            folded in " \n\r-\u00ad⁃"
            or not source[at].isprintable()
            or (unicodedata.category(folded) in ("Mn", "Me", "Cf"))
        )


@given(ANY)
def test_projecting_a_projection_changes_nothing(source: str) -> None:
    once = project(source).text
    assert project(once).text == to_simplified(once)


@given(ANY)
def test_folding_keeps_the_length(source: str) -> None:
    assert len(fold_width(source)) == len(source)


def test_fast_and_slow_folding_agree() -> None:
    odd = "Ａ１－ｂ⾊⻄é\u00a0\u2003ö—ＣＤＥＦＧＨＩＪＫＬＭＮＯＰＱＲＳＴ"
    assert fold_width(odd) == "".join(map(fold_width, odd))


@pytest.mark.parametrize(
    "unit", [" ", "\u200b", "\u00ad \n", "- \n", "洛 ", "a-\n", "ﬁ", "\u0308a", "Ａ⾊"]
)
def test_linear_time(unit: str) -> None:
    assert is_linear(project, unit, 20_000)
    assert is_linear(lambda text: project(f"x{text}x"), unit, 20_000)
