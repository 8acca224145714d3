"""What is exported comes back the same; what others write is read or refused, never run."""

from __future__ import annotations

import csv
import io
import json
import xml.etree.ElementTree as ET
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from zhengming import builtin
from zhengming.errors import ZhengmingError
from zhengming.glossary.canonical import sorted_terms
from zhengming.glossary.exchange.cells import guarded, read_cells, unguarded, write_cells
from zhengming.glossary.exchange.formats import EXPORTS
from zhengming.glossary.exchange.reading import read_concepts
from zhengming.glossary.exchange.sheet import concepts_of, rows_of
from zhengming.glossary.exchange.tbx import read_tbx, write_tbx
from zhengming.glossary.load import LoadedGlossary, assemble
from zhengming.glossary.model import LANGUAGES, PHASES, SETTINGS, STATUSES, Concept, Glossary, Term

PLAIN = st.text(
    st.characters(exclude_categories=["C", "Z"], exclude_characters=";"), min_size=1, max_size=8
) | st.sampled_from(["=1+1", "'=1", "@x", "-1", "+1", "＝1", "<&>\"'", "a b", "''"])
LISTS = st.lists(PLAIN, max_size=2, unique=True).map(tuple)
TERMS = st.builds(
    Term,
    PLAIN,
    st.sampled_from(LANGUAGES),
    st.sampled_from(STATUSES),
    LISTS,
    st.sampled_from(["fullForm", "abbreviation"]),
    st.sampled_from(["", *SETTINGS]),
)
CONCEPTS = st.builds(
    Concept,
    st.from_regex(r"[a-z0-9]{1,4}(-[a-z0-9]{1,3})?", fullmatch=True),
    st.sampled_from(["drug", "trial", "term"]),
    st.lists(TERMS, min_size=1, max_size=3).map(lambda terms: tuple(sorted_terms(terms))),
    st.just(("", 0)),
    targets=LISTS,
    exceptions=LISTS,
    registry=LISTS,
    phase=st.sampled_from(["", *PHASES]),
    publication=st.sampled_from([{}, {"doi": "10.1000/1", "pmid": "12"}]),
    notes=PLAIN,
)


@pytest.fixture(scope="module")
def shipped() -> Glossary:
    return assemble([builtin.data_directory("glossary")])


@given(CONCEPTS)
def test_a_sheet_comes_back_the_same(concept: Concept) -> None:
    text = write_cells(rows_of([concept]), ",")
    assert concepts_of(read_cells(text, ",", "x"), "x") == [concept]


@given(CONCEPTS)
def test_tbx_comes_back_the_same(concept: Concept) -> None:
    (read,) = read_tbx(write_tbx([concept]).encode(), "x")
    assert replace(read, terms=tuple(sorted_terms(read.terms))) == concept


@given(st.text(max_size=6))
def test_the_guard_comes_off_again_and_nothing_is_a_formula(text: str) -> None:
    assert unguarded(guarded(text)) == text
    assert unguarded(guarded(f"'{text}")) == f"'{text}"
    assert not guarded(text).startswith(("=", "+", "-", "@", "\t", "\r"))


@pytest.mark.parametrize("form", ["csv", "tsv", "xlsx", "tbx"])
def test_all_that_ships_comes_back(form: str, shipped: Glossary, tmp_path: Path) -> None:
    if form == "xlsx":
        pytest.importorskip("openpyxl", reason="the extra zhengming[xlsx] is not installed")
    path = tmp_path / f"names.{form}"
    path.write_bytes(EXPORTS[form].write(shipped, list(shipped.concepts.values())))
    read = {concept.id: concept for concept in read_concepts(path, shipped)}
    assert read.keys() == shipped.concepts.keys()
    for key, concept in shipped.concepts.items():
        back = replace(read[key], terms=tuple(sorted_terms(read[key].terms)))
        assert back == replace(concept, look_alikes=back.look_alikes), key
        assert back.look_alikes == concept.look_alikes
        assert [t.evidence for t in back.terms] == [t.evidence for t in concept.terms]


def test_other_forms_are_what_their_readers_expect(shipped: Glossary) -> None:
    concepts = [shipped.concepts[key] for key in ("lorlatinib", "profile-1014", "asco")]

    def written(form: str) -> str:
        return EXPORTS[form].write(shipped, concepts).decode()

    units = ET.fromstring(written("tmx")).findall("body/tu")
    assert [unit.get("tuid") for unit in units] == ["lorlatinib", "asco"]
    assert [seg.text for seg in units[0].iter("seg")] == ["洛拉替尼", "lorlatinib"]
    data = json.loads(written("json"))
    assert [entry["id"] for entry in data["concepts"]] == ["lorlatinib", "profile-1014", "asco"]
    assert {t["text"]: t.get("rewritten_as") for t in data["concepts"][0]["terms"]}[
        "劳拉替尼"
    ] == "洛拉替尼"
    assert yaml.safe_load(written("prh")) == {
        "version": 1,
        "rules": [{"expected": "洛拉替尼", "pattern": "劳拉替尼"}],
    }
    assert yaml.safe_load(written("autocorrect"))["spellcheck"]["words"] == ["劳拉替尼 = 洛拉替尼"]
    assert written("vale-reject") == "劳拉替尼\n"
    assert "劳拉替尼" not in written("vale-accept").splitlines()
    assert {"洛拉替尼", "Lorbrena", "PF-06463922"} <= {*written("vale-accept").splitlines()}


@pytest.mark.parametrize("form", ["prh", "autocorrect"])
def test_without_rewrites_the_lists_are_empty(form: str, shipped: Glossary) -> None:
    data = yaml.safe_load(EXPORTS[form].write(shipped, []))
    assert data.get("rules") in ([], {"spellcheck": 1})


def test_vale_takes_names_for_regular_expressions(shipped: Glossary) -> None:
    concept = Concept("a", "drug", (Term("A+B (C)", "en", "preferred"),), ("", 0))
    assert EXPORTS["vale-accept"].write(shipped, [concept]) == rb"A\+B \(C\)" + b"\n"


HEADER = "concept,kind,text,lang,status,sources\n"
REFUSED_SHEETS = {
    "unknown column": ("concept,text,lang,status,colour\n", 1, 'the column "colour" is not known'),
    "missing column": ("concept,text,lang\n", 1, 'the column "status" is missing'),
    "column twice": ("concept,text,lang,status,text\n", 1, 'the column "text" is twice'),
    "empty cell": (f"{HEADER}a,drug,,en,preferred,\n", 2, "the cell text is empty"),
    "status": (f"{HEADER}a,drug,x,en,best,\n", 2, '"best" is no status'),
    "language": (f"{HEADER}a,drug,x,zh,preferred,\n", 2, '"zh" is no lang'),
    "kind": (f"{HEADER}a,pill,x,en,preferred,\n", 2, '"pill" is no kind'),
    "phase": ("concept,kind,text,lang,status,phase\na,trial,x,en,code,2-Jan\n", 2, '"2-Jan" is no'),
    "two kinds": (f"{HEADER}a,drug,x,en,preferred,\na,trial,y,en,code,\n", 3, "a is of two kinds"),
    "quotes": (f'{HEADER}a,drug,"x,en,preferred,\n', 2, "not readable as a table"),
    "long": (f"{HEADER}a,drug,{'x' * 200_000},en,preferred,\n", 2, "not readable as a table"),
}


@pytest.mark.parametrize("name", REFUSED_SHEETS)
def test_a_sheet_that_cannot_be_is_refused_with_its_line(
    name: str, tmp_path: Path, small: LoadedGlossary
) -> None:
    text, line, message = REFUSED_SHEETS[name]
    path = tmp_path / "names.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ZhengmingError) as caught:
        read_concepts(path, small.glossary)
    assert message in caught.value.message.en
    assert caught.value.line == line
    assert caught.value.hint


def test_a_formula_of_an_editor_stays_text(tmp_path: Path, small: LoadedGlossary) -> None:
    concept = Concept("a", "term", (Term('=HYPERLINK("x")', "en", "admitted"),), ("", 0))
    text = EXPORTS["csv"].write(small.glossary, [concept]).decode("utf-8-sig")
    row = list(csv.reader(io.StringIO(text)))[1]
    assert row[2] == '\'=HYPERLINK("x")'


def test_a_phase_does_not_become_a_date(small: LoadedGlossary) -> None:
    term = Term("VISION", "en", "preferred")
    concept = Concept("vision", "trial", (term,), ("", 0), phase="1/2")
    text = EXPORTS["csv"].write(small.glossary, [concept]).decode("utf-8-sig")
    header, row = csv.reader(io.StringIO(text))
    assert row[header.index("phase")] == "'1/2"
    assert concepts_of(read_cells(text, ",", "x"), "x") == [concept]


BOMBS = {
    "entity": '<!DOCTYPE tbx [<!ENTITY a "b">]><tbx>&a;</tbx>',
    "external": '<!DOCTYPE tbx SYSTEM "file:///etc/passwd"><tbx/>',
    "unknown entity": "<tbx>&a;</tbx>",
    "deep": "<a>" * 200 + "</a>" * 200,
    "cut off": "<tbx><text>",
    "empty": "",
    "another root": "<html/>",
    "no id": "<tbx><conceptEntry/></tbx>",
    "language": "<tbx><conceptEntry id='a'><langSec xml:lang='xx'><termSec><term>x</term></termSec></langSec></conceptEntry></tbx>",
}


@pytest.mark.parametrize("name", BOMBS)
def test_xml_with_tricks_is_refused(name: str) -> None:
    with pytest.raises(ZhengmingError) as caught:
        read_tbx(BOMBS[name].encode(), "x.tbx")
    assert caught.value.hint
    assert caught.value.line


OLD_TBX = """\
<martif type="TBX-Basic" xml:lang="en"><text><body>
<termEntry id="c1">
  <descrip type="subjectField">medicine</descrip>
  <langSet xml:lang="zh-Hans"><tig><term>洛拉替尼</term>
    <termNote type="administrativeStatus">preferredTerm-admn-sts</termNote></tig></langSet>
  <langSet xml:lang="en-US"><tig><term>PFS</term>
    <termNote type="termType">acronym</termNote>
    <admin type="source">house</admin></tig></langSet>
</termEntry>
</body></text></martif>
"""


def test_the_tbx_of_other_programs_is_read_too() -> None:
    (concept,) = read_tbx(OLD_TBX.encode(), "x.tbx")
    assert (concept.id, concept.kind) == ("c1", "term")
    assert concept.terms == (
        Term("洛拉替尼", "zh-CN", "preferred"),
        Term("PFS", "en", "admitted", ("house",), "abbreviation"),
    )


UNII = """\
Name\tTYPE\tUNII\tDisplay Name
LORLATINIB [INN]\tcn\tOSP71S83EU\tLORLATINIB
LORBRENA\tbn\tOSP71S83EU\tLORLATINIB
PF-06463922\tcd\tOSP71S83EU\tLORLATINIB
PF-6463922\tcd\tOSP71S83EU\tLORLATINIB
NSC-800841\tcd\tOSP71S83EU\tLORLATINIB
2H-4,8-METHENOPYRAZOLO\tsys\tOSP71S83EU\tLORLATINIB
TRASTUZUMAB\tcn\tP188ANX8CK\tTRASTUZUMAB
HERCEPTIN\tbn\tP188ANX8CK\tTRASTUZUMAB
"""


def _unii(tmp_path: Path, text: str, glossary: Glossary) -> list[Concept]:
    path = tmp_path / "UNII_Names.txt"
    path.write_text(text, encoding="utf-8")
    return read_concepts(path, glossary)


def test_the_unii_list_adds_brands_and_codes_of_inns_that_are_known(
    tmp_path: Path, small: LoadedGlossary
) -> None:
    (concept,) = _unii(tmp_path, UNII, small.glossary)
    before = small.glossary.concepts["lorlatinib"]
    assert concept.id == "lorlatinib"
    assert [t for t in concept.terms if t not in before.terms] == [
        Term("Lorbrena", "en", "brand", ("unii",)),
        Term("PF-6463922", "zxx", "code", ("unii",)),
    ]


def test_a_broken_unii_list_is_refused(tmp_path: Path, small: LoadedGlossary) -> None:
    with pytest.raises(ZhengmingError, match="a row without three cells") as caught:
        _unii(tmp_path, UNII + "LOST\n", small.glossary)
    assert caught.value.line == 10


Write = Callable[[Path], object]
UNREADABLE: dict[str, tuple[str, Write, str]] = {
    "missing": ("a.csv", lambda path: None, "no such file"),
    "suffix": ("a.docx", lambda path: path.write_bytes(b""), 'cannot import ".docx" files'),
    "encoding": ("a.csv", lambda path: path.write_bytes("名".encode("gbk")), "not UTF-8"),
    "workbook": ("a.xlsx", lambda path: path.write_bytes(b"PK"), "Excel"),
    "yaml tag": ("a.yaml", lambda path: path.write_text("- !!python/name:os.system x\n"), "tags"),
    "yaml bomb": ("a.yaml", lambda path: path.write_text("- &a [x]\n- [*a, *a]\n"), "anchors"),
}


@pytest.mark.parametrize("name", UNREADABLE)
def test_a_file_that_cannot_be_read_is_told(
    name: str, tmp_path: Path, small: LoadedGlossary
) -> None:
    file, write, message = UNREADABLE[name]
    write(tmp_path / file)
    with pytest.raises(ZhengmingError, match=message) as caught:
        read_concepts(tmp_path / file, small.glossary)
    assert caught.value.hint


def test_a_sheet_of_a_hundred_megabytes_is_not_read(tmp_path: Path, small: LoadedGlossary) -> None:
    path = tmp_path / "huge.csv"
    with path.open("wb") as stream:
        stream.truncate(100_000_000)
    with pytest.raises(ZhengmingError, match="the file has 100 MB"):
        read_concepts(path, small.glossary)
