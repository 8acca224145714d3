from __future__ import annotations

from pathlib import Path

import pytest

from zhengming import builtin
from zhengming.glossary.lint import lint
from zhengming.glossary.lint.look_alikes import neighbours
from zhengming.glossary.lint.report import report
from zhengming.glossary.load import assemble
from zhengming.glossary.model import Concept, Glossary, Term

from .conftest import OFFICIAL, SOURCES


@pytest.fixture(scope="module")
def shipped() -> Glossary:
    return assemble([builtin.data_directory("glossary")])


def test_the_shipped_glossary_has_no_faults(shipped: Glossary) -> None:
    assert [str(fault) for fault in lint(shipped)] == []


def test_every_safe_rewrite_that_ships_follows_the_rule(shipped: Glossary) -> None:
    """Counted again from the kinds of documents, without the code that grades them."""
    kind = {source.id: source.kind for source in shipped.sources.values()}

    def good(term: Term) -> bool:
        kinds = [kind[source] for source in term.sources]
        copy = "label-transcription" in kinds and len(kinds) > 1
        return not {*OFFICIAL}.isdisjoint(kinds) or "guideline" in kinds or copy

    rewrites = dict(report(shipped).rewrites)
    assert rewrites.items() >= {"劳拉替尼": "洛拉替尼", "色瑞替尼": "塞瑞替尼"}.items()
    terms = {term.text: term for concept in shipped.concepts.values() for term in concept.terms}
    for variant, preferred in rewrites.items():
        both = good(terms[variant]) and good(terms[preferred])
        assert both or len(terms[variant].sources) >= 2, variant


def _drug(more: str = "", **names: str) -> str:
    terms = {"zh-CN": "洛拉替尼", "en": "lorlatinib", **names}
    lines = "".join(
        f"    - {{text: {text}, lang: {lang}, status: preferred, sources: [label]}}\n"
        for lang, text in terms.items()
        if text
    )
    return f"- id: lorlatinib\n  kind: drug\n  terms:\n{lines}{more}"


def _term(
    text: str, status: str = "admitted", sources: str = "[label]", lang: str = "zh-CN"
) -> str:
    return f"    - {{text: {text}, lang: {lang}, status: {status}, sources: {sources}}}\n"


def _other(text: str, status: str = "preferred") -> str:
    return f"- id: other\n  kind: drug\n  terms:\n{_term(text, status)}"


FAULTS = {
    "id": (_drug().replace("lorlatinib", "Lorla_tinib", 1), '"Lorla_tinib" is no id'),
    "list": (_drug("  targets: [ALK, ALK]\n"), 'targets names "ALK" twice'),
    "term twice": (_drug(_term("洛拉替尼")), '"洛拉替尼" is given twice (zh-CN)'),
    "source twice": (
        _drug(_term("洛拉", sources="[label, label]")),
        '"洛拉" names a source twice',
    ),
    "registry": (
        "- id: alex\n  kind: trial\n  registry: [NCT0270662]\n  terms:\n"
        + _term("ALEX", "preferred", lang="en"),
        '"NCT0270662" is no registry id',
    ),
    "doi": (
        "- id: alex\n  kind: trial\n  publication: {doi: '11.1/x'}\n  terms:\n"
        + _term("ALEX", "preferred", lang="en"),
        '"11.1/x" is no DOI',
    ),
    "pmid": (
        "- id: alex\n  kind: trial\n  publication: {pmid: PMC1}\n  terms:\n"
        + _term("ALEX", "preferred", lang="en"),
        '"PMC1" is no PMID',
    ),
    "drug with a registry id": (_drug("  registry: [NCT02706626]\n"), "a drug has no registry"),
    "drug with a phase": (_drug("  phase: 1/2\n"), "a drug has no phase"),
    "preferred in one setting": (
        _drug().replace("preferred, s", "preferred, setting: dose, s", 1),
        '"洛拉替尼" has a setting, and is no short name of a drug',
    ),
    "organisation with a phase": (
        "- id: asco\n  kind: organisation\n  phase: '3'\n  terms:\n"
        + _term("ASCO", "preferred", lang="en"),
        "an organisation has no phase",
    ),
    "no source": (
        _drug().replace(
            "洛拉替尼, lang: zh-CN, status: preferred, sources: [label]",
            "洛拉替尼, lang: zh-CN, status: preferred",
        ),
        '"洛拉替尼" is preferred, and no document shows it',
    ),
    "private use": (_drug(en="lorla\ue000tinib"), "holds a private-use character, U+E000"),
    "zero width": (_drug(en="lorla\u200btinib"), "holds a character that cannot be seen, U+200B"),
    "full width": (_drug(en="lorlatiniｂ"), "holds U+FF42, another form of b"),
    "compatibility": (_drug(**{"zh-CN": "洛\uf925替尼"}), "holds U+F925, another form of 拉"),
    "cyrillic": (_drug(en="lоrlatinib"), "mixes Latin with letters that only look so"),
    "traditional": (_drug(**{"zh-CN": "勞拉替尼"}), "holds Traditional characters"),
    "wrong language": (_drug(_term("劳拉", lang="en")), "is Chinese, yet its language is en"),
    "simplified in Taiwan": (
        _drug(_term("劳拉替尼", lang="zh-TW")),
        '"劳拉替尼" is zh-TW, yet holds Simplified 劳',
    ),
    "no Traditional form": (
        _drug(**{"zh-CN": "洛锺替尼"}),
        '"洛锺替尼" has no Traditional form that leads back to it: 洛鍾替尼',
    ),
    "brand": (
        _drug() + _other("洛拉替尼", "brand"),
        '"洛拉替尼" is preferred, and a brand of other',
    ),
    "two preferred": (_drug(_term("劳拉替尼", "preferred")), "are both preferred (zh-CN)"),
    "short": (
        _drug(_term("洛替", "deprecated")),
        '"洛替" is too short to be rewritten',
    ),
    "chain": (
        _drug(_term("劳拉替尼", "deprecated")) + _other("劳拉替尼"),
        '"劳拉替尼" may mean lorlatinib or other',
    ),
    "stem": (
        _drug("  targets: [ALK]\n", **{"en": "lorlaparib", "zh-CN": ""}),
        "ends in -parib (PARP), yet its targets are ALK",
    ),
    "pair": (_drug(en="lorlazumab"), '"洛拉替尼" ends in 替尼, yet the INN is "lorlazumab"'),
    "look-alike": (_drug() + _other("洛利替尼"), "lorlatinib looks like other"),
    "one-sided": (
        _drug("  look_alikes: [other]\n") + _other("曲妥珠单抗"),
        "lorlatinib lists other as a look-alike, but not the other way round",
    ),
    "unknown look-alike": (_drug("  look_alikes: [nobody]\n"), "unknown concept in look_alikes"),
    "spec": (_drug("  specs:\n    - {in: 甲, out: 乙}\n"), 'the spec "甲" should give "乙"'),
}


def _faults(directory: Path, text: str, sources: str = SOURCES) -> list[str]:
    (directory / "sources.yaml").write_text(sources, encoding="utf-8")
    (directory / "terms.yaml").write_text(text, encoding="utf-8")
    return [fault.message.en for fault in lint(assemble([directory]))]


ALL_SOURCES_USED = "- id: rest\n  kind: abbreviation\n  terms:\n" + _term(
    "总生存期", "preferred", "[label, guideline, paper, page]"
)
FINDABLE = SOURCES.replace("}", ", where: 'https://example.org'}")


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_is_told(name: str, tmp_path: Path) -> None:
    text, message = FAULTS[name]
    found = _faults(tmp_path, text + ALL_SOURCES_USED, FINDABLE)
    assert any(message in told for told in found), found


def test_a_traditional_form_may_be_stated(tmp_path: Path) -> None:
    stated = _term("洛鍾替尼", "preferred", lang="zh-TW") + _term(
        "洛鍾替尼", "preferred", lang="zh-HK"
    )
    text = _drug(stated, **{"zh-CN": "洛锺替尼"})
    assert _faults(tmp_path, text + ALL_SOURCES_USED, FINDABLE) == []


def test_a_sound_glossary_has_none(tmp_path: Path) -> None:
    assert _faults(tmp_path, _drug() + ALL_SOURCES_USED, FINDABLE) == []


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("{id: x, kind: paper, title: X, where: 'https://example.org'}", "no name rests on it"),
        ("{id: x, kind: paper, title: X}", "nobody can find it"),
        (
            "{id: x, kind: paper, title: X, where: 'https://doi.org/11.1/x'}",
            '"11.1/x" is no DOI',
        ),
        (
            "{id: doi-10-1000-2, kind: paper, title: X, where: 'https://doi.org/10.1000/1'}",
            "its id is not that of 10.1000/1",
        ),
    ],
)
def test_a_faulty_document_is_told(tmp_path: Path, source: str, message: str) -> None:
    found = _faults(tmp_path, _drug() + ALL_SOURCES_USED, f"{FINDABLE}- {source}\n")
    assert any(message in told for told in found), found


def _named(*names: str) -> list[Concept]:
    return [
        Concept(str(at), "drug", (Term(name, "zh-CN", "preferred"),), ("", 0))
        for at, name in enumerate(names)
    ]


@pytest.mark.parametrize(
    ("one", "two", "alike"),
    [
        ("恩沙替尼", "恩曲替尼", True),
        ("罗拉替尼", "拉罗替尼", True),
        ("长春碱", "长春新碱", True),
        ("环磷酰胺", "异环磷酰胺", False),
        ("曲妥珠单抗", "德曲妥珠单抗", False),
        ("布格替尼", "伊布替尼", False),
        ("洛拉替尼", "阿法替尼", False),
        ("洛拉替尼", "洛拉替尼", False),
    ],
)
def test_neighbours_are_one_edit_apart(one: str, two: str, alike: bool) -> None:
    found = neighbours(_named(one, two))
    assert (found.get("0", set()), found.get("1", set())) == (
        ({"1"}, {"0"}) if alike else (set(), set())
    )
