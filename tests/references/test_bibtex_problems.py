"""What is wrong with a BibTeX file is said, all of it, with its line."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhengming.references.bibtex import parse_bibtex, read_bibtex
from zhengming.references.problems import BibliographyError

GOOD = "@article{good, title={Good}, year={2020}}\n"


@pytest.mark.parametrize(
    ("bad", "line", "message"),
    [
        ("@article{m1, year=2001 author={X}}", 2, "a comma is missing before the field “auth"),
        ("@article{m2,\n title={A}，\n year={2020}}", 3, "“，” stands where a comma separates"),
        (
            "@article{m3,\n title={A}\n year={2020}}",
            3,
            "a comma is missing before the field “year”",
        ),
        ("@article{m4, title={A}, title={B}}", 2, "has the field “title” twice"),
        ("@article{good, title={B}}", 2, "the key “good” is already used in line 1"),
        ("@article{, title={B}}", 2, "this entry has no key"),
        ("@article{two words, title={B}}", 2, "holds a space"),
        ("@article{一，二, title={B}}", 2, "holds “，”"),
        ("@article{title={B}}", 2, "no comma after the key"),
        ("@article{m5 title={B}, year={1}}", 2, "no comma after the key"),
        ("@article{m6,\n journal=jco}", 3, "“jco” is not defined by any @string"),
        ("@string{a = b # {c}}", 2, "“b” is not defined by any @string"),
        ("@article{m7, title={a} {b}}", 2, "“{b}” follows the end of the value"),
        ("@article{m8, title=}", 2, "a value is missing"),
        ("@article{m9, title={never closed", 2, "is never closed"),
        ("@article{m10, title={never closed}", 2, "is never closed"),
        ("@article{m11, title={open,\n}\n@article{x, title={y}}", 2, "before this one is closed"),
        ("@article{m12, title={A}, year}", 2, "a field without “=”"),
        ("@article{m13, crossref={nobody}}", 2, "the crossref “nobody” of “m13” is not"),
        ("@article{m14, crossref={m14}}", 2, "inherit from each other"),
        ("\n@article\n{m16, title={A}}", 3, "“@article” is not read"),
        ("@article{m15, ti tle={A}}", 2, "cannot be the name of a field"),
    ],
)
def test_a_problem_is_told_with_its_line(bad, line, message):
    with pytest.raises(BibliographyError) as caught:
        parse_bibtex(GOOD + bad, Path("x.bib"))
    assert [(problem.line, message in problem.message.en) for problem in caught.value.problems] == [
        (line, True)
    ], [str(problem) for problem in caught.value.problems]
    assert all(problem.hint for problem in caught.value.problems)


def test_all_problems_are_told_at_once():
    text = "@article{a b, title={x}}\n\n@article{c, title={x} year={1}}\n"
    with pytest.raises(BibliographyError) as caught:
        parse_bibtex(text, Path("x.bib"))
    assert [problem.line for problem in caught.value.problems] == [1, 3]
    assert str(caught.value).count("x.bib:") == 2


def test_the_readable_entries_come_with_the_problems():
    bibliography = read_bibtex(GOOD + "@article{broken, title={")
    assert [reference.id for reference in bibliography.references] == ["good"]
    assert len(bibliography.problems) == 1


@pytest.mark.parametrize("delimiters", ["{}", '""'])
def test_a_megabyte_in_one_field(delimiters):
    text = "x" * 1_000_000
    (reference,) = parse_bibtex(f"@article{{k, abstract={delimiters[0]}{text}{delimiters[1]}}}")
    assert reference.item["abstract"] == text


def test_a_hundred_thousand_nested_braces():
    depth = 100_000
    (reference,) = parse_bibtex("@article{k, title=" + "{" * depth + "A" + "}" * depth + "}")
    assert reference.item["title"] == '<span class="nocase">A</span>'
    assert read_bibtex("@article{k, title=" + "{" * depth).problems


@given(st.text('@article{}=,"#%\\\n 王，xy1', max_size=80))
def test_no_text_raises_anything_but_what_we_promise(text):
    bibliography = read_bibtex(text)
    ids = [reference.id for reference in bibliography.references]
    assert len(ids) == len(set(ids))
    for problem in bibliography.problems:
        assert 1 <= (problem.line or 0) <= text.count("\n") + 1
