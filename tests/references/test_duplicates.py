"""Two references that are one work, and how they become one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhengming.errors import UsageError
from zhengming.references.bibtex import parse_bibtex
from zhengming.references.bibtex.blocks import read_blocks
from zhengming.references.bibtex.editing import BibText
from zhengming.references.duplicates import find_duplicates
from zhengming.references.merging import TYPE, Copy, merge, plan_merge
from zhengming.text.edit import apply_edits

BASE = (
    "author={Camidge, D. Ross and Kim, H}, title={Brigatinib versus crizotinib in {ALK}}, year=2020"
)


def pairs(*bodies, **options):
    text = "\n".join(f"@article{{k{n}, {body}}}" for n, body in enumerate(bodies))
    return [
        (
            pair.first.id,
            pair.second.id,
            round(pair.score, 2),
            {reason.en for reason in pair.reasons},
        )
        for pair in find_duplicates(parse_bibtex(text), **options)
    ]


@pytest.mark.parametrize(
    ("one", "other", "score", "reason"),
    [
        ("doi={10.1/A}", "doi={https://doi.org/10.1/a}", 1.0, "same DOI"),
        ("pmid={123}, title={A b c}", "pmid={123}, title={A b c.}", 1.0, "same PMID"),
        ("pmid={1}, title={Alpha beta}", "pmid={1}, title={Wholly other words}", 0.8, "different titles"),
        (BASE, BASE.replace("{ALK}", "Alk"), 0.95, "same title"),
        (BASE, BASE.replace("2020", "2021"), 0.95, "years near"),
        (BASE, BASE.replace("versus", "vs"), 0.85, "similar titles"),
        (BASE + ", doi={10.1/a}", BASE + ", doi={10.1/b}", 0.65, "different DOI"),
        (
            BASE + ", doi={10.1101/2019.1}",
            BASE + ", doi={10.1200/jco}, journal={J Clin Oncol}",
            0.85,
            "preprint and published article",
        ),
        (
            "author={王可}, title={间变性淋巴瘤激酶抑制剂}, year=2021",
            "author={王可}, title={间变性淋巴瘤激酶抑制剂}, year=2021, doi={10.3/x}",
            0.95,
            "same title",
        ),
        (
            "author={曾国}, title={肺癌}, year=2021, title_translation_en={Lung cancer in China}",
            "author={Zeng, Guo}, title={Lung cancer in China}, year=2021",
            0.95,
            "one title is the other's translation",
        ),
        (
            "author={曾国}, title={肺癌}, year=2021, journal={Lung}, volume=1, pages={5-9}",
            "author={Zeng, Guo}, title={Lung cancer}, year=2021, journal={Lung}, volume=1, pages={5--9}",
            0.8,
            "same journal, volume and page",
        ),
    ],
)  # fmt: skip
def test_what_is_one_work(one, other, score, reason):
    ((first, second, found, reasons),) = pairs(one, other, threshold=0.6)
    assert (first, second, found) == ("k0", "k1", score)
    assert reason in reasons


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (BASE, BASE.replace("2020", "2014")),
        (BASE, BASE.replace("Camidge", "Shaw")),
        (BASE, BASE.replace("Brigatinib", "Alectinib")),
        ("title={Editorial}, year=2020", "title={Editorial}, year=2020"),
        ("author={王可}, title={肺癌}, year=2021", "author={王可}, title={胃癌}, year=2021"),
        ("note={a}", "note={a}"),
    ],
)
def test_what_is_not(one, other):
    assert pairs(one, other) == []


def test_a_title_that_everything_has_is_no_key():
    assert pairs(*["author={A, B}, title={Editorial}, year=2020"] * 60) == []


STORE = """@string{jco = "J Clin Oncol"}

@article{keep,
  author  = {Camidge, D. R. and others},
  title   = {Brigatinib in {ALK}},
  journal = jco,
  year    = 2020,
}

@article{drop,
  author  = {Camidge, D. Ross and Kim, Hye},
  title   = {Brigatinib in ALK.},
  journal = {J Clin Oncol},
  doi     = {10.1200/JCO.20.00505},
  pmid    = 32780660,
}

@misc{after}
"""


def plan_of(source, keep="keep", remove="drop"):
    text = BibText(source)
    return plan_merge(Copy(text, keep), Copy(text, remove))


def test_a_plan_says_what_is_added_and_what_must_be_chosen():
    plan = plan_of(STORE)
    assert plan.additions == {"doi": "10.1200/JCO.20.00505", "pmid": "32780660"}
    assert plan.conflicts == {
        "author": ("Camidge, D. R. and others", "Camidge, D. Ross and Kim, Hye")
    }


def test_a_merge_needs_every_choice():
    plan = plan_of(STORE)
    with pytest.raises(UsageError, match="differ in author"):
        merge(plan, {})
    chosen = {"author": plan.conflicts["author"][1]}
    kept, gone = merge(plan, chosen)
    assert (
        apply_edits(STORE, (*kept, *gone))
        == """@string{jco = "J Clin Oncol"}

@article{keep,
  author  = {Camidge, D. Ross and Kim, Hye},
  title   = {Brigatinib in {ALK}},
  journal = jco,
  year    = 2020,
  doi     = {10.1200/JCO.20.00505},
  pmid    = {32780660},
}

@misc{after}
"""
    )


@pytest.mark.parametrize(
    ("kept", "other", "additions", "conflicts"),
    [
        ("journal={A}", "journaltitle={a.}", {}, {}),
        ("journal={A}", "journaltitle={B}", {}, {"journal": ("A", "B")}),
        ("doi={10.1/a-b}", "doi={10.1/a.b}", {}, {"doi": ("10.1/a-b", "10.1/a.b")}),
        ("doi={10.1/A}", "doi={https://doi.org/10.1/a}", {}, {}),
        ("author={Müller, K}", "author={Muller, K}", {}, {"author": ("Müller, K", "Muller, K")}),
        ("pages={1--9}", "pages={1-9}", {}, {}),
        ("year=2020", "date={2020-05}", {"date": "2020-05"}, {}),
        ("own={x}, note={ }", "own={}, note={y}", {"note": "y"}, {}),
    ],
)
def test_what_says_the_same_is_neither_added_nor_asked(kept, other, additions, conflicts):
    plan = plan_of(f"@misc{{keep, {kept}}} @misc{{drop, {other}}}")
    assert (plan.additions, plan.conflicts) == (additions, conflicts)


def test_types_that_differ_are_a_conflict():
    text = "@misc{keep, title={A}}\n@article{drop, title={A}}\n"
    plan = plan_of(text)
    assert plan.conflicts == {TYPE: ("misc", "article")}
    kept, gone = merge(plan, {TYPE: "article"})
    assert apply_edits(text, (*kept, *gone)) == "@article{keep, title={A}}\n"


def test_heirs_of_a_removed_entry_follow():
    text = "@book{keep}\n@book{drop}\n@inbook{part, crossref={drop}}\n"
    kept, gone = merge(plan_of(text), {})
    assert apply_edits(text, (*kept, *gone)) == "@book{keep}\n@inbook{part, crossref={keep}}\n"


def test_a_part_is_not_merged_with_its_whole():
    with pytest.raises(UsageError, match="“keep” inherits from “drop”"):
        plan_of("@inbook{keep, crossref={drop}} @book{drop}")


def test_an_entry_with_heirs_stays_in_its_file():
    keep, remove = BibText("@book{keep}"), BibText("@book{drop} @inbook{part, crossref={drop}}")
    with pytest.raises(UsageError, match="inherit from “drop”"):
        plan_merge(Copy(keep, "keep"), Copy(remove, "drop"))


FIELDS = st.dictionaries(
    st.sampled_from(("title", "doi", "journal", "note", "year", "x-own")),
    st.text("ab1 -", max_size=4),
    max_size=5,
)


@given(FIELDS, FIELDS, st.sampled_from((0, 1)))
def test_a_merge_loses_no_value_but_those_told(kept, other, side):
    def written(key, fields):
        return f"@misc{{{key}" + "".join(f", {k} = {{{v}}}" for k, v in fields.items()) + "}"

    text = f"% before\n{written('keep', kept)}\n% between\n{written('drop', other)}\n% after\n"
    plan = plan_of(text)
    choices = {name: values[side] for name, values in plan.conflicts.items()}
    edits_kept, edits_gone = merge(plan, choices)
    after = apply_edits(text, (*edits_kept, *edits_gone))
    entry = read_blocks(after, None).entries["keep"].fields
    said = {name for name, value in other.items() if value.strip()}
    assert set(entry) == set(kept) | said
    assert all(entry[name].strip() for name in said)
    assert all(entry[name] == value for name, value in choices.items())
    assert all(comment in after for comment in ("% before\n", "% between\n", "% after\n"))


def test_titles_of_megabytes_are_compared_at_once():
    title = "word " * 40_000
    assert len(pairs(f"title={{{title}a}}, author={{X}}", f"title={{{title}b}}, author={{X}}")) == 1


def test_an_entry_is_not_merged_with_itself():
    with pytest.raises(UsageError, match="one entry already"):
        plan_of("@misc{keep}", remove="keep")
