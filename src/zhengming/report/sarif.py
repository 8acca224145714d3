"""SARIF 2.1.0 (OASIS), as code-scanning services read it; columns are code points."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from zhengming import __version__
from zhengming.documents import Document
from zhengming.report.json import dump
from zhengming.report.model import Checked, say
from zhengming.report.places import region, uri
from zhengming.rules import RULES, Finding, Rule
from zhengming.text.span import Span

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {"error": "error", "warning": "warning", "question": "note"}


def render(checked: Sequence[Checked], lang: str) -> str:
    """One run with every rule and every finding."""
    driver = {
        "name": "zhengming",
        "version": __version__,
        "rules": [_rule(rule, lang) for rule in RULES],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "newlineSequences": ["\r\n", "\n", "\r"],
        "results": [_result(c.document, f, lang) for c in checked for f in c.findings],
    }
    return dump({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]})


def _rule(rule: Rule, lang: str) -> dict[str, Any]:
    return {
        "id": rule.id,
        "shortDescription": {"text": say(rule.summary, lang)},
        "fullDescription": {"text": say(rule.explanation, lang)},
    }


def _result(document: Document, finding: Finding, lang: str) -> dict[str, Any]:
    artifact = {"uri": uri(document.path)}
    place = {"artifactLocation": artifact, "region": _region(document, finding.span)}
    result: dict[str, Any] = {
        "ruleId": finding.rule,
        "level": _LEVELS[finding.severity],
        "message": {"text": say(finding.message, lang)},
        "locations": [{"physicalLocation": place}],
    }
    if finding.fix:
        replacements = [
            {
                "deletedRegion": _region(document, edit.span),
                "insertedContent": {"text": edit.content},
            }
            for edit in finding.fix.edits
        ]
        change = {"artifactLocation": artifact, "replacements": replacements}
        result["fixes"] = [{"artifactChanges": [change]}]
    return result


def _region(document: Document, span: Span) -> dict[str, int]:
    place = region(document, span)
    return {
        "startLine": place.line,
        "startColumn": place.column,
        "endLine": place.end_line,
        "endColumn": place.end_column,
    }
