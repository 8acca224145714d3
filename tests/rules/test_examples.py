"""Every rule finds what its explanation says it finds, and nothing where it says so."""

from __future__ import annotations

from typing import Any

import pytest

from zhengming.references.model import Reference
from zhengming.references.store import Store
from zhengming.rules import RULES, Rule
from zhengming.rules.policy import Policy

from .conftest import Check

_STORE = Store({key: Reference(key, {"id": key}) for key in ("shaw2020", "solomon2018")})
# What a project has to set for a rule's examples, where its explanation says so.
SETTINGS: dict[str, dict[str, Any]] = {
    "ZH002": {"script": "zh-Hant"},
    "CITE008": {"store": _STORE},
    "CITE009": {"store": _STORE, "must_cite": tuple(_STORE.references)},
    "FIRST001": {"policy": Policy(first_mention=frozenset({"drug"}))},
    "FIRST002": {"policy": Policy(first_mention=frozenset({"trial"}))},
}


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
        found = check(rule, text, **SETTINGS.get(rule.id, {}))
        assert found, text
        assert {finding.rule for finding in found} == {rule.id}
        assert all((*found[0].message,))


@pytest.mark.parametrize("rule", RULES, ids=_id)
def test_passing_examples_pass(rule: Rule, check: Check) -> None:
    for text in rule.passing:
        assert check(rule, text, **SETTINGS.get(rule.id, {})) == [], text


def test_ids_are_unique() -> None:
    assert len({rule.id for rule in RULES}) == len(RULES)
