"""Drafts to run rules on, with the built-in glossary."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from zhengming import builtin
from zhengming.documents import parse_document
from zhengming.glossary.load import LoadedGlossary, load_glossary
from zhengming.rules import Draft, Finding, Rule

Check = Callable[..., list[Finding]]


@pytest.fixture(scope="session")
def names() -> LoadedGlossary:
    return load_glossary([builtin.data_directory("glossary")])


@pytest.fixture(scope="session")
def check(names: LoadedGlossary) -> Check:
    """``check(rule, text)`` runs one rule over a text; more of the draft may be given by name."""

    def run(rule: Rule, text: str, *, path: str = "draft.md", **draft: Any) -> list[Finding]:
        document = parse_document(path, text.encode())
        return list(rule.check(Draft(document, names, **draft)))

    return run
