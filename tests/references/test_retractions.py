"""Retractions from a downloaded table."""

import pytest

from zhengming.errors import ZhengmingError
from zhengming.references.retractions import Retraction, Retractions

TABLE = """Record ID,Title,RetractionDate,RetractionDOI,OriginalPaperDOI,OriginalPaperPubMedID,RetractionNature,Reason
1,"A, B",1/2/2020 0:00,10.1/r,10.1000/Bad,111,Retraction,+Falsification of Data;+Investigation;
2,C,1/3/2020 0:00,10.1/s,unavailable,222,Expression of concern,+Concerns;
3,C,1/3/2021 0:00,10.1/s,Unavailable,222,Reinstatement,
4,D,1/4/2021 0:00,10.1/t,10.1000/x,0,Correction,
"""


@pytest.fixture
def table(tmp_path):
    path = tmp_path / "rw.csv"
    path.write_text(TABLE, encoding="utf-8")
    return Retractions.read(path)


def test_papers_are_found_by_either_identifier(table):
    bad = Retraction("Retraction", "1/2/2020 0:00", "Falsification of Data;+Investigation")
    assert table.find({"DOI": "10.1000/BAD"}) == bad
    assert table.find({"PMID": "111"}) == bad
    assert table.find({"DOI": "10.1000/good", "PMID": "333"}) is None


def test_the_last_word_counts_and_no_identifier_is_none(table):
    assert table.find({"PMID": "222"}).nature == "Reinstatement"
    assert table.find({"DOI": "unavailable"}) is None
    assert table.find({"PMID": "0"}) is None


def test_another_table_is_refused(tmp_path):
    path = tmp_path / "x.csv"
    path.write_text("a,b\n1,2\n", encoding="utf-8")
    with pytest.raises(ZhengmingError, match="not a table of retractions"):
        Retractions.read(path)
