"""Every rule finds what its explanation says it finds, and nothing where it says so."""

from __future__ import annotations

import pytest

from zhengming.rules import RULES, Rule

from .conftest import Check

# The script that a rule's examples are written for, where it is not Simplified.
SCRIPTS = {"ZH002": "zh-Hant"}


def _id(rule: Rule) -> str:
    return rule.id


@pytest.mark.parametrize("rule", RULES, ids=_id)
def test_a_rule_has_two_examples_of_each_kind(rule: Rule) -> None:
    assert len(rule.failing) >= 2
    assert len(rule.passing) >= 2


@pytest.mark.parametrize("rule", RULES, ids=_id)
def test_a_rule_speaks_both_languages(rule: Rule) -> None:
    assert all((*rule.summary, *rule.explanation))


@pytest.mark.parametrize("rule", RULES, ids=_id)
def test_failing_examples_fail(rule: Rule, check: Check) -> None:
    for text in rule.failing:
        found = check(rule, text, script=SCRIPTS.get(rule.id, "zh-Hans"))
        assert found, text
        assert {finding.rule for finding in found} == {rule.id}
        assert all((*found[0].message,))


@pytest.mark.parametrize("rule", RULES, ids=_id)
def test_passing_examples_pass(rule: Rule, check: Check) -> None:
    for text in rule.passing:
        assert check(rule, text, script=SCRIPTS.get(rule.id, "zh-Hans")) == [], text


def test_ids_are_unique() -> None:
    assert len({rule.id for rule in RULES}) == len(RULES)
