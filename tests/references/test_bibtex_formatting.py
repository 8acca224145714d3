"""One layout for .bib files: the look changes, what they say does not."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from zhengming.builtin import data_directory
from zhengming.references.bibtex import read_bibtex
from zhengming.references.bibtex.formatting import format_bibtex
from zhengming.references.problems import BibliographyError

FIXTURES = Path(__file__).parent / "fixtures" / "bibtex"


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("", ""),
        ("\ufeff\n", "\ufeff"),
        ("only words", "only words\n"),
        ("@Misc{k}", "@misc{k,\n}\n"),
        ("@misc(k, title = {A})", "@misc{k,\n  title    = {A},\n}\n"),
        ('@misc{k, Year=2020,TITLE="A"}', "@misc{k,\n  title    = {A},\n  year     = {2020},\n}\n"),
        ('@misc{k, note = "a" # jan # 1}', "@misc{k,\n  note     = {a} # jan # {1},\n}\n"),
        ('@misc{k, note = "}{"}', '@misc{k,\n  note     = "}{",\n}\n'),
        ("@misc{k, title={A}}\r\n", "@misc{k,\r\n  title    = {A},\r\n}\r\n"),
        ("@misc{a}@misc{b}", "@misc{a,\n}\n\n@misc{b,\n}\n"),
        ("% c\n@misc{a}\n\n\n\n% d\n@misc{b}", "% c\n@misc{a,\n}\n\n% d\n@misc{b,\n}\n"),
        ("@misc{a}\n% d\n@misc{b}", "@misc{a,\n}\n\n% d\n@misc{b,\n}\n"),
        ("@misc{a} % after\n", "@misc{a,\n} % after\n"),
        ('@string{a="b"}\n@string(c={d})\n\n\n', '@string{a="b"}\n@string(c={d})\n'),
        ("@comment{ x }\n", "@comment{ x }\n"),
    ],
)
def test_the_layout(text, after):
    assert format_bibtex(text) == after


def test_an_entry_with_a_comment_inside_stays():
    entry = "@misc{k, title={A},\n% inside\n year=2020}\n"
    assert format_bibtex(entry) == entry


@pytest.mark.parametrize(
    "entry", ["@misc{k, title={A} year=2020}\n", "@misc{k, title={A", "@misc{, title={A}}\n"]
)
def test_what_cannot_be_read_is_not_laid_out(entry):
    with pytest.raises(BibliographyError):
        format_bibtex("@misc{a}\n" + entry)


def test_fields_that_fill_one_variable_keep_their_order():
    text = "@report{k, school={S}, title={T}, institution={I}, publisher={P}, author={A}}"
    written = format_bibtex(text)
    places = [
        written.index(name) for name in ("author", "title", "school", "institution", "publish")
    ]
    assert places == sorted(places)


def test_entries_are_sorted_within_sections_with_their_comments():
    text = """% Ours

@misc{b}

% about A
@misc{A} % end of A

@string{x = {y}}

@misc{d}
@misc{c}

% --- Others ---

@misc{b2}
@misc{a2}
"""
    written = format_bibtex(text, sort=True)
    assert (
        written
        == """% Ours

% about A
@misc{A,
} % end of A

@misc{b,
}

@string{x = {y}}

@misc{c,
}

@misc{d,
}

% --- Others ---

@misc{a2,
}

@misc{b2,
}
"""
    )


def test_the_shipped_store_and_the_fixtures_keep_their_meaning():
    paths = [*FIXTURES.glob("*.bib"), *data_directory("references").glob("*.bib")]
    paths.remove(FIXTURES / "broken.bib")
    for path in paths:
        text = path.read_bytes().decode()
        for sort in (False, True):
            written = format_bibtex(text, path, sort=sort)
            assert items(written) == items(text)
            assert format_bibtex(written, path, sort=sort) == written
    assert len(paths) > 4


def items(text):
    return {reference.id: reference.item for reference in read_bibtex(text).references}


NAMES = ("title", "Author", "JOURNAL", "journaltitle", "year", "own", "note", "school", "publisher")
TEXTS = st.text("ab%\n,é王", max_size=8) | st.text('ab {}\\"%\n,é王', max_size=5)
VALUES = (
    TEXTS.map(lambda text: f"{{{text}}}")
    | TEXTS.map(lambda text: f'"{text}"')
    | st.sampled_from(("2020", "jan", "mac", '"a" # mac # {b}', '{\\"o}'))
)
FIELDS = st.tuples(st.sampled_from(NAMES), VALUES, st.sampled_from((",", ",\n ", ",\n% c\n")))
ENTRIES = st.builds(
    lambda kind, key, fields: (
        f"@{kind}{{{key},\n" + "".join(f"{n} = {v}{end}" for n, v, end in fields) + "}"
    ),
    st.sampled_from(("misc", "Article")),
    st.sampled_from(tuple("aBcdefgh")),
    st.lists(FIELDS, max_size=4, unique_by=lambda field: field[0].lower()),
)
FREE = st.text("ab% \n\n\r\t", max_size=6)
STRINGS = st.sampled_from(('@string{mac = "m"}\n', "@String(mac = {n})\n\n"))
FILES = st.lists(ENTRIES | FREE | STRINGS, max_size=6).map(
    lambda parts: '@string{mac = "0"}\n' + "".join(parts)
)


@settings(max_examples=100)
@given(FILES, st.booleans())
def test_any_text_keeps_its_meaning_and_the_layout_holds_still(text, sort):
    try:
        written = format_bibtex(text, sort=sort)
    except BibliographyError:
        assume(False)
    assert items(written) == items(text)
    assert format_bibtex(written, sort=sort) == written
