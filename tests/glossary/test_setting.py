from __future__ import annotations

from collections.abc import Iterator

import pytest

from zhengming.glossary.matcher import Matcher
from zhengming.glossary.model import Concept, Term
from zhengming.text.projection import project


def _concepts() -> Iterator[Concept]:
    names = {
        "carboplatin": ("卡铂", ("CBP", "treatment")),
        "paclitaxel": ("紫杉醇", ("TAX", "treatment")),
        "folinic-acid": ("亚叶酸", ("CF", "dose")),
        "daunorubicin": ("柔红霉素", ("DNR", "treatment")),
        "cisplatin": ("顺铂", ("DDP", "")),
    }
    for key, (chinese, (short, setting)) in names.items():
        terms = (
            Term(chinese, "zh-CN", "preferred"),
            Term(short, "en", "admitted", (), "abbreviation", setting),
        )
        yield Concept(key, "drug", terms, ("", 0))
    order = Term("DNR", "en", "preferred", (), "abbreviation")
    yield Concept("do-not-resuscitate", "abbreviation", (order,), ("", 0))
    yield Concept(
        "macrophage", "abbreviation", (Term("TAM", "en", "ambiguous", (), "abbreviation"),), ("", 0)
    )
    yield Concept(
        "tamoxifen", "drug", (Term("TAM", "en", "ambiguous", (), "abbreviation"),), ("", 0)
    )
    yield Concept("p300", "gene", (Term("p300", "en", "preferred"),), ("", 0))


MATCHER = Matcher(_concepts())


def _found(*texts: str) -> list[tuple[str, str]]:
    return [
        (mention.written, mention.sense.concept.id)
        for found in MATCHER.find_all([project(text) for text in texts])
        for mention in found
    ]


@pytest.mark.parametrize(
    "dose",
    [
        " 45 mg/m2", "45mg", " 1~1.5 g", "300万U", " 6,000 IU/m²", "：50毫克", "（100 μg/d）",
        "每日40 mg", " AUC 5", "\n45 mg·m-2·d-1", " 静滴 2.5 ml",
    ],
)  # fmt: skip
def test_a_dose_makes_a_drug_of_it(dose: str) -> None:
    assert _found(f"CBP{dose}，d1") == [("CBP", "carboplatin")]
    assert _found(f"CF{dose}，d1") == [("CF", "folinic-acid")]


@pytest.mark.parametrize(
    "behind",
    [
        "",
        " 5",
        " 10 μg/ml",
        "水平 40 mg",
        "，AUC 0.85",
        " AUC 12",
        " 3 months",
        "40 mol/L",
        " 100 U/L",
    ],
)
def test_what_is_no_dose_does_not(behind: str) -> None:
    assert _found(f"CBP{behind}") == _found(f"CF{behind}") == []


def test_a_drug_beside_it_does_if_that_is_enough() -> None:
    assert _found("TAX+CBP+DDP") == [
        ("TAX", "paclitaxel"), ("CBP", "carboplatin"), ("DDP", "cisplatin"),
    ]  # fmt: skip
    assert _found("DDP联合TAX、CBP")[1:] == [("TAX", "paclitaxel"), ("CBP", "carboplatin")]
    assert _found("柔红霉素（DNR）") == [("柔红霉素", "daunorubicin"), ("DNR", "daunorubicin")]
    assert _found("CF、DDP") == [("DDP", "cisplatin")]
    assert _found("p300/CBP") == [("p300", "p300")]
    assert _found("TAX、CBP") == []
    assert _found("DDP之后的 CBP") == [("DDP", "cisplatin")]


def test_elsewhere_it_is_what_it_is_elsewhere() -> None:
    assert _found("签署DNR同意书") == [("DNR", "do-not-resuscitate")]
    assert _found("DNR 45 mg/m2") == [("DNR", "daunorubicin")]


def test_a_name_of_several_kinds_is_a_drug_where_it_is_given() -> None:
    def senses(text: str) -> list[str]:
        return [s.concept.id for m in MATCHER.find(text) for s in m.senses]

    assert senses("TAM浸润") == ["macrophage", "tamoxifen"]
    assert senses("TAM 20 mg") == ["tamoxifen"]
    assert senses("TAM、DDP") == ["tamoxifen", "cisplatin"]
    assert senses("TAM 20 mg，TAM") == ["tamoxifen", "tamoxifen", "macrophage"]
    assert senses("雌激素受体，TAM 20 mg") == ["tamoxifen"]


def test_once_the_drug_it_is_the_drug_in_all_of_the_document() -> None:
    assert _found("CBP", "CBP 300 mg", "CF 30 mg", "CF") == [
        ("CBP", "carboplatin"), ("CBP", "carboplatin"), ("CF", "folinic-acid"),
    ]  # fmt: skip
    assert _found("DNR", "柔红霉素(DNR)")[0] == ("DNR", "daunorubicin")


def test_a_name_with_another_meaning_is_asked_about_where_it_is_not_given() -> None:
    (order, drug), (_, given) = (
        [m.senses for m in found]
        for found in MATCHER.find_all([project("签署DNR同意书，DNR"), project("顺铂、DNR 45 mg")])
    )
    for senses in (order, drug):
        assert [s.concept.id for s in senses] == ["daunorubicin", "do-not-resuscitate"]
    assert [s.concept.id for s in given] == ["daunorubicin"]


def test_explained_beside_its_drug_it_means_that_drug_in_all_of_the_document() -> None:
    assert _found("CF", "亚叶酸（CF）", "CF组") == [
        ("CF", "folinic-acid"), ("亚叶酸", "folinic-acid"), ("CF", "folinic-acid"),
        ("CF", "folinic-acid"),
    ]  # fmt: skip
    assert _found("CF、顺铂", "CF组") == [("顺铂", "cisplatin")]


def test_explained_by_another_drug_it_is_not_ours_in_all_of_the_document() -> None:
    assert _found("顺铂(CBP)、紫杉醇") == [("顺铂", "cisplatin"), ("紫杉醇", "paclitaxel")]
    assert _found("CBP、紫杉醇，CBP 20 mg", "顺铂（DDP，CBP）") == [
        ("紫杉醇", "paclitaxel"), ("顺铂", "cisplatin"), ("DDP", "cisplatin"),
    ]  # fmt: skip
    assert _found("紫杉醇（顺铂，CBP）")[2:] == [("CBP", "carboplatin")]


def test_a_dose_may_be_glued_to_any_name() -> None:
    assert _found("DDP80mg/m2、紫杉醇175mg、DDP80")[:2] == [
        ("DDP", "cisplatin"), ("紫杉醇", "paclitaxel"),
    ]  # fmt: skip
    assert _found("DDP80、DDP8mg2、DDPmg") == []
