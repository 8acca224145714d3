"""Rules about references: each finds its failing examples, passes the others, and mends."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from zhengming.references.lint import RULES, Library, Options, lint, mend
from zhengming.references.registered import Identifier, Registered
from zhengming.references.retractions import Retraction, Retractions

RETRACTED = Retraction("Retraction", "1/2/2020", "Falsification of Data")
OPTIONS = Options(
    journals="abbreviated",
    key_pattern="{author}{year}{word}",
    retractions=Retractions({"10.1000/retracted": RETRACTED, "99999999": RETRACTED}),
    registered={
        Identifier("doi", "10.1000/unknown"): Registered(None),
        Identifier("doi", "10.1000/other"): Registered({"title": "Asthma in children"}),
        Identifier("doi", "10.1000/sound"): Registered({"title": "Lung Cancer in Women."}),
        Identifier("doi", "10.1000/short"): Registered({"title": "Lung Cancer"}),
    },
)
EXAMPLES = [
    pytest.param(rule, text, id=f"{rule.id}-{number}")
    for rule in RULES
    for number, text in enumerate(rule.failing)
]
PASSING = [
    pytest.param(rule, text, id=f"{rule.id}-{number}")
    for rule in RULES
    for number, text in enumerate(rule.passing)
]


def found(text, *ids, options=OPTIONS):
    rules = [rule for rule in RULES if rule.id in ids] if ids else None
    return lint([Library(text, Path("x.bib"))], options, rules)


def mended(text, *ids, unsafe=True):
    return mend(text, (problem.fix for problem in found(text, *ids)), unsafe=unsafe)


@pytest.mark.parametrize(("rule", "text"), EXAMPLES)
def test_a_rule_finds_what_it_should(rule, text):
    problems = found(text, rule.id)
    assert {problem.rule for problem in problems} == {rule.id}
    for problem in problems:
        assert all(problem.message)
        assert 0 <= problem.span.start <= problem.span.end <= len(text)
        assert min(problem.line, problem.column) >= 1


@pytest.mark.parametrize(("rule", "text"), PASSING)
def test_a_rule_passes_what_is_right(rule, text):
    assert found(text, rule.id) == []


@pytest.mark.parametrize(("rule", "text"), EXAMPLES)
def test_a_fix_mends_what_it_fixes(rule, text):
    fixable = [problem for problem in found(text, rule.id) if problem.fix]
    after = mended(text, rule.id)
    assert (after != text) == bool(fixable)
    assert len(found(after, rule.id)) == len(found(text, rule.id)) - len(fixable)


def test_rules_are_whole_and_numbered_once():
    assert len({rule.id for rule in RULES}) == len(RULES)
    for rule in RULES:
        assert all((rule.failing, rule.passing))
        assert all((*rule.summary, *rule.explanation))


@pytest.mark.parametrize(
    ("rule", "before", "after"),
    [
        ("REF101", "@article{k, year=2001 author={X}}", "@article{k, year=2001, author={X}}"),
        ("REF101", "@article{k, title={A}，year={1}}", "@article{k, title={A},year={1}}"),
        ("REF202", "@misc{k, title={A}, doi={}}", "@misc{k, title={A}}"),
        ("REF302", "@misc{k, urldate={2021年5月3日}}", "@misc{k, urldate={2021-05-03}}"),
        ("REF304", "@misc{k, pages={e12~e15}}", "@misc{k, pages={e12--e15}}"),
        (
            "REF306",
            "@article{k, volume={12(3)}}",
            "@article{k, volume={12}, number={3}}",
        ),
        ("REF308", "@misc{k, title={A &amp; B}}", r"@misc{k, title={A \& B}}"),
        ("REF203", "@artcle{k, title={A}}", "@article{k, title={A}}"),
        ("REF203", "@artikel{k, title={A}}", "@artikel{k, title={A}}"),
        ("REF312", "@misc{k, title={5% & $x_1$ a_b}}", r"@misc{k, title={5\% \& $x_1$ a\_b}}"),
        ("REF314", "@book{k, edition={第二版}}", "@book{k, edition={2}}"),
        ("REF314", "@book{k, edition={3rd ed.}}", "@book{k, edition={3}}"),
        ("REF401", "@misc{k, doi={DOI：10.1000/x.}}", "@misc{k, doi={10.1000/x}}"),
        ("REF402", "@misc{k, pmcid={7605398}}", "@misc{k, pmcid={PMC7605398}}"),
        (
            "REF601",
            "@misc{k, author={张三、李四，等}}",
            "@misc{k, author={张三 and 李四 and others}}",
        ),
        ("REF602", "@misc{k, author={王, 可 and 李 娟}}", "@misc{k, author={王可 and 李娟}}"),
        (
            "REF603",
            "@misc{k, author={国家卫生健康委员会}}",
            "@misc{k, author={{国家卫生健康委员会}}}",
        ),
        ("REF604", "@misc{k, title={肺癌}}", "@misc{k, title={肺癌}, language={chinese}}"),
        ("REF605", "@misc{k, author={王可 and 等}}", "@misc{k, author={王可 and others}}"),
        ("REF609", "@misc{k, title={ＡＬＫ阳性}}", "@misc{k, title={ALK阳性}}"),
    ],
)
def test_what_fixes_write(rule, before, after):
    assert mended(before, rule, unsafe=False) == after


def test_a_macro_is_never_mended():
    text = '@string{p = "12-15"} @misc{k, pages = p}'
    (problem,) = found(text, "REF304")
    assert problem.fix is None


def test_places_are_lines_and_columns_of_the_value():
    (problem,) = found("% 注\n@misc{k,\n  pages = {12-15}}", "REF304")
    assert (problem.line, problem.column) == (3, 11)


def test_one_work_in_two_files():
    libraries = [
        Library("@misc{k, title={A}, doi={10.1000/x}}", Path("a.bib")),
        Library("@misc{k, title={A}, doi={10.1000/x}}", Path("b.bib")),
    ]
    (problem,) = lint(libraries, rules=[rule for rule in RULES if rule.id == "REF501"])
    assert problem.path == Path("b.bib")


@settings(max_examples=60)
@given(st.text('@misc{k},=" title张，and1-2&;', max_size=60))
def test_fixes_never_break_what_could_be_read(inner):
    text = "@misc{first, title={A}}\n@misc{k, " + inner
    library = Library(text)
    after = Library(mend(text, (problem.fix for problem in lint([library]))))
    assert set(library.read.entries) <= set(after.read.entries)
    assert len(after.read.problems) <= len(library.read.problems)


def test_one_key_in_two_files():
    libraries = [
        Library("\n@misc{k, title={A}}", Path("a.bib")),
        Library("@misc{k, title={B}}", Path("b.bib")),
    ]
    (problem,) = lint(libraries, rules=[rule for rule in RULES if rule.id == "REF101"])
    assert problem.path == Path("b.bib")
    assert problem.message.en == "the key “k” is already used in a.bib:2"
