"""The CSL test-suite as a ratchet: a listed test must pass, an unlisted one must fail."""

from __future__ import annotations

from pathlib import Path

import pytest
from fixtures import read_fixture, run_fixture

from zhengming.csl import Locales

PASSING = Path(__file__).with_name("passing.txt")


@pytest.fixture(scope="module")
def outcome(shared: Path) -> tuple[set[str], set[str]]:
    """Names that passed and names that failed."""
    suite = shared / "csl" / "test-suite"
    if not suite.is_dir():
        pytest.skip(f"the CSL test-suite is not at {suite}")
    locales = Locales(shared / "csl" / "locales")
    passed, failed = set(), set()
    for path in suite.glob("*.txt"):
        fixture = read_fixture(path)
        good = run_fixture(fixture, locales) == fixture.result
        (passed if good else failed).add(path.stem)
    return passed, failed


def test_listed_tests_pass(outcome: tuple[set[str], set[str]]) -> None:
    assert not set(PASSING.read_text("utf-8").split()) & outcome[1]


def test_passing_tests_are_listed(outcome: tuple[set[str], set[str]]) -> None:
    assert not outcome[0] - set(PASSING.read_text("utf-8").split())
