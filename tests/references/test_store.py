"""A store over several files."""

import os
from pathlib import Path

import pytest

from zhengming.errors import UsageError, ZhengmingError
from zhengming.references.files import bibliography_files
from zhengming.references.problems import BibliographyError
from zhengming.references.store import Store


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "b.bib").write_text("@book{second, title={B}}\n", encoding="utf-8")
    (tmp_path / "a.bib").write_text("\ufeff@book{first, title={A}}\n", encoding="utf-8")
    (tmp_path / "notes.txt").write_text("no reference", encoding="utf-8")
    return tmp_path


def test_a_folder_is_taken_whole_and_sorted(folder):
    store = Store.load([folder])
    assert [reference.id for reference in store] == ["first", "second"]
    assert len(store) == 2
    assert store.get("first").item["title"] == "A"
    assert store.get("second").path == folder / "b.bib"


def test_an_unknown_key_names_those_like_it(folder):
    with pytest.raises(UsageError, match="no reference has the key “Frist”") as caught:
        Store.load([folder]).get("Frist")
    assert caught.value.hint.en == "did you mean first?"


def test_one_key_in_two_files_is_an_error_naming_both_places(folder):
    (folder / "c.bib").write_text("\n\n@book{first, title={C}}\n", encoding="utf-8")
    with pytest.raises(BibliographyError) as caught:
        Store.load([folder])
    assert caught.value.place == f"{folder / 'c.bib'}:3"
    assert f"{folder / 'a.bib'}:1" in caught.value.message.en


def test_the_problems_of_all_files_are_told(folder):
    for name in "de":
        (folder / f"{name}.bib").write_text("@book{x, title=", encoding="utf-8")
    with pytest.raises(BibliographyError) as caught:
        Store.load([folder])
    assert [problem.path.name for problem in caught.value.problems] == ["d.bib", "e.bib"]


@pytest.mark.parametrize(
    ("data", "message"),
    [(b"\x00\x01", "not a text file"), ("@book{x, title={\u6807}}".encode("gb18030"), "not UTF-8")],
)
def test_what_is_not_text_is_refused(tmp_path, data, message):
    path = tmp_path / "x.bib"
    path.write_bytes(data)
    with pytest.raises(ZhengmingError, match=message):
        Store.load([path])


def test_missing_and_empty_places_are_refused(tmp_path):
    with pytest.raises(ZhengmingError, match="no such file"):
        Store.load([tmp_path / "none.bib"])
    with pytest.raises(ZhengmingError, match=r"holds no \.bib file"):
        Store.load([tmp_path])


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="needs a user without rights")
def test_a_folder_without_permission_is_refused(tmp_path):
    tmp_path.chmod(0)
    try:
        with pytest.raises(ZhengmingError, match="cannot be read"):
            Store.load([tmp_path])
    finally:
        tmp_path.chmod(0o700)


def test_other_formats_are_read_by_their_own_readers(tmp_path):
    (tmp_path / "a.json").write_text('[{"id": "x", "type": "book", "title": "X"}]', "utf-8")
    (tmp_path / "b.bib").write_text("@book{y, title={Y}}", encoding="utf-8")
    store = Store.load([tmp_path / "a.json", tmp_path / "b.bib"])
    assert [reference.id for reference in store] == ["x", "y"]


def test_a_file_in_a_folder_that_may_not_be_entered(monkeypatch):
    def refuse(path):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "is_dir", refuse)
    with pytest.raises(ZhengmingError, match="cannot be read: Permission denied"):
        list(bibliography_files([Path("no/a.bib")]))


def test_a_file_named_twice_is_read_once(folder, monkeypatch):
    monkeypatch.chdir(folder)
    named = [folder, folder / "a.bib", Path("a.bib"), Path("b.bib")]
    assert list(bibliography_files(named)) == [folder / "a.bib", folder / "b.bib"]
    assert len(Store.load(named)) == 2
