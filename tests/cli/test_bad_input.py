"""Input that is too much, or that will not hold still: told in a sentence, and nothing lost."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from zhengming.cli import normalize as command
from zhengming.cli import parallel, run
from zhengming.documents import Document
from zhengming.engine import Fixed, normalize
from zhengming.glossary.load import LoadedGlossary
from zhengming.rules import Draft

LONG = "拉" * 99_998 + "替尼"
TERM = "- id: {0}\n  kind: drug\n  terms:\n    - {{text: {1}, lang: zh-CN, status: preferred}}\n"


@pytest.fixture(autouse=True)
def work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def _write(name: str, text: str) -> None:
    Path(name).write_text(text, encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "text"),
    [("terms.yaml", TERM.format("long", LONG)), ("terms.tsv", f"{LONG}\t洛拉替尼\n")],
)
def test_a_term_of_100000_characters_is_refused_with_its_place(
    name: str, text: str, capsys: pytest.CaptureFixture[str]
) -> None:
    _write(name, text)
    _write("zhengming.toml", f'glossary = ["{name}"]\n')
    _write("draft.md", "患者口服洛拉替尼。\n")
    assert run(["check", "draft.md"]) == 2
    told = capsys.readouterr().err
    assert f"{name}:" in told
    assert "a name of more than 200 characters" in told
    assert len(told) < 200


def test_a_term_that_looks_like_a_pattern_is_text() -> None:
    _write("terms.tsv", "(a+)+$.*[\t洛拉替尼\n")
    _write("zhengming.toml", 'glossary = ["terms.tsv"]\n')
    _write("draft.txt", f"{'a' * 10_000}b (a+)+$.*[ aaa\n")
    assert run(["normalize", "--write", "draft.txt"]) == 0
    assert Path("draft.txt").read_text("utf-8") == f"{'a' * 10_000}b 洛拉替尼 aaa\n"


def test_a_drug_like_word_of_100000_characters_is_checked() -> None:
    _write("draft.md", f"口服{LONG}。\n")
    assert run(["check", "--select", "TERM", "draft.md"]) == 1


def test_a_glossary_of_50000_terms_is_used() -> None:
    digits = str.maketrans("0123456789", "甲乙丙丁戊己庚辛壬癸")
    rows = (f"旧{i:05}\t新{i:05}\n".translate(digits) for i in range(50_000))
    _write("terms.tsv", "".join(rows))
    _write("zhengming.toml", 'glossary = ["terms.tsv"]\n')
    _write("draft.md", "旧甲甲甲甲甲、旧丁甲甲甲甲与旧戊癸癸癸癸。\n")
    assert run(["normalize", "--write", "draft.md"]) == 0
    assert Path("draft.md").read_text("utf-8") == "新甲甲甲甲甲、新丁甲甲甲甲与新戊癸癸癸癸。\n"


def test_a_line_of_100_megabytes_is_refused_and_the_others_are_checked(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with Path("long.md").open("wb") as stream:
        stream.truncate(100_000_000)
    _write("draft.md", "患者口服劳拉替尼。\n")
    assert run(["check", "--output-format", "json", "long.md", "draft.md"]) == 2
    out, err = capsys.readouterr()
    assert [finding["path"] for finding in json.loads(out)["findings"]] == ["draft.md"]
    assert err.startswith("long.md: error: the file is too large")


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="this system has no /dev/zero")
def test_a_source_without_an_end_is_not_read_to_its_end(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", "/dev/zero"]) == 2
    assert "too large" in capsys.readouterr().err


def test_a_config_that_disables_everything_finds_nothing_and_changes_nothing() -> None:
    _write("zhengming.toml", 'ignore = ["ALL"]\n')
    _write("draft.md", "患者口服劳拉替尼，PROFILE1014，藥物。\n")
    assert run(["check", "draft.md"]) == 0
    assert run(["normalize", "--check", "draft.md"]) == 0


def test_a_file_that_changes_while_it_is_worked_on_keeps_its_new_words(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    _write("a.md", "患者口服劳拉替尼。\n")
    _write("b.md", "患者口服劳拉替尼。\n")

    def slow(draft: Draft, *given: object, **named: bool) -> Fixed:
        if draft.document.path == "a.md":
            _write("a.md", "有人刚刚改过这一稿。\n")
        return normalize(draft, **named)

    monkeypatch.setattr(command, "normalize", slow)
    assert run(["normalize", "--write", "a.md", "b.md"]) == 2
    assert Path("a.md").read_text("utf-8") == "有人刚刚改过这一稿。\n"
    assert Path("b.md").read_text("utf-8") == "患者口服洛拉替尼。\n"
    assert "a.md: error: the file changed while it was worked on" in capsys.readouterr().err


def test_a_file_that_goes_before_it_is_compared_with_others_is_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    _write("a.md", "Anlotinib; anlotinib.\n")
    _write("b.md", "Catequentinib.\n")
    told = parallel.Job.result

    def result(job: parallel.Job, document: Document, names: LoadedGlossary) -> parallel.Result:
        if document.path == "b.md":
            Path("b.md").unlink()
        return told(job, document, names)

    monkeypatch.setattr(parallel.Job, "result", result)
    assert run(["check", "--jobs", "1", "a.md", "b.md"]) == 2
    assert "b.md: error: no such file or folder" in capsys.readouterr().err
