from __future__ import annotations

import pytest

from zhengming.glossary.load import LoadedGlossary
from zhengming.glossary.matcher import Matcher
from zhengming.glossary.model import Concept, Kind, Status, Term
from zhengming.glossary.rewrite import rewrite


def _found(names: LoadedGlossary, text: str) -> list[tuple[str, str]]:
    return [(text[m.span.start : m.span.end], m.sense.concept.id) for m in names.matcher.find(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("口服洛拉替尼。", [("洛拉替尼", "lorlatinib")]),
        ("口服洛\n\n拉替 尼。", [("洛\n\n拉替 尼", "lorlatinib")]),
        ("lorla⁃\ntinib", [("lorla⁃\ntinib", "lorlatinib")]),
        ("Lorlatinib and LORLATINIB", [("Lorlatinib", "lorlatinib"), ("LORLATINIB", "lorlatinib")]),
        ("deulorlatinib", []),
        ("德曲妥珠单抗", [("德曲妥珠单抗", "trastuzumab-deruxtecan")]),
        ("氘代洛拉替尼", []),
        (
            "PF 06463922、ＰＦ－０６４６３９２２",
            [("PF 06463922", "lorlatinib"), ("ＰＦ－０６４６３９２２", "lorlatinib")],
        ),
        (
            "PROFILE\u00a01014 PROFILE‑1014",
            [("PROFILE\u00a01014", "profile-1014"), ("PROFILE‑1014", "profile-1014")],
        ),
        ("PROFILE 10145", []),
        ("interval kinase", []),
        ("EML4-ALK、ALK阳性", [("ALK", "alk"), ("ALK", "alk")]),
        ("the crown of ALEXander", []),
        ("J-ALEX、ALEX-2", []),
        ("ALEX研究", [("ALEX", "alex")]),
    ],
)
def test_names_are_found_where_they_stand(
    small: LoadedGlossary, text: str, expected: list[tuple[str, str]]
) -> None:
    assert _found(small, text) == expected


def test_brands_in_capitals_and_antibodies_in_full() -> None:
    terms = (
        Term("曲妥珠单抗", "zh-CN", "preferred"),
        Term("Herceptin", "en", "brand"),
        Term("赫赛汀", "zh-CN", "brand"),
    )
    matcher = Matcher([Concept("trastuzumab", "drug", terms, ("", 0))])
    text = "曲妥珠单克隆抗体（HERCEPTIN，Herceptin，herceptin，赫赛汀）与抗CD20单克隆抗体"
    found = [text[mention.span.start : mention.span.end] for mention in matcher.find(text)]
    assert found == ["曲妥珠单克隆抗体", "HERCEPTIN", "Herceptin", "赫赛汀"]


def test_short_names_that_are_no_words_stand_in_any_case_and_without_a_hyphen() -> None:
    names = ("5-FU", "VP-16", "Ara-C", "S-1", "ATO")
    terms = tuple(Term(name, "en", "admitted", (), "abbreviation") for name in names)
    matcher = Matcher([Concept("drug", "drug", terms, ("", 0))])
    text = "5-Fu、5fu、vp16、Vp-16、ara-c、AraC、S-1、ATO；s-1、S1、ato、5 FU、VP-160"
    found = [mention.written for mention in matcher.find(text)]
    assert found == ["5-Fu", "5fu", "vp16", "Vp-16", "ara-c", "AraC", "S-1", "ATO"]


def test_a_word_and_its_number_may_be_parted() -> None:
    def concept(kind: Kind, name: str, status: Status) -> Concept:
        return Concept(name.lower(), kind, (Term(name, "en", status),), ("", 0))

    matcher = Matcher(
        [
            concept("trial", "FLAURA", "preferred"),
            concept("trial", "FLAURA2", "preferred"),
            concept("trial", "IMpower150", "preferred"),
            concept("trial", "JBR.10", "preferred"),
            concept("drug", "PLB1003", "code"),
            concept("drug", "TY21", "code"),
        ]
    )
    text = "FLAURA-2、FLAURA 2 年、IMpower-150、IMpower 150、IMpower- 150、JBR10、JBR 10、PLB-1003、PLB 1003、TY-21、TY 21"
    found = [(text[m.span.start : m.span.end], m.sense.concept.id) for m in matcher.find(text)]
    assert found == [
        ("FLAURA-2", "flaura2"),
        ("FLAURA", "flaura"),  # a digit behind a blank may count years
        ("IMpower-150", "impower150"),
        ("IMpower 150", "impower150"),
        ("IMpower- 150", "impower150"),
        ("JBR10", "jbr.10"),
        ("PLB-1003", "plb1003"),
        ("PLB 1003", "plb1003"),
    ]


def test_an_ambiguous_name_has_all_its_readings(small: LoadedGlossary) -> None:
    (mention,) = small.matcher.find("口服瑞齐替尼")
    assert {sense.concept.id for sense in mention.senses} == {"rezivertinib", "rilertinib"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("劳\n拉替尼", "洛\n拉替尼"),
        ("勞拉替尼", "洛拉替尼"),
        ("罗拉替尼", "罗拉替尼"),
        ("瑞齐替尼", "瑞齐替尼"),
        ("曲妥株单抗与德曲妥珠单抗", "曲妥珠单抗与德曲妥珠单抗"),
        ("PROFILE1014、PROFILE-1014", "PROFILE 1014、PROFILE 1014"),
        ("PRO⁃\nFILE-1014", "PRO⁃\nFILE 1014"),
        ("PROFILE\u00a01014", "PROFILE\u00a01014"),
        ("pf-06463922", "pf-06463922"),
    ],
)
def test_only_what_documents_prove_is_rewritten(
    small: LoadedGlossary, text: str, expected: str
) -> None:
    assert rewrite(text, small.matcher) == expected
