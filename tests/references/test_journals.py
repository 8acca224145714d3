"""Journals by their names, and the table that ships."""

import pytest

from zhengming.errors import ZhengmingError
from zhengming.references.journals import (
    Journal,
    Journals,
    builtin_journals,
    read_jabref,
    read_nlm,
    read_table,
)
from zhengming.references.lint import RULES, Library, Options, lint, mend
from zhengming.references.lint.identifiers import is_issn
from zhengming.references.pinyin import pinyin


@pytest.mark.parametrize(
    "name",
    [
        "J Clin Oncol",
        "J. Clin. Oncol.",
        "Journal of Clinical Oncology",
        "THE JOURNAL OF CLINICAL ONCOLOGY",
    ],
)
def test_a_journal_has_many_names(name):
    assert builtin_journals().find(name).abbreviation == "J Clin Oncol"


def test_chinese_journals():
    journal = builtin_journals().find("中国肺癌杂志")
    assert journal == builtin_journals().find("Zhongguo Fei Ai Za Zhi")
    assert journal.full == "中国肺癌杂志"
    assert journal.written("abbreviated", "中国肺癌杂志") == "中国肺癌杂志"
    assert builtin_journals().find("Annals of Nothing") is None


def test_the_table_is_right_where_that_can_be_checked():
    table = builtin_journals().all
    assert len(table) >= 150
    for journal in table:
        assert journal.full
        assert journal.source
        assert all(is_issn(number) for number in (journal.issn, journal.eissn) if number), journal
        if journal.chinese and journal.abbreviation:
            assert pinyin(journal.chinese) == journal.abbreviation.replace(" ", "").lower()
    names = [name for one in table for name in (one.chinese, one.english, one.issn) if name]
    assert len(names) == len(set(names))


def test_a_policy_is_carried_out():
    text = "@article{a, journal={Journal of Clinical Oncology}}\n@article{b, journal={Chest}}\n"
    policy = [rule for rule in RULES if rule.id == "REF701"]
    problems = lint([Library(text)], Options(journals="abbreviated"), policy)
    after = mend(text, (problem.fix for problem in problems))
    assert after == text.replace("Journal of Clinical Oncology", "J Clin Oncol")
    back = lint([Library(after)], Options(journals="full"), policy)
    assert mend(after, (problem.fix for problem in back)) == text
    assert lint([Library(text)], Options(), policy) == []


def test_other_lists_can_be_read(tmp_path):
    jabref = tmp_path / "jabref.csv"
    jabref.write_text('"Lung Cancer Today","Lung Canc Tod"\n"",""\n', encoding="utf-8")
    assert read_jabref(jabref) == [
        Journal("", "Lung Cancer Today", "Lung Canc Tod", source="jabref.csv")
    ]
    nlm = tmp_path / "J_Medline.txt"
    nlm.write_text(
        "-----\nJrId: 1\nJournalTitle: Lung today : official\nMedAbbr: Lung Today\n"
        "ISSN (Print): 1556-0864\nISSN (Online): \nNlmId: 1\n-----\n",
        encoding="utf-8",
    )
    (journal,) = read_nlm(nlm)
    assert journal == Journal(
        "", "Lung today : official", "Lung Today", "1556-0864", "", "NLM Catalog 1"
    )
    assert Journals([journal]).find("lung today") == journal


@pytest.mark.parametrize(
    ("text", "line"),
    [("name\tissn\n", 1), ("chinese\tenglish\tabbreviation\tissn\teissn\tsource\na\tb\n", 2)],
)
def test_a_broken_table_is_refused_with_its_line(tmp_path, text, line):
    path = tmp_path / "journals.tsv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ZhengmingError) as caught:
        read_table(path)
    assert caught.value.line == line
