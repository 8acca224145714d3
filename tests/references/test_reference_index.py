"""The index of a large store: the same references as reading the files, after any edit."""

import os
import re
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from zhengming.cache import cache_directory
from zhengming.errors import UsageError, ZhengmingError
from zhengming.references import index_database, index_rows
from zhengming.references.index import Index
from zhengming.references.opening import open_store
from zhengming.references.problems import BibliographyError
from zhengming.references.search import searchable_item
from zhengming.references.store import Store

FIXTURES = Path(__file__).parent / "fixtures" / "bibtex"
RICH = r"""% a store
@string{jco = "J Clin Oncol"}
@xdata{place, publisher = {ACM}}
@proceedings{p2020, title = {Proceedings of {X}}, year = 2020, xdata = {place}}

@inproceedings{child, author = {Lee, A}, title = {A paper on {ALK}}, crossref = {p2020}}
@article{zeng2021, author = {曾国 and 王可}, title = {肺癌耐药机制}, journal = {中国肺癌杂志}, year = 2021}
@Article{lv2022,
  author = {吕布 and J{\"a}nne, Pasi A.}, title = "Gefitinib # alone", journal = jco # { Suppl},
  date = {2022-03-01}, doi = {10.1200/JCO.22.1}, pmid = {33333333},
}
"""


@pytest.fixture(autouse=True)
def cache(tmp_path, monkeypatch):
    monkeypatch.setenv("ZHENGMING_CACHE_DIR", str(tmp_path / "cache"))
    return tmp_path / "cache"


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "rich.bib"
    path.write_text(RICH, encoding="utf-8", newline="\n")
    return path


@pytest.mark.parametrize("month", ["jan", "JAN # {~1}", "{1}"])
def test_the_words_of_every_entry_find_it_everywhere(tmp_path, month):
    """With and without macros, that is read by the reader and by the scanner alone."""
    path = tmp_path / "words.bib"
    path.write_text(
        "@article{a1, author = {张三，李 四 and {某某研究协作组} and van der Berg, Jan}, month = MONTH,\n"
        "  title = {{EGFR} 与 ALK 的耐药}, journal = {中国肺癌杂志}, volume = 3, year = {2020}}\n"
        "@techreport{r1, author = {{World Health Organization}}, institution = {WHO}, month = MONTH,\n"
        "  title = {A report}, number = {TR-77}, year = 2019}\n"
        "@book{b1, editor = {昂温 G and Roe, R.}, publisher = {人民卫生出版社}, month = MONTH,\n"
        "  title = {Main}, subtitle = {Sub}, series = {Series X}, isbn = {978-7-117-00000-1}}\n"
        "@phdthesis{t1, author = {欧阳修}, school = {某大学}, title = {论文}, date = {2018-06},\n"
        "  month = MONTH, note = {n}, pmid = {123}}\n".replace("MONTH", month),
        encoding="utf-8",
    )
    store, index = Store.load([path]), Index.open([path])
    words = {word for one in store for word in re.split(r"[\s,:]+", searchable_item(one.item))}
    for word in words - {""}:
        assert [one.id for one in index.search(word)] == [one.id for one in store.search(word)], (
            word
        )


def problems(load, path):
    try:
        load([path])
    except BibliographyError as error:
        return sorted((problem.line, problem.message) for problem in error.problems)
    except ZhengmingError as error:
        return [(error.line, error.message)]
    return []


def test_it_holds_what_the_store_holds(path):
    store, index = Store.load([path]), Index.open([path])
    assert len(index) == len(store) == 4
    assert list(index) == list(store)
    assert [index.get(reference.id) for reference in store] == list(store)
    assert "lv2022" in index
    assert "place" not in index
    with pytest.raises(UsageError, match="“zheng2021”") as caught:
        index.get("zheng2021")
    assert caught.value.hint.en == "did you mean zeng2021?"


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("耐药", ["zeng2021"]),
        ("肺癌 王可", ["zeng2021"]),
        ("肺癌耐药", ["zeng2021"]),
        ("feiai", ["zeng2021"]),
        ("zengguo", ["zeng2021"]),
        ("lvbu", ["lv2022"]),
        ("janne", ["lv2022"]),
        ("JÄNNE gefitinib", ["lv2022"]),
        ("33333333", ["lv2022"]),
        ("10.1200/jco", ["lv2022"]),
        ("alk", ["child"]),
        ("202", ["lv2022", "zeng2021", "child", "p2020"]),
        ("j clin oncol suppl", ["lv2022"]),
        ("acm proceedings", ["child", "p2020"]),
        ('"', []),
        ("nothing", []),
        ("王", ["zeng2021"]),
    ],
)
@pytest.mark.parametrize("trigrams", [True, False])
def test_a_search_finds_the_same_everywhere(path, query, found, trigrams, monkeypatch):
    if not trigrams:
        monkeypatch.setattr(index_database, "_TRIGRAMS", "CREATE nothing")
    index = Index.open([path])
    assert index_database.has_trigrams(index._database) == trigrams
    assert [reference.id for reference in index.search(query)] == found
    assert [one.id for one in Store.load([path]).search(query)] == found
    assert [one.id for one in index.search(query, limit=1)] == found[:1]


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text.replace("耐药", "突变"),
        lambda text: text + "@misc{new, title={N}}\n",
        lambda text: text.replace("@article{zeng2021", "@article{zeng2022"),
        lambda text: "",
        lambda text: text.replace("jco = ", "xyz = ").replace("jco #", "xyz #"),
    ],
)
def test_it_follows_an_edit(path, change):
    Index.open([path]).close()
    path.write_text(change(RICH), encoding="utf-8", newline="\n")
    assert list(Index.open([path])) == list(Store.load([path]))


def test_it_follows_an_edit_that_keeps_size_and_time(path):
    stat = path.stat()
    Index.open([path]).close()
    path.write_text(RICH.replace("耐药", "突变"), encoding="utf-8", newline="\n")
    os.utime(path, ns=(stat.st_atime_ns, stat.st_mtime_ns))
    assert path.stat().st_size == stat.st_size
    assert Index.open([path]).get("zeng2021").item["title"] == "肺癌突变机制"


def test_it_is_not_built_again_for_nothing(path, monkeypatch):
    old = path.stat().st_mtime_ns - 10_000_000_000
    os.utime(path, ns=(old, old))
    monkeypatch.setattr(index_database, "_RACY", 0)
    Index.open([path]).close()
    monkeypatch.setattr(index_rows, "index_file", None)
    assert Index.open([path]).get("zeng2021")


CIRCLE = "@book{a, crossref = {c}}\n@book{b, crossref = {a}}\n@book{c, crossref = {b}}\n"


@pytest.mark.parametrize(
    "source", [RICH + "@misc{a b, title={", "@misc{x, title={A} year=1}", CIRCLE]
)
def test_problems_are_those_of_reading(path, source):
    Index.open([path]).close()
    path.write_text(source, encoding="utf-8")
    assert problems(Index.open, path) == problems(Store.load, path) != []
    path.write_text(RICH, encoding="utf-8")
    assert len(Index.open([path])) == 4


def suite():
    directory = os.environ.get("ZHENGMING_BIBTEX_SUITE")
    return sorted(Path(directory).rglob("*.bib")) if directory else []


def test_keys_are_those_of_reading_on_every_file_there_is():
    for path in [*FIXTURES.glob("*.bib"), *suite()]:
        if path.stat().st_size > 300_000:
            continue
        expected = problems(Store.load, path)
        found = problems(Index.open, path)
        assert [line for line, _ in found] == [line for line, _ in expected], path
        if not expected:
            assert [one.id for one in Index.open([path])] == [one.id for one in Store.load([path])]


def test_a_key_may_hold_brackets(path):
    path.write_text("@misc{WHO(2022)a, title = {T}}\n", encoding="utf-8")
    assert Index.open([path]).get("WHO(2022)a").item["title"] == "T"


def test_an_index_spoilt_in_any_page_is_built_again(path, cache):
    """SQLite tells of a bad page when it is read: on opening, or by a query only."""
    Index.open([path]).close()
    (database,) = cache.iterdir()
    good = database.read_bytes()
    for start in range(4096, len(good), 4096):
        database.write_bytes(good[:start] + bytes(4096) + good[start + 4096 :])
        index = Index.open([path])
        assert index.get("zeng2021")
        assert len(index) == 4
        index.close()


def test_an_index_removed_while_it_is_written_does_not_matter(path, cache, monkeypatch):
    whole = index_rows.index_file

    def removed_meanwhile(*arguments):
        for file in cache.iterdir():
            file.unlink()
        return whole(*arguments)

    monkeypatch.setattr(index_rows, "index_file", removed_meanwhile)
    assert Index.open([path]).get("zeng2021")


def test_one_key_in_two_files_is_an_error_until_one_is_changed(path, tmp_path):
    other = tmp_path / "other.bib"
    other.write_text("\n@misc{lv2022}\n", encoding="utf-8")
    for _ in range(2):
        with pytest.raises(BibliographyError, match=r"rich\.bib:8: .*“lv2022”.*other\.bib:2"):
            Index.open([tmp_path])
    other.write_text("\n@misc{lv2023}\n", encoding="utf-8")
    assert len(Index.open([tmp_path])) == 5


def test_a_spoilt_cache_is_built_again(path, cache):
    Index.open([path]).close()
    (database,) = cache.iterdir()
    database.write_bytes(b"not a database" * 1000)
    assert len(Index.open([path])) == 4
    database.unlink()
    assert len(Index.open([path])) == 4


def test_an_index_of_another_version_is_built_again(path, cache):
    Index.open([path]).close()
    (database,) = cache.iterdir()
    with sqlite3.connect(database) as connection:
        connection.execute("DROP TABLE entry")
        connection.execute("PRAGMA user_version = 99")
    connection.close()
    assert len(Index.open([path])) == 4


def test_without_a_cache_directory_it_works_all_the_same(path, cache):
    cache.write_text("a file where the directory should be", encoding="utf-8")
    assert len(Index.open([path])) == 4


def test_two_processes_build_it_at_once(path):
    path.write_text(
        RICH + "".join(f"@misc{{k{n}, title={{T}}}}\n" for n in range(2000)), encoding="utf-8"
    )
    code = (
        "import sys; from pathlib import Path; from zhengming.references.index import Index;"
        "print(len(Index.open([Path(sys.argv[1])])))"
    )
    command = [sys.executable, "-c", code, str(path)]
    running = [subprocess.Popen(command, stdout=subprocess.PIPE) for _ in range(3)]
    assert [process.communicate()[0].split() for process in running] == [[b"2004"]] * 3


def test_a_file_changed_under_an_open_index_is_told(path):
    index = Index.open([path])
    path.write_text("% shorter\n", encoding="utf-8")
    with pytest.raises(ZhengmingError, match="changed while it was read"):
        index.get("lv2022")


def test_small_stores_are_read_and_large_ones_indexed(path, monkeypatch):
    assert isinstance(open_store([path]), Store)
    monkeypatch.setattr("zhengming.references.opening._LARGE", 10)
    assert isinstance(open_store([path]), Index)


def test_the_cache_directory_can_be_chosen(cache, monkeypatch):
    assert cache_directory() == cache
    monkeypatch.delenv("ZHENGMING_CACHE_DIR")
    assert cache_directory().parts[-1] in ("zhengming", "Cache")
