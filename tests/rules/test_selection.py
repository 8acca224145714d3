"""Which rules run: those for drafts and those for references share one selection."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from zhengming.errors import UsageError
from zhengming.references.lint import RULES as REFERENCE_RULES
from zhengming.rules import RULES
from zhengming.rules.selection import Selection, check_all_codes, check_codes


def ids(selection: Selection, path: str = "") -> set[str]:
    return {rule.id for rule in selection.among(REFERENCE_RULES, path)}


def test_without_a_word_about_them_the_default_rules_run() -> None:
    default = {rule.id for rule in REFERENCE_RULES if rule.default}
    assert ids(Selection()) == ids(Selection(select=("TERM", "ZH001"))) == default
    drafts = {rule.id for rule in RULES if rule.default}
    assert {rule.id for rule in Selection(select=("REF3",)).rules()} == drafts


@pytest.mark.parametrize(
    ("select", "beginning"),
    [("REF3", "REF3"), ("REF304", "REF304"), ("REF", "REF"), ("ALL", "REF")],
)
def test_a_rule_a_part_and_the_family_are_selected(select: str, beginning: str) -> None:
    wanted = {rule.id for rule in REFERENCE_RULES if rule.id.startswith(beginning)}
    assert ids(Selection(select=(select,))) == wanted


def test_what_is_ignored_does_not_run() -> None:
    selection = Selection(ignore=("REF2",), per_file={"old/*": ("REF304",)})
    assert not any(name.startswith("REF2") for name in ids(selection))
    assert "REF304" in ids(selection, "new/a.bib")
    assert "REF304" not in ids(selection, "old/a.bib")


def test_codes_are_of_the_rules_in_question() -> None:
    check_all_codes(("REF304", "REF3", "TERM", "ALL"))
    for codes in (("REF9",), ("TERM9",), ("REF304", "XYZ")):
        with pytest.raises(UsageError, match="there is no rule"):
            check_all_codes(codes)
    with pytest.raises(UsageError, match='there is no rule "REF304"'):
        check_codes(("REF304",))


def test_a_pattern_counts_from_the_settings_file_however_the_draft_is_named(tmp_path: Path) -> None:
    selection = Selection(per_file={"old/*": ("ALL",)}, root=tmp_path)
    assert selection.rules(str(tmp_path / "old" / "a.md")) == ()
    assert selection.rules(os.path.relpath(tmp_path / "old" / "a.md")) == ()
    assert selection.rules(str(tmp_path / "new" / "old.md"))
    assert selection.rules(str(tmp_path / "x" / "old" / "a.md"))
