"""Citation keys and the pinyin in them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhengming.errors import UsageError
from zhengming.references.bibtex import parse_bibtex
from zhengming.references.keys import make_key, with_keys
from zhengming.references.model import Reference
from zhengming.references.pinyin import name_pinyin, surname_pinyin


def key(body, **options):
    (reference,) = parse_bibtex(f"@article{{k, {body}}}")
    return make_key(reference.item, **options)


@pytest.mark.parametrize(
    ("body", "made"),
    [
        ("author={Camidge, D. Ross}, year=2020, title={The {ALK} story}", "camidge2020alk"),
        ("author={王可 and 李娟}, year=2021, title={间变性淋巴瘤激酶}", "wang2021jianbian"),
        ("author={曾国}, year=2021, title={525例肺癌}", "zeng2021feiai"),
        ("author={欧阳修}, year=1060, title={新唐书}", "ouyang1060xintang"),
        ("author={吕布}, title={A}, year=2001", "lv2001"),
        ("author={{国家卫生健康委员会}}, year=2022, title={规范}", "gjwsjkwy2022guifan"),
        ("author={{World Health Organization}}, year=2015, title={Report}", "who2015report"),
        (r"author={J{\"a}nne, P. A.}, year=2015, title={On AZD}", "janne2015azd"),
        ("author={van der Berg, Jan}, year=2015, title={X-ray}", "vanderberg2015x"),
        ("editor={Sodeman, W}, year=1974, title={Pathology}", "sodeman1974pathology"),
        ("title={Nothing}", "nothing"),
        ("note={x}", "untitled"),
    ],
)
def test_default_pattern(body, made):
    assert key(body) == made


def test_other_patterns():
    body = "author={Shaw, A}, year=2013, journal={N Engl J Med}, pmid={23724913}, pages={2385--94}"
    assert key(body, pattern="{author}_{year}-{journal}") == "shaw_2013-nejm"
    assert key(body, pattern="pmid{pmid}p{page}") == "pmid23724913p2385"
    with pytest.raises(UsageError, match=r"no “\{title\}”") as caught:
        key(body, pattern="{title}")
    assert "{author}" in caught.value.hint.en


def test_a_taken_key_gets_a_letter():
    body = "author={Shaw, A}, year=2013"
    assert key(body, taken={"shaw2013word"}) == "shaw2013"
    assert key(body, taken={"shaw2013", "shaw2013a"}) == "shaw2013b"
    alphabet = {f"shaw2013{chr(97 + n)}" for n in range(26)} | {"shaw2013"}
    assert key(body, taken=alphabet) == "shaw2013aa"


@pytest.mark.parametrize(
    ("surname", "reading"),
    [
        ("曾", "zeng"),
        ("仇", "qiu"),
        ("解", "xie"),
        ("单", "shan"),
        ("尉迟", "yuchi"),
        ("张", "zhang"),
    ],
)
def test_surnames_are_read_as_surnames(surname, reading):
    assert surname_pinyin(surname) == reading


def test_whole_names():
    assert name_pinyin("曾国藩") == "zengguofan"
    assert name_pinyin("尉迟恭") == "yuchigong"
    assert name_pinyin("王可") == "wangke"


@given(st.text(max_size=20), st.text(max_size=20), st.integers(0, 3000))
def test_keys_are_ascii_whatever_the_entry(author, title, year):
    item = {
        "author": [{"family": author}],
        "title": title,
        "issued": {"date-parts": [[year]]},
    }
    made = make_key(item)
    assert made.isascii()
    assert made.isalnum()


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("Doe:2020/a", "Doe:2020/a"),
        ("taken", "x2020t"),
        ("http://zotero.org/users/1/items/ABC", "x2020t"),
        ("12", "x2020t"),
        ("with space", "x2020t"),
    ],
)
def test_keys_that_somebody_gave_are_kept(given, kept):
    item = {
        "id": given,
        "title": "T",
        "author": [{"family": "X"}],
        "issued": {"date-parts": [[2020]]},
    }
    (named,) = with_keys([Reference(given, item)], taken=["Taken"], kept=True)
    assert (named.id, named.item["id"]) == (kept, kept)
    (cited,) = with_keys([Reference("12", item | {"citation-key": "doe"})], kept=True)
    assert (cited.id, "citation-key" in cited.item) == ("doe", False)
    (fresh,) = with_keys([Reference(given, item)], "{author}", kept=False)
    assert fresh.id == "x"
