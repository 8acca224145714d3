"""One drug called by two names in the files of one run."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from zhengming.cli import run
from zhengming.documents import parse_document
from zhengming.glossary.load import LoadedGlossary
from zhengming.rules import Draft
from zhengming.rules.across_files import Ledger, finding, uses

Compare = Callable[..., list[str]]


@pytest.fixture
def compare(names: LoadedGlossary) -> Compare:
    """``compare(text, …)``: what the drafts 0.md, 1.md, … show together, as ``path message``."""

    def told(*texts: str) -> list[str]:
        drafts = [
            Draft(parse_document(f"{number}.md", text.encode()), names)
            for number, text in enumerate(texts)
        ]
        ledger = Ledger()
        for draft in drafts:
            ledger.add(draft.document.path, uses(draft))
        odd = list(ledger.odd())
        found = [(one.path, finding(drafts[int(one.path[0])], one)) for one in odd]
        return [f"{path} {one.message.en}" for path, one in found if one]

    return told


def test_the_name_used_less_is_told_once_at_its_first_file(compare: Compare) -> None:
    rare = "Catequentinib works."
    (told,) = compare("Anlotinib.", rare, "Anlotinib; anlotinib.", rare)
    assert told.startswith(
        '1.md "catequentinib" is called "anlotinib" in other files (3×, first in'
    )


def test_each_script_has_its_name(compare: Compare) -> None:
    assert not compare("口服安罗替尼。", "Anlotinib.", "安罗替尼（anlotinib）")
    assert compare("口服康太替尼。", "口服康泰替尼。")


def test_a_salt_an_alias_and_an_ignored_name_are_no_second_name(compare: Compare) -> None:
    assert not compare("口服阿帕替尼。", "口服甲磺酸阿帕替尼。")
    assert not compare("Anlotinib.", "Anlotinib (also known as catequentinib).")
    assert not compare("Anlotinib.", "Catequentinib. <!-- zhengming: ignore TERM007 -->")
    assert not compare("Catequentinib. <!-- zhengming: ignore -->")


def test_a_file_with_both_names_speaks_for_itself(compare: Compare) -> None:
    assert not compare("Anlotinib.", "Anlotinib and catequentinib.")


@pytest.mark.parametrize(
    ("options", "status"),
    [
        ((), 1),
        (("--jobs", "2"), 1),
        (("--ignore", "TERM007"), 0),
        (("--fail-on", "error"), 0),
        (("--baseline", "known.json"), 0),
    ],
)
def test_the_run_heeds_its_settings(
    options: tuple[str, ...], status: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for number in range(20):
        name = "Catequentinib" if number == 7 else "Anlotinib"
        Path(f"{number:02}.md").write_text(f"{name} was given.\n", encoding="utf-8")
    assert run(["check", ".", "--baseline", "known.json", "--update-baseline"]) == 0
    assert '"07.md"' in Path("known.json").read_text(encoding="utf-8")
    assert run(["check", ".", *options]) == status
