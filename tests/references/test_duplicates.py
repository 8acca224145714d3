"""Two references that are one work, and how they become one."""

import pytest

from zhengming.errors import UsageError
from zhengming.references.bibtex import parse_bibtex
from zhengming.references.bibtex.editing import BibText
from zhengming.references.duplicates import find_duplicates
from zhengming.references.merging import merge, plan_merge
from zhengming.text.edit import apply_edits

BASE = (
    "author={Camidge, D. Ross and Kim, H}, title={Brigatinib versus crizotinib in {ALK}}, year=2020"
)


def pairs(*bodies, **options):
    text = "\n".join(f"@article{{k{n}, {body}}}" for n, body in enumerate(bodies))
    return [
        (pair.first.id, pair.second.id, round(pair.score, 2), set(pair.reasons))
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


def test_a_plan_says_what_is_added_and_what_must_be_chosen():
    plan = plan_merge(BibText(STORE), "keep", "drop")
    assert plan.additions == {"doi": "10.1200/JCO.20.00505", "pmid": "32780660"}
    assert plan.conflicts == {
        "author": ("Camidge, D. R. and others", "Camidge, D. Ross and Kim, Hye")
    }


def test_a_merge_needs_every_choice():
    text = BibText(STORE)
    plan = plan_merge(text, "keep", "drop")
    with pytest.raises(UsageError, match="differ in author"):
        merge(text, plan, {})
    chosen = {"author": plan.conflicts["author"][1]}
    assert (
        apply_edits(STORE, merge(text, plan, chosen))
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
