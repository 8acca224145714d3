"""Drafts to run rules on, with a small glossary of their own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from zhengming.documents import parse_document
from zhengming.glossary.load import LoadedGlossary, load_glossary
from zhengming.rules import Draft, Finding, Rule

GLOSSARY = Path(__file__).parent / "glossary"

Check = Callable[..., list[Finding]]


@pytest.fixture(scope="session")
def names() -> LoadedGlossary:
    return load_glossary([GLOSSARY])


@pytest.fixture(scope="session")
def check(names: LoadedGlossary) -> Check:
    """``check(rule, text)`` runs one rule over a text; ``path`` and ``script`` may be given."""

    def run(
        rule: Rule, text: str, *, path: str = "draft.md", script: str = "zh-Hans"
    ) -> list[Finding]:
        document = parse_document(path, text.encode())
        return list(rule.check(Draft(document, names, script)))

    return run
