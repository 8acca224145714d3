from __future__ import annotations

import re
from pathlib import Path

import pytest

from zhengming import builtin
from zhengming.errors import ZhengmingError
from zhengming.glossary.load import load_glossary
from zhengming.glossary.loaded import LoadedGlossary
from zhengming.glossary.rewrite import rewrite

from .conftest import SMALL, SOURCES, Load


def _term(text: str, status: str, sources: str = "[paper]") -> str:
    return f"{{text: {text}, lang: zh-CN, status: {status}, sources: {sources}}}"


def _drug(concept_id: str, *terms: str) -> str:
    return f"- id: {concept_id}\n  kind: drug\n  terms: [{', '.join(terms)}]\n"


REFUSED = {
    "unknown field": ("- id: a\n  kind: drug\n  terns: []\n", 3, 'unknown field "terns"'),
    "missing field": ("- id: a\n  kind: drug\n", 1, '"terms" is missing'),
    "unknown status": (_drug("a", _term("甲", "best")), 3, '"best" is no status'),
    "unknown phase": (
        "- id: a\n  kind: trial\n  phase: III\n  terms: [{text: A, lang: en, status: preferred}]\n",
        3,
        '"III" is no phase',
    ),
    "duplicate key": ("- id: a\n  id: b\n", 2, '"id" stands twice'),
    "not a list": ("id: a\n", 1, "a glossary file is a list"),
    "alias": ("- &x a\n- *x\n", 1, "anchors, aliases and tags"),
    "broken": ("- id: [\n", 2, "not readable as YAML"),
    "unknown source": (
        _drug("a", _term("甲乙", "preferred", "[nowhere]")),
        3,
        "not listed: nowhere",
    ),
    "preferred twice": (
        _drug("a", _term("甲乙", "preferred")) + _drug("b", _term("甲乙", "preferred")),
        6,
        "preferred by a and b",
    ),
    "chain": (
        _drug("a", _term("丙丁", "preferred"), _term("甲乙", "deprecated"))
        + _drug("b", _term("戊己", "preferred"), _term("丙丁", "deprecated")),
        6,
        '"丙丁" may mean a or b',
    ),
    "ambiguous with a rewrite": (
        _drug("a", _term("丙丁", "preferred"), _term("甲乙", "deprecated"))
        + _drug("b", _term("甲乙", "ambiguous")),
        3,
        '"甲乙" may mean a or b',
    ),
    "failing spec": (
        _drug("a", _term("甲乙", "preferred")) + "  specs:\n    - {in: 甲乙, out: 乙甲}\n",
        5,
        'should give "乙甲" but gives "甲乙"',
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_a_glossary_that_contradicts_itself_is_refused_with_its_line(name: str, load: Load) -> None:
    text, line, message = REFUSED[name]
    with pytest.raises(ZhengmingError, match=re.escape(message)) as caught:
        load(text)
    assert caught.value.line == line
    assert str(caught.value.path).endswith("terms.yaml")
    assert caught.value.hint


def test_a_preferred_name_that_holds_a_variant_is_protected_by_its_length(load: Load) -> None:
    names = load(
        _drug("a", _term("甲乙片", "preferred"), _term("甲乙", "deprecated", "[paper, page]"))
        + _drug("b", _term("新甲乙剂", "preferred"))
    )
    once = rewrite("新甲乙剂、甲乙片与甲乙", names.matcher)
    assert once == "新甲乙剂、甲乙片与甲乙片"
    assert rewrite(once, names.matcher) == once


def test_a_later_layer_replaces_a_concept_whole(tmp_path: Path) -> None:
    builtin = tmp_path / "builtin"
    builtin.mkdir()
    (builtin / "sources.yaml").write_text(SOURCES, encoding="utf-8")
    (builtin / "terms.yaml").write_text(SMALL, encoding="utf-8")
    own = tmp_path / "own.yaml"
    own.write_text(_drug("lorlatinib", _term("劳拉替尼", "preferred")), encoding="utf-8")
    names = load_glossary([builtin, own])
    assert [term.text for term in names.glossary.concepts["lorlatinib"].terms] == ["劳拉替尼"]


def test_disabling_an_unknown_concept_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "terms.yaml").write_text("[]\n", encoding="utf-8")
    with pytest.raises(ZhengmingError, match="no such concept"):
        load_glossary([tmp_path], disabled=["nothing"])


def test_what_others_say_of_a_disabled_concept_goes_with_it() -> None:
    """Look-alikes, the drugs of a trial, and specs that hold one of its names."""
    built_in = builtin.data_directory("glossary")
    whole = load_glossary([built_in]).glossary.concepts
    named = [c.id for c in whole.values() if c.kind == "drug" and c.look_alikes][:40]
    left = load_glossary([built_in], disabled=named).glossary.concepts
    assert left.keys() == whole.keys() - set(named)
    assert not any({*c.look_alikes, *c.drugs} & set(named) for c in left.values())
    assert load_glossary([built_in], disabled=whole).glossary.concepts == {}


def test_the_names_of_a_disabled_concept_are_known_and_mean_nothing() -> None:
    built_in = builtin.data_directory("glossary")
    names = load_glossary([built_in], disabled=["lorlatinib"])
    assert names.matcher.find("洛拉替尼、劳拉替尼、lorlatinib") == []
    assert names.matcher.forms("劳拉替尼")


@pytest.fixture(scope="module")
def names() -> LoadedGlossary:
    return load_glossary([builtin.data_directory("glossary")])


def test_a_number_parted_from_a_trial_makes_it_another(names: LoadedGlossary) -> None:
    found = [
        m.sense.term.text for m in names.matcher.find("FLAURA 2 研究、FLAURA 2年随访、FLAURA2 试验")
    ]
    assert found == ["FLAURA", "FLAURA2"]


def test_a_trial_with_its_number_is_found_in_other_capitals(names: LoadedGlossary) -> None:
    text = "Checkmate 227、Keynote-189、keynote-189、CODEBREAK 200、CHECKMATE-9LA、MonarchE、IMPOWER110"
    found = [m.sense.term.text for m in names.matcher.find(text)]
    assert found == [
        *("CheckMate 227", "KEYNOTE-189", "KEYNOTE-189"),
        *("CodeBreaK 200", "CheckMate 9LA", "monarchE", "IMpower110"),
    ]
    # Words, each of which is a trial when it is written as the trial is.
    assert not names.matcher.find(
        "Crown、Flaura2、complement 1、Response 2、Profound、olympia、Protect"
    )


def test_the_phase_of_a_trial_may_touch_its_name(names: LoadedGlossary) -> None:
    found = [
        m.sense.term.text for m in names.matcher.find("PERTAINⅡ期研究、ALEXⅢ期、ALEXIII期、PSⅡ")
    ]
    assert found == ["PERTAIN", "ALEX"]


def test_a_number_sign_is_read_as_letters_and_stands_there_once(names: LoadedGlossary) -> None:
    found = [(m.written, m.sense.term.text) for m in names.matcher.find("MSLT-Ⅱ试验、PRIMEⅡ期研究")]
    assert found == [("MSLT-Ⅱ", "MSLT-II")]
