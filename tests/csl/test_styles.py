"""The styles, locales and house rules that ship."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from zhengming.csl import Citation, CiteItem, Locales, Processor, Style, render
from zhengming.csl.house import House, HouseError, prepare, restyle
from zhengming.csl.house.titles import sentence_case
from zhengming.csl.house.width import full, half
from zhengming.csl.shipped import ShippedStyle, find_shipped, shipped_styles

ITEMS = {
    item["id"]: item
    for path in sorted((Path(__file__).parent / "items").glob("*.json"))
    for item in json.loads(path.read_bytes())
}
LOCALES = Path(__file__).parents[2] / "src" / "zhengming" / "csl" / "locales"
ENGLISH = (
    "Example therapy in advanced non-small-cell lung cancer: a randomised, double-blind, "
    "phase 3 trial"
)
CHINESE = "示例药物治疗晚期非小细胞肺癌的随机对照试验"
ENTRIES = {
    "gb7714-2025-numeric": (
        f"[1] 王晓明，李静，张伟，等. {CHINESE}[J/OL]. 示例肿瘤杂志，2021，43（3）：201-208. "
        "DOI:10.5555/shili.2021.03.001.",
        "[2] Smith J A，Jones M，Garcia L M，et al. Example therapy in advanced non-small-cell lung "
        "cancer：a randomised，double-blind，phase 3 trial[J/OL]. The Example Journal of Oncology，"
        "2020，382（24）：2301-2312. DOI:10.5555/ejo.2020.2301.",
    ),
    "gb7714-2015-numeric": (
        f"[1] 王晓明, 李静, 张伟, 等. {CHINESE}[J/OL]. 示例肿瘤杂志, 2021, 43(3): 201-208. "
        "DOI:10.5555/shili.2021.03.001.",
        f"[2] SMITH J A, JONES M, GARCIA L M, et al. {ENGLISH}[J/OL]. "
        "The Example Journal of Oncology, 2020, 382(24): 2301-2312. DOI:10.5555/ejo.2020.2301.",
    ),
    "cma": (
        f"[1] 王晓明, 李静, 张伟, 等. {CHINESE}[J]. 示例肿瘤杂志, 2021, 43(3): 201-208. "
        "DOI: 10.5555/shili.2021.03.001.",
        f"[2] Smith JA, Jones M, Garcia LM, et al. {ENGLISH}[J]. Example J Oncol, 2020, 382(24): "
        "2301-2312. DOI: 10.5555/ejo.2020.2301.",
    ),
    "vancouver": (
        f"1. 王晓明, 李静, 张伟, 陈思源. {CHINESE}. 示例肿瘤杂志. 2021 Mar 15;43(3):201–8. "
        "doi:10.5555/shili.2021.03.001",
        f"2. Smith JA, Jones M, Garcia LM, Müller AL, Rossi P, Dubois C, et al. {ENGLISH}. "
        "Example J Oncol. 2020 Jun 11;382(24):2301–12. doi:10.5555/ejo.2020.2301 "
        "PubMed PMID: 00000001.",
    ),
    "ama": (
        f"1. 王晓明, 李静, 张伟, 陈思源. {CHINESE}. 示例肿瘤杂志. 2021;43(3):201-208. "
        "doi:10.5555/shili.2021.03.001",
        f"2. Smith JA, Jones M, Garcia LM, et al. {ENGLISH}. Example J Oncol. "
        "2020;382(24):2301-2312. doi:10.5555/ejo.2020.2301",
    ),
    "lancet": (
        f"1 王晓明, 李静, 张伟, 陈思源. {CHINESE}. 示例肿瘤杂志 2021; 43: 201–8.",
        f"2 Smith JA, Jones M, Garcia LM, et al. {ENGLISH}. Example J Oncol 2020; 382: 2301–12.",
    ),
    "nejm": (
        f"1. 王晓明, 李静, 张伟, 陈思源. {CHINESE}. 示例肿瘤杂志 2021;43(3):201–8.",
        f"2. Smith JA, Jones M, Garcia LM, et al. {ENGLISH}. Example J Oncol "
        "2020;382(24):2301–12.",
    ),
    "bmj": (
        f"1 王晓明, 李静, 张伟, et al. {CHINESE}. 示例肿瘤杂志. 2021;43:201–8. "
        "doi: 10.5555/shili.2021.03.001",
        f"2 Smith JA, Jones M, Garcia LM, et al. {ENGLISH}. Example J Oncol. 2020;382:2301–12. "
        "doi: 10.5555/ejo.2020.2301",
    ),
    "nature": (
        f"1. 王晓明, 李静, 张伟 & 陈思源. {CHINESE}. 示例肿瘤杂志 43, 201–208 (2021).",
        f"2. Smith, J. A. et al. {ENGLISH}. Example J Oncol 382, 2301–2312 (2020).",
    ),
    "jco": (
        f"1. 王晓明, 李静, 张伟, et al: {CHINESE}. 示例肿瘤杂志 43:201–208, 2021",
        f"2. Smith JA, Jones M, Garcia LM, et al: {ENGLISH}. Example J Oncol 382:2301–2312, 2020",
    ),
}  # fmt: skip


def printed(name: str, ids: list[str], options: Mapping[str, Any] | None = None) -> dict[str, str]:
    shipped = find_shipped(name)
    assert shipped is not None
    house = House.read(shipped.options).changed(options or {})
    style = Style.load(shipped.path, edit=partial(restyle, house=house))
    processor = Processor(style, [prepare(ITEMS[id_], house) for id_ in ids])
    processor.include()
    entries = processor.finish().entries
    return {entry.id: " ".join(render(entry.content, "text").split()) for entry in entries}


def cited(name: str, *ids: str) -> str:
    shipped = find_shipped(name)
    assert shipped is not None
    processor = Processor(Style.load(shipped.path), [ITEMS[id_] for id_ in ids])
    processor.cite(Citation(tuple(CiteItem(id_) for id_ in ids)))
    return render(processor.finish().citations[0], "text")


@pytest.mark.parametrize("name", ENTRIES)
def test_articles_as_each_house_prints_them(name: str) -> None:
    entries = printed(name, ["zh-article", "en-article"])
    assert (entries["zh-article"], entries["en-article"]) == ENTRIES[name]


@pytest.mark.parametrize("shipped", shipped_styles(), ids=lambda shipped: shipped.id)
def test_every_style_prints_every_item(shipped: ShippedStyle) -> None:
    style = Style.load(shipped.path)
    assert (style.id, style.title != "") == (shipped.id, True)
    entries = printed(shipped.id, list(ITEMS))
    assert entries.keys() >= {id_ for id_ in ITEMS if "title" in ITEMS[id_]} - {
        "en-personal", "en-interview", "zh-interview",  # APA cites these in the text only
    }  # fmt: skip
    assert not [entry for entry in entries.values() if "None" in entry or "%s" in entry]


def test_names_of_styles_are_unique() -> None:
    names = [name for shipped in shipped_styles() for name in (shipped.id, *shipped.aliases)]
    assert len(names) == len(set(names))
    assert find_shipped("国标") == find_shipped("gb7714") == find_shipped("gb7714-2025-numeric")


def test_shipped_files_are_our_own() -> None:
    files = [shipped.path for shipped in shipped_styles()]
    assert sorted(files) == sorted(files[0].parent.glob("*.csl"))
    for path in [*files, *LOCALES.glob("*.xml")]:
        text = path.read_text("utf-8")
        assert "MIT licence" in text
        assert "creativecommons" not in text


def test_locales_hold_the_same_terms() -> None:
    terms = {
        path.stem: set(re.findall(r'<term name="([^"]+)"', path.read_text("utf-8")))
        for path in LOCALES.glob("*.xml")
    }
    assert terms["locales-en-US"] == terms["locales-en-GB"]
    assert terms["locales-zh-CN"] == terms["locales-zh-TW"] == terms["locales-zh-HK"]
    suffixes = {f"ordinal-{number}" for number in ("01", "02", "03", "11", "12", "13")}
    assert terms["locales-en-US"] - terms["locales-zh-CN"] == suffixes


def test_chinese_ordinals_take_no_english_suffix() -> None:
    assert Locales().get("zh-CN", ()).term("et-al") == "等"
    assert "2 版" in printed("cma", ["zh-book-translated"])["zh-book-translated"]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("gb7714-2025-author-date", "（Park et al.，2010；王晓明 等，2021）"),
        ("gb7714-2015-author-date", "(Park et al., 2010; 王晓明 等, 2021)"),
        ("apa", "(Park & Tosaka, 2010; 王 et al., 2021)"),
    ],
)
def test_authors_and_dates_in_the_text(name: str, expected: str) -> None:
    assert cited(name, "zh-article", "en-article-two") == expected


def test_nobody_is_named_in_the_language_of_the_item() -> None:
    entries = printed("gb7714-2015-author-date", ["en-article-noauthor", "zh-undated"])
    assert entries["en-article-noauthor"].startswith("Anon, 1981. ")
    assert entries["zh-undated"].startswith("佚名, ")


def test_language_is_inferred_where_it_is_not_said() -> None:
    silent = ["zh-article", "en-article", "zh-book-translated", "japanese", "russian"]
    told = printed("gb7714-2025-numeric", silent)
    house = House.read(find_shipped("gb7714-2025-numeric").options)  # type: ignore[union-attr]
    untold = [{k: v for k, v in ITEMS[id_].items() if k != "language"} for id_ in silent]
    style = Style.load(find_shipped("gb7714-2025-numeric").path)  # type: ignore[union-attr]
    processor = Processor(style, [prepare(item, house) for item in untold])
    processor.include()
    for entry in processor.finish().entries:
        assert " ".join(render(entry.content, "text").split()) == told[entry.id]


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        (
            {"punctuation": "half"},
            "Park J-R, Tosaka Y. Metadata quality in EGFR-mutant registries: ",
        ),
        ({"surname-capitals": "yes"}, "PARK J-R，TOSAKA Y. "),
        ({"authors": "1"}, "Park J-R"),
        ({"doi": "no"}, "[J/OL]. Cataloging & Example Quarterly，2010，48（8）：696-715. https://"),
        (
            {"url": "no", "doi": "no"},
            "[J]. Cataloging & Example Quarterly，2010，48（8）：696-715.",
        ),
        ({"typed-punctuation": "keep"}, "registries: criteria, semantics, and mechanisms[J/OL]"),
    ],
)
def test_house_rules(options: dict[str, str], expected: str) -> None:
    assert expected in printed("gb7714-2025-numeric", ["en-article-two"], options)["en-article-two"]


def test_punctuation_by_language() -> None:
    ids = ["zh-article", "en-article-two"]
    entries = printed("gb7714-2025-numeric", ids, {"punctuation": "by-language"})
    assert "王晓明，李静，张伟，等. " in entries["zh-article"]
    assert (
        "Park J-R, Tosaka Y. Metadata quality in EGFR-mutant registries: criteria, "
        in (entries["en-article-two"])
    )


@pytest.mark.parametrize(("shortest", "expected"), [("3", "[1,2]"), ("2", "[1-2]")])
def test_runs_of_two(shortest: str, expected: str) -> None:
    shipped = find_shipped("gb7714")
    assert shipped is not None
    house = House.read(shipped.options).changed({"shortest-run": shortest})
    style = Style.load(shipped.path, edit=partial(restyle, house=house))
    processor = Processor(style, [ITEMS["zh-article"], ITEMS["en-article"]])
    processor.cite(Citation((CiteItem("zh-article"), CiteItem("en-article"))))
    assert render(processor.finish().citations[0], "text") == expected


def test_pinyin_names_in_full() -> None:
    options = {"pinyin-given": "full", "authors": "all"}
    entry = printed("gb7714-2025-numeric", ["en-article-pinyin"], options)["en-article-pinyin"]
    assert "Yu Yang，Pan Er-Ting，Wang Xinya，Wu Yuheng. " in entry
    assert "Smith J A" in printed("gb7714-2025-numeric", ["en-article"], options)["en-article"]


def test_unknown_house_rules_list_the_choices() -> None:
    with pytest.raises(HouseError, match="punctuation"):
        House.read({"colour": "red"})
    with pytest.raises(HouseError, match="full, half, by-language"):
        House.read({"punctuation": "wide"})


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("The Future of Resource Sharing", "The future of resource sharing"),
        ("ALK Inhibitors in Lung Cancer: A Review", "ALK inhibitors in lung cancer: a review"),
        ("Treatment of Hodgkin Lymphoma in China", "Treatment of Hodgkin lymphoma in China"),
        ('Death in <span class="nocase">Venice</span> Today',
         'Death in <span class="nocase">Venice</span> today'),
        ("Vitamin A Deficiency", "Vitamin A deficiency"),
        ("First-line Lorlatinib in ALK-positive cancer", "First-line Lorlatinib in ALK-positive cancer"),
        ("Shaking without quaking", "Shaking without quaking"),
    ],
)  # fmt: skip
def test_title_case_is_undone_only_where_it_is(typed: str, sentence: str) -> None:
    assert sentence_case(typed) == sentence
    assert sentence_case(sentence) == sentence


def test_width_leaves_numbers_and_markup_alone() -> None:
    assert full('Ratio 1:2, <span style="a: b">c, d</span> (e)') == (
        'Ratio 1:2，<span style="a: b">c，d</span>（e）'
    )
    assert half("地壳运动假说：从大陆漂移（一）") == "地壳运动假说: 从大陆漂移 (一)"
