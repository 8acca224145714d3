"""The baseline: old findings stay quiet wherever they move, new ones do not."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhengming.baseline import Baseline, name_of
from zhengming.documents import Document, parse_document
from zhengming.errors import ZhengmingError
from zhengming.rules import Finding, Message
from zhengming.text.span import Span


def _document(text: str) -> Document:
    return parse_document("a.txt", text.encode())


def _findings(document: Document, word: str = "劳拉替尼", rule: str = "TERM001") -> list[Finding]:
    starts = [at for at in range(len(document.text)) if document.text.startswith(word, at)]
    spans = [Span(at, at + len(word)) for at in starts]
    return [Finding(rule, "error", span, Message("x", "x")) for span in spans]


def _baseline(text: str) -> Baseline:
    document = _document(text)
    return Baseline().updated("a.txt", document, _findings(document))


OLD = "患者口服劳拉替尼。\n\n第二段：患者停用劳拉替尼，\n改用他药。\n"


@pytest.mark.parametrize(
    "text",
    [
        OLD,
        "新增一段，与此无关，长度超过前后文所看的字数，因此不会有任何影响。\n\n" + OLD,
        OLD.replace("\n", "\r\n"),
        OLD.replace("\n", "\r"),
        OLD.replace("口服", "口\n服").replace("\n\n", "\r\n\r\n\r\n"),
        OLD + "\n末尾新增一段。",
    ],
)
def test_lines_may_move_and_wrap(text: str) -> None:
    document = _document(text)
    assert _baseline(OLD).fresh("a.txt", document, _findings(document)) == []


def test_a_new_place_another_rule_and_another_file_are_new() -> None:
    document = _document(OLD + "\n又加用劳拉替尼。")
    old = _baseline(OLD)
    fresh = old.fresh("a.txt", document, _findings(document))
    assert [document.text[f.span.start - 3 : f.span.start] for f in fresh] == ["又加用"]
    same = _document(OLD)
    assert len(old.fresh("a.txt", same, _findings(same, rule="TERM002"))) == 2
    assert len(old.fresh("b.txt", same, _findings(same))) == 2


def test_the_same_words_are_counted() -> None:
    line = "患者每日口服一次劳拉替尼，共二十八日为一个周期。\n"
    text = line * 5
    document = _document(text)
    more = _document(text + line)
    old = Baseline().updated("a.txt", document, _findings(document))
    assert old.fresh("a.txt", document, _findings(document)) == []
    assert len(old.fresh("a.txt", more, _findings(more))) >= 1


def test_an_update_forgets_what_is_gone_and_keeps_other_files() -> None:
    document = _document(OLD)
    both = _baseline(OLD).updated("b.txt", document, _findings(document))
    clean = both.updated("a.txt", document, [])
    assert list(clean.files) == ["b.txt"]
    assert clean.files["b.txt"] == both.files["b.txt"]


@given(
    st.dictionaries(
        st.text(max_size=5), st.lists(st.text('劳替"\\\n\u2028', max_size=8), max_size=4)
    )
)
def test_what_is_written_is_read_again(
    tmp_path_factory: pytest.TempPathFactory, files: dict[str, list[str]]
) -> None:
    baseline = Baseline()
    for name, lines in files.items():
        document = _document("劳" + "".join(lines))
        baseline = baseline.updated(name, document, _findings(document, "劳"))
    path = tmp_path_factory.mktemp("baseline") / "baseline.json"
    path.write_bytes(baseline.dumps().encode())
    assert Baseline.load(path) == baseline
    assert Baseline.load(path).dumps() == baseline.dumps()


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "not a baseline"),
        (b"[]", "not a baseline"),
        (b'{"version": 1, "files": {"a": {"x": {}}}}', "not a baseline"),
        (
            b'{"version": 1, "files": {"a": {"x": {"rule": "T", "text": "", "count": "many"}}}}',
            "not a",
        ),
        (b"\xff\xfe", "not a baseline"),
        (b'{"version": 99, "files": {}}', "version 99"),
        (b"[" * 100_000, "not a baseline"),
    ],
)
def test_a_file_that_is_none_is_refused(content: bytes, message: str, tmp_path: Path) -> None:
    path = tmp_path / "baseline.json"
    path.write_bytes(content)
    with pytest.raises(ZhengmingError, match=message) as caught:
        Baseline.load(path)
    assert caught.value.hint


def test_a_missing_file_says_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(ZhengmingError, match="no such file") as caught:
        Baseline.load(tmp_path / "none.json")
    assert "--update-baseline" in str(caught.value)


def test_names_do_not_depend_on_where_the_command_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "docs").mkdir()
    baseline = tmp_path / "baseline.json"
    monkeypatch.chdir(tmp_path)
    assert name_of("docs/a.md", baseline) == "docs/a.md"
    monkeypatch.chdir(tmp_path / "docs")
    assert name_of("a.md", Path("../baseline.json")) == "docs/a.md"
