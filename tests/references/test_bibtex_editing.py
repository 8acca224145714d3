"""A change to a BibTeX text changes what it names and not one other character."""

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhengming.errors import UsageError, ZhengmingError
from zhengming.references.bibtex.editing import BibText
from zhengming.references.bibtex.scan import scan
from zhengming.text.edit import apply_edits

FIXTURES = Path(__file__).parent / "fixtures" / "bibtex"
OWN = sorted(FIXTURES.glob("*.bib"))
SUITE_NAME = "bibtex-suite"


def read(path):
    return path.read_bytes().decode("utf-8")


def edited(text, method, *arguments):
    return apply_edits(text, getattr(BibText(text), method)(*arguments))


def shape(text):
    return [(block.type, block.key, [field.name for field in block.fields]) for block in scan(text)]


TABLE = read(FIXTURES / "table.bib")


@pytest.mark.parametrize(
    ("arguments", "before", "after"),
    [
        (("camidge2020", "pages", "1--2"), "{3592--3603}", "{1--2}"),
        (("camidge2020", "year", "2021"), "= 2020", "= 2021"),
        (("camidge2020", "title", "New"), '"Brigatinib versus {Crizotinib}"', '"New"'),
        (("camidge2020", "title", 'A "b"'), '"Brigatinib versus {Crizotinib}"', '{A "b"}'),
        (("camidge2020", "journal", "Lancet"), "jco # { Suppl}", "{Lancet}"),
        (("wang2021", "TITLE", "新"), "{间变性淋巴瘤激酶}", "{新}"),
        (
            ("camidge2020", "doi", "10.1/x"),
            "{3592--3603}\n",
            "{3592--3603},\n  doi       = {10.1/x}\n",
        ),
        (
            ("wang2021", "language", "chinese"),
            "{camidge2020},\n",
            "{camidge2020},\n  language  = {chinese},\n",
        ),
    ],
)
def test_setting_a_field(arguments, before, after):
    assert TABLE.count(before) == 1
    assert edited(TABLE, "set_field", *arguments) == TABLE.replace(before, after)


def test_setting_a_field_where_there_is_none_before():
    assert edited("@misc{k}", "set_field", "k", "title", "T") == "@misc{k,\n  title = {T}}"
    assert edited("@misc{k,\n}", "set_field", "k", "title", "T") == "@misc{k,\n  title = {T}\n}"


@pytest.mark.parametrize(
    ("arguments", "gone"),
    [
        (("camidge2020", "pages"), ",\n  pages     = {3592--3603}"),
        (("camidge2020", "year"), "\n  year      = 2020,"),
        (("wang2021", "crossref"), "\n  crossref  = {camidge2020},"),
    ],
)
def test_removing_a_field(arguments, gone):
    assert TABLE.count(gone) == 1
    assert edited(TABLE, "remove_field", *arguments) == TABLE.replace(gone, "")


def test_removing_an_entry_takes_its_blank_line():
    start, end = TABLE.index("@article{camidge2020"), TABLE.index("free text")
    assert edited(TABLE, "remove_entry", "camidge2020") == TABLE[:start] + TABLE[end:]
    dense = read(FIXTURES / "dense.bib")
    assert edited(dense, "remove_entry", "b") == dense.replace(
        '@book(b,title="B (sic)",year=2000)', ""
    )


def test_heirs_follow_to_another_parent():
    text = '@book{a} @inbook{b, crossref = {a}} @misc{c, xdata = {x, a,aa}, note = {a}} @misc{d, xref="a"}'
    after = '@book{a} @inbook{b, crossref = {n}} @misc{c, xdata = {x, n,aa}, note = {a}} @misc{d, xref="n"}'
    assert edited(text, "redirect", "a", "n") == after


def test_changing_a_type():
    assert edited(TABLE, "set_type", "wang2021", "book") == TABLE.replace(
        "@article{wang2021", "@book{wang2021"
    )


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("", "@misc{n,\n}\n"),
        ("\ufeff", "\ufeff@misc{n,\n}\n"),
        ("@misc{a}", "@misc{a}\n\n@misc{n,\n}\n"),
        ("@misc{a}\n", "@misc{a}\n\n@misc{n,\n}\n"),
        ("@misc{a}\r\n\r\n", "@misc{a}\r\n\r\n@misc{n,\r\n}\r\n"),
    ],
)
def test_adding_an_entry(text, after):
    assert edited(text, "add_entry", "@misc{n,\n}") == after


@pytest.mark.parametrize("value", ["a}b", "{a", "}{", "a\\"])
def test_a_value_that_would_break_the_entry_is_refused(value):
    with pytest.raises(ZhengmingError):
        BibText(TABLE).set_field("wang2021", "title", value)


def test_what_is_not_there_is_refused():
    text = BibText(TABLE + "@misc{wang2021}")
    with pytest.raises(UsageError, match="no reference has the key “wang2012”") as caught:
        text.entry("wang2012")
    assert caught.value.hint.en == "did you mean wang2021?"
    with pytest.raises(UsageError, match="2 entries have the key"):
        text.entry("wang2021")
    with pytest.raises(UsageError, match="has no field “doi”"):
        text.remove_field("camidge2020", "doi")


def test_neighbours_of_broken_entries_stay_editable():
    broken = read(FIXTURES / "broken.bib")
    assert [(block.key, block.regular) for block in scan(broken)] == [
        ("open", False),
        ("swallowed", False),
        ("fine", True),
    ]
    assert edited(broken, "set_field", "fine", "title", "X") == broken.replace("{Fine}", "{X}")


def files():
    """Our own files, and public test suites where ``bibtex-suite`` lies beside the checkout."""
    shared = Path(os.environ.get("ZHENGMING_SHARED", Path(__file__).parents[3] / "shared"))
    suite = Path(os.environ.get("ZHENGMING_BIBTEX_SUITE", shared / SUITE_NAME))
    return [*OWN, *sorted(suite.rglob("*.bib"))]


def test_any_one_change_leaves_every_other_block_as_it_was():
    tried = 0
    for path in files():
        try:
            text = read(path)
        except UnicodeDecodeError:
            continue
        blocks = list(scan(text))
        keys = [block.key for block in blocks if block.is_entry]
        for block in blocks[:1] + blocks[-1:]:
            names = [field.name.lower() for field in block.fields]
            if not block.is_entry or keys.count(block.key) > 1 or len(set(names)) < len(names):
                continue
            outside = text[: block.span.start], text[block.span.end :]
            for name in {*names[:1], *names[-1:], *(["zzz"] if names else [])}:
                after = edited(text, "set_field", block.key, name, "新 value")
                assert after.startswith(outside[0]), path
                assert after.endswith(outside[1]), path
                assert [key for _, key, _ in shape(after)] == [key for _, key, _ in shape(text)]
                changed = BibText(after).entry(block.key)
                field = changed.field(name)
                assert after[field.value.start + 1 : field.value.end - 1] == "新 value", path
                tried += 1
    assert tried >= 10


@given(st.text('@ab{}(),="#%\\\n 王', max_size=60))
def test_spans_are_in_order_and_inside_the_text(text):
    done = 0
    for block in scan(text):
        assert done <= block.span.start < block.span.end <= len(text)
        done = block.span.end
        inner = block.span.start
        for field in block.fields:
            assert inner <= field.span.start < field.value.start < field.value.end <= block.span.end
            inner = field.value.end


@given(
    st.sampled_from(["a", "b", "c"]),
    st.sampled_from(["title", "year", "note"]),
    st.text("ab王 ,=#%", min_size=1, max_size=10),
)
def test_a_value_set_is_the_value_read(key, name, value):
    text = read(FIXTURES / "dense.bib")
    after = edited(text, "set_field", key, name, value)
    field = BibText(after).entry(key).field(name)
    assert after[field.value.start : field.value.end].strip('{}"') == value
    assert edited(after, "set_field", key, name, value) == after
